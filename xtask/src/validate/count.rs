//! Holds what the rule says about one person against what is true of them.

use burnout_screener::carelessness::is_nearly_alike;

use super::cohort::{Check, Simulation};
use super::judged::{Band, Judged, judge};
use super::measure::{BOTH, Measures, NEAR, NONE, OPEN, Side, place};
use super::model::{LINES, STEPS};
use super::person::Person;
use super::rival;

/// A part stands out from this mean on.
const RAISED: f64 = 75.0;

/// Adds one person to the counts.
pub(super) fn count(
    simulation: &Simulation<'_>,
    person: &Person,
    first: &mut Check,
    second: &Check,
    measures: &mut Measures,
) {
    let truth = person.above();
    let row = place(truth);
    measures.told.add(row, told(&first.judged));
    for (strain, (band, above)) in first.judged.bands().into_iter().zip(truth).enumerate() {
        let side = match band {
            None => Side::Open,
            Some(Band::JustBelow | Band::JustAbove) => Side::Near,
            Some(band) if (band == Band::ClearlyAbove) == above => Side::Right,
            Some(_) => Side::Wrong,
        };
        measures.sides.add(strain, side as usize);
    }
    let finding = first.judged.finding().name();
    *measures.findings.entry(finding).or_default() += 1;
    let (profile, then) = (told(&first.judged), told(&second.judged));
    if profile < NEAR {
        measures.words.entry(first.judged.profile()).or_default().add(profile == row);
    }
    measures.contradicted.add(profile < NEAR && then < NEAR && profile != then);
    measures.contradicted_finding.add(first.judged.jumps(&second.judged));
    let alike = is_nearly_alike(simulation.profiled.instrument(), &first.responses);
    let [of_readers, of_careless] = &mut measures.alike;
    let style = if person.reads() { of_readers } else { of_careless };
    style.add(alike);
    measures.offered.add(first.offered);
    measures.bank_asked += first.asked as u64;
    if row == NONE && profile == NONE {
        measures.raised.add(first.judged.is_raised());
        measures.watched.add(first.judged.is_watched());
    }
    measures.hidden.add(hides(simulation, first));
    lead(person, &first.judged, measures);
    plain(simulation, person, row, [first, second], measures);
    steps(simulation, first, measures);
}

/// The column of what is said of the two strains.
fn told(judged: &Judged) -> usize {
    let [burnout, compassion_fatigue] = judged.bands();
    let (Some(burnout), Some(compassion_fatigue)) = (burnout, compassion_fatigue) else {
        return OPEN;
    };
    let bands = [burnout, compassion_fatigue];
    if bands.iter().all(|band| matches!(band, Band::ClearlyAbove | Band::ClearlyBelow)) {
        place(bands.map(|band| band == Band::ClearlyAbove))
    } else {
        NEAR
    }
}

fn lead(person: &Person, judged: &Judged, measures: &mut Measures) {
    let [b, c] = rival::distances(person.expected);
    let truly = usize::from(c > b);
    if told(judged) == BOTH {
        measures.lead_named.add(judged.lead().is_some());
    }
    if let Some(lead) = judged.lead() {
        measures.lead_right.add(lead == truly);
    }
}

fn plain(
    simulation: &Simulation<'_>,
    person: &Person,
    row: usize,
    [first, second]: [&Check; 2],
    measures: &mut Measures,
) {
    let model = &simulation.answering.model;
    let [now, then] = [first, second].map(|check| rival::scores(model, &check.responses));
    let [sides, later] = [now, then].map(rival::sides);
    measures.two_cuts.add(row, place(sides));
    measures.total_cut.add(row, usize::from(rival::total_is_high(now)));
    measures.plain_contradicted.add(sides != later);
    if row == BOTH {
        let [b, c] = rival::distances(now);
        let [true_b, true_c] = rival::distances(person.expected);
        measures.plain_lead_right.add((c > b) == (true_c > true_b));
    }
    let ([b, c], [later_b, later_c]) = (now, then);
    for (pairs, (one, other)) in measures.scales.iter_mut().zip([(b, later_b), (c, later_c)]) {
        pairs.add(one, other);
    }
    measures.strains.add(b, c);
    measures.difference.add(b - c, later_b - later_c);
    for (place, item) in model.items.iter().enumerate().filter(|(_, item)| !item.bank) {
        if let Some(option) = first.responses.item(place) {
            measures.options.add(item.dimension, usize::from(item.option(option)));
        }
    }
}

/// Whether a part that counts stands out by its own answers, counted here once more, and the finding is one of those
/// that say that nothing does.
fn hides(simulation: &Simulation<'_>, check: &Check) -> bool {
    if !check.judged.is_quiet() {
        return false;
    }
    let items = &simulation.answering.model.items;
    (0..2 * 3).any(|part| {
        let band = check.judged.bands().get(part / 3).copied().flatten();
        let of_part = items.iter().enumerate().filter(|(_, item)| item.part == Some(part));
        let (mut sum, mut answered) = (0, 0);
        for (place, item) in of_part {
            if let Some(option) = check.responses.item(place) {
                sum += usize::from(item.option(option));
                answered += 1;
            }
        }
        let mean = 100.0 * sum as f64 / (STEPS * answered) as f64;
        band != Some(Band::ClearlyAbove) && answered >= 2 && mean >= RAISED
    })
}

/// Tries every step of every answer.
fn steps(simulation: &Simulation<'_>, check: &mut Check, measures: &mut Measures) {
    let instrument = simulation.profiled.instrument();
    let mut changes = false;
    for (place, item) in simulation.answering.model.items.iter().enumerate() {
        let Some(option) = check.responses.item(place) else { continue };
        if item.dimension >= LINES.len() - 1 {
            // What carries is in no finding.
            continue;
        }
        for other in [option.checked_sub(1), option.checked_add(1)].into_iter().flatten() {
            if usize::from(other) > STEPS {
                continue;
            }
            check.responses.set_item(instrument, place, Some(other));
            let next = judge(simulation.profiled, &check.responses);
            changes |= !next.says_the_same(&check.judged);
            if check.judged.is_clear() {
                measures.flips.add(check.judged.jumps(&next));
            }
        }
        check.responses.set_item(instrument, place, Some(option));
    }
    measures.one_answer.add(changes);
}
