//! The same in every engine: the whole way from the tag to the result, what is taken along and opened again, paper, and the
//! languages. Firefox and WebKitGTK are tested where they are installed, and a line says where they are not.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit_in};
use browser_tests::checks::checks;
use browser_tests::dist::Dist;
use browser_tests::downloads::Downloads;
use browser_tests::engine::Engine;
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::long::is_in_all_browsers;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use browser_tests::texts::Texts;
use xtask::workspace::Workspace;

/// As high as the longest step: a pointer reaches everything, and nothing has to be scrolled to.
fn high() -> Look {
    Look::new(1280, 3800)
}

fn texts(code: &str) -> Result<Texts> {
    Texts::of(Workspace::here()?.json(&format!("www/locales/{code}.json"))?)
}

/// Takes along the result that is shown: copies and prints it, and saves the check. Browsers do all that only for somebody
/// who presses.
async fn takes_along(
    browser: &Browser,
    person: &Person<'_>,
    downloads: &Downloads,
) -> Result<PathBuf> {
    let headline = person.heading().await?;
    person.opens_row("fold.keep").await?;
    person.press(person.texts.say("take.copy")?).await?;
    person.reads(person.texts.say("take.copied")?).await?;
    ensure!(browser.pasted().await?.contains(&headline), "another text is on the clipboard");
    person.ask::<()>("window.printed = 0; window.print = () => { window.printed += 1 }").await?;
    person.press(person.texts.say("take.print")?).await?;
    person.until("one print", "return window.printed === 1").await?;
    let path = person.saves(downloads).await?;
    ensure!(checks(&fs::read_to_string(&path)?)? == 1, "one check is in the file");
    Ok(path)
}

/// Begins anew, beside the check of before.
async fn opens(person: &Person<'_>, path: &Path) -> Result<()> {
    person.begins_anew().await?;
    person.choose_file(path).await?;
    // The numbers after it are isolated where words run from right to left.
    let opened = person.texts.say("earlier.added")?.split('{').next().unwrap_or_default();
    person.reads(opened.trim()).await
}

/// Everything that is not asked of the real hand is done the short way.
fn goes_the_whole_way(engine: Engine, code: &str) -> Result<()> {
    if !engine.is_there()? {
        return Ok(());
    }
    let downloads = Downloads::empty()?;
    visit_in(engine, &high().saving_to(&downloads), async |browser| {
        let tag = format!(r#"data-lang="{code}" data-region="GB""#);
        let _site = Host::with(&tag)?.open(browser).await?;
        let person = Person::reading(browser, Way::Frames(0), texts(code)?).await?;
        let page = "const { lang, dir } = document.documentElement; return lang + ' ' + dir";
        let said = |name: &str| person.texts.locale.get(name).and_then(|word| word.as_str());
        let wanted = said("language").zip(said("direction")).context("a locale without a name")?;
        assert_eq!(person.ask::<String>(page).await?, format!("{} {}", wanted.0, wanted.1));
        // WebKit gives no focus to a frame in which nobody has pressed anything.
        let person = person.acting_by(Hand::Mouse);
        person.start().await?;
        let person = person.acting_by(Hand::Quick);
        person.finish(&Answers::strain(4, 0, 1)).await?;
        assert_eq!(person.heading().await?, person.texts.say("headline.burnout")?);
        let person = person.acting_by(Hand::Mouse);
        let path = takes_along(browser, &person, &downloads).await?;
        let person = person.acting_by(Hand::Quick);
        opens(&person, &path).await?;
        person.finish(&Answers::strain(1, 0, 1)).await?;
        assert_eq!(person.heading().await?, person.texts.say("headline.none")?);
        person.opens_row("fold.details").await?;
        let rows: usize = person.ask("return every('.values tbody tr').length").await?;
        assert_eq!(rows, 2, "the check that was opened, and the one of now");
        person.erases_and_leaves().await?;
        person.reads(person.texts.say("erased.text")?).await
    })
}

#[test]
fn in_chromium_a_result_is_reached_taken_along_and_opened_beside_the_next_one() -> Result<()> {
    goes_the_whole_way(Engine::Chromium, "en")
}

#[test]
fn in_firefox_a_result_is_reached_taken_along_and_opened_beside_the_next_one() -> Result<()> {
    goes_the_whole_way(Engine::Firefox, "en")
}

#[test]
fn in_webkit_a_result_is_reached_taken_along_and_opened_beside_the_next_one() -> Result<()> {
    goes_the_whole_way(Engine::WebKit, "en")
}

/// All languages but English.
fn other_languages() -> Result<Vec<String>> {
    let mut all = Workspace::here()?.names("www/locales", ".json")?;
    all.retain(|code| code != "en");
    ensure!(all.len() > 1, "there are other languages");
    Ok(all)
}

#[test]
fn the_whole_way_is_the_same_in_every_engine_and_language() -> Result<()> {
    if !is_in_all_browsers("the whole way in each language, in every engine") {
        return Ok(());
    }
    for engine in Engine::ALL {
        for code in other_languages()? {
            goes_the_whole_way(engine, &code)
                .with_context(|| format!("{code} in {}", engine.name()))?;
        }
    }
    Ok(())
}

#[test]
fn every_outcome_is_the_same_in_every_engine_by_mouse_and_by_keys() -> Result<()> {
    if !is_in_all_browsers("each outcome by mouse or keys, in every engine") {
        return Ok(());
    }
    let outcomes = [
        ("headline.none", Answers::strain(0, 0, 0), Hand::Keys),
        ("headline.compassion_fatigue", Answers::strain(0, 4, 0), Hand::Mouse),
        ("headline.both", Answers::strain(4, 4, 4), Hand::Keys),
        ("headline.not_enough", Answers::none(), Hand::Mouse),
    ];
    for engine in Engine::ALL.into_iter().filter(|engine| engine.is_there().is_ok_and(|is| is)) {
        for (headline, answers, hand) in &outcomes {
            visit_in(engine, &high(), async |browser| {
                let _site = Host::plain()?.open(browser).await?;
                let person = Person::at(browser).await?.acting_by(Hand::Mouse);
                person.start().await?;
                let person = person.acting_by(*hand);
                person.finish(answers).await?;
                assert_eq!(person.heading().await?, person.texts.say(headline)?);
                Ok(())
            })
            .with_context(|| format!("{headline} in {}", engine.name()))?;
        }
    }
    Ok(())
}

/// The one file, as somebody has saved it: opened from the disk, and printed where the driver can. Paper has the frames only
/// where they are in the process of the page.
#[test]
fn the_one_file_from_a_disk_works_and_prints_in_every_engine() -> Result<()> {
    if !is_in_all_browsers("the one file from a disk, in every engine") {
        return Ok(());
    }
    let downloads = Downloads::empty()?;
    let path =
        downloads.write("self-check.html", &Dist::built()?.text("burnout-screener.en.html")?)?;
    for engine in Engine::ALL.into_iter().filter(|engine| engine.is_there().is_ok_and(|is| is)) {
        visit_in(engine, &Look::desk().without("IsolateSandboxedIframes"), async |browser| {
            browser.open(&format!("file://{}", path.display())).await?;
            let person = Person::by(browser, Way::File, Hand::Mouse).await?;
            person.start().await?;
            let person = person.acting_by(Hand::Quick);
            person.finish(&Answers::strain(4, 4, 4)).await?;
            let headline = person.texts.say("headline.both")?;
            assert_eq!(person.heading().await?, headline);
            let Some(pages) = browser.on_paper().await? else { return Ok(()) };
            assert_eq!(pages.len(), 1, "{pages:?}");
            let page = pages.concat().split_whitespace().collect::<Vec<_>>().join(" ");
            ensure!(page.contains(headline), "{headline:?} is not on paper: {page}");
            Ok(())
        })
        .with_context(|| format!("in {}", engine.name()))?;
    }
    Ok(())
}
