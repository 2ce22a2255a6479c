//! Every step and every page beside the way passes the checks of axe-core, light and dark, on a phone and on a desk.

use std::fs;

use anyhow::Result;
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::host::{Host, Site};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use browser_tests::texts::Texts;
use xtask::{tools, workspace::Workspace};

/// What axe finds against WCAG 2.2 at levels A and AA, and where.
const RUN: &str = "Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => axe.run(document, { preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).then(({ violations, passes }) => {
    window.found = {
        violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 4).join(', ')}`),
        passes: passes.length,
    };
})";

async fn passes(person: &Person<'_>, step: &str) -> Result<()> {
    person.ask::<()>(&format!("window.found = undefined; {RUN}")).await?;
    person.until("what axe found", "return window.found").await?;
    let passed: usize = person.ask("return window.found.passes").await?;
    let violations: Vec<String> = person.ask("return window.found.violations").await?;
    assert!(passed > 10, "{step}: axe looked at next to nothing");
    assert!(violations.is_empty(), "{step}: {violations:#?}");
    Ok(())
}

/// Somebody who reads one of the languages, with axe at hand.
async fn begins<'a>(browser: &'a Browser, code: &str) -> Result<(Site, Person<'a>)> {
    let workspace = Workspace::here()?;
    tools::packages(&workspace, "tests/browser")?;
    let axe = fs::read_to_string(workspace.path("tests/browser/node_modules/axe-core/axe.min.js"))?;
    let tag = format!(r#"data-lang="{code}" data-contact-phone="555-0142""#);
    let site = Host::with(&tag)?.open(browser).await?;
    let texts = Texts::of(workspace.json(&format!("www/locales/{code}.json"))?)?;
    let person = Person::reading(browser, Way::Frames(0), texts).await?;
    person.ask::<()>(&axe).await?;
    Ok((site, person))
}

fn passes_everywhere(look: &Look, code: &str) -> Result<()> {
    visit(look, async |browser| {
        let (_site, person) = begins(browser, code).await?;
        passes(&person, "welcome").await?;
        person.unfold("earlier.title").await?;
        person.press(person.texts.say("help.more")?).await?;
        passes(&person, "welcome, all unfolded").await?;
        person.go_by("how.open").await?;
        passes(&person, "how it works").await?;
        person.back().await?;
        let answers = Answers::strain(4, 3, 1).skip("spoiled_good_moments");
        // The screens of thirty statements differ in words alone: one of each kind is looked at.
        let mut kinds: Vec<Vec<String>> = Vec::new();
        while person.step().await? != "result" {
            let kind = person.asked().await?.into_iter().flat_map(|asked| asked.options).collect();
            if !kinds.contains(&kind) {
                passes(&person, "questions").await?;
                kinds.push(kind);
            }
            person.go_through(&answers).await?;
        }
        assert!(kinds.len() > 5, "{kinds:?}");
        for row in ["fold.details", "more.title", "places.title", "fold.keep", "how.open"] {
            person.opens_row(row).await?;
            passes(&person, row).await?;
        }
        person.opens_row("fold.keep").await?;
        for folded in ["again.protect", "take.other"] {
            person.unfold(folded).await?;
        }
        passes(&person, "what is kept, all unfolded").await?;
        for beside in ["hand.work", "hand.supervision"] {
            person.go_by(beside).await?;
            passes(&person, beside).await?;
            person.back().await?;
        }
        person.press(person.texts.say("exit.button")?).await?;
        person.is_covered("leave.title").await?;
        passes(&person, "the question before leaving").await?;
        person.tap(".idle .primary").await?;
        person.reads(person.texts.say("erased.text")?).await?;
        passes(&person, "erased").await
    })
}

#[test]
fn on_a_phone_every_step_passes() -> Result<()> {
    passes_everywhere(&Look::phone(360), "en")
}

#[test]
fn on_a_dark_phone_every_step_passes() -> Result<()> {
    passes_everywhere(&Look::phone(360).dark(), "en")
}

#[test]
fn on_a_desk_every_step_passes() -> Result<()> {
    passes_everywhere(&Look::desk(), "en")
}

#[test]
fn on_a_dark_desk_every_step_passes() -> Result<()> {
    passes_everywhere(&Look::desk().dark(), "en")
}

#[test]
fn in_arabic_every_step_passes() -> Result<()> {
    passes_everywhere(&Look::phone(360), "ar")
}

#[test]
fn every_outcome_passes_in_english_and_arabic() -> Result<()> {
    for code in ["en", "ar"] {
        visit(&Look::phone(360), async |browser| {
            let (_site, person) = begins(browser, code).await?;
            for (outcome, answers) in Answers::of_every_outcome() {
                person.finish(&answers).await?;
                passes(&person, &format!("{outcome} in {code}")).await?;
                person.go_by("restart.button").await?;
            }
            Ok(())
        })?;
    }
    Ok(())
}
