//! Pages with a header that stays where it is: nothing of the self-check is under it.

use anyhow::{Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::hands::Hand;
use browser_tests::host::{Host, tag};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};

const HEIGHT: f64 = 80.0;

/// The upper and the lower edge of the element, and the height of the window.
async fn edges(browser: &Browser) -> Result<[f64; 3]> {
    let script = "const { top, bottom } = document.querySelector('burnout-screener').getBoundingClientRect();
        return [top, bottom, innerHeight]";
    Ok(serde_json::from_value(browser.host(script).await?)?)
}

/// The questions are whole between the header and the end of the window, and the result begins below the header.
fn is_left_free(head: &str, header: &str, attributes: &str, way: Way) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let room = |words: &str| format!("<p style='height: 700px'>{words}</p>");
        let body = [header, &room("Above"), &tag(attributes), &room("Below")].concat();
        let _site = Host::plain()?.head(head).body(&body).open(browser).await?;
        let person = Person::by(browser, way, Hand::Quick).await?;
        person.start().await?;
        browser.settled().await?;
        let [top, bottom, window] = edges(browser).await?;
        ensure!(top >= HEIGHT - 0.5, "the questions begin at {top}, under the header");
        if matches!(way, Way::Frames(_)) {
            ensure!(bottom <= window + 0.5, "they end at {bottom}, the window at {window}");
        }
        browser.host("scrollTo({ top: 1200, behavior: 'instant' })").await?;
        person.finish(&Answers::strain(4, 0, 1)).await?;
        browser.settled().await?;
        let [top, ..] = edges(browser).await?;
        ensure!(
            (top - HEIGHT).abs() < 1.0 || top > HEIGHT,
            "the result begins at {top}, the header ends at {HEIGHT}"
        );
        Ok(())
    })
}

const FIXED: &str = "<header style='position: fixed; inset: 0 0 auto; height: 80px; background: #cde'>A clinic</header>";
const STICKY: &str = "<p style='height: 120px'>A banner</p><header style='position: sticky; top: 0; z-index: 9; height: 80px; background: #cde'><nav>A clinic</nav></header>";

#[test]
fn a_fixed_header_covers_nothing() -> Result<()> {
    is_left_free("", FIXED, "", Way::Frames(0))
}

#[test]
fn a_header_that_sticks_covers_nothing() -> Result<()> {
    is_left_free("", STICKY, "", Way::Frames(0))
}

#[test]
fn a_header_covers_nothing_of_the_inline_widget() -> Result<()> {
    is_left_free("", STICKY, r#"data-mode="inline""#, Way::Inline(0))
}

#[test]
fn where_the_site_keeps_the_room_itself_it_is_not_kept_twice() -> Result<()> {
    let head = "<style>html { scroll-padding-top: 80px }</style>";
    is_left_free(head, STICKY, "", Way::Frames(0))
}

/// What cannot be seen from the page, as a header in another frame or one that comes a moment later.
#[test]
fn a_site_says_how_much_its_header_covers() -> Result<()> {
    is_left_free("", "", r#"data-scroll-offset="80""#, Way::Frames(0))
}
