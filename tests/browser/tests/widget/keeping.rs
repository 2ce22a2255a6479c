//! What a browser keeps by the person's own wish: in two tabs, beside what is damaged, and from an older version.

use anyhow::Result;
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::checks::{KEY, checks};
use browser_tests::hands::Hand;
use browser_tests::host::{Host, Site};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::json;

/// Where the first version kept everything.
const OLD: &str = "burnout-screener";

async fn arrive(browser: &Browser) -> Result<(Site, Person<'_>)> {
    let host = Host::with(r#"data-mode="inline""#)?;
    let site = host.open(browser).await?;
    Ok((site, Person::by(browser, Way::Inline(0), Hand::Quick).await?))
}

async fn answers(person: &Person<'_>) -> Result<()> {
    person.finish(&Answers::strain(3, 1, 1)).await
}

async fn keeps(person: &Person<'_>) -> Result<()> {
    person.opens_row("fold.keep").await?;
    person.press(person.texts.say("again.keep")?).await?;
    person.reads(person.texts.say("again.kept")?).await
}

async fn store(browser: &Browser, key: &str, text: &str) -> Result<()> {
    browser.host(&format!("localStorage.setItem({}, {})", json!(key), json!(text))).await?;
    Ok(())
}

/// A kept check as the first version wrote it, made from one that is kept now and then erased.
async fn in_the_first_format(browser: &Browser) -> Result<()> {
    let script = format!(
        "const file = JSON.parse(localStorage.getItem('{KEY}'));
         const [{{ id, instrument, ...check }}] = file.checks;
         localStorage.clear();
         localStorage.setItem('{OLD}', JSON.stringify({{ ...file, format: 1, instrument, checks: [check] }}))"
    );
    browser.host(&script).await?;
    Ok(())
}

#[test]
fn two_tabs_keep_a_check_each_and_both_are_there_afterwards() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (site, person) = arrive(browser).await?;
        let one = browser.tab().await?;
        answers(&person).await?;
        let other = browser.new_tab().await?;
        browser.open(&site.url("/")).await?;
        let second = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
        answers(&second).await?;
        keeps(&second).await?;
        assert_eq!(browser.checks_kept().await?, 1);

        browser.turn_to(&one).await?;
        // The result has heard of the other tab by itself.
        person.reads(person.texts.say("trend.title")?).await?;
        keeps(&person).await?;
        assert_eq!(browser.checks_kept().await?, 2);
        keeps(&person).await?;
        assert_eq!(browser.checks_kept().await?, 2, "kept twice it is still one check");

        browser.turn_to(&other).await?;
        keeps(&second).await?;
        assert_eq!(browser.checks_kept().await?, 2);
        second.opens_row("fold.keep").await?;
        second.press(second.texts.say("again.forget")?).await?;
        second.reads(second.texts.say("again.forgotten")?).await?;

        browser.turn_to(&one).await?;
        let trend = json!(person.texts.say("trend.title")?);
        let gone = format!("return !said(root.querySelector('.bs')).includes({trend})");
        person.until("the other tab's forgetting", &gone).await?;
        assert_eq!(browser.kept(KEY).await?, None);
        browser.close_others().await
    })
}

#[test]
fn what_cannot_be_read_is_not_overwritten_and_can_be_erased() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (site, _) = arrive(browser).await?;
        let newer = r#"{ "burnout-screener": "check-in", "format": 9, "checks": [] }"#;
        for text in ["x", newer] {
            store(browser, KEY, text).await?;
            browser.open(&site.url("/")).await?;
            let person = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
            answers(&person).await?;
            person.opens_row("fold.keep").await?;
            person.press(person.texts.say("again.keep")?).await?;
            person.reads(person.texts.say("again.keep_unreadable")?).await?;
            assert_eq!(browser.kept(KEY).await?.as_deref(), Some(text));
            person.opens_row("fold.keep").await?;
            person.press(person.texts.say("again.forget")?).await?;
            person.reads(person.texts.say("again.forgotten")?).await?;
            assert_eq!(browser.kept(KEY).await?, None);
            keeps(&person).await?;
            assert_eq!(browser.checks_kept().await?, 1);
        }
        browser.excuse("what was kept in this browser cannot be read");
        Ok(())
    })
}

#[test]
fn what_the_first_version_kept_is_joined_and_its_key_is_gone() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (site, person) = arrive(browser).await?;
        answers(&person).await?;
        keeps(&person).await?;
        in_the_first_format(browser).await?;
        browser.open(&site.url("/")).await?;
        let person = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
        answers(&person).await?;
        person.reads(person.texts.say("trend.title")?).await?;
        assert_eq!(browser.checks_kept().await?, 0, "nothing is written by itself");
        keeps(&person).await?;
        assert_eq!(browser.checks_kept().await?, 2);
        assert_eq!(browser.kept(OLD).await?, None);
        Ok(())
    })
}

#[test]
fn an_empty_store_hides_nothing_that_lies_beside_it() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (site, person) = arrive(browser).await?;
        answers(&person).await?;
        keeps(&person).await?;
        in_the_first_format(browser).await?;
        let empty = json!({ "burnout-screener": "check-in", "format": 2, "checks": [] });
        store(browser, KEY, &empty.to_string()).await?;
        browser.open(&site.url("/")).await?;
        let person = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
        answers(&person).await?;
        person.reads(person.texts.say("trend.title")?).await?;
        keeps(&person).await?;
        assert_eq!(browser.checks_kept().await?, 2);
        Ok(())
    })
}

#[test]
fn erasing_takes_the_checks_of_these_questions_and_nothing_else() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (site, person) = arrive(browser).await?;
        answers(&person).await?;
        keeps(&person).await?;
        in_the_first_format(browser).await?;
        let foreign = json!({ "burnout-screener": "check-in", "format": 2, "checks": [] });
        for key in ["cart", "burnout-screener.helping-strain-2", "burnout-screener.other"] {
            store(browser, key, &foreign.to_string()).await?;
        }
        browser.open(&site.url("/")).await?;
        let person = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
        answers(&person).await?;
        keeps(&person).await?;
        person.opens_row("fold.keep").await?;
        person.press(person.texts.say("again.forget")?).await?;
        person.reads(person.texts.say("again.forgotten")?).await?;
        let left = browser.host("return Object.keys(localStorage).sort()").await?;
        assert_eq!(
            left,
            json!(["burnout-screener.helping-strain-2", "burnout-screener.other", "cart"])
        );
        Ok(())
    })
}

#[test]
fn what_another_instrument_left_under_the_old_key_stays_there() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (site, _) = arrive(browser).await?;
        let foreign = r#"{"burnout-screener":"check-in","format":1,"instrument":{"id":"other","version":"1.0.0"},"checks":[{}]}"#;
        store(browser, OLD, foreign).await?;
        browser.open(&site.url("/")).await?;
        let person = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
        answers(&person).await?;
        keeps(&person).await?;
        person.opens_row("fold.keep").await?;
        person.press(person.texts.say("again.forget")?).await?;
        person.reads(person.texts.say("again.forgotten")?).await?;
        assert_eq!(browser.kept(OLD).await?.as_deref(), Some(foreign));
        assert_eq!(checks(foreign)?, 1);
        Ok(())
    })
}
