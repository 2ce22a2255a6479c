//! The box of the element in every kind of place that pages have: how wide it is, and that a host's own rules win.

use anyhow::{Context, Result, ensure};
use browser_tests::browser::{Browser, visit};
use browser_tests::host::{Host, tag};
use browser_tests::look::Look;
use browser_tests::person::Person;
use serde_json::json;

/// Where each stands.
const PLACE: &str = "<burnout-screener></burnout-screener>";
/// As wide as it would like to be, with letters of 16 pixels.
const OWN: f64 = 736.0;
/// As narrow as it lets itself be made.
const LEAST: f64 = 240.0;
/// As themes of blocks lay out a column.
const THEME: &str = "<style>.column > :where(*) { max-width: 650px; margin-left: auto !important; margin-right: auto !important }</style>";

/// Element, frame and place: left edge and width of each, in pixels.
const MEASURED: &str = "const element = document.querySelector('burnout-screener');
    const frame = element.shadowRoot?.querySelector('iframe');
    return frame && [element, frame].flatMap((node) => {
        const { left, width } = node.getBoundingClientRect();
        return [left, width];
    }).concat(document.documentElement.scrollWidth)";

async fn measured(browser: &Browser, page: &str) -> Result<[f64; 5]> {
    // The margins of a page would only be in the way.
    let head =
        "<style>html { font-size: 16px } body { margin: 0 } html { scrollbar-width: none }</style>";
    let host = Host::plain()?.head(head).body(&format!("{page}{}", tag("")));
    let _site = host.open(browser).await?;
    let found = browser.until("the frame", MEASURED).await?;
    Ok(serde_json::from_value(found)?)
}

/// Every page, in one window of this width; the place is where `@` stands.
fn are_as_wide(window: u32, pages: &[(&str, f64)]) -> Result<()> {
    visit(&Look::new(window, 900), async |browser| {
        for (page, wanted) in pages {
            let [left, width, frame_left, frame_width, page_width] =
                measured(browser, &page.replace('@', PLACE)).await?;
            ensure!((width - wanted).abs() < 1.0, "{page}: {width} in place of {wanted}");
            ensure!(
                (left - frame_left).abs() < 1.0 && (width - frame_width).abs() < 1.0,
                "{page}: the frame is at {frame_left}, {frame_width} wide, the element at {left}, {width} wide"
            );
            ensure!(
                page_width <= f64::from(window),
                "{page}: the page has to be scrolled sideways, it is {page_width} wide"
            );
        }
        Ok(())
    })
}

#[test]
fn it_is_as_wide_as_its_place() -> Result<()> {
    are_as_wide(
        1280,
        &[
            ("@", 1280.0),
            ("<main style='width: 900px'>@</main>", 900.0),
            ("<p style='width: 900px'>Some words @ and more</p>", 900.0),
            ("<span>Some words @</span>", 1280.0),
            // Rows, columns and what is centred in them.
            (
                "<div style='display: flex; width: 1000px'><div style='flex: 0 0 200px'></div>@</div>",
                800.0,
            ),
            (
                "<div style='display: flex; flex-direction: column; align-items: center; width: 1000px'>@</div>",
                1000.0,
            ),
            ("<div style='display: flex; justify-content: center; width: 1000px'>@</div>", 1000.0),
            (
                "<div style='display: flex; flex-direction: column; width: 1000px'><b>Words</b>@</div>",
                1000.0,
            ),
            ("<div style='display: grid; place-items: center; width: 1000px'>@</div>", 1000.0),
            (
                "<div style='display: grid; grid-template-columns: 1fr 2fr; width: 900px'><i></i>@</div>",
                600.0,
            ),
            ("<div style='columns: 2; column-gap: 0; width: 1000px'>@</div>", 500.0),
            (
                "<table style='width: 1000px; border-spacing: 0'><tr><td style='padding: 0'>@</td></tr></table>",
                1000.0,
            ),
            ("<center>@</center>", 1280.0),
            ("<div style='text-align: center; width: 700px'>@</div>", 700.0),
        ],
    )
}

#[test]
fn beside_something_that_floats_nothing_lies_over_it() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let page = format!(
            "<div style='float: left; width: 300px; height: 40px'></div><div style='width: 1000px'>{PLACE}</div>"
        );
        let [_, _, frame_left, frame_width, _] = measured(browser, &page).await?;
        assert_eq!((frame_left, frame_width), (300.0, 700.0));
        Ok(())
    })
}

#[test]
fn where_a_place_is_as_wide_as_what_is_in_it_it_has_a_width_of_its_own() -> Result<()> {
    are_as_wide(
        1280,
        &[
            ("<div style='float: left'>@</div>", OWN),
            ("<div style='display: inline-block'>@</div>", OWN),
            ("<div style='position: absolute'>@</div>", OWN),
            ("<div style='width: max-content'>@</div>", OWN),
            ("<div style='width: fit-content; margin: auto'>@</div>", OWN),
            ("<div style='display: inline-flex'>@</div>", OWN),
            ("<div style='display: grid; justify-content: center'>@</div>", OWN),
            (
                "<table style='border-spacing: 0'><tr><td style='padding: 0'>@</td></tr></table>",
                OWN,
            ),
            ("<dialog open style='padding: 0; border: 0'>@</dialog>", OWN),
            ("<div style='width: min-content'>@</div>", LEAST),
        ],
    )
}

#[test]
fn on_a_phone_it_is_never_wider_than_its_place() -> Result<()> {
    are_as_wide(
        360,
        &[
            ("@", 360.0),
            ("<div style='float: left'>@</div>", 360.0),
            ("<div style='display: inline-flex'>@</div>", 360.0),
            (
                "<div style='padding: 0 20px'><table style='border-spacing: 0'><tr><td style='padding: 0'>@</td></tr></table></div>",
                320.0,
            ),
            ("<div style='display: flex'><div style='flex: 0 0 60px'></div>@</div>", 300.0),
            ("<dialog open style='padding: 0; border: 0; max-width: 100%'>@</dialog>", 360.0),
        ],
    )
}

#[test]
fn a_host_gives_it_another_box_with_rules_of_its_own() -> Result<()> {
    are_as_wide(
        1280,
        &[
            (&format!("{THEME}<div class='column' style='width: 1000px'>@</div>"), 650.0),
            ("<style>burnout-screener { width: 500px }</style>@", 500.0),
            ("<style>burnout-screener { max-width: 42rem; margin: 0 auto }</style>@", 672.0),
            ("<style>burnout-screener { display: inline-block; width: auto }</style>@", OWN),
        ],
    )?;
    visit(&Look::desk(), async |browser| {
        let page = format!("{THEME}<div class='column' style='width: 1000px'>{PLACE}</div>");
        let [left, ..] = measured(browser, &page).await?;
        ensure!((left - 175.0).abs() < 1.0, "in the middle of the column, not at {left}");
        let _site = Host::plain()?
            .body(&format!("<burnout-screener hidden></burnout-screener>{}", tag("")))
            .open(browser)
            .await?;
        browser.until("the frame", "return document.querySelector('burnout-screener').shadowRoot?.querySelector('iframe')").await?;
        let shown = "return document.querySelector('burnout-screener').checkVisibility()";
        ensure!(browser.host(shown).await? == false, "what is hidden stays hidden");
        Ok(())
    })
}

/// A part of the page that opens at a click, as high as it says that it is then.
const ACCORDION: &str =
    "<div id=part style='max-height: 0; overflow: hidden; width: 900px'>@</div>";
const OPENS: &str = "part.style.maxHeight = part.scrollHeight + 'px'";
const WHOLE: &str =
    "const { height } = document.querySelector('burnout-screener').getBoundingClientRect();
    return height > 300 && part.clientHeight >= Math.floor(height) && [height, part.clientHeight]";

#[test]
fn an_accordion_that_measures_at_the_click_shows_all_of_it() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let page = ACCORDION.replace('@', PLACE);
        let _site = Host::plain()?.body(&format!("{page}{}", tag(""))).open(browser).await?;
        browser.until("the frame", MEASURED).await?;
        browser
            .host(&format!("{OPENS}; part.addEventListener('screener-resize', () => {OPENS})"))
            .await?;
        let person = Person::at(browser).await?;
        browser.until("all of it", WHOLE).await?;
        person.start().await?;
        browser.until("all of the questions", WHOLE).await?;
        Ok(())
    })
}

#[test]
fn in_a_tab_that_is_opened_later_it_is_whole() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let page = format!("<div id=part style='display: none; width: 900px'>{PLACE}</div>");
        let _site = Host::plain()?.body(&format!("{page}{}", tag(""))).open(browser).await?;
        browser.until("the frame", MEASURED).await?;
        browser.host("part.style.display = 'block'").await?;
        let person = Person::at(browser).await?;
        let [_, width, _, frame, _]: [f64; 5] =
            serde_json::from_value(browser.until("the frame", MEASURED).await?)?;
        assert_eq!((width, frame), (900.0, 900.0));
        browser.until("all of it", WHOLE).await?;
        let fits: bool = person
            .ask("return document.body.getBoundingClientRect().height <= innerHeight + 1")
            .await?;
        ensure!(fits, "nothing of the welcome page is cut off");
        Ok(())
    })
}

#[test]
fn in_a_dialogue_that_is_opened_later_it_is_whole() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let page = format!("<dialog id=part>{PLACE}</dialog>");
        let _site = Host::plain()?.body(&format!("{page}{}", tag(""))).open(browser).await?;
        browser.until("the frame", MEASURED).await?;
        browser.host("part.showModal()").await?;
        let person = Person::at(browser).await?;
        let found = browser.until("the frame", MEASURED).await?;
        let width = found.get(1).and_then(serde_json::Value::as_f64).context("no width")?;
        assert!((width - OWN).abs() < 1.0, "{width}");
        person.start().await?;
        assert_eq!(browser.host("return part.open").await?, json!(true));
        Ok(())
    })
}
