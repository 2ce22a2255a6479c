//! The height that the host page sees: enough for every step, and the same whatever was answered.

use anyhow::{Context, Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::Person;
use serde_json::Value;

/// Nothing is cut off or scrolled inside, in either frame: but what asks is no higher than the window shows.
const FITS: &str = "const { height } = document.body.getBoundingClientRect();
    const asks = root.querySelector('[data-step=questions]');
    return (asks ? Math.ceil(height) >= innerHeight : Math.ceil(height) === innerHeight) && (innerWidth === document.documentElement.clientWidth || (asks && height > innerHeight))
        && document.documentElement.scrollWidth <= innerWidth";

async fn fits(person: &Person<'_>) -> Result<()> {
    person.until("a frame as high as what is in it", FITS).await?;
    let inner: u64 = person.ask("return innerWidth").await?;
    let frame = "return document.querySelector('burnout-screener').shadowRoot.querySelector('iframe').clientWidth";
    let outer = person.browser.host(frame).await?;
    ensure!(outer == inner, "the frame is {outer} px wide, and a scrollbar leaves {inner} px");
    Ok(())
}

/// Goes all the way and lets the height settle on each step.
async fn passes(person: &Person<'_>, answers: &Answers) -> Result<()> {
    fits(person).await?;
    while person.step().await? != "result" {
        person.go_through(answers).await?;
        fits(person).await?;
    }
    person.opens_row("more.title").await?;
    person.until("the advice", "return every('.more li').length >= 5").await?;
    fits(person).await
}

fn no_scrollbar_at(look: &Look) -> Result<()> {
    visit(look, async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        passes(&Person::at(browser).await?, &Answers::strain(4, 2, 1).skip("spoiled_good_moments"))
            .await
    })
}

#[test]
fn nothing_scrolls_inside_at_320_pixels() -> Result<()> {
    no_scrollbar_at(&Look::phone(320))
}

#[test]
fn nothing_scrolls_inside_at_360_pixels() -> Result<()> {
    no_scrollbar_at(&Look::phone(360))
}

#[test]
fn nothing_scrolls_inside_at_768_pixels() -> Result<()> {
    no_scrollbar_at(&Look::new(768, 1024))
}

#[test]
fn nothing_scrolls_inside_at_1280_pixels() -> Result<()> {
    no_scrollbar_at(&Look::desk())
}

/// Ways to answer that lead to different results, all questions answered.
fn ways() -> Vec<(&'static str, Answers)> {
    let heavy = |answers: Answers| {
        answers.context("impact", "very_much").context("duration", "over_six_months")
    };
    vec![
        ("no strain", Answers::strain(0, 0, 0)),
        ("tiredness", Answers::strain(0, 0, 4).context("cause", "none")),
        ("burnout", heavy(Answers::strain(4, 0, 1))),
        ("compassion fatigue", Answers::strain(0, 4, 1).context("cause", "suffering")),
        ("both, as a carer", heavy(Answers::strain(4, 4, 4)).context("cause", "both").caring()),
        ("without exposure", Answers::strain(4, 4, 0).context("exposure", "never")),
    ]
}

/// Everything that a listener on the host page hears, for each way to answer.
async fn heard_for(browser: &Browser, answers: &Answers) -> Result<Vec<String>> {
    let _site = Host::plain()?.open(browser).await?;
    passes(&Person::at(browser).await?, answers).await?;
    browser.settled().await?;
    browser.heard().await
}

fn the_same_for_all(look: &Look) -> Result<()> {
    visit(look, async |browser| {
        let mut all = Vec::new();
        for (name, answers) in ways() {
            let heard = heard_for(browser, &answers).await?;
            for message in &heard {
                is_plain(message)?;
            }
            all.push((name, heard));
        }
        let ((first, expected), others) = all.split_first().context("no way to answer")?;
        for (name, heard) in others {
            let (heights, others) = (heights(heard), heights(expected));
            assert_eq!(heights, others, "{name}: the heights differ from those for {first}");
        }
        for (name, heard) in others {
            assert_eq!(
                heard, expected,
                "{name}: the heights agree with {first}, the order differs"
            );
        }
        Ok(())
    })
}

fn heights(heard: &[String]) -> Vec<&String> {
    heard.iter().filter(|message| message.contains("height")).collect()
}

/// A message says that the frame is ready and of which release, how high it is, or that a step was taken and
/// whether it asks; nothing else.
fn is_plain(message: &str) -> Result<()> {
    let value: Value = serde_json::from_str(message)?;
    let kind = value.get("type").and_then(Value::as_str).unwrap_or_default();
    let fields: &[&str] = match kind {
        "ready" => &["burnout-screener", "type", "release"],
        "step" => &["burnout-screener", "type", "asking"],
        "height" => &["burnout-screener", "type", "height"],
        _ => &[],
    };
    let mut there: Vec<&str> = value
        .as_object()
        .into_iter()
        .flat_map(|fields| fields.keys().map(String::as_str))
        .collect();
    there.sort_unstable();
    let mut allowed = fields.to_vec();
    allowed.sort_unstable();
    ensure!(there == allowed, "a message has other fields: {message}");
    let whole = value.get("height").is_none_or(Value::is_u64);
    ensure!(
        whole && value.get("burnout-screener") == Some(&Value::from(1)),
        "an odd message: {message}"
    );
    Ok(())
}

#[test]
fn on_a_phone_the_messages_are_the_same_for_every_way_to_answer() -> Result<()> {
    the_same_for_all(&Look::phone(320))
}

#[test]
fn on_a_desk_the_messages_are_the_same_for_every_way_to_answer() -> Result<()> {
    the_same_for_all(&Look::desk())
}
