//! The page that bakes a clinic's own file, from a disk: what it shows, refuses, writes and saves.

use std::fs;

use anyhow::{Context, Result};
use browser_tests::browser::{Browser, visit};
use browser_tests::dist::Dist;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::{Value, json};
use xtask::tools::packages;
use xtask::workspace::Workspace;

use crate::baked::by_the_recipe;
use crate::recipe::file;

const FILE: &str = "generator.html";

/// What somebody does at the page, and a way to see what it saves.
const HANDS: &str = "
    const at = (name) => document.forms[0].elements[name];
    const type = (name, text) => { at(name).value = text; at(name).dispatchEvent(new Event('input', { bubbles: true })); };
    const lines = (place) => document.querySelector(`[data-lines=${place}]`).textContent;
";

fn at_the_page(look: &Look, body: impl AsyncFnOnce(&Browser) -> Result<()>) -> Result<()> {
    let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
    let folder = Workspace::here()?.scratch()?.join(name);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(FILE), Dist::built()?.text(FILE)?)?;
    visit(look, async |browser| {
        browser.open(&format!("file://{}", folder.join(FILE).display())).await?;
        browser.until("the page", "return document.body.dataset.state === 'running'").await?;
        body(browser).await
    })
}

async fn does(browser: &Browser, script: &str) -> Result<Value> {
    browser.host(&format!("{HANDS} {script}")).await
}

/// Types what the recipe for an intranet has as options.
const THE_RECIPES: &str = "type('region', 'GB'); type('contact-name', 'Staff support'); type('contact-phone', '555-0142');";

#[test]
fn what_it_saves_is_what_the_command_bakes_to_the_byte() -> Result<()> {
    at_the_page(&Look::desk(), async |browser| {
        let save = "window.saved = []; const make = URL.createObjectURL; URL.createObjectURL = (blob) => { blob.text().then((text) => saved.push(text)); return make(blob); };
            HTMLAnchorElement.prototype.click = function () { window.named = this.download; };
            document.getElementById('save').click();";
        does(browser, &format!("{THE_RECIPES} {save}")).await?;
        let saved = browser.until("the file", "return saved[0]").await?;
        let baked = fs::read_to_string(by_the_recipe()?.join("self-check.en.html"))?;
        assert!(saved.as_str() == Some(&baked), "they differ");
        assert_eq!(browser.host("return named").await?, "self-check.en.html");
        Ok(())
    })
}

#[test]
fn it_writes_the_lines_of_the_recipes() -> Result<()> {
    at_the_page(&Look::desk(), async |browser| {
        does(browser, THE_RECIPES).await?;
        for (place, recipe, name) in
            [("html", "plain", "element.html"), ("wordpress", "wordpress", "shortcode.txt")]
        {
            let lines = does(browser, &format!("return lines('{place}') + '\\n'")).await?;
            assert_eq!(lines, file(recipe, name)?.as_str(), "{place}");
        }
        let frame = file("wix", "embed.html")?.replace("https://files.example/", "");
        assert_eq!(does(browser, "return lines('frame') + '\\n'").await?, frame.as_str());
        let integrity: Value = serde_json::from_str(&Dist::built()?.text("integrity.json")?)?;
        let wanted = integrity.get("burnout-screener.js").context("no integrity")?;
        assert_eq!(
            &does(browser, "return document.getElementById('integrity').textContent").await?,
            wanted
        );
        Ok(())
    })
}

#[test]
fn the_lines_ask_for_the_language_that_was_chosen() -> Result<()> {
    at_the_page(&Look::desk(), async |browser| {
        for place in ["html", "wordpress", "module"] {
            let lines = |code: &str| format!("type('language', '{code}'); return lines('{place}')");
            let spanish = does(browser, &lines("es")).await?.to_string();
            assert!(spanish.contains(r#" lang=\"es\""#), "{spanish}");
            let english = does(browser, &lines("en")).await?.to_string();
            assert!(!english.contains("lang="), "{english}");
        }
        Ok(())
    })
}

#[test]
fn what_would_not_be_used_is_told_beside_its_field_and_cannot_be_saved() -> Result<()> {
    at_the_page(&Look::desk(), async |browser| {
        does(browser, "type('contact-phone', 'call us'); type('accent', 'red'); type('contact-name', '\"><img src=x>');").await?;
        let told = "return [...document.querySelectorAll('.wrong')].filter((each) => each.textContent).map((each) => each.id)";
        assert_eq!(browser.host(told).await?, json!(["contact-phone-wrong", "accent-wrong"]));
        assert_eq!(does(browser, "return document.getElementById('save').disabled").await?, true);
        let lines = does(browser, "return lines('html')").await?.to_string();
        assert!(!lines.contains("call us") && lines.contains("&quot;>&lt;img"), "{lines}");
        does(browser, "type('contact-phone', '555-0142'); type('accent', '');").await?;
        assert_eq!(does(browser, "return document.getElementById('save').disabled").await?, false);
        Ok(())
    })
}

#[test]
fn it_shows_what_people_will_see_and_asks_nobody() -> Result<()> {
    at_the_page(&Look::desk(), async |browser| {
        does(browser, "type('region', 'IE'); type('contact-phone', '555-0142'); at('contact-always').click();").await?;
        let person = Person::looking(browser, Way::OwnFrame(0))?;
        browser
            .until("the preview", "return document.querySelector('#preview iframe')?.clientHeight")
            .await?;
        person
            .until(
                "the clinic's number in the help bar",
                "return root && every('.bs').some((all) => said(all).includes('555-0142'))",
            )
            .await
    })
}

/// The page passes the checks of axe-core, with a field that is wrong, and is no wider than the window.
fn can_be_used(look: &Look) -> Result<()> {
    let workspace = Workspace::here()?;
    packages(&workspace, "tests/browser")?;
    let axe = workspace.text("tests/browser/node_modules/axe-core/axe.min.js")?;
    at_the_page(look, async |browser| {
        does(browser, "type('contact-phone', 'call us'); at('place').value = 'wordpress'; type('region', 'GB');").await?;
        let fits = "return document.documentElement.scrollWidth <= innerWidth";
        assert_eq!(browser.host(fits).await?, true);
        browser.host(&axe).await?;
        let run = "axe.run(document, { iframes: false, preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
            .then(({ violations, passes }) => (window.found = [passes.length > 10, violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`)]));";
        browser.host(run).await?;
        let found = browser.until("what axe found", "return window.found").await?;
        assert_eq!(found, json!([true, []]));
        Ok(())
    })
}

#[test]
fn everybody_can_use_it_at_a_desk_in_light() -> Result<()> {
    can_be_used(&Look::desk())
}

#[test]
fn everybody_can_use_it_on_a_small_phone_in_dark() -> Result<()> {
    can_be_used(&Look::phone(320).dark())
}
