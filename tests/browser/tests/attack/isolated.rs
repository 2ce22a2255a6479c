//! In the frame: the host page collects nothing of what is asked, answered or found out.

use anyhow::Result;
use browser_tests::answers::Answers;
use browser_tests::engine::Engine;
use browser_tests::hands::Hand;
use browser_tests::texts::Texts;

use crate::haul::difference;
use crate::journey::{Journey, Outcome};

/// More texts than this are read on the way.
const MANY: usize = 60;

fn burnout(journey: Journey) -> Result<Outcome> {
    let texts = Texts::read()?;
    let headline = texts.say("headline.burnout")?.to_owned();
    journey.go(&Answers::strain(4, 0, 1).context("impact", "very_much"), &headline)
}

fn no_strain(journey: Journey) -> Result<Outcome> {
    let texts = Texts::read()?;
    journey.go(&Answers::strain(0, 0, 0).caring(), texts.say("headline.none")?)
}

fn learns_nothing(outcome: &Outcome) -> Result<()> {
    let Outcome { haul, seen, found, matched } = outcome;
    assert!(seen.len() > MANY, "only {} texts were read", seen.len());
    let own = ["Before".to_owned()];
    assert_eq!(haul.words("recorder", &own)?, own, "the recorder wrote down nothing at all");
    assert_eq!(haul.all_words(seen)?, [], "texts of the self-check in the haul");
    assert_eq!(found, &Vec::<String>::new(), "texts that the page's search found");
    assert!(!matched, "a style sheet of the page matched something inside");
    let acts = haul.acts()?;
    assert!(acts.is_empty(), "heard of in the frame: {acts:#?}");
    let recorded = haul.recorded_acts()?;
    assert!(recorded.is_empty(), "recorded in the frame: {recorded:#?}");
    Ok(())
}

/// Two people with nothing in common leave the same traces, and neither leaves any that tells something.
fn cannot_be_told_apart(engine: Engine, hand: Hand, into_frames: bool) -> Result<()> {
    cannot_be_told_apart_on(Journey::in_frames(engine, hand, into_frames))
}

fn cannot_be_told_apart_on(journey: Journey) -> Result<()> {
    if !journey.engine.is_there()? {
        return Ok(());
    }
    let (one, other) = (burnout(journey)?, no_strain(journey)?);
    learns_nothing(&one)?;
    learns_nothing(&other)?;
    assert_eq!(one.haul.messages()?, other.haul.messages()?, "what was said to the page");
    // Firefox tells a page where a pointer comes in. A mouse comes in over the edge, and a finger where it taps first: on the
    // button that begins, which is in the same place for everybody.
    let different = difference(&one.haul.timeless()?, &other.haul.timeless()?);
    assert!(different.is_none(), "tells the two people apart: {different:?}");
    Ok(())
}

#[test]
fn in_chromium_a_page_cannot_tell_two_people_with_a_mouse_apart() -> Result<()> {
    cannot_be_told_apart(Engine::Chromium, Hand::Mouse, true)
}

#[test]
fn in_chromium_a_page_cannot_tell_two_people_with_a_keyboard_apart() -> Result<()> {
    cannot_be_told_apart(Engine::Chromium, Hand::Keys, false)
}

#[test]
fn in_firefox_a_page_cannot_tell_two_people_with_a_mouse_apart() -> Result<()> {
    cannot_be_told_apart(Engine::Firefox, Hand::Mouse, true)
}

#[test]
fn in_firefox_a_page_cannot_tell_two_people_with_a_keyboard_apart() -> Result<()> {
    cannot_be_told_apart(Engine::Firefox, Hand::Keys, false)
}

#[test]
fn in_webkit_a_page_cannot_tell_two_people_with_a_mouse_apart() -> Result<()> {
    cannot_be_told_apart(Engine::WebKit, Hand::Mouse, true)
}

#[test]
fn in_webkit_a_page_cannot_tell_two_people_with_a_keyboard_apart() -> Result<()> {
    cannot_be_told_apart(Engine::WebKit, Hand::Keys, false)
}

#[test]
fn in_chromium_a_page_cannot_tell_two_people_with_a_finger_apart() -> Result<()> {
    cannot_be_told_apart(Engine::Chromium, Hand::Touch, true)
}

#[test]
fn in_firefox_a_page_cannot_tell_two_people_with_a_finger_apart() -> Result<()> {
    cannot_be_told_apart(Engine::Firefox, Hand::Touch, true)
}

#[test]
fn in_webkit_a_page_cannot_tell_two_people_with_a_finger_apart() -> Result<()> {
    cannot_be_told_apart(Engine::WebKit, Hand::Touch, true)
}

fn cannot_be_told_apart_from_outside(engine: Engine, hand: Hand) -> Result<()> {
    cannot_be_told_apart_on(Journey::framed(engine, hand))
}

#[test]
fn in_chromium_a_page_around_the_clinics_cannot_tell_two_people_with_a_mouse_apart() -> Result<()> {
    cannot_be_told_apart_from_outside(Engine::Chromium, Hand::Mouse)
}

#[test]
fn in_firefox_a_page_around_the_clinics_cannot_tell_two_people_with_a_mouse_apart() -> Result<()> {
    cannot_be_told_apart_from_outside(Engine::Firefox, Hand::Mouse)
}

#[test]
fn in_webkit_a_page_around_the_clinics_cannot_tell_two_people_with_a_mouse_apart() -> Result<()> {
    cannot_be_told_apart_from_outside(Engine::WebKit, Hand::Mouse)
}
