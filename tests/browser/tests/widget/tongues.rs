//! The few words that the script tag's own code says, in another language: they come from a file of their own.

use anyhow::Result;
use browser_tests::browser::visit;
use browser_tests::dist::Dist;
use browser_tests::host::{Host, KIT};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::json;
use xtask::server::Route;

/// One more language, as a build with its locale has it. The frame is the English one: it is about the words around it.
fn with_one_more(words: Option<&str>) -> Result<Host> {
    let dist = Dist::built()?.changed("burnout-screener.js", r#"["ar","#, r#"["xx","ar","#)?;
    let frame = Route::html(
        &format!("{KIT}burnout-screener.xx.html"),
        &dist.text("burnout-screener.en.html")?,
    );
    let host = Host::with(r#"data-lang="xx" data-region="GB""#)?.dist(|_| dist).also(frame);
    let Some(words) = words else { return Ok(host) };
    Ok(host.also(Route::bytes(&format!("{KIT}burnout-screener.xx.js"), "text/javascript", words)))
}

fn words() -> String {
    let words = json!({
        "language": "xx", "direction": "rtl", "title": "Titel", "first": ["Wie geht es?", "Ein Anfang."], "loading": "Es kommt gleich.", "now": "Jetzt reden",
        "panel": ["Es geht nicht", "Reden hilft:"], "contact": ["Hier: ", ""], "ways": [["Ruf ", " an"], ["Sieh ", ""]],
    });
    format!("export default {words};")
}

#[test]
fn they_come_from_a_file_of_their_own_and_the_frame_is_named_by_them() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        // The first word of the frame is held back until the words around it have been seen.
        let held = "<script>window.kept = [];
            addEventListener('message', (event) => { if (!window.go) { event.stopImmediatePropagation(); window.came = true } }, true)</script>";
        let _site = with_one_more(Some(&words()))?.head(held).open(browser).await?;
        let place = Person::looking(browser, Way::OnHost(0))?;
        place.until("the words", "return root.querySelector('.say')?.textContent === 'Jetzt reden116 123Wie geht es?Ein Anfang.Es kommt gleich.'").await?;
        assert_eq!(
            place
                .ask::<[String; 2]>(
                    "const { lang, dir } = root.querySelector('.say'); return [lang, dir]"
                )
                .await?,
            ["xx", "rtl"]
        );
        let _site = with_one_more(Some(&words()))?.open(browser).await?;
        Person::at(browser).await?;
        let title = "return document.querySelector('burnout-screener').shadowRoot.querySelector('iframe').title";
        assert_eq!(browser.host(title).await?, "Titel");
        Ok(())
    })
}

#[test]
fn without_that_file_the_self_check_is_there_all_the_same() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = with_one_more(None)?.open(browser).await?;
        Person::at(browser).await?;
        browser.expect_message("Failed to fetch dynamically imported module").await?;
        browser.excuse("Failed to load resource");
        Ok(())
    })
}
