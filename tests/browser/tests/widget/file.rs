//! The one file by itself: from a disk, from a server without our script, and in somebody's own frame.

use std::env;
use std::fs;

use anyhow::{Context, Result};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::dist::Dist;
use browser_tests::hands::Hand;
use browser_tests::host::{Host, KIT};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};

const FILE: &str = "burnout-screener.en.html";

async fn works(browser: &Browser, way: Way) -> Result<()> {
    let person = Person::by(browser, way, Hand::Quick).await?;
    person.finish(&Answers::strain(0, 4, 0)).await?;
    assert_eq!(person.heading().await?, person.texts.say("headline.compassion_fatigue")?);
    Ok(())
}

#[test]
fn the_file_works_from_a_disk() -> Result<()> {
    let folder = env::temp_dir().join(format!("burnout-screener-file-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let path = folder.join(FILE);
    fs::write(&path, Dist::built()?.text(FILE)?)?;
    let done = visit(&Look::desk(), async |browser| {
        browser.open(&format!("file://{}", path.display())).await?;
        works(browser, Way::File).await
    });
    fs::remove_dir_all(&folder)?;
    done
}

#[test]
fn the_file_works_from_a_server_without_our_script() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let site = Host::plain()?.body("").open(browser).await?;
        browser.open(&site.url(&format!("{KIT}{FILE}"))).await?;
        works(browser, Way::File).await?;
        let fits = "return document.documentElement.clientWidth <= innerWidth";
        assert_eq!(browser.host(fits).await?, true);
        browser.excuse("favicon.ico");
        Ok(())
    })
}

/// What a person compares with the release that they were given.
#[test]
fn the_file_shows_its_release_which_is_that_of_the_script() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let loader = Dist::built()?.text("burnout-screener.js")?;
        let release =
            loader.split_once(".release!==\"").and_then(|(_, rest)| rest.split('"').next());
        let release = release.context("no release")?.to_owned();
        let site = Host::plain()?.body("").open(browser).await?;
        browser.open(&site.url(&format!("{KIT}{FILE}"))).await?;
        let person = Person::by(browser, Way::File, Hand::Quick).await?;
        person.go_by("how.open").await?;
        person.reads(&person.texts.fill("how.release", &[("release", &release)])?).await?;
        browser.excuse("favicon.ico");
        Ok(())
    })
}

#[test]
fn the_file_works_in_a_frame_of_somebody_elses_making() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let frame = format!(r#"<iframe src="{KIT}{FILE}" width="700" height="600"></iframe>"#);
        let _site = Host::plain()?.body(&frame).open(browser).await?;
        works(browser, Way::OwnFrame(0)).await
    })
}
