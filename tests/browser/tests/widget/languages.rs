//! Every language on the smallest phone, what a browser knows of it, and words longer than any language has.

use anyhow::{Context, Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::dist::Dist;
use browser_tests::host::Host;
use browser_tests::long::is_long;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use browser_tests::texts::Texts;
use serde_json::Value;
use xtask::workspace::Workspace;

use crate::flow::{LARGE, as_on_a_phone, fit};

const SMALLEST: u32 = 320;
/// Folded away and what is in it is not built: so many there are on the result.
const FOLDS: usize = 5;

fn locale(code: &str) -> Result<Value> {
    Workspace::here()?.json(&format!("www/locales/{code}.json"))
}

/// All but English, which every other test reads.
fn languages() -> Result<Vec<String>> {
    let mut all = Workspace::here()?.names("www/locales", ".json")?;
    all.retain(|code| code != "en");
    ensure!(!all.is_empty(), "there are languages to look at");
    Ok(all)
}

/// Words that are cut off at a side, and what reaches over the edge of the page.
const WIDE: &str = "// What arrives is still a little beside its place.
    root.getAnimations().forEach((animation) => animation.finish());
    const page = root.querySelector('.bs').getBoundingClientRect();
    const shown = every('.bs *').filter((node) => !node.closest('svg, .tail, .twin'));
    const over = (inner, outer) => inner.right > outer.right + 1 || inner.left < outer.left - 1;
    const words = (node) => [...node.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE && tidy(child.data));
    const cut = shown.filter((node) => !node.closest('.number') && words(node).some((text) => {
        const range = document.createRange();
        range.selectNode(text);
        for (let up = node; up; up = up.parentElement) {
            const place = up.getBoundingClientRect();
            if (getComputedStyle(up).overflowX !== 'visible' && place.width > 1 && over(range.getBoundingClientRect(), place)) return true;
        }
        return false;
    }));
    const out = shown.filter((node) => over(node.getBoundingClientRect(), page));
    return [...cut, ...out].map((node) => `${node.className}: ${said(node).slice(0, 60)}`);";

async fn fits(person: &Person<'_>, at: &str) -> Result<()> {
    let wide: Vec<String> = person.ask(WIDE).await?;
    ensure!(wide.is_empty(), "{at}: {wide:?}");
    Ok(())
}

/// Every step, and every fold of the result.
async fn walks(person: &Person<'_>) -> Result<()> {
    let answers = Answers::strain(4, 4, 4);
    while person.step().await? != "result" {
        fits(person, &person.heading().await?).await?;
        match person.step().await?.as_str() {
            "questions" => person.go_through(&answers).await?,
            _ => person.forward().await?,
        }
    }
    for fold in 0..FOLDS {
        let turn = format!("every('.row-fold > summary')[{fold}].click()");
        person.ask::<Value>(&turn).await?;
        fits(person, &format!("fold {fold}")).await?;
        person.ask::<Value>(&turn).await?;
    }
    Ok(())
}

/// In every language, so that whoever writes one sees all that is wrong at once.
fn in_each(body: impl Fn(&str) -> Result<()>) -> Result<()> {
    let wrong = languages()?
        .into_iter()
        .filter_map(|code| body(&code).err().map(|why| format!("{code}: {why:#}")));
    let wrong: Vec<String> = wrong.collect();
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[test]
fn the_whole_way_works_in_every_language_on_the_smallest_phone() -> Result<()> {
    in_each(|code| {
        let texts = locale(code)?;
        visit(&Look::phone(SMALLEST), async |browser| {
            let _site = Host::with(&format!(r#"data-lang="{code}""#))?.open(browser).await?;
            let person =
                Person::reading(browser, Way::Frames(0), Texts::of(texts.clone())?).await?;
            let page = "return [document.documentElement.lang, document.documentElement.dir]";
            let [lang, dir]: [Value; 2] = person.ask(page).await?;
            assert_eq!(
                [Some(&lang), Some(&dir)],
                ["language", "direction"].map(|name| texts.get(name))
            );
            let review = texts.get("review").and_then(Value::as_str);
            person.reads(review.context("nobody says that it is not reviewed")?).await?;
            walks(&person).await?;
            assert_eq!(person.heading().await?, person.texts.say("headline.both")?);
            Ok(())
        })
    })
}

#[test]
fn in_no_language_is_anything_scrolled_for_on_a_phone() -> Result<()> {
    // Those with the longest words, and with words that run the other way, stand for all in each run.
    let all = is_long("whether any language but German and Arabic has to be scrolled");
    in_each(|code| {
        if !all && !["de", "ar"].contains(&code) {
            return Ok(());
        }
        visit(&as_on_a_phone(), async |browser| {
            let small = (Look::new(320, 568), LARGE, false);
            for (look, style, all) in [(Look::new(360, 640), "", true), small] {
                browser.resize(&look).await?;
                let host = Host::with(&format!(r#"data-lang="{code}""#))?;
                let _site = host.head("<style>body { margin: 0 }</style>").open(browser).await?;
                let texts = Texts::of(locale(code)?)?;
                let person = Person::reading(browser, Way::Frames(0), texts).await?;
                let size = look.size();
                fit(&person, style, all).await.with_context(|| format!("{size:?}"))?;
            }
            Ok(())
        })
    })
}

/// Words two fifths longer than in English, in letters twice as large, and both ways.
#[test]
fn longer_and_larger_words_break_nothing() -> Result<()> {
    for (direction, sizes) in [("ltr", ["100%", "200%"].as_slice()), ("rtl", &["100%"])] {
        larger(direction, sizes)?;
    }
    Ok(())
}

fn larger(direction: &str, sizes: &[&str]) -> Result<()> {
    let mut texts = locale("en")?;
    *texts.get_mut("direction").context("no direction")? = direction.into();
    for part in ["messages", "advice", "instruments"] {
        made_longer(texts.get_mut(part).context("no such part")?);
    }
    let dist = Dist::built()?;
    let setup: Value = serde_json::from_str(&dist.text("inline/en.json")?)?;
    let from = setup.get("locale").context("nothing to change")?.to_string();
    let to = texts.to_string();
    for size in sizes {
        visit(&Look::phone(SMALLEST), async |browser| {
            let dist = dist.clone().changed("inline/en.json", &from, &to)?;
            let style = format!("<style>html {{ font-size: {size} }} body {{ margin: 0 }}</style>");
            let host = Host::with(r#"data-mode="inline""#)?.head(&style).dist(|_| dist);
            let _site = host.open(browser).await?;
            let person =
                Person::reading(browser, Way::Inline(0), Texts::of(texts.clone())?).await?;
            walks(&person).await
        })?;
    }
    Ok(())
}

fn made_longer(value: &mut Value) {
    match value {
        Value::String(text) => {
            // In words as long as those of other languages, so that they can break between them.
            let more = "bracket ".repeat(text.chars().count() / 20 + 1);
            *text = format!("[{text} {}]", more.trim());
        }
        Value::Array(all) => all.iter_mut().for_each(made_longer),
        Value::Object(all) => all.values_mut().for_each(made_longer),
        _ => {}
    }
}

#[test]
fn days_names_and_numbers_are_written_as_the_browser_knows_them() -> Result<()> {
    let unfolded = [
        ("every('.help .unfold')[0].click()", "return every('.help-body')[0]"),
        ("every('.help .place .unfold')[0].click()", "return every('.regions')[0]"),
    ];
    for (code, day) in
        [("en", "26 November 2026"), ("es", "26 de noviembre de 2026"), ("ar", "26 نوفمبر 2026")]
    {
        visit(&Look::desk(), async |browser| {
            let tag = format!(r#"data-lang="{code}" data-region="GB""#);
            let _site = Host::with(&tag)?.open(browser).await?;
            let person =
                Person::reading(browser, Way::Frames(0), Texts::of(locale(code)?)?).await?;
            for (press, there) in unfolded {
                person.ask::<Value>(press).await?;
                person.until("what was unfolded", there).await?;
            }
            person.reads(day).await?;
            let numbers = "return every('.help .digits').every((node) => getComputedStyle(node).direction === 'ltr')";
            assert!(person.ask::<bool>(numbers).await?, "{code}: a number keeps its order");
            let order = format!(
                "const names = every('.regions button').map((node) => said(node)).slice(0, -2);
                 return names.length > 25 && `${{names}}` === `${{[...names].sort(new Intl.Collator('{code}').compare)}}`"
            );
            assert!(
                person.ask::<bool>(&order).await?,
                "{code}: regions in the order of the language"
            );
            Ok(())
        })?;
    }
    Ok(())
}
