//! Host pages whose style sheets would break anything that they reach; and that the widget reaches nothing of theirs.

use anyhow::Result;
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::hands::Hand;
use browser_tests::host::{Host, tag};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::Value;

const CALM: &str = "<style>body { margin: 0 }</style>";
const HOSTILE: &str = "<style>
    * { all: unset !important }
    head, head * { display: none !important }
    body, body *, input, label, fieldset { display: block !important; color: red !important; font: 40px cursive !important }
    input, button { display: none !important }
    iframe { display: none !important; height: 10px !important; width: 10px !important }
    .step, .bs, .card, .option { visibility: hidden !important; letter-spacing: 1em !important }
</style>";
const BENT: &str = "<style>
    body { margin: 0; transform: scale(0.98) rotate(0.4deg); filter: grayscale(1) }
    burnout-screener { perspective: 900px }
</style>";

/// Size and dress of everything that makes up a page of questions.
const LOOK: &str = "return ['.card', '.step h2', '.stage', '.answers', '.options', 'button.option', '.turn button', '.progress', '.help-bar button']
    .map((selector) => root.querySelector(selector))
    .map((node) => {
        // The end of a transition comes within less than a hundredth of a pixel.
        const { width, height } = node.getBoundingClientRect();
        const style = getComputedStyle(node);
        return [node.className || node.localName, Math.round(width * 100) / 100, Math.round(height * 100) / 100, style.display, style.visibility, style.color,
            style.backgroundColor, style.fontSize, style.fontFamily, style.letterSpacing, style.lineHeight];
    })";

fn questions_look(head: &str, attributes: &str, way: Way) -> Result<Value> {
    let mut look = Value::Null;
    visit(&Look::tall(), async |browser| {
        let host = Host::with(attributes)?.head(head);
        let _site = host.open(browser).await?;
        let person = Person::by(browser, way, Hand::Mouse).await?;
        let answers = Answers::strain(4, 0, 1);
        person.reach("sleepy_when_needed_awake", &answers).await?;
        look = person.ask(LOOK).await?;
        person.answer(&answers).await?;
        person.next().await
    })?;
    Ok(look)
}

#[test]
fn hostile_styles_leave_the_frame_usable_and_its_look_the_same() -> Result<()> {
    let calm = questions_look(CALM, "", Way::Frames(0))?;
    assert_eq!(questions_look(HOSTILE, "", Way::Frames(0))?, calm);
    assert!(calm.as_array().is_some_and(|parts| parts.len() == 9));
    Ok(())
}

#[test]
fn hostile_styles_leave_the_inline_widget_usable_and_its_look_the_same() -> Result<()> {
    let inline = r#"data-mode="inline""#;
    let calm = questions_look(CALM, inline, Way::Inline(0))?;
    assert_eq!(questions_look(HOSTILE, inline, Way::Inline(0))?, calm);
    Ok(())
}

#[test]
fn a_page_that_bends_and_filters_everything_can_still_be_answered_by_mouse() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let _site = Host::plain()?.head(BENT).open(browser).await?;
        let person = Person::by(browser, Way::Frames(0), Hand::Mouse).await?;
        person.finish(&Answers::strain(4, 4, 0)).await?;
        assert_eq!(person.heading().await?, person.texts.say("headline.both")?);
        Ok(())
    })
}

/// Everything on the host page that could show a trace, the widget's own element left out.
const TRACES: &str = "const own = new Set(['burnout-screener', 'script']);
    const styles = [...document.querySelectorAll('*')].filter((node) => !own.has(node.localName)).map((node) => {
        const style = getComputedStyle(node);
        const names = [...style].filter((name) => !/block-size|height|origin/.test(name));
        return [node.localName, node.getAttributeNames().join(), names.map((name) => style.getPropertyValue(name)).join()];
    });
    return { styles, sheets: document.styleSheets.length, adopted: document.adoptedStyleSheets.length, title: document.title,
        names: Object.getOwnPropertyNames(window).filter((name) => !/^[0-9]+$|^\\$?cdc|^ret_nodes|^se_/.test(name)).sort(),
        stored: [localStorage.length, sessionStorage.length, document.cookie] }";

fn leaves_no_trace(attributes: &str, way: Way) -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let body = r#"<h1>Heading</h1><form><input name="a"><button>Go</button><fieldset class="question"><legend>L</legend>
            <label class="option"><input type="radio"> r</label></fieldset></form><div class="bs card" id="spot"></div>"#;
        // A scrollbar of the page itself would come and go with the height.
        let scrolls = "<style>html { overflow-y: scroll }</style>";
        let _site = Host::plain()?.head(scrolls).body(body).open(browser).await?;
        let before = browser.host(TRACES).await?;
        let script = tag(attributes);
        browser
            .host(&format!(
                "const spot = document.createRange().createContextualFragment({});
                 document.querySelector('#spot').append(spot)",
                serde_json::to_string(&script)?
            ))
            .await?;
        let person = Person::by(browser, way, Hand::Quick).await?;
        person.finish(&Answers::strain(4, 4, 0)).await?;
        let after = browser.host(TRACES).await?;
        for trace in ["styles", "sheets", "adopted", "title", "names", "stored"] {
            assert_eq!(after.get(trace), before.get(trace), "{trace} of the host page");
        }
        Ok(())
    })
}

#[test]
fn the_frame_changes_nothing_on_the_host_page() -> Result<()> {
    leaves_no_trace("", Way::Frames(0))
}

#[test]
fn the_inline_widget_changes_nothing_on_the_host_page() -> Result<()> {
    leaves_no_trace(r#"data-mode="inline""#, Way::Inline(0))
}
