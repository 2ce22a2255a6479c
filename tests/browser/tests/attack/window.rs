//! In windows as people have them, where the page around has to scroll: whatever is pressed in the frame, it scrolls, has the
//! focus and is laid out the same. `BS_LONG=1` looks at every window with every kind of hand, in Firefox
//! too.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit_in};
use browser_tests::engine::Engine;
use browser_tests::hands::Hand;
use browser_tests::host::{Host, tag};
use browser_tests::long::is_long;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::Value;
use xtask::server::Route;

use crate::haul::difference;
use crate::journey::recorder;

/// A phone, a phone or a desk at 400 %, a desk at 200 %, and a desk.
const WINDOWS: [(u32, u32); 4] = [(390, 700), (320, 180), (640, 360), (1280, 720)];
/// No window of Firefox is narrower here.
const WIDER: [(u32, u32); 3] = [(500, 700), (640, 360), (1280, 720)];
/// So many statements are answered.
const MANY: usize = 6;
const TOLD: Duration = Duration::from_millis(400);
/// From this one on.
const FIRST: &str = "exhausted_despite_rest";

/// Everything that the page sees of itself: where it is scrolled to, what has the focus, how large everything is.
const SPY: &str = r#"<script src="/recorder.js"></script><script>
    Object.defineProperty(window, "trace", { value: [] });
    addEventListener("DOMContentLoaded", () => {
        for (const kind of "scroll scrollend focus blur focusin focusout resize keydown keyup pointerdown pointerup mousedown mouseup click touchstart touchmove touchend wheel selectionchange visibilitychange".split(" "))
            addEventListener(kind, ({ type, target }) => trace.push([type, target.nodeName, scrollX, scrollY]), { capture: true, passive: true });
        addEventListener("message", ({ data }) => trace.push(["message", JSON.stringify(data)]));
        new PerformanceObserver((list) => trace.push(...list.getEntries().map(({ value }) => ["shift", value]))).observe({ type: "layout-shift" });
        rrweb.record({ emit: ({ type, data }) => trace.push([type, data.source, data.x, data.y, data.width, data.height]) });
        let last;
        const look = () => {
            const sizes = [...document.querySelectorAll("burnout-screener, body, html")].map((node) => Object.values(node.getBoundingClientRect().toJSON()));
            const now = JSON.stringify([scrollX, scrollY, sizes, document.activeElement.nodeName, document.hasFocus()]);
            if (now !== last) trace.push((last = now));
            requestAnimationFrame(look);
        };
        look();
    });
</script>"#;

/// The focus of the page is in the frame, which is seen whole as after a step: our own hands move the page as they like.
const ENTER: &str = "const element = document.querySelector('burnout-screener');
    element.scrollIntoView({ behavior: 'instant', block: 'nearest' });
    element.shadowRoot.querySelector('iframe').focus({ preventScroll: true })";
/// And within it on the heading of the question.
const HEADING: &str = "every('.step h2')[0].focus({ preventScroll: true })";

/// How far the page is scrolled before the statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lie {
    /// As the self-check lets it be: the frame is seen whole.
    Whole,
    /// The person has scrolled, so that the last options are half out of the window or further.
    Cut,
}

/// How somebody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Hand(Hand),
    /// Tab up to the option, and Enter.
    Tab,
}

/// One way to look.
#[derive(Clone, Copy, Debug)]
struct Case {
    engine: Engine,
    size: (u32, u32),
    by: By,
    lie: Lie,
    /// Whether all is as we made it.
    guarded: bool,
}

/// Which of the options that a person can reach as it lies.
#[derive(Clone, Copy, Debug)]
enum Choice {
    First,
    Last,
}

/// In the smallest window no option may be there: somebody scrolls in the frame until the first one is.
const NEARER: &str = "const { top, height } = options(asked()[0])[0].getBoundingClientRect();
    scrollBy(0, Math.max(0, Math.ceil(top + height - Math.min(LIMIT, innerHeight))))";

/// The options that can be pressed as it lies, up to so far down in the frame, or to its own end.
const REACHED: &str = "const all = options(asked()[0]);
    const there = all.map((option) => option.getBoundingClientRect()).map(({ top, height }) => top + 0.6 * height < Math.min(LIMIT, innerHeight));
    return there.lastIndexOf(true)";

async fn limit(person: &Person<'_>) -> Result<f64> {
    let script =
        "const { top } = document.querySelector('burnout-screener').getBoundingClientRect();
        return innerHeight - top";
    person.browser.host(script).await?.as_f64().context("no limit")
}

/// Goes to the statements, answers some of them, and gives what the page saw meanwhile.
async fn answers(browser: &Browser, case: Case, choice: Choice) -> Result<Value> {
    let Case { by, lie, guarded, .. } = case;
    let way = Way::Frames(0);
    Person::by(browser, way, Hand::Quick).await?.reach(FIRST, &Answers::strain(2, 2, 2)).await?;
    let hand = match by {
        By::Hand(hand) => hand,
        By::Tab => Hand::Keys,
    };
    let person = Person::by(browser, way, hand).await?;
    browser.host(ENTER).await?;
    person.ask::<()>(HEADING).await?;
    if !guarded {
        person.ask::<()>(UNGUARD).await?;
    }
    browser.settled().await?;
    if lie == Lie::Cut {
        // Of the last option but one, a little more than the half is in the window.
        let edge: f64 = person
            .ask("const { top, height } = options(asked()[0]).at(-2).getBoundingClientRect(); return top + 0.7 * height")
            .await?;
        let beyond = (limit(&person).await? - edge).max(0.0);
        browser.host(&format!("scrollBy({{ top: -({beyond}), behavior: 'instant' }})")).await?;
    }
    // A recorder is told a little later of what our own hands have scrolled.
    tokio::time::sleep(TOLD).await;
    browser.host("trace.length = 0").await?;
    for _ in 0..MANY {
        let last = match lie {
            Lie::Whole => person.ask::<usize>("return options(asked()[0]).length - 1").await?,
            Lie::Cut => {
                let limit = limit(&person).await?.to_string();
                person.ask::<()>(&NEARER.replace("LIMIT", &limit)).await?;
                person.ask::<usize>(&REACHED.replace("LIMIT", &limit)).await?
            }
        };
        let option = match choice {
            Choice::First => 0,
            Choice::Last => last,
        };
        match by {
            By::Tab => person.answers_by_tab(option).await?,
            By::Hand(hand) => {
                if lie == Lie::Whole && hand != Hand::Keys {
                    // Somebody scrolls in the frame until the half of it can be seen.
                    person
                        .ask::<()>(&format!(
                            "const {{ top, height }} = options(asked()[0])[{option}].getBoundingClientRect();
                             scrollBy(0, Math.max(0, top + height / 2 - innerHeight))"
                        ))
                        .await?;
                }
                person.answers_as_it_lies(option).await?;
            }
        }
    }
    browser.settled().await?;
    browser.host("return trace").await
}

/// What is pressed takes the focus, as fields did: a browser shows them whole then.
const UNGUARD: &str = "addEventListener('pointerdown', ({ target }) => target.closest('button')?.focus(), { capture: true })";

fn trace(case: Case, choice: Choice) -> Result<Value> {
    let Case { engine, size, by, .. } = case;
    let mut seen = Value::Null;
    let look = Look::new(size.0, size.1);
    let look = if by == By::Hand(Hand::Touch) { look.touched() } else { look };
    visit_in(engine, &look, async |browser| {
        let room = |words| format!("<p style=\"height: 900px\">{words}</p>");
        let body = [room("Above"), tag(""), room("Below")].concat();
        let host = Host::plain()?.body(&body).head(SPY);
        let site = host
            .also(Route::bytes("/recorder.js", "text/javascript", recorder()?))
            .serve(engine)?;
        browser.open(&site.url("/")).await?;
        browser.fit(&look).await?;
        seen = answers(browser, case, choice).await?;
        Ok(())
    })?;
    Ok(seen)
}

/// Where the page sees something else for the first and for the last option.
fn told(case: Case) -> Result<Option<String>> {
    let one = trace(case, Choice::First).with_context(|| format!("{case:?}"))?;
    let other = trace(case, Choice::Last).with_context(|| format!("{case:?}"))?;
    let different = difference(&one, &other);
    Ok(different.map(|different| format!("{case:?}: {different}\n{one}\n{other}")))
}

fn tells_nothing(engine: Engine, size: (u32, u32), by: By, lie: Lie) -> Result<()> {
    let told = told(Case { engine, size, by, lie, guarded: true })?;
    ensure!(told.is_none(), "{}", told.unwrap_or_default());
    Ok(())
}

/// The window in which each kind of hand told most before, and one more.
#[test]
fn in_chromium_a_finger_moves_nothing_on_the_page_around() -> Result<()> {
    tells_nothing(Engine::Chromium, (390, 700), By::Hand(Hand::Touch), Lie::Whole)?;
    tells_nothing(Engine::Chromium, (390, 700), By::Hand(Hand::Touch), Lie::Cut)
}

#[test]
fn in_chromium_a_mouse_moves_nothing_on_the_page_around() -> Result<()> {
    tells_nothing(Engine::Chromium, (640, 360), By::Hand(Hand::Mouse), Lie::Whole)?;
    tells_nothing(Engine::Chromium, (1280, 720), By::Hand(Hand::Mouse), Lie::Cut)
}

#[test]
fn in_chromium_a_digit_moves_nothing_on_the_page_around() -> Result<()> {
    tells_nothing(Engine::Chromium, (320, 180), By::Hand(Hand::Keys), Lie::Whole)?;
    tells_nothing(Engine::Chromium, (640, 360), By::Hand(Hand::Keys), Lie::Cut)
}

#[test]
fn in_chromium_tab_and_enter_move_nothing_on_the_page_around() -> Result<()> {
    tells_nothing(Engine::Chromium, (320, 180), By::Tab, Lie::Whole)?;
    tells_nothing(Engine::Chromium, (390, 700), By::Tab, Lie::Cut)
}

/// It is also how we know that the page sees what it could see.
#[test]
fn if_what_is_pressed_took_the_focus_a_finger_would_tell_in_chromium() -> Result<()> {
    let by = By::Hand(Hand::Touch);
    let case =
        Case { engine: Engine::Chromium, size: (390, 700), by, lie: Lie::Cut, guarded: false };
    ensure!(told(case)?.is_some(), "the page sees nothing at all");
    Ok(())
}

fn everywhere(engine: Engine) -> Result<()> {
    let what = format!("every window with every kind of hand in {}", engine.name());
    if !is_long(&what) || !engine.is_there()? {
        return Ok(());
    }
    let mut told = Vec::new();
    let windows: &[_] = if engine == Engine::Chromium { &WINDOWS } else { &WIDER };
    for &size in windows {
        for hand in [By::Hand(Hand::Touch), By::Hand(Hand::Mouse), By::Hand(Hand::Keys), By::Tab] {
            for lie in [Lie::Whole, Lie::Cut] {
                if let Err(error) = tells_nothing(engine, size, hand, lie) {
                    // It takes long: whoever waits sees it now.
                    println!("{error:#}");
                    told.push((size, hand, lie));
                }
            }
        }
    }
    ensure!(told.is_empty(), "{told:#?}");
    Ok(())
}

#[test]
fn in_chromium_nothing_moves_in_any_window() -> Result<()> {
    everywhere(Engine::Chromium)
}

#[test]
fn in_firefox_nothing_moves_in_any_window() -> Result<()> {
    everywhere(Engine::Firefox)
}
