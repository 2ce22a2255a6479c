//! The result as it is rendered: every finding, every row unfolded, and the unseen page that decides its
//! height.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read its own data has failed"
)]

use std::rc::Rc;

use burnout_screener::host::{HostAttributes, HostSettings};
use burnout_screener::instrument::{Construct, Instrument, Keying};
use burnout_screener::locale::{Locale, LocaleFile};
use burnout_screener::regions::Regions;
use burnout_screener::session::{Action, Question, Role, Screen, Session, Step};
use burnout_screener::ui::{App, AppProps, Content, Fold, Folds, Shared};
use proptest::prelude::*;
use yew::LocalServerRenderer;

/// As many as a browser lays out at once on a slow phone.
const MOST_ELEMENTS: usize = 1_000;

fn content(host: &HostAttributes) -> Content {
    let instrument: Instrument =
        serde_json::from_str(include_str!("../../../www/instruments/helping-strain.json")).unwrap();
    let file: LocaleFile =
        serde_json::from_str(include_str!("../../../www/locales/en.json")).unwrap();
    let regions: Regions = serde_json::from_str(include_str!("../../../www/regions.json")).unwrap();
    Content {
        texts: file.texts(&instrument).unwrap(),
        instrument: Rc::new(instrument),
        locale: Locale::new(&file, &regions).unwrap(),
        settings: HostSettings::new(host, &regions).0,
        regions,
    }
}

async fn shown_to(host: HostAttributes, session: Session, open: &[Fold]) -> String {
    let mut folds = Folds::default();
    for &fold in open {
        folds.set(fold, true);
    }
    let props = AppProps {
        content: Shared::new(content(&host)),
        session: Some(session),
        folds,
        ask: yew::Callback::noop(),
        today: yew::Callback::from(|()| None),
        draw: yew::Callback::from(|()| "a".to_owned()),
        style: yew::Callback::from(|()| burnout_screener::export::Style::default()),
    };
    LocalServerRenderer::<App>::with_props(props).hydratable(false).render().await
}

async fn shown(session: Session, open: &[Fold]) -> String {
    shown_to(HostAttributes { isolated: true, ..HostAttributes::default() }, session, open).await
}

/// What a person answers: for each scale how much strain it shows, 0–4, or nothing.
#[derive(Clone, Debug)]
struct Person {
    role: Option<Role>,
    /// By the ids of the questions.
    context: Vec<(&'static str, u8)>,
    strain: [Option<u8>; 3],
    rest: u8,
    carries: u8,
    /// Every so many items one is left out, and one is a step off.
    gaps: usize,
    signs: bool,
}

impl Person {
    fn new(strain: [u8; 3]) -> Self {
        Self {
            role: Some(Role::Work),
            context: vec![("exposure", 3)],
            strain: strain.map(Some),
            rest: 2,
            carries: 3,
            gaps: 0,
            signs: false,
        }
    }

    fn finished(&self) -> Session {
        let instrument = content(&HostAttributes::default()).instrument;
        let profiled = instrument.profiled().unwrap();
        let mut session = Session::new(Rc::clone(&instrument));
        if let Some(role) = self.role {
            session = session.update(Action::Answer(Question::Role, Some(role as u8)));
        }
        for (id, option) in &self.context {
            let place = instrument.context().iter().position(|asked| asked.id == *id).unwrap();
            session = session.update(Action::Answer(Question::Context(place), Some(*option)));
        }
        let mut keyed = |item: usize, value: Option<u8>| {
            let asked = &instrument.items()[item];
            if asked.bank {
                return;
            }
            let option = value.map(|value| match asked.keying {
                Keying::Direct => value,
                Keying::Reversed => 4 - value,
            });
            session = session.update(Action::Answer(Question::Item(item), option));
        };
        for (construct, value) in Construct::ALL.into_iter().zip(self.strain) {
            for (place, item) in profiled.scale(construct).items().enumerate() {
                let gap = self.gaps > 0 && place % self.gaps == 1;
                let off = self.gaps > 0 && place % self.gaps == 2;
                let value = value.filter(|_| !gap).map(|value| (value + u8::from(off)).min(4));
                keyed(item, value);
            }
        }
        for item in profiled.recovery().unwrap().items() {
            keyed(item, Some(self.rest));
        }
        for item in profiled.carries().unwrap().items() {
            keyed(item, Some(self.carries));
        }
        while session.step() != Step::Result {
            if self.signs && session.step() == Step::Asking(Screen::Signs) {
                for sign in 0..instrument.signs().len() {
                    session = session.update(Action::Tick(Some(sign)));
                }
            }
            let again = matches!(session.step(), Step::Asking(Screen::Again(_) | Screen::Offer));
            session = session.update(if again { Action::GoOnWithout } else { Action::Next });
        }
        session
    }
}

fn persons() -> impl Strategy<Value = Person> {
    let role = prop::option::of(prop::sample::select(Role::ALL.to_vec()));
    let value = || prop::option::weighted(0.9, 0_u8..5);
    let answer = |id: &'static str, options: u8| {
        prop::option::weighted(0.8, 0..options).prop_map(move |option| option.map(|o| (id, o)))
    };
    let context = [
        answer("exposure", 5).boxed(),
        answer("cause", 5).boxed(),
        answer("duration", 4).boxed(),
        answer("impact", 4).boxed(),
    ];
    (role, context, [value(), value(), value()], 0_u8..5, 0_u8..5, 0_usize..5, any::<bool>())
        .prop_map(|(role, context, strain, rest, carries, gaps, signs)| Person {
            role,
            context: context.into_iter().flatten().collect(),
            strain,
            rest,
            carries,
            gaps,
            signs,
        })
}

/// The real page, and the one that nobody sees.
fn parts(page: &str) -> (&str, &str) {
    let end = page.find("class=\"twin\"").unwrap();
    page.split_at(page[..end].rfind('<').unwrap())
}

/// The two columns of each result in this part of a page.
fn columns(part: &str) -> Vec<[&str; 2]> {
    let each = part.split("<div class=\"columns\">").skip(1);
    each.map(|columns| {
        let columns = columns.split("<div class=\"on-paper\">").next().unwrap();
        let columns = columns.split("<div class=\"rows\">").next().unwrap();
        let (words, beside) = columns.split_once("<section class=\"where\">").unwrap();
        [words, beside]
    })
    .collect()
}

/// About how many lines of a phone the words take.
fn lines(part: &str) -> usize {
    // What stands on paper alone takes no room on a screen.
    let paper = part.split_once("<p class=\"paper note\">");
    let without = paper.and_then(|(before, paper)| Some([before, paper.split_once("</p>")?.1]));
    let part = without.map_or_else(|| part.to_owned(), |parts| parts.concat());
    let ends = ["</p>", "</li>", "</dd>", "</dt>", "</h2>", "</h3>"];
    // Words in a picture take no room of their own.
    let pieces = part.split("<svg").enumerate();
    let mut words: String = pieces
        .map(|(place, piece)| match piece.split_once("</svg>") {
            Some((_, after)) if place > 0 => after,
            _ => piece,
        })
        .collect();
    for end in ends {
        words = words.replace(end, "\n");
    }
    let mut text = String::new();
    for (place, piece) in words.split('<').enumerate() {
        text.push_str(if place == 0 {
            piece
        } else {
            piece.split_once('>').map_or("", |(_, text)| text)
        });
    }
    text.lines().map(|line| line.trim().chars().count().div_ceil(36)).sum()
}

const ROWS: [Fold; 5] = [Fold::Details, Fold::More, Fold::Places, Fold::Keep, Fold::How];

fn block_on<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(work)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_unseen_page_is_the_same_whatever_is_answered(person in persons(), row in 0_usize..6) {
        let open = ROWS.get(row).map_or(Vec::new(), |row| vec![*row, Fold::All, Fold::Differ, Fold::Lock]);
        let one = block_on(shown(person.finished(), &open));
        let other = block_on(shown(Person::new([0, 0, 0]).finished(), &open));
        prop_assert_eq!(parts(&one).1, parts(&other).1);
    }

    #[test]
    fn the_unseen_page_has_room_for_every_result(person in persons()) {
        let page = block_on(shown(person.finished(), &[]));
        let (real, twin) = parts(&page);
        let real = columns(real)[0];
        let kinds = columns(twin);
        for (column, real) in real.into_iter().enumerate() {
            let room = kinds.iter().map(|kind| lines(kind[column])).max().unwrap();
            prop_assert!(lines(real) <= room, "{} lines, and room for {room}: {real}", lines(real));
        }
    }

    #[test]
    fn a_result_has_few_elements_whatever_is_unfolded(person in persons(), row in 0_usize..5) {
        let open = [ROWS[row], Fold::Differ, Fold::Lock, Fold::Earlier, Fold::Files];
        let page = block_on(shown(person.finished(), &open));
        let elements = page.matches('<').count() - page.matches("</").count();
        prop_assert!(elements <= MOST_ELEMENTS, "{elements} elements with {:?}", ROWS[row]);
    }

    #[test]
    fn who_never_meets_suffering_reads_nothing_of_compassion_fatigue(mut person in persons(), row in 0_usize..4) {
        person.context.retain(|(id, _)| *id != "exposure");
        person.context.push(("exposure", 0));
        let page = block_on(shown(person.finished(), &[ROWS[row], Fold::All, Fold::Differ]));
        let words = parts(&page).0.to_lowercase();
        prop_assert!(!words.contains("compassion fatigue"), "{words}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn nothing_of_the_unseen_page_is_heard_reached_or_found_twice() {
    let page =
        shown(Person::new([4, 4, 4]).finished(), &[Fold::Keep, Fold::Lock, Fold::Earlier]).await;
    let (real, twin) = parts(&page);
    let opening = twin.split('>').next().unwrap();
    for word in ["inert", "aria-hidden=\"true\"", "translate=\"no\""] {
        assert!(opening.contains(word), "{word}: {opening}");
    }
    assert!(
        !twin.contains("<input")
            && !twin.contains("<h2")
            && !twin.contains(" name=")
            && !twin.contains(" id=")
    );
    assert_eq!(real.matches("type=\"file\"").count(), 1);
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_folded_is_not_built() {
    let folded = shown(Person::new([4, 1, 2]).finished(), &[]).await;
    for words in ["Table (CSV)", "Supervision: ", "What is not known"] {
        assert!(!folded.contains(words), "{words}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn where_answers_are_missing_the_way_to_them_is_the_first_button() {
    let mut person = Person::new([2, 2, 2]);
    person.strain = [None; 3];
    let page = shown(person.finished(), &[]).await;
    let (_, result) = page.split_once("<h2").unwrap();
    let (_, button) = result.split_once("<button").unwrap();
    assert!(button.split_once('>').unwrap().1.starts_with("Answer "), "{button}");
    let page = shown(Person::new([4, 4, 4]).finished(), &[]).await;
    assert!(!parts(&page).0.contains(">Answer "));
}

#[tokio::test(flavor = "current_thread")]
async fn a_result_names_both_strains_and_tiredness_and_gives_three_steps() {
    for strain in 0..=4 {
        let page = shown(Person::new([strain; 3]).finished(), &[]).await;
        let real = parts(&page).0;
        for hue in ["mark is-burnout", "mark is-cf", "mark is-tired"] {
            assert!(real.contains(hue), "{strain}: {hue}");
        }
        assert_eq!(real.matches("class=\"step-title\"").count(), 3, "{strain}");
        assert_eq!(real.matches("class=\"when\"").count(), 3, "{strain}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn paper_names_the_questions_and_their_version_and_shows_every_part() {
    let page = shown(Person::new([4, 4, 4]).finished(), &[]).await;
    assert!(page.contains("helping-strain 2.0.0"));
    let paper = page.split("class=\"on-paper\"").nth(1).unwrap();
    let paper = paper.split("class=\"rows\"").next().unwrap();
    assert_eq!(paper.matches("<tr").count(), 10);
}

#[tokio::test(flavor = "current_thread")]
async fn a_browser_that_keeps_nothing_is_not_offered_to() {
    let keeping = HostAttributes { isolated: true, keeps: true, ..HostAttributes::default() };
    let session = Person::new([2, 2, 2]).finished();
    let page = shown_to(keeping, session.clone(), &[Fold::Keep]).await;
    assert!(page.contains("Keep this check in this browser"));
    assert!(!shown(session, &[Fold::Keep]).await.contains("Keep this check in this browser"));
}

#[tokio::test(flavor = "current_thread")]
async fn inside_an_app_copying_comes_first_and_why_is_said() {
    let place = |page: &str, words: &str| page.find(words).unwrap();
    let in_app = HostAttributes { isolated: true, in_app: true, ..HostAttributes::default() };
    let session = Person::new([2, 2, 2]).finished();
    let page = shown_to(in_app, session.clone(), &[Fold::Keep]).await;
    place(&page, "You are inside another app.");
    assert!(place(&page, ">Copy as text<") < place(&page, ">Print this result<"));
    let page = shown(session, &[Fold::Keep]).await;
    assert!(!page.contains("You are inside another app."));
    assert!(place(&page, ">Print this result<") < place(&page, ">Copy as text<"));
}
