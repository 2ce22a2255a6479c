//! Shared devices: erasing and leaving, the watch over an idle page, and what is kept by the person's own wish.

use anyhow::Result;
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::json;
use xtask::server::Route;

const ELSEWHERE: &str =
    "<!doctype html><title>Elsewhere</title><link rel=icon href=/icon.svg><p>The weather.";

/// Goes to the first page of statements and answers it.
async fn begins(person: &Person<'_>) -> Result<()> {
    person.reach("sleepy_when_needed_awake", &Answers::strain(4, 4, 4)).await?;
    person.answer(&Answers::strain(4, 4, 4)).await
}

fn leaves(attributes: &str, way: Way) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let host = Host::with(&format!(r#"data-leave-to="/elsewhere" {attributes}"#))?;
        let site = host.also(Route::html("/elsewhere", ELSEWHERE)).open(browser).await?;
        let person = Person::by(browser, way, Hand::Quick).await?;
        begins(&person).await?;
        person.erases_and_leaves().await?;
        browser.until("the other page", "return location.pathname === '/elsewhere'").await?;
        // The page with the self-check is no longer in the history: going back leads past it.
        browser.host("history.back()").await?;
        browser.settled().await?;
        let here = browser.host("return location.href").await?;
        assert_ne!(here, json!(site.url("/")));
        Ok(())
    })
}

#[test]
fn erase_and_leave_goes_to_the_hosts_page_and_the_way_back_shows_nothing() -> Result<()> {
    leaves("", Way::Frames(0))
}

#[test]
fn erase_and_leave_does_the_same_in_the_page_itself() -> Result<()> {
    leaves(r#"data-mode="inline""#, Way::Inline(0))
}

async fn is_erased(person: &Person<'_>) -> Result<()> {
    person.until("the erased page", "return root.querySelector('[data-step=erased]')").await?;
    person.reads(person.texts.say("erased.text")?).await?;
    person.go_by("erased.start").await?;
    begins_empty(person).await
}

/// Nothing of what was answered before is chosen.
async fn begins_empty(person: &Person<'_>) -> Result<()> {
    person.start().await?;
    loop {
        let asked = person.asked().await?;
        assert!(asked.iter().all(|asked| asked.chosen.is_none()), "{asked:?}");
        if person.step().await? != "questions" {
            return Ok(());
        }
        person.forward().await?;
    }
}

#[test]
fn without_a_page_to_go_to_it_erases_and_says_what_it_cannot_hide() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        begins(&person).await?;
        person.erases_and_leaves().await?;
        is_erased(&person).await?;
        let heard = browser.heard().await?;
        let leave = json!({ "burnout-screener": 1, "type": "leave" }).to_string();
        assert_eq!(heard.iter().filter(|message| **message == leave).count(), 1, "{heard:?}");
        Ok(())
    })
}

#[test]
fn a_page_to_go_to_that_is_a_script_is_refused() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let attributes = r#"data-leave-to="javascript:document.title='ran'""#;
        let _site = Host::with(attributes)?.open(browser).await?;
        let person = Person::at(browser).await?;
        begins(&person).await?;
        person.erases_and_leaves().await?;
        browser.expect_message("is not an address on the web").await?;
        assert_eq!(browser.host("return document.title").await?, "A host page");
        is_erased(&person).await
    })
}

/// Says once more that nothing has been erased: what was answered is chosen.
async fn goes_on(person: &Person<'_>) -> Result<()> {
    person.press(person.texts.say("cover.stay")?).await?;
    person.until("the questions", "return asked().length === 1").await?;
    let asked = person.asked().await?;
    assert!(asked.iter().all(|asked| asked.chosen.is_some()), "{asked:?}");
    Ok(())
}

/// Ten seconds of the widget, and no longer than that, pass at once.
const AT_ONCE: &str = "const wait = setTimeout;
    window.setTimeout = (work, after, ...given) => wait(work, after === 10000 ? 0 : after, ...given)";

#[test]
fn whoever_did_not_mean_to_leave_goes_on_and_nothing_is_erased_later() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        begins(&person).await?;
        for _ in 0..2 {
            person.press(person.texts.say("exit.button")?).await?;
            person.is_covered("leave.title").await?;
            goes_on(&person).await?;
        }
        // The wait that was begun before is over, and belongs to nothing.
        tokio::time::sleep(std::time::Duration::from_secs(11)).await;
        let asked = person.asked().await?;
        assert!(asked.iter().all(|asked| asked.chosen.is_some()), "{asked:?}");
        Ok(())
    })
}

#[test]
fn whoever_says_nothing_more_is_erased_all_the_same() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        begins(&person).await?;
        person.ask::<()>(AT_ONCE).await?;
        person.press(person.texts.say("exit.button")?).await?;
        is_erased(&person).await
    })
}

/// Goes to another page and comes back by the history. Whether the browser kept the page, it says itself.
async fn goes_and_comes_back(browser: &Browser, person: &Person<'_>) -> Result<()> {
    // A person who pressed something would be asked first; a script that clicks is not.
    browser.excuse("beforeunload");
    browser.host("window.kept = true; location.href = '/elsewhere'").await?;
    browser.until("the other page", "return location.pathname === '/elsewhere'").await?;
    browser.host("history.back()").await?;
    browser.until("the way back", "return location.pathname === '/' && !!document.body").await?;
    let kept = browser.host("return window.kept === true").await?;
    assert_eq!(kept, json!(true), "the browser has begun the page anew");
    person.come_back().await
}

fn comes_back(attributes: &str, way: Way, covered: bool) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        // What may not be stored is not kept for a way back either.
        let may_be_kept = ("Cache-Control", "max-age=60");
        let elsewhere = Route::html("/elsewhere", ELSEWHERE);
        let host = Host::with(attributes)?.header(may_be_kept.0, may_be_kept.1);
        let _site = host.also(elsewhere).open(browser).await?;
        let person = Person::by(browser, way, Hand::Quick).await?;
        begins(&person).await?;
        goes_and_comes_back(browser, &person).await?;
        if !covered {
            return is_erased(&person).await;
        }
        person.is_covered("back.title").await?;
        goes_on(&person).await?;
        person.finish(&Answers::strain(4, 4, 4)).await?;
        goes_and_comes_back(browser, &person).await?;
        person.is_covered("back.title").await?;
        person.press(person.texts.say("back.erase")?).await?;
        is_erased(&person).await
    })
}

#[test]
fn on_a_way_back_the_answers_are_covered_until_somebody_goes_on() -> Result<()> {
    comes_back("", Way::Frames(0), true)
}

#[test]
fn on_a_way_back_the_answers_are_covered_inline_too() -> Result<()> {
    comes_back(r#"data-mode="inline""#, Way::Inline(0), true)
}

#[test]
fn on_a_device_of_many_a_way_back_leads_to_nothing() -> Result<()> {
    comes_back(r#"data-idle="5""#, Way::Frames(0), false)
}

/// Lets the clock of the widget be so many minutes ahead.
async fn minutes_pass(person: &Person<'_>, minutes: f64) -> Result<()> {
    let ahead = minutes * 60_000.0;
    person
        .ask(&format!(
            "const now = (window.now ??= Date.now); Date.now = () => now.call(Date) + {ahead}"
        ))
        .await
}

async fn warns(person: &Person<'_>) -> Result<()> {
    person.is_covered("idle.title").await
}

async fn idle<'a>(
    browser: &'a Browser,
    minutes: &str,
) -> Result<(browser_tests::host::Site, Person<'a>)> {
    let site = Host::with(&format!(r#"data-idle="{minutes}""#))?.open(browser).await?;
    let person = Person::by(browser, Way::Frames(0), Hand::Quick).await?;
    begins(&person).await?;
    minutes_pass(&person, 4.1).await?;
    warns(&person).await?;
    Ok((site, person))
}

#[test]
fn somebody_who_comes_back_in_time_loses_nothing() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let (_site, person) = idle(browser, "5").await?;
        person.press(person.texts.say("idle.stay")?).await?;
        person.until("the questions", "return asked().length === 1").await?;
        let asked = person.asked().await?;
        assert!(asked.iter().all(|asked| asked.chosen.is_some()), "{asked:?}");
        // The watch begins anew.
        minutes_pass(&person, 8.3).await?;
        warns(&person).await
    })
}

#[test]
fn a_page_that_nobody_comes_back_to_is_erased() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let (_site, person) = idle(browser, " 5 ").await?;
        minutes_pass(&person, 5.2).await?;
        is_erased(&person).await
    })
}

#[test]
fn without_the_attribute_nothing_ever_times_out() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        begins(&person).await?;
        minutes_pass(&person, 600.0).await?;
        tokio::time::sleep(std::time::Duration::from_secs(6)).await;
        let asked = person.asked().await?;
        assert!(asked.iter().all(|asked| asked.chosen.is_some()), "{asked:?}");
        Ok(())
    })
}

#[test]
fn what_a_browser_keeps_is_kept_by_wish_alone_and_erased_without_rest() -> Result<()> {
    const KEPT: &str = "return localStorage.getItem('burnout-screener.helping-strain')";
    visit(&Look::desk(), async |browser| {
        let site = Host::with(r#"data-mode="inline""#)?.open(browser).await?;
        let answers = Answers::strain(3, 3, 1);
        let person = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
        person.finish(&answers).await?;
        assert_eq!(browser.host("return localStorage.length").await?, 0, "nothing by itself");
        person.opens_row("fold.keep").await?;
        person.press(person.texts.say("again.keep")?).await?;
        person.reads(person.texts.say("again.kept")?).await?;
        assert_ne!(browser.host(KEPT).await?, json!(null));
        let words = person.words().await?;
        assert!(
            !words.contains(person.texts.say("trend.title")?),
            "a check is not compared with itself"
        );
        person.go_by("restart.button").await?;
        person.finish(&answers).await?;
        person.reads(person.texts.say("trend.title")?).await?;

        browser.open(&site.url("/")).await?;
        let person = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
        person.finish(&answers).await?;
        person.reads(person.texts.say("trend.title")?).await?;
        person.opens_row("fold.keep").await?;
        person.press(person.texts.say("again.forget")?).await?;
        person.reads(person.texts.say("again.forgotten")?).await?;
        assert_eq!(browser.host("return localStorage.length").await?, 0);
        let words = person.words().await?;
        assert!(!words.contains(person.texts.say("trend.title")?));
        Ok(())
    })
}
