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

#[test]
fn every_question_is_a_group_named_by_its_words_alone() -> Result<()> {
    visit(&one_process(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        let answers = Answers::strain(1, 1, 1).skip("busy_day");
        let mut groups = 0;
        while person.step().await? != "result" {
            let asked = person.asked().await?;
            let told = person.told("fieldset.question").await?;
            assert_eq!(told.len(), asked.len());
            for (told, asked) in told.iter().zip(&asked) {
                assert_eq!((told.role.as_str(), &told.name), ("group", &asked.text));
                person.texts.recognise(&told.name)?;
            }
            groups += told.len();
            let headings: u32 = person.ask("return every('h2').length").await?;
            assert_eq!(headings, 1, "one heading a step");
            person.answer(&answers).await?;
            person.forward().await?;
        }
        assert_eq!(groups, 32, "31 questions, and the one in the review");
        assert_eq!(person.ask::<u32>("return every('h1, h2').length").await?, 1);
        Ok(())
    })
}

#[test]
fn every_option_is_a_radio_button_with_its_words_and_its_state() -> Result<()> {
    visit(&one_process(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        let answers = Answers::strain(3, 3, 3);
        person.reach("busy_day", &answers).await?;
        let asked = person.asked().await?;
        let told = person.told("fieldset.question input").await?;
        let words: Vec<&String> = asked.iter().flat_map(|asked| &asked.options).collect();
        assert_eq!(told.len(), words.len());
        for (told, words) in told.iter().zip(words) {
            assert_eq!((told.role.as_str(), &told.name, told.checked), ("radio", words, false));
        }
        person.answer(&answers).await?;
        let told = person.told("fieldset.question input").await?;
        let checked = told.iter().filter(|told| told.checked).count();
        assert_eq!(checked, asked.len(), "one option of each question");
        let back = person.told("button.take-back").await?;
        let first = back.first().context("no button to take back")?;
        let item = person.texts.item("busy_day", "work")?;
        assert_eq!(
            first.name,
            person.texts.fill("question.take_back_label", &[("question", item)])?
        );
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
