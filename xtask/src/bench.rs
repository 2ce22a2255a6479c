//! `cargo xtask bench`: how fast the classification is, how often it allocates, and how its cost grows with the items.
//! What a person waits for, from an answer to the picture, is measured in a browser; here it is what the core adds to it.
//!
//! Benchmark crates bring a program of their own and keep their figures to themselves; bounds need the figures. So each
//! figure here is the median of many timed runs, long enough for the clock to matter little.

use std::env;
use std::hint::black_box;
use std::rc::Rc;
use std::time::{Duration, Instant};

use allocation_counter::measure;
use anyhow::{Context, Result, bail};
use burnout_screener::instrument::{Instrument, Profiled};
use burnout_screener::outcome::Outcome;
use burnout_screener::profile::{classify, one_changed_answer, strongest_answers};
use burnout_screener::response::Responses;
use burnout_screener::session::{Action, Question, Screen, Session, Step};
use xshell::cmd;

use crate::workspace::Workspace;
use crate::{many, optimised, validate};

/// Respondents per second on one core, at least.
const FASTEST: f64 = 5_000_000.0;
/// What an answer may cost more among `MANY` items than among `FEW`, in seconds: the responses are copied, a byte or two
/// an item, and a picture takes thousands of times as long.
const ADDED: f64 = 1e-6;
/// What a classification may cost an item among `MANY`, as a multiple of what it costs an item among `FEW`.
const GROWTH: f64 = 1.5;
const FEW: usize = 30;
const MANY: usize = 3_000;
/// How many simulated people are classified in turn, so that no single path is learnt by heart.
const PEOPLE: usize = 2_048;
const RUNS: usize = 101;
/// A run is repeated until it lasts this long.
const SHORTEST: Duration = Duration::from_millis(2);

/// Prints every figure, and fails when a bound is missed.
pub fn run(workspace: &Workspace) -> Result<()> {
    if optimised::again(workspace)? {
        return in_the_browser(workspace);
    }
    let instrument = validate::instrument(workspace)?;
    let profiled = validate::profiled(&instrument)?;
    let people = validate::answers(profiled, PEOPLE)?;
    let mut missed = Vec::new();
    let classified = median(|| {
        people.iter().for_each(|answers| {
            black_box(classify(profiled, black_box(answers)));
        })
    }) / PEOPLE as f64;
    report("classify one respondent", classified);
    let speed = 1.0 / classified;
    println!("{:<56}{:>12.2} M/s", "respondents on one core", speed / 1e6);
    if speed < FASTEST {
        missed.push(format!("{speed:.0} respondents/s, at least {FASTEST:.0} are wanted"));
    }
    explain(profiled, &people);
    let allocations = allocations(profiled, &people);
    if allocations > 0 {
        missed
            .push(format!("{allocations} allocations to classify {PEOPLE} people, none is wanted"));
    }
    let (few, many) = (session(workspace, FEW)?, session(workspace, MANY)?);
    let reviews = [review(&few), review(&many)];
    for (place, [few, many]) in [("a page", [&few, &many]), ("a review", reviews.each_ref())] {
        for (name, step) in STEPS {
            let name = format!("{name} of {place}");
            let [small, large] = [few, many].map(|session| cost(session, step));
            report(&format!("{name}, {FEW} items"), small);
            report(&format!("{name}, {MANY} items"), large);
            if large - small > ADDED {
                let more = (large - small) * 1e9;
                missed.push(format!("{name}: {more:.0} ns more among {MANY} items"));
            }
        }
    }
    let (of_few, of_many) =
        (validate::profiled(few.instrument())?, validate::profiled(many.instrument())?);
    let [small, large] = [(of_few, &few), (of_many, &many)].map(|(profiled, session)| {
        median(|| {
            black_box(classify(profiled, black_box(session.responses())));
        })
    });
    let growth = (large / MANY as f64) / (small / FEW as f64);
    println!(
        "{:<56}{growth:>12.2} times",
        format!("classify, an item of {MANY} against one of {FEW}")
    );
    if growth > GROWTH {
        missed.push(format!("an item costs {growth:.2} times as much among {MANY}"));
    }
    match missed.is_empty() {
        true => Ok(()),
        false => bail!("bounds missed: {}", missed.join("; ")),
    }
}

/// The self-check in real browsers: how soon it starts beside forms of others, and what many items cost.
fn in_the_browser(workspace: &Workspace) -> Result<()> {
    let shell = &workspace.shell;
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let measure = |program| {
        let run =
            cmd!(shell, "{cargo} run --quiet --package browser-tests --bin {program}").quiet();
        run.run().context("the self-check in the browser is out of bounds or could not be measured")
    };
    // Both are wanted, whatever came of the first.
    measure("start").and(measure("speed"))
}

fn explain(profiled: Profiled<'_>, people: &[Responses]) {
    let said = median(|| {
        people.iter().for_each(|answers| {
            black_box(Outcome::new(profiled.instrument(), black_box(answers)));
        })
    });
    report("score every scale and classify", said / people.len() as f64);
    let changed = median(|| {
        people.iter().for_each(|answers| {
            black_box(one_changed_answer(profiled, black_box(answers)));
        })
    });
    report("find one changed answer", changed / people.len() as f64);
    let strongest = median(|| {
        people.iter().for_each(|answers| {
            let found = classify(profiled, answers);
            black_box(strongest_answers(profiled, black_box(answers), &found, 3));
        })
    });
    report("classify and find the strongest answers", strongest / people.len() as f64);
}

/// Prints the allocations of each step, and gives those of the classification.
fn allocations(profiled: Profiled<'_>, people: &[Responses]) -> u64 {
    let each = |name: &str, step: &dyn Fn(&Responses)| {
        let counted = measure(|| people.iter().for_each(step)).count_total;
        println!("{:<56}{:>12.2} allocations", name, counted as f64 / people.len() as f64);
        counted
    };
    each("set up the answers of one respondent", &|_| {
        black_box(Responses::new(profiled.instrument()));
    });
    each("find one changed answer", &|answers| {
        black_box(one_changed_answer(profiled, answers));
    });
    each("classify one respondent", &|answers| {
        black_box(classify(profiled, answers));
    })
}

type Work = fn(&Session, Action);

/// What the core does for one answer.
const STEPS: [(&str, Work); 2] = [
    ("one answer: the session", |session, action| {
        black_box(session.update(action));
    }),
    ("one answer: the session and its screen", |session, action| {
        let next = session.update(action);
        black_box((next.question(), next.progress()));
    }),
];

/// What one answer costs, in seconds.
fn cost(session: &Session, step: Work) -> f64 {
    median(|| {
        for (place, option) in (0..FEW).flat_map(|place| [(place, 1), (place, 2)]) {
            step(session, Action::Answer(Question::Item(place), Some(option)));
        }
    }) / (2 * FEW) as f64
}

/// A session on its first statement, with an instrument of this many.
fn session(workspace: &Workspace, items: usize) -> Result<Session> {
    let instrument: Instrument = serde_json::from_value(many::brought(workspace, items)?)?;
    let mut session = Session::new(Rc::new(instrument));
    for item in 0..items {
        session = session.update(Action::Answer(Question::Item(item), Some((item % 5) as u8)));
    }
    while !matches!(session.question(), Some(Question::Item(_))) {
        session = session.update(Action::Next);
    }
    Ok(session)
}

/// The same session in the review, with every second item left out.
fn review(session: &Session) -> Session {
    let mut session = session.clone();
    for item in (0..session.instrument().items().len()).step_by(2) {
        session = session.update(Action::Answer(Question::Item(item), None));
    }
    while !matches!(session.step(), Step::Asking(Screen::Again(_)) | Step::Result) {
        session = session.update(Action::Next);
    }
    session
}

fn report(name: &str, seconds: f64) {
    println!("{name:<56}{:>12.1} ns", seconds * 1e9);
}

/// The median time of many runs, in seconds.
fn median(work: impl Fn()) -> f64 {
    let time = |times: u32| {
        let begun = Instant::now();
        (0..times).for_each(|_| work());
        begun.elapsed()
    };
    let mut times = 1;
    while time(times) < SHORTEST {
        times *= 2;
    }
    let mut runs: Vec<Duration> = (0..RUNS).map(|_| time(times)).collect();
    runs.sort_unstable();
    runs.get(RUNS / 2).map_or(f64::NAN, |run| run.as_secs_f64() / f64::from(times))
}
