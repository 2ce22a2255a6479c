//! What the way and the result cost a person on a phone: taps, swipes, pixels, elements, time.
//!
//! `cargo test -p browser-tests --test widget counts -- --nocapture` prints them as a table.

use anyhow::{Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde::Deserialize;

/// As much as there may be of each, at 360 px.
const TAPS: usize = 40;
const STEPS_BEGIN: f64 = 700.0;
const FOLDED: f64 = 3_000.0;
const DETAILS: f64 = 4_200.0;
const ELEMENTS: usize = 1_000;
/// How long a press may take until the next question is there, in milliseconds; on a slow phone four times as long.
const PRESS: f64 = 50.0;

/// A page without a margin: the widget is as wide as the window.
fn host() -> Result<Host> {
    Ok(Host::plain()?.head("<style>body { margin: 0 }</style>"))
}

/// What the result takes.
#[derive(Debug, Deserialize)]
struct Room {
    /// Where the first step begins, in px from the top of the widget.
    steps: f64,
    /// Where what is said ends.
    end: f64,
    /// The widget as a page around sees it.
    height: f64,
    elements: usize,
}

const ROOM: &str = "const top = root.querySelector('.card').getBoundingClientRect().top;
    return {
        steps: every('.step-card')[0].getBoundingClientRect().top - top,
        end: every('.leave').at(-1).getBoundingClientRect().bottom - top,
        height: document.body.getBoundingClientRect().height,
        elements: document.querySelectorAll('*').length,
    }";

/// Presses an answer, and tells after how long the next screen has its focus, and whether it is seen whole.
const PRESSED: &str = "const heading = every('.step h2')[0];
    const begun = performance.now();
    options(asked()[0])[1].click();
    window.took = undefined;
    const look = () => (active() !== heading ? (window.took = performance.now() - begun) : setTimeout(look));
    look();";

/// A widget that is not seen whole without scrolling.
const SCROLLS: &str = "return document.documentElement.scrollHeight > innerHeight";

#[test]
fn the_way_takes_forty_taps_at_most_and_no_swipe() -> Result<()> {
    visit(&Look::new(360, 640).flag("--hide-scrollbars"), async |browser| {
        let _site = host()?.open(browser).await?;
        let person = Person::by(browser, Way::Frames(0), Hand::Quick).await?;
        let (mut taps, mut swipes, mut took) = (0, 0, Vec::new());
        let mut ticked = false;
        while person.step().await? != "result" {
            let asks = person.step().await? == "questions";
            swipes += usize::from(asks && person.ask::<bool>(SCROLLS).await?);
            taps += 1;
            if asks && !ticked && person.ask::<usize>("return every('.tick').length").await? > 0 {
                ticked = true;
                person.ask::<()>("every('.tick')[0].click()").await?;
                person
                    .until("the tick", "return every('.tick[aria-pressed=true]').length === 1")
                    .await?;
            } else if person.asked().await?.is_empty() {
                person.forward().await?;
            } else {
                person.ask::<()>(PRESSED).await?;
                person.until("the next screen", "return window.took !== undefined").await?;
                took.push(person.ask::<f64>("return window.took").await?);
            }
        }
        took.sort_by(f64::total_cmp);
        let middle = took.get(took.len() / 2).copied().unwrap_or(f64::MAX);
        println!(
            "| the way | {taps} taps, one tick with it | {swipes} swipes | {middle:.1} ms from a press to the next question |"
        );
        ensure!(taps <= TAPS && swipes == 0, "{taps} taps, {swipes} swipes");
        ensure!(middle <= PRESS, "{middle} ms");
        Ok(())
    })
}

#[test]
fn every_result_is_short_and_its_steps_begin_early() -> Result<()> {
    let heavy = |answers: Answers| {
        answers.context("impact", "very_much").context("duration", "over_six_months")
    };
    let outcomes = [
        ("no strain", Answers::strain(0, 0, 0)),
        ("tiredness", Answers::strain(0, 0, 4)),
        ("burnout", Answers::strain(3, 0, 1)),
        ("compassion fatigue", Answers::strain(0, 4, 1)),
        ("both", heavy(Answers::strain(4, 4, 4))),
        ("both, a carer", heavy(Answers::strain(4, 3, 4).caring())),
        ("close to the lines", Answers::strain(2, 2, 1)),
        ("without exposure", Answers::strain(4, 4, 1).context("exposure", "never")),
        ("too few answers", Answers::none()),
    ];
    visit(&Look::phone(360), async |browser| {
        let _site = host()?.open(browser).await?;
        let person = Person::at(browser).await?;
        println!("| outcome | steps begin at | said until | whole | with Details | elements |");
        for (name, answers) in outcomes {
            person.finish(&answers).await?;
            let folded: Room = person.ask(ROOM).await?;
            person.opens_row("fold.details").await?;
            let open: Room = person.ask(ROOM).await?;
            let elements = folded.elements.max(open.elements);
            println!(
                "| {name} | {:.0} px | {:.0} px | {:.0} px | {:.0} px | {elements} |",
                folded.steps, folded.end, folded.height, open.height
            );
            ensure!(folded.steps < STEPS_BEGIN, "{name}: {folded:?}");
            ensure!(
                folded.height <= FOLDED && open.height <= DETAILS,
                "{name}: {folded:?} {open:?}"
            );
            ensure!(elements <= ELEMENTS, "{name}: {elements}");
            person.go_by("restart.button").await?;
        }
        Ok(())
    })
}
