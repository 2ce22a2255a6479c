//! Inline: the same page finds what the README says that this mode does not protect. It is also how we know that the
//! spying works.

use anyhow::Result;
use browser_tests::answers::Answers;
use browser_tests::engine::Engine;
use browser_tests::hands::Hand;
use browser_tests::texts::Texts;

use crate::journey::{Journey, Outcome};

fn burnout(engine: Engine, hand: Hand) -> Result<Option<Outcome>> {
    if !engine.is_there()? {
        return Ok(None);
    }
    let texts = Texts::read()?;
    let headline = texts.say("headline.burnout")?.to_owned();
    let answers = Answers::strain(4, 0, 1).context("impact", "very_much");
    Journey::inline(engine, hand).go(&answers, &headline).map(Some)
}

/// The closed root keeps from the page what it can: its listeners, its style sheet and its recorder see no texts.
fn keeps_its_texts_from_the_recorder(outcome: &Outcome) -> Result<()> {
    for part in ["recorder", "mutations", "messages", "events", "page"] {
        assert_eq!(outcome.haul.words(part, &outcome.seen)?, Vec::<&str>::new(), "{part}");
    }
    assert!(!outcome.matched, "a style sheet of the page matched something inside");
    Ok(())
}

/// Selecting the whole page may give its text to any script, in Firefox without what is in a closed root.
fn is_told_by_a_selection(engine: Engine, outcome: &Outcome) -> Result<()> {
    let told = outcome.haul.words("selected", &outcome.seen)?;
    assert!(told.is_empty() || engine != Engine::Firefox, "a selection tells {told:?}");
    Ok(())
}

/// A script that was there first sees every text in passing.
fn is_open_to_whoever_was_there_first(outcome: &Outcome) -> Result<()> {
    for part in ["caught", "roots", "inRoots"] {
        let told = outcome.haul.words(part, &outcome.seen)?;
        assert!(told.iter().any(|text| text.contains("burnout")), "{part} tells only {told:?}");
    }
    Ok(())
}

fn a_mouse_tells(engine: Engine) -> Result<()> {
    let Some(outcome) = burnout(engine, Hand::Mouse)? else {
        return Ok(());
    };
    keeps_its_texts_from_the_recorder(&outcome)?;
    is_open_to_whoever_was_there_first(&outcome)?;
    is_told_by_a_selection(engine, &outcome)?;
    // At least one press for each of the thirty questions, with its place.
    assert!(outcome.haul.acts()?.len() > 30);
    assert!(outcome.haul.recorded_acts()?.len() > 30);
    Ok(())
}

fn keys_tell(engine: Engine) -> Result<()> {
    let Some(outcome) = burnout(engine, Hand::Keys)? else {
        return Ok(());
    };
    keeps_its_texts_from_the_recorder(&outcome)?;
    let keys = outcome.haul.keys()?;
    // Each answer is reached by Tab and pressed by Enter: how often the one comes before the other tells which.
    let heard = |wanted: &str| keys.iter().filter(|key| **key == wanted).count();
    assert!(
        heard("Enter") > 30 && heard("Tab") > heard("Enter"),
        "the keys that were heard: {keys:?}"
    );
    Ok(())
}

#[test]
fn in_chromium_a_page_sees_where_a_mouse_is_pressed() -> Result<()> {
    a_mouse_tells(Engine::Chromium)
}

#[test]
fn in_chromium_a_page_hears_every_key() -> Result<()> {
    keys_tell(Engine::Chromium)
}

#[test]
fn in_firefox_a_page_sees_where_a_mouse_is_pressed() -> Result<()> {
    a_mouse_tells(Engine::Firefox)
}

#[test]
fn in_firefox_a_page_hears_every_key() -> Result<()> {
    keys_tell(Engine::Firefox)
}

#[test]
fn in_webkit_a_page_sees_where_a_mouse_is_pressed() -> Result<()> {
    a_mouse_tells(Engine::WebKit)
}

#[test]
fn in_webkit_a_page_hears_every_key() -> Result<()> {
    keys_tell(Engine::WebKit)
}
