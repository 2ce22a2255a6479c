//! The ways in: a tag, an element, a div. Whoever puts them into the page and whenever, exactly one self-check is where it was
//! meant, and it leaves with its place.

use anyhow::{Context, Result, ensure};
use browser_tests::browser::{Browser, visit};
use browser_tests::host::{Host, tag};
use browser_tests::look::Look;
use browser_tests::person::Person;
use serde_json::{Value, json};

/// Under what each self-check stands: the id of what is around it.
const STAND: &str = "return [...document.querySelectorAll('burnout-screener')].map((node) => node.parentElement.id || node.parentElement.localName)";
const ALIVE: &str = "return [...document.querySelectorAll('burnout-screener')].every((node) => node.shadowRoot?.querySelector('iframe'))";

/// Waits until the self-checks stand there, each with its frame, and looks whether it stays like that.
pub(crate) async fn stand(browser: &Browser, under: &[&str]) -> Result<()> {
    let wanted = json!(under);
    let there = STAND.replacen("return ", "", 1);
    let script = format!("return JSON.stringify({there}) === JSON.stringify({wanted})");
    if browser.until("each in its place", &script).await.is_err() {
        let found = browser.host(STAND).await?;
        anyhow::bail!("they stand under {found}, not under {wanted}");
    }
    browser.until("each alive", ALIVE).await?;
    browser.settled().await?;
    let found = browser.host(STAND).await?;
    ensure!(found == wanted, "then they stand under {found}, not under {wanted}");
    Ok(())
}

const SCRIPT: &str = "<script src='/kit/burnout-screener.js'></script>";
const ELEMENT: &str = "<burnout-screener></burnout-screener>";

#[test]
fn each_way_in_puts_exactly_one_where_it_was_meant() -> Result<()> {
    let module = SCRIPT.replace("<script", "<script type=module");
    let later = SCRIPT.replace("<script", "<script async");
    let pages: Vec<(String, &[&str])> = vec![
        (format!("<div id=a>{SCRIPT}</div>"), &["a"]),
        (format!("<div id=a>{later}</div>"), &["a"]),
        (format!("<div id=a>{module}</div>"), &["a"]),
        (format!("<div id=a>{ELEMENT}</div>{later}"), &["a"]),
        // The tag first, and the element that was meant further down.
        (format!("<div id=a>{SCRIPT}</div><p>Words</p><div id=b>{ELEMENT}</div>"), &["b"]),
        (format!("<div id=a>{module}</div><div id=b>{ELEMENT}</div>"), &["b"]),
        (format!("<div id=a class=burnout-screener></div>{later}"), &["a"]),
        (format!("{SCRIPT}<div id=a class='big burnout-screener' data-region=GB></div>"), &["a"]),
        // A div around what was written is only a div.
        (format!("<div class=burnout-screener><p id=a>{ELEMENT}</p></div>{SCRIPT}"), &["a"]),
        (format!("<div id=a class=burnout-screener>{SCRIPT}</div>"), &["a"]),
        (
            format!(
                "<div id=a class=burnout-screener></div><div id=b>{ELEMENT}</div>{SCRIPT}{later}"
            ),
            &["a", "b"],
        ),
        // Two tags are two.
        (format!("<div id=a>{SCRIPT}</div><div id=b>{later}</div>"), &["a", "b"]),
        (
            format!("<div id=a></div>{}", SCRIPT.replace("<script", "<script data-target='#a'")),
            &["a"],
        ),
        (
            format!("{}<div id=a></div>", SCRIPT.replace("<script", "<script data-target='#a'")),
            &["a"],
        ),
    ];
    visit(&Look::desk(), async |browser| {
        for (page, under) in &pages {
            let _site = Host::plain()?.body(page).open(browser).await?;
            stand(browser, under).await.with_context(|| page.clone())?;
        }
        Ok(())
    })
}

#[test]
fn what_holds_a_tag_back_is_respected() -> Result<()> {
    let held = SCRIPT.replace("<script", "<script type='text/plain' data-region=GB");
    let put_off = SCRIPT.replace("<script", "<script type='a1b2-text/javascript'");
    visit(&Look::desk(), async |browser| {
        let page =
            format!("<div id=a>{held}</div><div id=b>{put_off}</div><div id=c>{SCRIPT}</div>");
        let _site = Host::plain()?.body(&page).open(browser).await?;
        stand(browser, &["c"]).await?;
        // Somebody agrees: the manager puts a tag that runs in its place.
        browser
            .host(
                "const held = document.querySelector('#a script');
                 const tag = document.createElement('script');
                 for (const { name, value } of held.attributes) if (name !== 'type') tag.setAttribute(name, value);
                 held.replaceWith(tag)",
            )
            .await?;
        stand(browser, &["a", "c"]).await?;
        let region = "return document.querySelector('#a burnout-screener').getAttribute('region')";
        assert_eq!(browser.host(region).await?, "GB");
        Ok(())
    })
}

#[test]
fn a_tag_that_cannot_say_where_does_nothing_and_one_line_says_so() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let nothing = "nothing to do: no <burnout-screener> here";
        let _site =
            Host::plain()?.head(SCRIPT).body("<footer>The end</footer>").open(browser).await?;
        browser.expect_message(nothing).await?;
        stand(browser, &[]).await?;
        // As a framework puts a tag into the body, wherever it was written.
        browser
            .host("const tag = document.createElement('script'); tag.src = '/kit/burnout-screener.js'; document.body.append(tag)")
            .await?;
        browser.settled().await?;
        stand(browser, &[]).await?;
        // The place may come with another page of the app, and go again, as often as it likes.
        for _ in 0..3 {
            browser
                .host("document.querySelector('footer').insertAdjacentHTML('beforebegin', '<main id=a><burnout-screener></burnout-screener></main>')")
                .await?;
            stand(browser, &["a"]).await?;
            browser.host("document.querySelector('main').remove()").await?;
            stand(browser, &[]).await?;
        }
        let said = browser.console().iter().filter(|line| line.contains("nothing to do")).count();
        assert_eq!(said, 1);
        Ok(())
    })
}

#[test]
fn a_target_that_comes_later_is_waited_for_and_filled_each_time_it_comes() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let page = SCRIPT.replace("<script", "<script data-target='#a'");
        let _site = Host::plain()?.head(&page).body("<main></main>").open(browser).await?;
        for _ in 0..3 {
            browser.host("document.querySelector('main').innerHTML = '<div id=a></div>'").await?;
            stand(browser, &["a"]).await?;
            browser
                .host("document.querySelector('main').innerHTML = '<p>Another page</p>'")
                .await?;
            stand(browser, &[]).await?;
        }
        browser.host("document.querySelector('main').innerHTML = '<div id=a></div>'").await?;
        stand(browser, &["a"]).await?;
        // Whoever takes it out alone means that.
        browser.host("document.querySelector('burnout-screener').remove()").await?;
        browser.settled().await?;
        stand(browser, &[]).await
    })
}

/// As a router of links does: the body of another page in place of this one, its scripts made anew so that they run; and on the
/// way back a copy of the body as it was.
const ROUTER: &str = "window.bodies = {};
    window.runs = (body) => body.querySelectorAll('script').forEach((old) => {
        const tag = document.createElement('script');
        for (const { name, value } of old.attributes) tag.setAttribute(name, value);
        old.replaceWith(tag);
    });
    window.shows = (body) => { document.body.replaceWith(body); if (window.again) runs(body) };
    window.goes = (name, html) => {
        bodies[window.here ?? 'first'] = document.body.cloneNode(true);
        window.here = name;
        const page = new DOMParser().parseFromString(html, 'text/html');
        shows(document.adoptNode(page.body));
    };
    window.goesBack = (name) => {
        bodies[window.here] = document.body.cloneNode(true);
        window.here = name;
        shows(bodies[name].cloneNode(true));
    }";

async fn goes_round(browser: &Browser, place: &str, again: bool) -> Result<()> {
    let page = format!("<main>{place}</main>");
    // What stands around it is the div, if there is one.
    let under = [if place.starts_with("<div") { "div" } else { "main" }];
    let _site = Host::plain()?.body(&page).open(browser).await?;
    stand(browser, &under).await?;
    browser.host(&format!("{ROUTER}; window.again = {again}")).await?;
    for round in 0..3 {
        browser.host("goes('other', '<main>Another page</main>')").await?;
        stand(browser, &[]).await.with_context(|| format!("round {round}"))?;
        browser.host("goesBack('first')").await?;
        stand(browser, &under).await.with_context(|| format!("back in round {round}"))?;
    }
    // And a second visit by a link: the page comes as the server sends it.
    let html = json!(page);
    browser.host(&format!("goes('third', {html})")).await?;
    stand(browser, &under).await
}

#[test]
fn a_router_that_swaps_the_body_shows_one_each_time() -> Result<()> {
    let places = [
        tag(""),
        tag("type=module"),
        format!("{ELEMENT}{}", tag("")),
        format!("<div class=burnout-screener></div>{}", tag("")),
    ];
    visit(&Look::desk(), async |browser| {
        for place in &places {
            for again in [true, false] {
                goes_round(browser, place, again)
                    .await
                    .with_context(|| format!("{place}, {again}"))?;
            }
        }
        Ok(())
    })
}

#[test]
fn a_part_that_is_exchanged_by_its_text_shows_one_each_time() -> Result<()> {
    let parts = [
        (tag(""), "main"),
        (format!("<div id=a class=burnout-screener></div>{}", tag("")), "a"),
        (ELEMENT.to_owned(), "main"),
    ];
    visit(&Look::desk(), async |browser| {
        for (part, under) in &parts {
            let _site = Host::plain()?
                .body(&format!("<main>{part}</main>{}", tag("data-target='#no'")))
                .open(browser)
                .await?;
            let part = json!(part);
            for _ in 0..2 {
                browser
                    .host("document.querySelector('main').innerHTML = '<p>Another part</p>'")
                    .await?;
                stand(browser, &[]).await?;
                // Its scripts do not run.
                browser.host(&format!("document.querySelector('main').innerHTML = {part}")).await?;
                stand(browser, &[*under]).await?;
            }
            // As it is written back from a copy of the page.
            browser
                .host(
                    "const main = document.querySelector('main'); main.innerHTML = main.innerHTML",
                )
                .await?;
            stand(browser, &[*under]).await?;
        }
        Ok(())
    })
}

#[test]
fn a_page_that_was_saved_with_what_we_put_there_shows_one() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        for place in [
            tag(r#"data-region="AU""#),
            format!("<div class=burnout-screener data-region=AU></div>{}", tag("")),
        ] {
            let _site = Host::plain()?.body(&format!("<main>{place}</main>")).open(browser).await?;
            browser.until("one", "return document.querySelector('burnout-screener')").await?;
            let saved = browser.host("return document.querySelector('main').outerHTML").await?;
            let saved = saved.as_str().context("nothing saved")?.to_owned();
            assert!(saved.contains("<burnout-screener"), "{saved}");
            let _site = Host::plain()?.body(&saved).open(browser).await?;
            browser.until("one alive", ALIVE).await?;
            browser.settled().await?;
            let count = "return document.querySelectorAll('burnout-screener').length";
            assert_eq!(browser.host(count).await?, 1, "{saved}");
            let person = Person::at(browser).await?;
            assert!(person.words().await?.contains("13 11 14"));
        }
        Ok(())
    })
}

#[test]
fn what_is_set_on_a_tag_or_a_div_holds_and_can_be_changed() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let places = [
            tag(r#"id="set" data-region="AU""#),
            format!("<div id=set class=burnout-screener data-region=AU></div>{}", tag("")),
        ];
        for place in places {
            let _site = Host::plain()?.body(&place).open(browser).await?;
            let person = Person::at(browser).await?;
            assert!(person.words().await?.contains("13 11 14"));
            browser.host("document.querySelector('#set').dataset.region = 'NZ'").await?;
            browser
                .until(
                    "it passed on",
                    "return document.querySelector('burnout-screener').region === 'NZ'",
                )
                .await?;
            browser.settled().await?;
            person.come_back().await?;
            person.until("the other line", "return said(root.body).includes('1737')").await?;
        }
        Ok(())
    })
}

/// What the page asked for while it was still coming in.
#[test]
fn the_frame_starts_before_a_long_page_has_come_in() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let note = "<script>const note = new MutationObserver(() => {
            if (document.querySelector('burnout-screener')?.shadowRoot?.querySelector('iframe')) {
                window.begun = document.readyState;
                note.disconnect();
            }
        });
        note.observe(document, { childList: true, subtree: true })</script>";
        let long = "<p>One of many words of a clinic.</p>".repeat(20_000);
        let page = format!("{SCRIPT}{note}{long}");
        let _site = Host::plain()?.body(&page).open(browser).await?;
        let begun: Value = browser.until("the beginning", "return window.begun").await?;
        assert_eq!(begun, "loading", "the page had not come in yet");
        Person::at(browser).await?;
        Ok(())
    })
}
