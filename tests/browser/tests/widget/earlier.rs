//! The files of earlier checks: what is opened joins what is open, and what was sealed stays sealed.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::checks::checks;
use browser_tests::downloads::Downloads;
use browser_tests::host::{Host, Site};
use browser_tests::look::Look;
use browser_tests::person::Person;
use serde_json::{Value, json};

const PASSPHRASE: &str = "four calm words";

async fn arrive(browser: &Browser) -> Result<(Site, Person<'_>, Downloads)> {
    let downloads = Downloads::of(browser).await?;
    let site = Host::plain()?.open(browser).await?;
    Ok((site, Person::at(browser).await?, downloads))
}

fn answers() -> Answers {
    Answers::strain(3, 1, 1)
}

fn is_sealed(path: &Path) -> Result<bool> {
    let file: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    Ok(file.get("burnout-screener").and_then(Value::as_str) == Some("sealed check-in"))
}

/// The whole of a first check, saved under the passphrase.
async fn seals(person: &Person<'_>, downloads: &Downloads) -> Result<std::path::PathBuf> {
    person.finish(&answers()).await?;
    person.opens_row("fold.keep").await?;
    person.unfold("again.protect").await?;
    person.protects(PASSPHRASE).await?;
    let path = person.saves(downloads).await?;
    ensure!(is_sealed(&path)?, "it is not sealed");
    person.begins_anew().await?;
    Ok(path)
}

#[test]
fn a_sealed_file_shows_nothing_and_opens_by_its_passphrase_alone() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (_site, person, downloads) = arrive(browser).await?;
        let path = seals(&person, &downloads).await?;
        let file: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
        assert_eq!(file.get("kdf"), Some(&json!("PBKDF2-SHA256")));
        assert_eq!(file.get("cost"), Some(&json!(600_000)));
        let plain = file.to_string();
        ensure!(
            !plain.contains("sleepy_when_needed_awake") && !plain.contains("answers"),
            "{plain}"
        );
        person.tries(&path, "four calm word").await?;
        person.reads(person.texts.say("earlier.wrong")?).await?;
        person.guesses(PASSPHRASE).await?;
        person.reads_opened(1, 1).await
    })
}

#[test]
fn wrong_damaged_and_unknown_are_three_sentences() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (_site, person, downloads) = arrive(browser).await?;
        let path = seals(&person, &downloads).await?;
        let whole = fs::read_to_string(&path)?;
        let hurt = whole.replace("\"cost\": 600000", "\"cost\": 600001");
        let later = whole.replace("\"format\": 2", "\"format\": 3");
        let fields = "return every('.passphrase input').length";
        for (name, text, message) in
            [("hurt.json", hurt, "earlier.damaged"), ("later.json", later, "earlier.unknown")]
        {
            // Whatever was asked before, nobody is asked for a passphrase that cannot help.
            person.choose_file(&path).await?;
            person.reads(person.texts.say("earlier.locked")?).await?;
            person.choose_file(&downloads.write(name, &text)?).await?;
            person.reads(person.texts.say(message)?).await.with_context(|| name.to_owned())?;
            assert_eq!(person.ask::<usize>(fields).await?, 0, "{name}");
        }
        person.tries(&path, "no idea").await?;
        person.reads(person.texts.say("earlier.wrong")?).await?;
        assert_eq!(person.ask::<usize>(fields).await?, 1, "another one can be tried");
        Ok(())
    })
}

#[test]
fn what_was_opened_sealed_is_saved_sealed_with_what_did_open_it() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (_site, person, downloads) = arrive(browser).await?;
        let path = seals(&person, &downloads).await?;
        person.tries(&path, "four calm guesses").await?;
        person.reads(person.texts.say("earlier.wrong")?).await?;
        person.guesses(PASSPHRASE).await?;
        person.reads_opened(1, 1).await?;
        // Neither a file that stays shut nor one that was never sealed changes that.
        person.tries(&path, "four calm fools").await?;
        person.reads(person.texts.say("earlier.wrong")?).await?;
        person.finish(&answers()).await?;
        person.opens_row("fold.keep").await?;
        person.reads(person.texts.say("again.locked")?).await?;
        let again = person.saves(&downloads).await?;
        ensure!(is_sealed(&again)?, "it was sealed before");
        person.begins_anew().await?;
        person.tries(&again, "four calm fools").await?;
        person.reads(person.texts.say("earlier.wrong")?).await?;
        person.guesses(PASSPHRASE).await?;
        person.reads_opened(2, 2).await
    })
}

#[test]
fn a_lock_is_taken_off_or_changed_by_wish_alone_and_for_no_other_file() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (_site, person, downloads) = arrive(browser).await?;
        let path = seals(&person, &downloads).await?;
        person.tries(&path, PASSPHRASE).await?;
        person.reads_opened(1, 1).await?;
        person.finish(&answers()).await?;
        person.opens_row("fold.keep").await?;

        person.press(person.texts.say("again.lock_new")?).await?;
        person.press(person.texts.say("again.save")?).await?;
        person.reads(person.texts.say("again.blank")?).await?;
        person.protects("another one").await?;
        person.press(person.texts.say("again.show")?).await?;
        let shown: String = person
            .ask("return every('input[type=text]').map((field) => field.value).join()")
            .await?;
        assert_eq!(shown, "another one");
        let renewed = person.saves(&downloads).await?;
        person.press(person.texts.say("again.lock_keep")?).await?;

        person.press(person.texts.say("again.lock_plain")?).await?;
        person.reads(person.texts.say("again.plain")?).await?;
        let plain = person.saves(&downloads).await?;
        assert_eq!(checks(&fs::read_to_string(&plain)?)?, 2);

        // It was said of the other file.
        person.opens_row("fold.keep").await?;
        person.unfold("earlier.title").await?;
        person.tries(&renewed, "another one").await?;
        person.reads_opened(0, 1).await?;
        let last = person.saves(&downloads).await?;
        ensure!(is_sealed(&last)?, "nobody said that this one may be plain");
        person.begins_anew().await?;
        person.tries(&last, "another one").await?;
        person.reads_opened(2, 2).await
    })
}

#[test]
fn files_join_in_any_order_also_on_the_result() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (_site, person, downloads) = arrive(browser).await?;
        let mut files = Vec::new();
        for _ in 0..2 {
            person.finish(&answers()).await?;
            files.push(person.saves(&downloads).await?);
            person.begins_anew().await?;
        }
        let [first, second] = files.as_slice() else { anyhow::bail!("two files") };
        person.opens(second, 1, 1).await?;
        person.opens(first, 1, 2).await?;
        person.opens(second, 0, 2).await?;
        person.go_by("welcome.start").await?;
        person.finish(&answers()).await?;
        let all = person.saves(&downloads).await?;
        assert_eq!(checks(&fs::read_to_string(&all)?)?, 3);
        person.begins_anew().await?;

        person.finish(&answers()).await?;
        let words = person.words().await?;
        ensure!(!words.contains(person.texts.say("trend.title")?), "nothing is open");
        person.opens_row("fold.keep").await?;
        person.unfold("earlier.title").await?;
        person.opens(&all, 3, 3).await?;
        person.reads(person.texts.say("trend.title")?).await?;
        let all = person.saves(&downloads).await?;
        assert_eq!(checks(&fs::read_to_string(&all)?)?, 4);
        // The present check is no earlier one, also where it comes back in a file.
        person.opens(&all, 0, 3).await
    })
}

#[test]
fn a_day_that_lies_ahead_is_said_and_a_check_in_another_role_is_not_compared() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (_site, person, downloads) = arrive(browser).await?;
        person.finish(&answers().work()).await?;
        let path = person.saves(&downloads).await?;
        let mut file: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
        *file.pointer_mut("/checks/0/date").context("no day")? = json!("2031-01-01");
        let ahead = downloads.write("ahead.json", &file.to_string())?;
        let said = person.texts.fill("trend.ahead", &[("date", "1 January 2031")])?;
        let others = person.texts.say("trend.other_role")?;
        // It was made at work, and is opened before a check at work or as a carer.
        for (path, is_ahead, cares) in [
            (&ahead, true, false),
            (&ahead, true, true),
            (&path, false, true),
            (&path, false, false),
        ] {
            person.begins_anew().await?;
            person.opens(path, 1, 1).await?;
            let now = if cares { answers().caring() } else { answers().work() };
            person.finish(&now).await?;
            person.reads(person.texts.say("trend.title")?).await?;
            let words = person.words().await?;
            assert_eq!(words.contains(&said), is_ahead, "{words}");
            assert_eq!(words.contains(others), cares, "{words}");
        }
        Ok(())
    })
}

#[test]
fn a_file_that_cannot_be_used_is_named_and_what_is_open_stays_open() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (_site, person, downloads) = arrive(browser).await?;
        person.finish(&answers()).await?;
        let path = person.saves(&downloads).await?;
        person.begins_anew().await?;
        person.opens(&path, 1, 1).await?;
        let found = person.texts.fill("earlier.found", &[("count", "1")])?;
        let open = found.split_once("{date}").context("no date")?.0.trim_end();
        person.reads(open).await?;
        let good = fs::read_to_string(&path)?;
        let empty = json!({ "burnout-screener": "check-in", "format": 2, "checks": [] });
        let cases = [
            ("cut.json", good[..good.len() / 2].to_owned(), "earlier.unreadable"),
            ("picture.json", "\u{89}PNG\r\n".to_owned(), "earlier.unreadable"),
            ("other.json", r#"{ "survey": 1 }"#.to_owned(), "checkin.foreign"),
            ("hole.json", good.replace("\"date\"", "\"day\""), "checkin.damaged"),
            ("newer.json", good.replace("\"format\": 2", "\"format\": 3"), "checkin.newer"),
            ("empty.json", empty.to_string(), "checkin.empty"),
        ];
        for (name, text, message) in cases {
            person.choose_file(&downloads.write(name, &text)?).await?;
            person.reads(person.texts.say(message)?).await.with_context(|| name.to_owned())?;
            person.reads(open).await?;
        }
        Ok(())
    })
}

/// The focus is on what is said of the last act, in sight.
const ON_STATUS: &str = "return active()?.matches('[role=status]') && said(active()) !== ''";

#[test]
fn enter_opens_a_sealed_file_and_the_focus_goes_on_to_what_is_said_of_it() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (_site, person, downloads) = arrive(browser).await?;
        let path = seals(&person, &downloads).await?;
        person.choose_file(&path).await?;
        person.reads(person.texts.say("earlier.locked")?).await?;
        let announced = json!(person.texts.say("earlier.locked")?);
        let region =
            format!("return every('[role=status]').some((node) => said(node) === {announced})");
        ensure!(person.ask::<bool>(&region).await?, "it is said where nobody hears it");
        person.type_into(".passphrase input", PASSPHRASE).await?;
        browser.key(browser_tests::hands::Key::Enter).await?;
        person.reads_opened(1, 1).await?;
        person.until("the focus on what is said of it", ON_STATUS).await?;
        assert_eq!(person.step().await?, "welcome", "the form is not sent");
        Ok(())
    })
}

#[test]
fn a_button_that_goes_with_its_press_leaves_the_focus_to_what_is_said() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let (_site, person, downloads) = arrive(browser).await?;
        let path = seals(&person, &downloads).await?;
        person.tries(&path, PASSPHRASE).await?;
        person.reads_opened(1, 1).await?;
        person.finish(&answers()).await?;
        person.opens_row("fold.keep").await?;
        let presses = [
            ("again.lock_plain", "again.plain"),
            ("again.lock_keep", "again.locked"),
            ("again.lock_new", "again.protect_text"),
        ];
        for (button, said) in presses {
            let words = json!(person.texts.say(button)?);
            person.ask::<()>(&format!("button({words}).focus()")).await?;
            person.press(person.texts.say(button)?).await?;
            let there = format!("return said(active()) === {}", json!(person.texts.say(said)?));
            person.until(said, &there).await?;
        }
        person.press(person.texts.say("take.copy")?).await?;
        Ok(())
    })
}
