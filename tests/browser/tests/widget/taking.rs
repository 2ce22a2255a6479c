//! What a person takes along arrives whole, can be opened again, and tells no name.

use std::fs;

use anyhow::{Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::downloads::Downloads;
use browser_tests::hands::Hand;
use browser_tests::host::{Host, KIT, Site};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::{Value, json};

fn field<'a>(file: &'a Value, name: &str) -> &'a Value {
    file.get(name).unwrap_or(&Value::Null)
}

async fn arrive(browser: &Browser) -> Result<(Site, Person<'_>, Downloads)> {
    let downloads = Downloads::of(browser).await?;
    let site = Host::plain()?.open(browser).await?;
    let person = Person::by(browser, Way::Frames(0), Hand::Quick).await?;
    Ok((site, person, downloads))
}

fn compares(before: &Answers, now: &Answers, sentence: &str, figures: [&str; 2]) -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (_site, person, downloads) = arrive(browser).await?;
        person.finish(before).await?;
        let path = person.saves(&downloads).await?;
        person.begins_anew().await?;
        let day = path.file_stem().unwrap_or_default().to_string_lossy();
        let day = person.texts.day(day.trim_start_matches("self-check-"))?;
        let day = day.as_str();
        person.opens(&path, 1, 1).await?;
        let found = person.texts.fill("earlier.found", &[("count", "1"), ("date", day)])?;
        person.reads(&found).await?;
        person.finish(now).await?;
        let [then, current] = figures;
        let values = [
            ("scale", person.texts.scale("burnout", "work")?),
            ("date", day),
            ("before", then),
            ("now", current),
        ];
        person.reads(&person.texts.fill(sentence, &values)?).await?;
        person.opens_row("fold.details").await?;
        let points: usize = person.ask("return every('.run :is(rect, circle)').length").await?;
        assert_eq!(points, 4, "two checks on two lines");
        let rows: usize = person.ask("return every('.values tbody tr').length").await?;
        assert_eq!(rows, 2, "and each with its values in a table");
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
fn the_table_and_the_health_record_hold_every_answer() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (_site, person, downloads) = arrive(browser).await?;
        person.finish(&Answers::strain(3, 1, 1)).await?;
        person.opens_row("fold.keep").await?;
        person.unfold("take.other").await?;
        person.press(person.texts.say("take.table")?).await?;
        let table = fs::read_to_string(downloads.arrives(".csv").await?)?;
        person.press(person.texts.say("take.record")?).await?;
        let record: Value =
            serde_json::from_str(&fs::read_to_string(downloads.arrives(".fhir.json").await?)?)?;
        assert_eq!(field(&record, "resourceType"), "Bundle");
        for item in person.texts.items().iter().filter(|item| !item.bank) {
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
        person.opens_row("fold.keep").await?;
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
        person.opens_row("fold.keep").await?;
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
