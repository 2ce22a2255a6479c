//! Instruments that a host brings along: a good one is asked, a broken one is refused by name.

#![allow(clippy::indexing_slicing, reason = "a test that cannot read its own file has failed")]

use anyhow::Result;
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
    let mut pack = texts.instrument.clone();
    pack["id"] = json!("our-clinic");
    pack["text"] = texts.words()?.clone();
    pack["text"]["items"]["sleepy_when_needed_awake"] = json!({ "all": OWN_WORDS });
    Ok(pack)
}

fn is_asked(attributes: &str, way: Way) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let route = Route::bytes("/own.json", "application/json", serde_json::to_vec(&pack()?)?);
        let host = Host::with(&format!("{ATTRIBUTE} {attributes}"))?.also(route);
        let _site = host.open(browser).await?;
        let mut person = Person::by(browser, way, Hand::Quick).await?;
        person.texts.also_call("sleepy_when_needed_awake", OWN_WORDS)?;
        let answers = Answers::strain(0, 4, 0);
        person.start().await?;
        let mut seen = false;
        while person.step().await? == "questions" {
            seen |= person.words().await?.contains(OWN_WORDS);
            person.go_through(&answers).await?;
        }
        assert!(seen, "the host's own words are asked");
        assert_eq!(person.heading().await?, person.texts.say("headline.compassion_fatigue")?);
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

fn is_refused(body: Option<Vec<u8>>, way: Way, reason: &str) -> Result<()> {
    is_refused_with("", "", body, way, reason)
}

/// The panel is there, in the frame or on the host page, no question is, and the console says what is wrong.
fn is_refused_with(
    attributes: &str,
    head: &str,
    body: Option<Vec<u8>>,
    way: Way,
    reason: &str,
) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let mut host = Host::with(&format!("{ATTRIBUTE} {attributes}"))?.head(head);
        if let Some(body) = body {
            host = host.also(Route::bytes("/own.json", "application/json", body));
        }
        let _site = host.open(browser).await?;
        let person = Person::looking(browser, way)?;
        person.sees_panel().await?;
        assert!(
            !person
                .ask::<bool>("return [...(root?.querySelectorAll('.step') ?? [])].some(seen)")
                .await?
        );
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

fn changed(change: impl FnOnce(&mut Value)) -> Result<Option<Vec<u8>>> {
    let mut pack = pack()?;
    change(&mut pack);
    Ok(Some(serde_json::to_vec(&pack)?))
}

const NO_OBJECT: &str = "the file must be an object with a format, an id, items and scales";

#[test]
fn json_that_is_no_instrument_at_all_is_refused_and_nothing_else_is_asked() -> Result<()> {
    for body in ["null", "\"see own.json\"", "[1, 2, 3]", "7", "false"] {
        is_refused(Some(body.into()), Way::Frames(0), NO_OBJECT)?;
    }
    Ok(())
}

#[test]
fn null_is_refused_inline_as_well() -> Result<()> {
    let inline = r#"data-mode="inline""#;
    is_refused_with(inline, "", Some(b"null".into()), Way::Inline(0), NO_OBJECT)?;
    let text = Some(b"\"see own.json\"".into());
    is_refused_with(inline, "", text, Way::Inline(0), NO_OBJECT)
}

#[test]
fn an_instrument_of_more_than_two_megabytes_is_refused_by_its_address() -> Result<()> {
    let large = || changed(|pack| pack["sources"] = json!("x".repeat(2_000_000)));
    let reason = r#"instrument="/own.json" cannot be read: it is larger than 2 MB"#;
    is_refused(large()?, Way::OnHost(0), reason)?;
    is_refused_with(r#"data-mode="inline""#, "", large()?, Way::Inline(0), reason)
}

/// Nothing ever comes, and ten seconds are over at once.
const HANGS: &str = "<script>
    const { timeout } = AbortSignal;
    AbortSignal.timeout = (limit) => timeout.call(AbortSignal, limit / 100);
    window.fetch = (url, { signal }) => new Promise((_, refuse) => {
        signal.addEventListener('abort', () => refuse(signal.reason));
    });
</script>";

#[test]
fn an_instrument_that_never_comes_is_given_up() -> Result<()> {
    let reason = r#"instrument="/own.json" cannot be read"#;
    is_refused_with("", HANGS, None, Way::OnHost(0), reason)
}

/// What a page hands to the frame by itself, past the loader, is looked at too.
#[test]
fn an_instrument_that_is_too_large_for_the_frame_is_refused_there() -> Result<()> {
    const PAST: &str = "<script>
        addEventListener('message', ({ source, data }) => {
            if (data?.type !== 'ready') return;
            source.postMessage({ 'burnout-screener': 1, type: 'configure', brought: 'x'.repeat(2000001) }, '*');
        });
    </script>";
    let body = Some(b"{}".into());
    is_refused_with(
        "",
        PAST,
        body,
        Way::Frames(0),
        "the instrument cannot be read: larger than 2 MB",
    )
}

#[test]
fn an_instrument_of_another_shape_is_refused_with_the_place() -> Result<()> {
    let body = changed(|pack| pack["option_sets"] = json!("often"))?;
    is_refused(body, Way::Frames(0), "option_sets must be an object")
}

#[test]
fn an_instrument_that_breaks_a_rule_is_refused_with_the_rule() -> Result<()> {
    let body = changed(|pack| pack["items"][0]["keying"] = json!("backwards"))?;
    is_refused(body, Way::Frames(0), "items[0].keying must be direct or reversed")
}

#[test]
fn an_instrument_without_all_its_words_is_refused_with_what_is_missing() -> Result<()> {
    let body = changed(|pack| pack["text"]["items"]["sleepy_when_needed_awake"] = json!(" "))?;
    is_refused(body, Way::Frames(0), "text.items.sleepy_when_needed_awake is empty")?;
    let body = changed(|pack| pack["text"]["items"] = json!({}))?;
    is_refused(body, Way::Frames(0), "text.items must be there")
}

#[test]
fn an_instrument_in_the_first_format_is_told_what_has_changed() -> Result<()> {
    let old = json!({ "instrument": { "id": "old", "options": [] }, "text": {} });
    let body = Some(serde_json::to_vec(&old)?);
    is_refused(body, Way::Frames(0), "format must be 2: this file is in the first format")
}

#[test]
fn a_licence_that_has_ended_is_told_to_the_clinic_and_not_to_the_person() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let body = changed(|pack| {
            let line = "Shown by Our Clinic.";
            let (holder, expires) = ("Our Clinic", "2020-01-31");
            let terms = "paid";
            pack["licence"] =
                json!({ "terms": terms, "line": line, "holder": holder, "expires": expires });
        })?;
        let route = Route::bytes("/own.json", "application/json", body.unwrap_or_default());
        let _site = Host::with(ATTRIBUTE)?.also(route).open(browser).await?;
        let person = Person::by(browser, Way::Frames(0), Hand::Quick).await?;
        browser.expect_message("the licence of Our Clinic ended on 2020-01-31").await?;
        let words = person.words().await?;
        assert!(words.contains("Shown by Our Clinic."), "{words}");
        assert!(!words.contains("ended") && !words.contains("2020"), "{words}");
        Ok(())
    })
}
