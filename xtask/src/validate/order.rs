//! The order in which the short form asks: of all the orders it may have, the one that ends soonest.
//!
//! Only the turns of the three scales are searched for. Which item of a scale comes first would follow the simulated
//! difficulties, and those are invented: so within a scale the facets take turns, each in the order of the file. What is
//! left is a path through the numbers of items asked of each scale, and the best of all paths is found by going through
//! every page's end.

use std::collections::BTreeMap;
use std::rc::Rc;

use burnout_screener::instrument::{Construct, Instrument, Profiled};
use burnout_screener::profile::is_decided;
use burnout_screener::response::Responses;
use burnout_screener::session::{Action, Length, Question, Session, Step};

/// How many items of each scale have been asked.
type Asked = [usize; 3];

/// The positions of all items in the order that asks these people for the fewest items in all.
pub(super) fn soonest(profiled: Profiled<'_>, people: &[Responses]) -> Vec<usize> {
    let scales = Construct::ALL.map(|construct| in_turns(profiled, construct));
    let mut undecided: BTreeMap<Asked, u64> = BTreeMap::new();
    let mut best: BTreeMap<Asked, (u64, Vec<Asked>)> = BTreeMap::from([([0; 3], (0, Vec::new()))]);
    for size in pages(profiled.instrument()) {
        let mut next: BTreeMap<Asked, (u64, Vec<Asked>)> = BTreeMap::new();
        for (asked, (cost, path)) in best {
            let open = *undecided
                .entry(asked)
                .or_insert_with(|| count_undecided(profiled, people, &scales, asked));
            let cost = cost + open * size as u64;
            for to in after(asked, size, &scales) {
                if next.get(&to).is_none_or(|(known, _)| cost < *known) {
                    next.insert(to, (cost, [&path[..], &[to]].concat()));
                }
            }
        }
        best = next;
    }
    let mut path = best.into_values().next().map(|(_, path)| path).unwrap_or_default();
    // Where nobody is decided, the page may end with anything: what comes before can be mixed with what comes after.
    path.retain(|end| undecided.get(end) != Some(&(people.len() as u64)));
    written_out(&path, &scales)
}

/// The items of one scale, its facets taking turns.
fn in_turns(profiled: Profiled<'_>, construct: Construct) -> Vec<usize> {
    let facets = &profiled.scale(construct).facets;
    let longest = facets.iter().map(|facet| facet.items.len()).max().unwrap_or(0);
    (0..longest)
        .flat_map(|turn| facets.iter().filter_map(move |facet| facet.items.get(turn).copied()))
        .collect()
}

/// How many items stand on each page of the short form.
pub(super) fn pages(instrument: &Instrument) -> Vec<usize> {
    let mut session = Session::new(Rc::new(instrument.clone())).with_length(Length::Short);
    let mut sizes = Vec::new();
    session = session.update(Action::Next);
    while let Step::Page(_) = session.step() {
        let questions = session.questions();
        if matches!(questions.first(), Some(Question::Item(_))) {
            sizes.push(questions.len());
        }
        session = session.update(Action::Next);
    }
    sizes
}

/// Everything that can have been asked one page later.
fn after(asked: Asked, size: usize, scales: &[Vec<usize>; 3]) -> impl Iterator<Item = Asked> {
    let [b, c, f] = asked;
    let [of_b, of_c, of_f] = scales.each_ref().map(Vec::len);
    (0..=size).flat_map(move |more_b| {
        (0..=size - more_b).filter_map(move |more_c| {
            let [b, c, f] = [b + more_b, c + more_c, f + size - more_b - more_c];
            (b <= of_b && c <= of_c && f <= of_f).then_some([b, c, f])
        })
    })
}

fn count_undecided(
    profiled: Profiled<'_>,
    people: &[Responses],
    scales: &[Vec<usize>; 3],
    asked: Asked,
) -> u64 {
    let instrument = profiled.instrument();
    let items = || scales.iter().zip(asked).flat_map(|(items, asked)| items.iter().take(asked));
    let undecided = people.iter().filter(|person| {
        let mut so_far = Responses::new(instrument);
        for question in 0..instrument.context().len() {
            so_far.set_context(instrument, question, person.context(question));
        }
        for &item in items() {
            so_far.set_item(instrument, item, person.item(item));
        }
        !is_decided(profiled, &so_far)
    });
    undecided.count() as u64
}

/// The items up to each of these ends; on the way from one to the next the scales alternate as far as they can.
fn written_out(path: &[Asked], scales: &[Vec<usize>; 3]) -> Vec<usize> {
    let mut order = Vec::new();
    let (mut done, mut last) = ([0; 3], None);
    for end in path {
        while done != *end {
            let left = |place: usize| {
                end.get(place).zip(done.get(place)).map_or(0, |(to, from)| to - from)
            };
            let next = (0..done.len())
                .filter(|&place| left(place) > 0)
                .max_by_key(|&place| (Some(place) != last, left(place)));
            let Some(place) = next else { break };
            let items = scales.get(place).zip(done.get_mut(place));
            if let Some((items, done)) = items {
                order.extend(items.get(*done));
                *done += 1;
            }
            last = next;
        }
    }
    order
}
