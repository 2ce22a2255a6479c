//! What a screen reader is told: names, roles, states and headings.

use anyhow::{Context, Result};
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};

/// The driver reads the accessibility tree of the page's own process only: here the frames stay in it.
fn one_process() -> Look {
    Look::desk().without("IsolateSandboxedIframes")
}

const GROUP: &str = ".stage [role=group][aria-labelledby]";
const OPTION: &str = ".stage button.option";

#[test]
fn every_question_is_a_group_named_by_its_number_and_its_words() -> Result<()> {
    visit(&one_process(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        let answers = Answers::strain(1, 1, 1).skip("sleepy_when_needed_awake");
        let mut groups = 0;
        while person.step().await? != "result" {
            let asked = person.asked().await?;
            let told = person.told(GROUP).await?;
            // The signs are a group, too, and none of them a question.
            assert!(told.len() == asked.len() || asked.is_empty());
            for (told, asked) in told.iter().zip(&asked) {
                assert_eq!(told.role, "group");
                assert!(told.name.ends_with(&asked.text), "{}", told.name);
                person.texts.recognise(&asked.text)?;
            }
            groups += asked.len();
            let headings: u32 = person.ask("return every('h2').length").await?;
            assert_eq!(headings, 1, "one heading a step");
            person.go_through(&answers).await?;
        }
        assert_eq!(
            groups, 36,
            "five on the situation, thirty statements, and the one that was left out"
        );
        assert_eq!(person.ask::<u32>("return every('h1, h2').length").await?, 1);
        Ok(())
    })
}

#[test]
fn every_option_is_a_button_with_its_words_and_its_state() -> Result<()> {
    visit(&one_process(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        let answers = Answers::strain(3, 3, 3);
        person.reach("sleepy_when_needed_awake", &answers).await?;
        let asked = person.asked().await?;
        let told = person.told(OPTION).await?;
        let words: Vec<&String> = asked.iter().flat_map(|asked| &asked.options).collect();
        assert_eq!(told.len(), words.len());
        for (told, words) in told.iter().zip(words) {
            assert_eq!((told.role.as_str(), &told.name), ("button", words));
        }
        person.answer(&answers).await?;
        let pressed = "return asked()[0].querySelectorAll('[aria-pressed=true]').length";
        assert_eq!(person.ask::<u32>(pressed).await?, 1);
        Ok(())
    })
}

#[test]
fn the_two_frames_have_different_titles() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::by(browser, Way::Frames(0), Hand::Quick).await?;
        let inner: String = person.ask("return document.title").await?;
        let title = "return document.querySelector('burnout-screener').shadowRoot.querySelector('iframe').title";
        let outer = browser.host(title).await?;
        let outer = outer.as_str().context("the frame has no title")?;
        assert_eq!(outer, person.texts.say("frame.outer")?);
        assert_eq!(inner, person.texts.say("frame.inner")?);
        assert_ne!(outer, inner);
        assert_eq!(person.ask::<String>("return document.documentElement.lang").await?, "en");
        Ok(())
    })
}
