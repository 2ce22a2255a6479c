//! The element's events: two people with nothing in common make the same ones, at the same places of the way.

use std::time::Duration;

use anyhow::{Context, Result};
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::{Value, json};

use crate::haul::difference;

/// So many statements are answered in between.
const MANY: usize = 6;
/// Everything that has our beginning, whatever it is called, with all that it holds and how large the element is then.
const HEARS: &str = "<script>window.told = [];
    const { dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = function (event) {
        const { width, height, top } = this.getBoundingClientRect?.() ?? {};
        const properties = {};
        for (let of = event; of !== Object.prototype; of = Object.getPrototypeOf(of))
            for (const name of Object.getOwnPropertyNames(of))
                if (!/timeStamp|Target|target|view|source|path|Path|constructor/.test(name)) try { properties[name] = JSON.stringify(event[name]) } catch {}
        told.push([properties, width, height, top]);
        return dispatchEvent.call(this, event);
    };
</script>";

fn told(mode: &str, way: Way, answers: &Answers) -> Result<Value> {
    let mut told = Value::Null;
    visit(&Look::desk(), async |browser| {
        let host = Host::with(&format!(r#"data-mode="{mode}""#))?.head(HEARS);
        let _site = host.open(browser).await?;
        let person = Person::by(browser, way, Hand::Quick).await?;
        // How the first page comes in is a matter of chance: it comes before the first answer.
        tokio::time::sleep(Duration::from_millis(500)).await;
        browser.host("told.length = 0").await?;
        person.start().await?;
        browser.settled().await?;
        person.reach("exhausted_despite_rest", answers).await?;
        browser.host("told.push(['from here'])").await?;
        for _ in 0..MANY {
            person.go_through(answers).await?;
        }
        browser.settled().await?;
        browser.host("told.push(['to here'])").await?;
        person.finish(answers).await?;
        browser.settled().await?;
        person.erases_and_leaves().await?;
        browser
            .until("the end", "return told.some(([event]) => event.type === '\"screener-leave\"')")
            .await?;
        browser.settled().await?;
        told = browser.host("return told").await?;
        Ok(())
    })?;
    Ok(told)
}

/// Whether it says that the size changed. Two changes within one picture are one, and whether they fall into one is chance.
fn is_size(event: &Value) -> bool {
    event.pointer("/0/type") == Some(&json!("\"screener-resize\""))
}

/// All but the sizes, and the size at the end.
fn told_apart(told: &Value) -> Result<(Value, Value)> {
    let all = told.as_array().context("nothing was told")?;
    let last = all.iter().rfind(|event| is_size(event)).context("the size never changed")?;
    let others: Vec<&Value> = all.iter().filter(|event| !is_size(event)).collect();
    let place = |mark: &str| all.iter().position(|event| event.pointer("/0") == Some(&json!(mark)));
    let (from, to) =
        (place("from here").context("no beginning")?, place("to here").context("no end")?);
    assert_eq!(to, from + 1, "something was told while it was asked: {all:?}");
    Ok((json!(others), last.clone()))
}

fn are_the_same(mode: &str, way: Way) -> Result<()> {
    let one = told(mode, way, &Answers::strain(4, 0, 1).context("impact", "very_much"))?;
    let other = told(mode, way, &Answers::strain(0, 0, 0).caring())?;
    let ((one, one_size), (other, other_size)) = (told_apart(&one)?, told_apart(&other)?);
    let different = difference(&one, &other).or_else(|| difference(&one_size, &other_size));
    assert!(different.is_none(), "tells the two apart: {different:?}");
    // Begin, two marks, the end, and that somebody leaves.
    assert_eq!(one.as_array().map_or(0, Vec::len), 5, "{one}");
    Ok(())
}

#[test]
fn of_the_frame_they_are_the_same_whatever_is_answered() -> Result<()> {
    are_the_same("isolated", Way::Frames(0))
}

#[test]
fn of_the_inline_widget_they_are_the_same_whatever_is_answered() -> Result<()> {
    are_the_same("inline", Way::Inline(0))
}
