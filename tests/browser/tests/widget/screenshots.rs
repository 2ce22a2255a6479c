//! Pictures of every step, for people to look at, and what can be measured on the way.

use anyhow::{Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::Person;

const HIGH: u32 = 740;

/// Anything that reaches out to the right of its frame. What does not fit under a result is cut off at its side.
const WIDE: &str = "return [...root.querySelectorAll('.bs *')]
    .filter((node) => seen(node) && !node.closest('.tail') && node.getBoundingClientRect().right > innerWidth + 0.5)
    .map((node) => `too wide: ${node.getBoundingClientRect().right} of ${innerWidth}: ${node.localName}.${node.className.baseVal ?? node.className} ${said(node).slice(0, 40)}`)
    .slice(0, 5)";

/// What a thumb has to hit and is too low for it. A link in the middle of a sentence may be as high as its line.
const SMALL: &str = "const least = () => 44;
    return every('.option, button, summary, select, a.number')
        .filter((node) => node.getBoundingClientRect().height < least(node) && !node.closest('p'))
        .map((node) => `too low: ${node.localName}.${node.className} ${said(node).slice(0, 40)} ${node.getBoundingClientRect().height} px`)
        .slice(0, 5)";

struct Series<'a> {
    browser: &'a Browser,
    person: Person<'a>,
    name: String,
    width: u32,
    phone: bool,
    number: u32,
    found: Vec<String>,
}

impl Series<'_> {
    async fn take(&mut self, step: &str) -> Result<()> {
        let mut found: Vec<String> = self.person.ask(WIDE).await?;
        if self.phone {
            found.extend(self.person.ask::<Vec<String>>(SMALL).await?);
        }
        let overflow = "return document.documentElement.scrollWidth > innerWidth";
        if self.browser.host(overflow).await? != false {
            found.push("the host page scrolls sideways".to_owned());
        }
        let place = format!("{step} at {} px", self.width);
        self.found.extend(found.into_iter().map(|what| format!("{place}: {what}")));
        self.number += 1;
        let name = format!("{}/{:02}-{step}", self.name, self.number);
        self.browser.picture(&name).await
    }
}

async fn series(
    browser: &Browser,
    name: &str,
    look: &Look,
    width: u32,
    phone: bool,
) -> Result<Vec<String>> {
    browser.resize(look).await?;
    let attributes = r#"data-region="AU" data-contact-name="Lamp Street staff support" data-contact-phone="555-0142""#;
    let _site = Host::with(attributes)?.open(browser).await?;
    let person = Person::at(browser).await?;
    let name = format!("{name}-{width}");
    let mut series = Series { browser, person, name, width, phone, number: 0, found: Vec::new() };
    let answers = Answers::strain(3, 2, 1).skip("spoiled_good_moments").context("impact", "much");
    series.take("welcome").await?;
    series.person.press(series.person.texts.say("help.more")?).await?;
    series.take("welcome-help").await?;
    series.person.start().await?;
    series.take("situation").await?;
    let review = series.person.texts.say("flow.again")?.to_owned();
    let mut pages = 0;
    while series.person.place().await? != review {
        pages += 1;
        // The later screens look like the first of their kind.
        if pages <= 8 && pages != 3 {
            series.person.answer(&answers).await?;
            series.take("answered").await?;
        }
        series.person.go_through(&answers).await?;
    }
    series.take("review").await?;
    series.person.finish(&answers).await?;
    series.take("result").await?;
    series.person.opens_row("more.title").await?;
    series.person.until("the advice", "return every('.more li').length >= 5").await?;
    series.person.opens_row("places.title").await?;
    series.take("result-unfolded").await?;
    Ok(series.found)
}

fn all_sizes(name: &str, change: impl Fn(Look) -> Look) -> Result<()> {
    // Frames of another process are drawn only where the window is.
    let look = change(Look::phone(320)).without("IsolateSandboxedIframes");
    visit(&look, async |browser| {
        let mut found = Vec::new();
        for (width, look, phone) in [
            (320, Look::phone(320), true),
            (360, Look::phone(360), true),
            (1280, Look::new(1280, HIGH), false),
        ] {
            found.extend(series(browser, name, &look, width, phone).await?);
        }
        ensure!(found.is_empty(), "{found:#?}");
        Ok(())
    })
}

#[test]
fn every_step_fits_and_can_be_tapped_in_light() -> Result<()> {
    all_sizes("light", |look| look)
}

#[test]
fn every_step_fits_and_can_be_tapped_in_dark() -> Result<()> {
    all_sizes("dark", Look::dark)
}
