//! On paper: the result and each sheet take one page, whatever was answered.

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::dist::Dist;
use browser_tests::hands::Hand;
use browser_tests::host::{Host, KIT};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use lopdf::Document;
use serde_json::{Value, json};
use xtask::server::{Route, Server};

/// Width and height in inches.
const A4: [f64; 2] = [8.27, 11.69];
const LETTER: [f64; 2] = [8.5, 11.0];

/// Only a page by itself can be printed by a driver: the inner document, in a sandbox that a header makes, and in it the store,
/// which here has its parent to speak to.
fn alone() -> Result<Server> {
    let file = Dist::built()?.text("burnout-screener.en.html")?;
    let mut documents = Vec::new();
    for part in file.split("srcdoc='").skip(1) {
        documents.push(part.split_once('\'').context("a document does not end")?.0);
    }
    let &[inner, store] = documents.as_slice() else { bail!("not two inner documents") };
    ensure!(store.contains("parent[0]"), "the store speaks to nobody");
    let store = store.replace("parent[0]", "parent");
    let frames = format!(
        "<iframe hidden></iframe><iframe hidden sandbox=\"allow-scripts\" srcdoc='{store}'></iframe></body>"
    );
    let inner = inner.replace("&#39;", "'").replace("&amp;", "&").replace("</body>", &frames);
    let sandbox = "sandbox allow-scripts allow-modals allow-downloads";
    let page = Route::html("/", &inner).header("Content-Security-Policy", sandbox);
    let icon =
        Route::bytes("/favicon.ico", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    Server::start(0, vec![page, icon])
}

/// The text of each page of a print-out.
async fn printed(browser: &Browser, [width, height]: [f64; 2]) -> Result<Vec<String>> {
    let margin = 0.4;
    let paper = json!({
        "paperWidth": width, "paperHeight": height, "printBackground": false,
        "marginTop": margin, "marginBottom": margin, "marginLeft": margin, "marginRight": margin,
    });
    let answer = browser.devtools("Page.printToPDF", paper).await?;
    let data = answer.get("data").and_then(Value::as_str).context("nothing was printed")?;
    let document = Document::load_mem(&BASE64.decode(data)?)?;
    let pages = document.get_pages();
    pages.keys().map(|&page| Ok(document.extract_text(&[page])?)).collect()
}

async fn one_page(browser: &Browser, what: &str) -> Result<()> {
    for (name, paper) in [("A4", A4), ("Letter", LETTER)] {
        let pages = printed(browser, paper).await?;
        assert_eq!(pages.len(), 1, "{what} on {name}");
    }
    Ok(())
}

/// The longest results: every text at its longest, and an earlier check to compare with.
fn prints(answers: &Answers) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let server = alone()?;
        browser.open(&server.url("/")).await?;
        let person = Person::by(browser, Way::Bare, Hand::Quick).await?;
        person.finish(answers).await?;
        one_page(browser, "the result").await?;
        person.opens_row("fold.keep").await?;
        for (open, what) in [("hand.work", "the handout"), ("hand.supervision", "the sheet")] {
            let open = if person
                .ask(&format!("return !button({})", json!(person.texts.say(open)?)))
                .await?
            {
                "hand.caring"
            } else {
                open
            };
            person.go_by(open).await?;
            person
                .ask::<()>(
                    "every('input[type=checkbox]:not(:checked)').forEach((box) => box.click())",
                )
                .await?;
            one_page(browser, what).await?;
            person.back().await?;
        }
        Ok(())
    })
}

#[test]
fn a_result_of_both_and_its_sheets_take_a_page_each() -> Result<()> {
    prints(&Answers::strain(4, 4, 4).context("impact", "very_much"))
}

#[test]
fn a_carers_result_and_its_sheets_take_a_page_each() -> Result<()> {
    prints(&Answers::strain(3, 2, 4).caring())
}

#[test]
fn without_enough_answers_the_result_takes_a_page() -> Result<()> {
    prints(&Answers::none())
}

/// Otherwise one page could come from a print-out that always has one.
#[test]
fn the_page_that_says_how_it_works_is_printed_with_all_its_words() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let server = alone()?;
        browser.open(&server.url("/")).await?;
        let person = Person::by(browser, Way::Bare, Hand::Quick).await?;
        person.go_by("how.open").await?;
        let tiny = printed(browser, [4.0, 4.0]).await?;
        assert!(tiny.len() > 3, "{} pages of four inches", tiny.len());
        Ok(())
    })
}

/// By the browser's own menu, which prints the outer document.
#[test]
fn the_saved_file_is_printed_whole_with_its_day_and_versions_and_nothing_to_press() -> Result<()> {
    visit(&Look::desk().without("IsolateSandboxedIframes"), async |browser| {
        let site = Host::plain()?.body("").open(browser).await?;
        browser.open(&site.url(&format!("{KIT}burnout-screener.en.html"))).await?;
        let person = Person::by(browser, Way::File, Hand::Quick).await?;
        person.finish(&Answers::strain(4, 4, 4).context("impact", "very_much")).await?;
        // Where somebody was reading makes no difference.
        person.ask::<()>("scrollTo(0, 700)").await?;
        let pages = printed(browser, A4).await?;
        assert_eq!(pages.len(), 1);
        let page = pages.concat().split_whitespace().collect::<Vec<_>>().join(" ");
        let texts = &person.texts;
        let today: String = person.ask("return new Date().toLocaleDateString('sv')").await?;
        let day = texts.day(&today)?;
        let range =
            texts.say("facets.text")?.split('{').next().unwrap_or_default().trim().to_owned();
        for words in [
            texts.say("headline.both")?,
            &day,
            "helping-strain 2.0.0",
            texts.say("why.title")?,
            &range,
        ] {
            ensure!(page.contains(words), "{words:?} is not on paper: {page}");
        }
        for key in ["fold.keep", "restart.button", "exit.button", "read.early.title"] {
            ensure!(!page.contains(texts.say(key)?), "{key} is on paper");
        }
        browser.excuse("favicon.ico");
        Ok(())
    })
}
