//! There is one place for all statements, and each of them has room in it, in the letters of the browser.

use anyhow::{Result, ensure};
use browser_tests::browser::visit;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use browser_tests::texts::Texts;
use serde_json::{Value, json};
use xtask::workspace::Workspace;

/// Where a statement would take more room than its place has, at each width: what a button would move by, and in which words.
const LACKING: &str = "const place = root.querySelector('.stage .ask');
    const room = [...place.children].find((each) => each.matches('.ghost')).cloneNode(true);
    room.style.cssText = 'position: absolute; visibility: hidden';
    place.append(room);
    const words = room.querySelector('h2').lastChild;
    const lacking = [];
    for (let width = 200; width <= 700; width += 7) {
        place.style.width = room.style.width = `${width}px`;
        room.remove();
        const { height } = place.getBoundingClientRect();
        place.append(room);
        for (const statement of statements) {
            words.data = statement;
            const more = room.firstChild.getBoundingClientRect().height - height;
            if (more > 0.5) lacking.push(`${width} px: ${more} px for ${statement}`);
        }
    }
    return [statements.length, lacking]";

/// Every statement of a language, in every voice.
fn statements(locale: &Value) -> Vec<&str> {
    fn voices(item: &Value) -> Vec<&str> {
        match item {
            Value::Object(voices) => voices.values().filter_map(Value::as_str).collect(),
            other => other.as_str().into_iter().collect(),
        }
    }
    let items = locale.pointer("/instruments/helping-strain/items").and_then(Value::as_object);
    items.map(|items| items.values().flat_map(voices).collect()).unwrap_or_default()
}

#[test]
fn no_statement_needs_more_room_than_there_is_in_any_language_at_any_width() -> Result<()> {
    let workspace = Workspace::here()?;
    for code in workspace.names("www/locales", ".json")? {
        let locale = workspace.json(&format!("www/locales/{code}.json"))?;
        visit(&Look::desk(), async |browser| {
            let _site = Host::with(&format!(r#"data-lang="{code}""#))?.open(browser).await?;
            let texts = Texts::of(locale.clone())?;
            let person = Person::reading(browser, Way::Frames(0), texts).await?;
            person.start().await?;
            let script = format!("const statements = {}; {LACKING}", json!(statements(&locale)));
            let (count, lacking): (usize, Vec<String>) = person.ask(&script).await?;
            ensure!(count > 42, "{code}: {count} statements are not all of them");
            ensure!(lacking.is_empty(), "{code}: {lacking:#?}");
            Ok(())
        })?;
    }
    Ok(())
}
