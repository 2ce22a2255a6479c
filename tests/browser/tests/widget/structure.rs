//! What a screen reader is told: names, roles, states and headings.

use anyhow::{Context, Result, bail};
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

/// What is told by a name of its own and has the words of the heading in it: they would be heard twice.
const NAMED_ALIKE: &str = ".stage [aria-label], .stage [aria-labelledby]";
const OPTION: &str = ".stage button.option";

#[test]
fn every_question_is_one_heading_with_its_number_and_is_told_of_once() -> Result<()> {
    visit(&one_process(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        let answers = Answers::strain(1, 1, 1).skip("sleepy_when_needed_awake");
        let mut questions = 0;
        while person.step().await? != "result" {
            let told = person.told(".step h2").await?;
            let [heading] = told.as_slice() else { bail!("one heading a step, not {told:?}") };
            assert_eq!(heading.role, "heading");
            for asked in person.asked().await? {
                assert!(heading.name.ends_with(&asked.text), "{}", heading.name);
                assert!(heading.name.starts_with(&person.place().await?), "{}", heading.name);
                person.texts.recognise(&asked.text)?;
                assert_eq!(person.told(NAMED_ALIKE).await?, [], "{} is told of twice", asked.text);
                questions += 1;
            }
            person.go_through(&answers).await?;
        }
        assert_eq!(
            questions, 36,
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
        let states = "return asked()[0].querySelectorAll('[aria-pressed]').length";
        assert_eq!(
            person.ask::<u32>(states).await?,
            0,
            "nothing is chosen, and none is told to be"
        );
        person.answer(&answers).await?;
        assert_eq!(person.ask::<usize>(states).await?, told.len());
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
