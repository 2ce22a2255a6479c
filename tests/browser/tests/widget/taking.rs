//! What a person takes along arrives whole, can be opened again, and tells no name.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit, wait_for};
use browser_tests::hands::Hand;
use browser_tests::host::{Host, KIT, Site};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::{Value, json};

/// A folder for downloads that is gone when the test is over.
struct Downloads(PathBuf);

impl Downloads {
    async fn of(browser: &Browser) -> Result<Self> {
        let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let folder = env::temp_dir().join(format!("burnout-screener-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let way = json!({ "behavior": "allow", "downloadPath": folder.display().to_string() });
        browser.devtools("Browser.setDownloadBehavior", way).await?;
        Ok(Self(folder))
    }

    /// The file that arrives with this ending, and nothing else of the name but the day.
    async fn arrives(&self, ending: &str) -> Result<PathBuf> {
        wait_for(&format!("a file with {ending}"), async || {
            for entry in fs::read_dir(&self.0)? {
                let path = entry?.path();
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let day = name.strip_prefix("self-check-").and_then(|rest| rest.strip_suffix(ending));
                if day.is_some_and(|day| day.len() == 10 && day.bytes().all(|c| c == b'-' || c.is_ascii_digit())) {
                    return Ok(Some(path));
                }
            }
            Ok(None)
        })
        .await
    }

    fn write(&self, name: &str, text: &str) -> Result<PathBuf> {
        let path = self.0.join(name);
        fs::write(&path, text)?;
        Ok(path)
    }
}

impl Drop for Downloads {
    fn drop(&mut self) {
        // Only a folder for temporary files is left behind if this fails.
        let _ = fs::remove_dir_all(&self.0);
    }
}

async fn arrive(browser: &Browser) -> Result<(Site, Person<'_>, Downloads)> {
    let downloads = Downloads::of(browser).await?;
    let site = Host::plain()?.open(browser).await?;
    let person = Person::by(browser, Way::Frames(0), Hand::Mouse).await?;
    Ok((site, person, downloads))
}

/// Saves a check-in file and begins anew.
async fn saves(person: &Person<'_>, downloads: &Downloads) -> Result<PathBuf> {
    person.press(person.texts.say("again.save")?).await?;
    let path = downloads.arrives(".json").await?;
    person.go_by("restart.button").await?;
    person.unfold("earlier.title").await?;
    Ok(path)
}

fn earlier(person: &Person<'_>, count: &str) -> Result<String> {
    let found = person.texts.fill("earlier.found", &[("count", count)])?;
    Ok(found.split_once("{date}").context("no date")?.0.trim_end().to_owned())
}

async fn compares(
    before: &Answers,
    now: &Answers,
    sentence: &str,
    figures: [&str; 2],
) -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (_site, person, downloads) = arrive(browser).await?;
        person.finish(before).await?;
        let path = saves(&person, &downloads).await?;
        person.choose_file(&path).await?;
        person.reads(&earlier(&person, "1")?).await?;
        person.finish(now).await?;
        let [then, current] = figures;
        let day = path.file_stem().unwrap_or_default().to_string_lossy();
        let values = [
            ("scale", person.texts.say("scale.burnout")?),
            ("date", day.trim_start_matches("self-check-")),
            ("before", then),
            ("now", current),
        ];
        person.reads(&person.texts.fill(sentence, &values)?).await?;
        let points: usize = person.ask("return every('.run circle').length").await?;
        assert_eq!(points, 4, "two checks on two lines");
        let trail: usize = person.ask("return every('.map .earlier').length").await?;
        assert_eq!(trail, 1);
        Ok(())
    })
}

#[test]
fn the_same_answers_again_are_no_real_change() -> Result<()> {
    tokio_free(compares(&Answers::strain(3, 1, 1), &Answers::strain(3, 1, 1), "trend.same", ["75", "75"]))
}
