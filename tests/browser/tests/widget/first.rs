//! Before the engine: the first words stand, and what is pressed is kept.

use anyhow::{Context, Result};
use browser_tests::browser::{Browser, visit};
use browser_tests::hands::{Hand, Key};
use browser_tests::held::Held;
use browser_tests::host::{Host, Site};
use browser_tests::look::Look;
use browser_tests::person::{Asked, Person, Way};
use serde_json::{Value, json};
use xtask::server::Route;

pub(crate) fn slowly() -> Look {
    Look::desk().impatient()
}

/// The page, the rest of its file, and somebody who reads the first words.
pub(crate) async fn begins<'a>(
    browser: &'a Browser,
    host: Host,
    hand: Hand,
) -> Result<(Site, Held, Person<'a>)> {
    let (host, held) = Held::on(host)?;
    let site = host.open(browser).await?;
    let person = Person::early(browser, Way::Frames(0), hand)?;
    person
        .until("the first words", "return document.documentElement.dataset.state === 'first'")
        .await?;
    Ok((site, held, person))
}

/// The one thing that is asked.
async fn one(person: &Person<'_>) -> Result<Asked> {
    person.asked().await?.into_iter().next().context("nothing is asked")
}

/// Fails unless the first statement is asked, and these are the options pressed before it.
async fn went_on_with(person: &Person<'_>, options: [usize; 2]) -> Result<()> {
    let statement = one(person).await?;
    assert_eq!(statement.text, person.texts.item("sleepy_when_needed_awake", "helping")?);
    for option in options.into_iter().rev() {
        person.back().await?;
        assert_eq!(one(person).await?.chosen, Some(option));
    }
    Ok(())
}

/// Fails where two forms differ, and says where.
fn assert_same(before: &Value, after: &Value) {
    let [one, other] = [before, after].map(|form| form.to_string());
    let letters = one.char_indices().zip(other.chars());
    let differs = letters.into_iter().find(|((_, one), other)| one != other);
    if let Some(((place, _), _)) = differs {
        let around =
            |text: &str| text.chars().skip(place.saturating_sub(120)).take(400).collect::<String>();
        assert_eq!(around(&one), around(&other));
    }
    assert_eq!(one.len(), other.len());
}

/// The form as it stands, in an order of attributes that is always the same, and where the focus is in it.
/// What comes in has come.
const FORM: &str = "document.getAnimations().forEach((animation) => animation.finish());
    const write = (node) => node.nodeType === 3 ? node.data : `<${[node.localName,
        ...[...node.attributes].map(({ name, value }) => `${name}=${value}`).sort()].join(' ')}>${[...node.childNodes].map(write).join('')}</>`;
    const all = [...root.querySelectorAll('.bs form *')];
    const rect = (of) => { const { x, y, width, height } = of.getBoundingClientRect(); return [x, y, width, height].map(Math.round).join(); };
    const within = (node) => { const range = document.createRange(); range.selectNodeContents(node); return range; };
    const rects = all.map((node) => [rect(node), rect(within(node))]);
    return [write(root.querySelector('.bs form')), all.indexOf(active()), rects];";

async fn is_the_same_before_and_after(
    browser: &Browser,
    attributes: &str,
    goes: impl AsyncFnOnce(&Person<'_>) -> Result<()>,
) -> Result<()> {
    let (_site, held, person) = begins(browser, Host::with(attributes)?, Hand::Quick).await?;
    goes(&person).await?;
    let before: Value = person.ask(FORM).await?;
    held.comes()?;
    person.arrives().await?;
    let after: Value = person.ask(FORM).await?;
    assert_same(&before, &after);
    Ok(())
}

#[test]
fn the_welcome_is_the_same_before_and_after_the_engine_comes() -> Result<()> {
    visit(&slowly(), async |browser| {
        is_the_same_before_and_after(browser, "", async |_| Ok(())).await
    })
}

/// A line with a name and a number, one whose name is its number, an address, one of several by language, one of many countries.
#[test]
fn the_line_of_every_kind_of_region_is_the_same_before_and_after() -> Result<()> {
    for region in ["AU", "NL", "WORLD", "BE", "EU", "CA"] {
        visit(&slowly(), async |browser| {
            let attributes = format!(r#"data-region="{region}""#);
            is_the_same_before_and_after(browser, &attributes, async |_| Ok(())).await
        })?;
    }
    Ok(())
}

#[test]
fn each_early_question_is_the_same_and_the_focus_stays_on_it() -> Result<()> {
    for pressed in 0..2 {
        visit(&slowly(), async |browser| {
            is_the_same_before_and_after(browser, "", async |person| {
                person.start().await?;
                for _ in 0..pressed {
                    person.answer_with(1).await?;
                }
                Ok(())
            })
            .await
        })?;
    }
    Ok(())
}

#[test]
fn what_a_host_sets_is_right_from_the_first_frame() -> Result<()> {
    let attributes = r##"data-region="GB" data-theme="dark" data-accent="#b3003c" data-heading-level="4" data-employer="yes""##;
    let looks = "const style = getComputedStyle(every('.step .primary')[0]);
        return [style.backgroundColor, style.color, getComputedStyle(root.querySelector('.card')).backgroundColor, said(root.querySelector('.help-now'))]";
    visit(&slowly(), async |browser| {
        let (_site, held, person) = begins(browser, Host::with(attributes)?, Hand::Quick).await?;
        let before: [String; 4] = person.ask(looks).await?;
        let (form, level): (Value, String) =
            (person.ask(FORM).await?, person.ask("return every('h2')[0].ariaLevel").await?);
        assert_eq!(level, "4");
        let work: bool = person.ask("return seen([...root.querySelectorAll('li')].find((line) => /your work/.test(said(line))))").await?;
        assert!(work, "whoever works for the host reads who sees what");
        assert!(before.last().is_some_and(|line| line.contains("116 123")), "{before:?}");
        held.comes()?;
        person.arrives().await?;
        assert_eq!(before, person.ask::<[String; 4]>(looks).await?);
        assert_same(&form, &person.ask(FORM).await?);
        Ok(())
    })
}

#[test]
fn a_line_of_the_hosts_own_waits_and_no_other_stands_in_its_place() -> Result<()> {
    let attributes =
        r#"data-contact-name="Ward 7" data-contact-phone="555-0142" data-contact-always="yes""#;
    visit(&slowly(), async |browser| {
        let (_site, held, person) = begins(browser, Host::with(attributes)?, Hand::Quick).await?;
        assert!(!person.ask::<bool>("return seen(root.querySelector('.help-who'))").await?);
        held.comes()?;
        person.arrives().await?;
        person.reads("Ward 7").await
    })
}

#[test]
fn an_answer_given_before_the_engine_is_kept_and_nobody_outside_hears_of_it() -> Result<()> {
    visit(&slowly(), async |browser| {
        let (_site, held, person) = begins(browser, Host::plain()?, Hand::Mouse).await?;
        person.start().await?;
        let heard = browser.heard().await?;
        person.answer_with(2).await?;
        let exposure = one(&person).await?;
        person.choose_early(3).await?;
        let chosen = one(&person).await?;
        assert_eq!(
            chosen.text, exposure.text,
            "the last early question stays until the engine goes on"
        );
        assert_eq!(chosen.chosen, Some(3));
        held.comes()?;
        person.arrives().await?;
        went_on_with(&person, [2, 3]).await?;
        assert_eq!(browser.heard().await?, heard, "during the questions nothing is said");
        Ok(())
    })
}

#[test]
fn an_answer_can_be_changed_and_taken_back_before_the_engine() -> Result<()> {
    visit(&slowly(), async |browser| {
        let (_site, held, person) = begins(browser, Host::plain()?, Hand::Quick).await?;
        person.start().await?;
        person.answer_with(0).await?;
        person.choose_early(1).await?;
        person.choose_early(4).await?;
        assert_eq!(one(&person).await?.chosen, Some(4));
        person.press(person.texts.say("nav.back")?).await?;
        assert_eq!(one(&person).await?.chosen, None);
        held.comes()?;
        person.arrives().await?;
        assert_eq!(one(&person).await?.chosen, None);
        Ok(())
    })
}

#[test]
fn a_digit_answers_one_and_a_held_enter_answers_one() -> Result<()> {
    visit(&slowly(), async |browser| {
        let (_site, held, person) = begins(browser, Host::plain()?, Hand::Quick).await?;
        person.start().await?;
        let role = one(&person).await?.text;
        person.tab_to("active() === options(asked()[0])[0]").await?;
        person.holds_enter(12).await?;
        person
            .until(
                "the next question",
                &format!("return asked().length && !said(asked()[0]).includes({})", json!(role)),
            )
            .await?;
        assert_eq!(one(&person).await?.chosen, None, "the second is not answered");
        person.waits_out_the_pause().await;
        browser.key(Key::Digit(2)).await?;
        person.until("an answer", "return asked()[0].querySelector('[aria-pressed=true]')").await?;
        held.comes()?;
        person.arrives().await?;
        person.back().await?;
        assert_eq!(one(&person).await?.chosen, Some(1));
        person.back().await?;
        assert_eq!(one(&person).await?.chosen, Some(0));
        Ok(())
    })
}

#[test]
fn what_only_the_engine_can_do_is_done_when_it_comes() -> Result<()> {
    for (key, then) in [
        ("how.open", "return every('[data-step=how]').length"),
        ("help.more", "return every('.help-body').length"),
    ] {
        visit(&slowly(), async |browser| {
            let (_site, held, person) = begins(browser, Host::plain()?, Hand::Quick).await?;
            person.press(person.texts.say(key)?).await?;
            assert!(person.ask::<bool>("return every('[aria-busy=true]').length === 1").await?);
            held.comes()?;
            person.until("what was pressed for", then).await
        })?;
    }
    Ok(())
}

#[test]
fn erase_and_leave_before_the_engine_erases_and_leaves() -> Result<()> {
    visit(&slowly(), async |browser| {
        let host = Host::with(r#"data-leave-to="/elsewhere""#)?;
        let page =
            "<!doctype html><title>Elsewhere</title><link rel=icon href=/icon.svg><p>The weather.";
        let (_site, _held, person) =
            begins(browser, host.also(Route::html("/elsewhere", page)), Hand::Quick).await?;
        person.start().await?;
        person.answer_with(1).await?;
        person.press(person.texts.say("exit.button")?).await?;
        browser.until("the other page", "return location.pathname === '/elsewhere'").await?;
        Ok(())
    })
}

#[test]
fn what_was_erased_before_the_engine_stays_erased_after() -> Result<()> {
    visit(&slowly(), async |browser| {
        is_the_same_before_and_after(browser, "", async |person| {
            person.start().await?;
            person.answer_with(1).await?;
            person.press(person.texts.say("exit.button")?).await?;
            person.reads(person.texts.say("erased.text")?).await
        })
        .await
    })
}

#[test]
fn the_swap_waits_while_something_is_held_down() -> Result<()> {
    visit(&slowly(), async |browser| {
        let (_site, held, person) = begins(browser, Host::plain()?, Hand::Mouse).await?;
        person.start().await?;
        person.waits_out_the_pause().await;
        person.presses_down_on(1).await?;
        held.comes()?;
        person.until("the engine's frame", "return parent.length === 2").await?;
        browser.settled().await?;
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        assert!(
            person.ask::<bool>("return document.documentElement.dataset.state === 'first'").await?
        );
        person.lets_go().await?;
        person.arrives().await?;
        person.back().await?;
        assert_eq!(one(&person).await?.chosen, Some(1));
        Ok(())
    })
}

/// Between the two tasks there is one moment in which an answer can still come.
#[test]
fn an_answer_given_while_the_engine_stands_ready_unseen_is_kept() -> Result<()> {
    visit(&slowly(), async |browser| {
        let (_site, held, person) = begins(browser, Host::plain()?, Hand::Mouse).await?;
        person.start().await?;
        person.answer_with(2).await?;
        // Told in the same moment as the script that waits for it.
        let armed = "const observe = MutationObserver.prototype.observe;
            MutationObserver.prototype.observe = function (node, what) {
                if (node.localName === 'main') {
                    MutationObserver.prototype.observe = observe;
                    new MutationObserver((_, observer) => {
                        observer.disconnect();
                        document.documentElement.dataset.late = node.isConnected;
                        document.querySelectorAll('.bs .screen .option')[3].click();
                    }).observe(node, what);
                }
                observe.call(this, node, what);
            };
            return true";
        assert!(person.ask::<bool>(armed).await?);
        held.comes()?;
        person.arrives().await?;
        let late: String = person.ask("return document.documentElement.dataset.late").await?;
        assert_eq!(late, "false", "what was pressed was still the page before");
        went_on_with(&person, [2, 3]).await?;
        Ok(())
    })
}
