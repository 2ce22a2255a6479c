//! What a person takes along arrives whole, can be opened again, and tells no name.

use std::env;
use std::fs;
use std::path::PathBuf;

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
        let folder =
            env::temp_dir().join(format!("burnout-screener-{}-{name}", std::process::id()));
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
                let day =
                    name.strip_prefix("self-check-").and_then(|rest| rest.strip_suffix(ending));
                if day.is_some_and(|day| {
                    day.len() == 10 && day.bytes().all(|c| c == b'-' || c.is_ascii_digit())
                }) {
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

fn field<'a>(file: &'a Value, name: &str) -> &'a Value {
    file.get(name).unwrap_or(&Value::Null)
}

async fn arrive(browser: &Browser) -> Result<(Site, Person<'_>, Downloads)> {
    let downloads = Downloads::of(browser).await?;
    let site = Host::plain()?.open(browser).await?;
    let person = Person::by(browser, Way::Frames(0), Hand::Quick).await?;
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

fn compares(before: &Answers, now: &Answers, sentence: &str, figures: [&str; 2]) -> Result<()> {
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
            ("scale", person.texts.scale("burnout", "work")?),
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
    compares(&Answers::strain(3, 1, 1), &Answers::strain(3, 1, 1), "trend.same", ["75", "75"])
}

#[test]
fn a_difference_of_fifty_points_is_a_change_for_the_better() -> Result<()> {
    compares(&Answers::strain(3, 1, 1), &Answers::strain(1, 1, 1), "trend.lower", ["75", "25"])
}

#[test]
fn a_difference_of_fifty_points_is_a_change_for_the_worse() -> Result<()> {
    compares(&Answers::strain(1, 1, 1), &Answers::strain(3, 1, 1), "trend.higher", ["25", "75"])
}

#[test]
fn a_sealed_file_shows_nothing_and_opens_by_its_passphrase_alone() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (_site, person, downloads) = arrive(browser).await?;
        person.finish(&Answers::strain(3, 1, 1)).await?;
        person.unfold("again.protect").await?;
        person.type_into("input[type=password]", "four calm words").await?;
        let path = saves(&person, &downloads).await?;
        let file: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
        assert_eq!(field(&file, "burnout-screener"), "sealed check-in");
        assert_eq!(
            (field(&file, "kdf"), field(&file, "cost")),
            (&json!("PBKDF2-SHA256"), &json!(600_000))
        );
        let plain = file.to_string();
        ensure!(!plain.contains("busy_day") && !plain.contains("2026"), "{plain}");

        person.choose_file(&path).await?;
        person.reads(person.texts.say("earlier.locked")?).await?;
        person.type_into("input[type=password]", "four calm word").await?;
        person.press(person.texts.say("earlier.unlock")?).await?;
        person.reads(person.texts.say("earlier.wrong")?).await?;
        person.type_into("input[type=password]", "s").await?;
        person.press(person.texts.say("earlier.unlock")?).await?;
        person.reads(&earlier(&person, "1")?).await
    })
}

#[test]
fn a_file_that_cannot_be_used_is_named_and_what_is_open_stays_open() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (_site, person, downloads) = arrive(browser).await?;
        person.finish(&Answers::strain(3, 1, 1)).await?;
        let path = saves(&person, &downloads).await?;
        person.choose_file(&path).await?;
        let open = earlier(&person, "1")?;
        person.reads(&open).await?;
        let good = fs::read_to_string(&path)?;
        let cases = [
            ("cut.json", good[..good.len() / 2].to_owned(), "earlier.unreadable"),
            ("picture.json", "\u{89}PNG\r\n".to_owned(), "earlier.unreadable"),
            ("other.json", r#"{ "survey": 1 }"#.to_owned(), "checkin.foreign"),
            ("hole.json", good.replace("\"date\"", "\"day\""), "checkin.damaged"),
            ("newer.json", good.replace("\"format\": 1", "\"format\": 2"), "checkin.newer"),
        ];
        for (name, text, message) in cases {
            person.choose_file(&downloads.write(name, &text)?).await?;
            person.reads(person.texts.say(message)?).await.with_context(|| name.to_owned())?;
            person.reads(&open).await?;
        }
        Ok(())
    })
}

#[test]
fn the_table_and_the_health_record_hold_every_answer() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (_site, person, downloads) = arrive(browser).await?;
        person.finish(&Answers::strain(3, 1, 1)).await?;
        person.unfold("take.other").await?;
        person.press(person.texts.say("take.table")?).await?;
        let table = fs::read_to_string(downloads.arrives(".csv").await?)?;
        person.press(person.texts.say("take.record")?).await?;
        let record: Value =
            serde_json::from_str(&fs::read_to_string(downloads.arrives(".fhir.json").await?)?)?;
        assert_eq!(field(&record, "resourceType"), "Bundle");
        for item in person.texts.items() {
            ensure!(table.contains(&item.id), "{} is not in the table", item.id);
            ensure!(record.to_string().contains(&item.id), "{} is not in the record", item.id);
        }
        Ok(())
    })
}

/// What is on the clipboard, as a page may read it that was given leave.
async fn pasted(browser: &Browser) -> Result<String> {
    let leave = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    browser.devtools("Browser.grantPermissions", leave).await?;
    browser.host("navigator.clipboard.readText().then((text) => (window.pasted = text))").await?;
    let found = browser.until("the clipboard", "return window.pasted").await?;
    Ok(found.as_str().unwrap_or_default().to_owned())
}

#[test]
fn the_result_is_copied_as_text() -> Result<()> {
    // The real hand: browsers copy only for somebody who presses.
    visit(&Look::new(1280, 9000), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::by(browser, Way::Frames(0), Hand::Mouse).await?;
        person.finish(&Answers::strain(4, 0, 1)).await?;
        let headline = person.heading().await?;
        person.press(person.texts.say("take.copy")?).await?;
        person.reads(person.texts.say("take.copied")?).await?;
        let text = pasted(browser).await?;
        ensure!(text.contains(&headline) && text.contains("of 100"), "{text}");
        Ok(())
    })
}

/// A frame of somebody else's making, which forbids all but scripts.
#[test]
fn where_a_frame_forbids_files_and_printing_the_text_can_be_copied_by_hand() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let frame = format!(
            r#"<iframe sandbox="allow-scripts" width="1000" height="3000" src="{KIT}burnout-screener.en.html"></iframe>"#
        );
        let _site = Host::plain()?.body(&frame).open(browser).await?;
        let person = Person::by(browser, Way::OwnFrame(0), Hand::Quick).await?;
        person.finish(&Answers::strain(4, 0, 1)).await?;
        person.press(person.texts.say("take.print")?).await?;
        person.reads(person.texts.say("take.print_failed")?).await?;
        person.press(person.texts.say("again.save")?).await?;
        person.reads("No file there?").await?;
        person.press(person.texts.say("take.show_text")?).await?;
        let shown: String = person.ask("return root.querySelector('textarea').value").await?;
        let file: Value = serde_json::from_str(&shown)?;
        assert_eq!(field(&file, "burnout-screener"), "check-in");
        browser.excuse("Download is disallowed");
        browser.excuse("Ignored call to 'print()'");
        Ok(())
    })
}
