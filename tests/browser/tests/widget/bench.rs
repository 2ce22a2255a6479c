//! The bench for authors of instruments, from a disk: what is wrong, what answers come to, and what people will see.

use std::env;
use std::fs;

use anyhow::Result;
use browser_tests::browser::{Browser, visit};
use browser_tests::dist::Dist;
use browser_tests::hands::Hand;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::Value;

const FILE: &str = "bench.html";

/// What an author does: `type` puts a text where the selector is.
const HANDS: &str = "
    const all = (selector) => [...document.querySelectorAll(selector)];
    const type = (node, text) => { node.value = text; node.dispatchEvent(new InputEvent('input', { bubbles: true })); };
    const told = () => document.querySelector('.told').innerText;
    const row = (place) => all('.scores tbody tr')[place].innerText.split(/\\s+/);
";

fn at_the_bench(body: impl AsyncFnOnce(&Browser) -> Result<()>) -> Result<()> {
    let folder = env::temp_dir().join(format!("burnout-screener-bench-{}", own_name()));
    fs::create_dir_all(&folder)?;
    let path = folder.join(FILE);
    fs::write(&path, Dist::built()?.text(FILE)?)?;
    let done = visit(&Look::desk(), async |browser| {
        browser.open(&format!("file://{}", path.display())).await?;
        browser.until("the bench", "return document.body.dataset.state === 'running'").await?;
        browser.host("document.getElementById('sample').click()").await?;
        browser.until("the sample", "return document.querySelector('.told .good')").await?;
        body(browser).await
    });
    fs::remove_dir_all(&folder)?;
    done
}

/// A folder for each test of each process.
fn own_name() -> String {
    format!("{}-{:?}", std::process::id(), std::thread::current().id()).replace(['(', ')'], "")
}

async fn says(browser: &Browser, script: &str) -> Result<Value> {
    browser.host(&format!("{HANDS} {script}")).await
}

#[test]
fn every_mistake_is_told_at_once_and_mended_as_it_is_typed() -> Result<()> {
    at_the_bench(async |browser| {
        let wrong = "const area = document.querySelector('textarea'); window.whole = area.value;
            type(area, area.value.replace('\"sum\"', '\"median\"').replace('\"keying\"', '\"keyin\"'));";
        says(browser, wrong).await?;
        browser
            .until("both mistakes", "return document.querySelectorAll('.mistakes li').length === 2")
            .await?;
        let told = says(browser, "return told()").await?.to_string();
        assert!(told.contains("items[2].keyin") && told.contains("scales[0].method"), "{told}");
        says(browser, "type(document.querySelector('textarea'), '{ \"format\": 2,')").await?;
        browser
            .until(
                "broken JSON",
                "return /no JSON/.test(document.querySelector('.told').innerText)",
            )
            .await?;
        says(browser, "type(document.querySelector('textarea'), window.whole)").await?;
        browser
            .until("a file that can be used", "return document.querySelector('.told .good')")
            .await?;
        Ok(())
    })
}

#[test]
fn a_file_whose_own_test_is_wrong_says_what_its_answers_come_to() -> Result<()> {
    at_the_bench(async |browser| {
        let wrong = "const area = document.querySelector('textarea'); type(area, area.value.replace('\"whole\": 6', '\"whole\": 5'));";
        says(browser, wrong).await?;
        browser.until("the mistake", "return document.querySelector('.mistakes li')").await?;
        let told = says(browser, "return told()").await?.to_string();
        assert!(told.contains("tests[0].scores.whole is 5, but these answers come to 6"), "{told}");
        Ok(())
    })
}

#[test]
fn typed_answers_are_scored_and_what_is_not_offered_is_marked() -> Result<()> {
    at_the_bench(async |browser| {
        says(browser, "all('tbody input').forEach((field) => type(field, '2'))").await?;
        browser
            .until(
                "a score",
                &format!("{HANDS} return row(0).includes('Higher') || row(0).includes('higher')"),
            )
            .await?;
        // Two, two, and two of the other way round: none.
        assert_eq!(
            says(browser, "return row(0).slice(0, 2)").await?,
            serde_json::json!(["whole", "4"])
        );
        says(browser, "type(all('tbody input')[0], '7')").await?;
        browser.until("the mark", "return document.querySelector('[aria-invalid=true]')").await?;
        assert_eq!(says(browser, "return row(0)[1]").await?, "–");
        Ok(())
    })
}

#[test]
fn people_will_see_what_the_preview_shows() -> Result<()> {
    at_the_bench(async |browser| {
        browser.until("the preview", "return document.querySelector('#preview iframe')").await?;
        let person = Person::by(browser, Way::OwnFrame(0), Hand::Quick).await?;
        assert_eq!(person.heading().await?, "A sample to begin with");
        assert_eq!(browser.asked_elsewhere(), Vec::<String>::new());
        Ok(())
    })
}
