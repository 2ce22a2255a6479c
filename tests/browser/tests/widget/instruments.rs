//! Instruments that a host brings along: a good one is asked, a broken one is refused by name.

use anyhow::{Context, Result};
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use browser_tests::texts::Texts;
use serde_json::{Value, json};
use xtask::server::Route;

const ATTRIBUTE: &str = r#"data-instrument="/own.json""#;
const OWN_WORDS: &str = "I was tired after a long shift at our clinic.";

/// The built-in instrument as a host would bring its own.
fn pack() -> Result<Value> {
    let texts = Texts::read()?;
    let mut pack = json!({ "instrument": texts.instrument, "text": texts.words()? });
    *pack.pointer_mut("/instrument/id").context("no id")? = json!("our-clinic");
    *pack.pointer_mut("/text/items/busy_day").context("no item")? = json!({ "all": OWN_WORDS });
    Ok(pack)
}

fn is_asked(attributes: &str, way: Way) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let route = Route::bytes("/own.json", "application/json", serde_json::to_vec(&pack()?)?);
        let host = Host::with(&format!("{ATTRIBUTE} {attributes}"))?.also(route);
        let _site = host.open(browser).await?;
        let mut person = Person::by(browser, way, Hand::Quick).await?;
        person.texts.also_call("busy_day", OWN_WORDS)?;
        let answers = Answers::strain(0, 4, 0);
        person.start().await?;
        let mut seen = false;
        while person.step().await? == "questions" {
            seen |= person.words().await?.contains(OWN_WORDS);
            person.answer(&answers).await?;
            person.forward().await?;
        }
        assert!(seen, "the host's own words are asked");
        let name = person.texts.say("name.compassion_fatigue")?;
        assert_eq!(
            person.heading().await?,
            person.texts.fill("result.looks_like", &[("name", name)])?
        );
        Ok(())
    })
}

#[test]
fn an_instrument_of_the_host_is_asked_in_the_frame() -> Result<()> {
    is_asked("", Way::Frames(0))
}

#[test]
fn an_instrument_of_the_host_is_asked_inline() -> Result<()> {
    is_asked(r#"data-mode="inline""#, Way::Inline(0))
}

/// The panel is there, in the frame or on the host page, and the console says what is wrong.
fn is_refused(body: Option<Vec<u8>>, way: Way, reason: &str) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let mut host = Host::with(ATTRIBUTE)?;
        if let Some(body) = body {
            host = host.also(Route::bytes("/own.json", "application/json", body));
        }
        let _site = host.open(browser).await?;
        Person::looking(browser, way)?.sees_panel().await?;
        browser.expect_message(reason).await?;
        browser.excuse("Failed to load resource");
        Ok(())
    })
}

#[test]
fn an_instrument_that_is_missing_is_refused_by_its_address() -> Result<()> {
    is_refused(None, Way::OnHost(0), r#"instrument="/own.json" cannot be read"#)
}

#[test]
fn an_instrument_that_is_not_json_is_refused_by_its_address() -> Result<()> {
    is_refused(
        Some(b"questions: many".to_vec()),
        Way::OnHost(0),
        r#"instrument="/own.json" cannot be read"#,
    )
}

#[test]
fn an_instrument_of_another_shape_is_refused_with_the_place() -> Result<()> {
    let mut pack = pack()?;
    *pack.pointer_mut("/instrument/options").context("no options")? = json!("often");
    is_refused(Some(serde_json::to_vec(&pack)?), Way::Frames(0), "options")
}

#[test]
fn json_that_is_no_instrument_at_all_is_refused() -> Result<()> {
    is_refused(Some(b"[1, 2, 3]".to_vec()), Way::Frames(0), "in what the page hands in")
}

#[test]
fn an_instrument_that_breaks_a_rule_is_refused_with_the_rule() -> Result<()> {
    let mut pack = pack()?;
    *pack.pointer_mut("/instrument/items/0/facet").context("no facet")? = json!("mood");
    is_refused(
        Some(serde_json::to_vec(&pack)?),
        Way::Frames(0),
        "the item 'busy_day' names the facet 'mood'",
    )
}

#[test]
fn an_instrument_without_all_its_words_is_refused_with_what_is_missing() -> Result<()> {
    let mut pack = pack()?;
    *pack.pointer_mut("/text/items").context("no items")? = json!({});
    is_refused(Some(serde_json::to_vec(&pack)?), Way::Frames(0), "texts are missing")
}
