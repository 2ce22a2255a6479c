//! Every condition that is simulated: the two bases, on which the gates stand, and each assumption moved by itself.

use super::condition::{Block, Condition, LOADING, Missing, Move, STRAIGHT, Straight, Thresholds};

/// Share of items left out in the conditions with missing answers.
const MISSING: f64 = 0.20;
/// How far loadings are moved.
const LOADINGS: f64 = 0.20;
/// How far thresholds are moved, in latent standard deviations.
const THRESHOLDS: f64 = 0.25;
/// Latent correlation of two checks some weeks apart. Assumed; gives an observed one near the .80 of the check-ins.
const WEEKS: f64 = 0.90;
/// Latent correlation of parts that cluster. Assumed.
const CLUSTERS: f64 = 0.83;
/// What exhaustion, distance and lowered effectiveness share with burnout, by the latent correlations in two samples of
/// teachers that answered the MBI: .65 of the first two, .43 of the outer two.
const TEACHERS: [f64; 3] = [0.850, 0.765, 0.506];
/// Latent correlations of the two strains for the plot, beside that of the base.
pub(super) const CORRELATIONS: [f64; 5] = [0.50, 0.58, 0.75, 0.80, 0.85];
const PREVALENCES: [f64; 3] = [0.05, 0.10, 0.15];
/// Distances of thresholds that give standard deviations near 22 and 25.
const WIDER: [(&str, f64); 2] = [("Wider: SD 22", 0.60), ("Wider: SD 25", 0.38)];

/// The conditions with gates: the hard base and that of public data, each also with a fifth of the answers missing.
pub(super) fn gated() -> Vec<Condition> {
    let missing = Missing::ByChance(MISSING);
    vec![
        Condition::hard(),
        Condition::public(),
        Condition { missing, ..Condition::named("20 % missing") },
        Condition { missing, ..Condition::public_named("20 % missing") },
    ]
}

/// Every condition, those with gates first.
pub(super) fn all() -> Vec<Condition> {
    let mut grid = gated();
    grid.extend(questions());
    grid.extend(answering());
    grid.extend(lives());
    grid.extend(items());
    grid.extend(people());
    grid
}

/// Which questions are asked.
fn questions() -> Vec<Condition> {
    vec![
        Condition { block: Block::Never, ..Condition::named("Without the block") },
        Condition { block: Block::Always, ..Condition::named("All of the bank, always") },
        Condition { block: Block::Never, ..Condition::public_named("without the block") },
        Condition { block: Block::Always, ..Condition::public_named("all of the bank, always") },
    ]
}

/// How people answer.
fn answering() -> Vec<Condition> {
    let strain = Missing::WithStrain(MISSING);
    vec![
        Condition { missing: strain, ..Condition::named("20 % missing, more with strain") },
        Condition { missing: strain, ..Condition::public_named("20 % missing, more with strain") },
        Condition { distress: 0.3, ..Condition::named("General distress .3 SD") },
        Condition { distress: 0.5, ..Condition::named("General distress .5 SD") },
        Condition { distress: 0.3, ..Condition::public_named("general distress .3 SD") },
        Condition { acquiescence: 0.5, ..Condition::named("Acquiescence .5 SD") },
        Condition { acquiescence: 0.5, ..Condition::public_named("acquiescence .5 SD") },
        Condition { straight: Straight::High(STRAIGHT), ..Condition::named("13 % straight, high") },
        Condition {
            straight: Straight::Fitting(STRAIGHT),
            ..Condition::public_named("13 % straight, as fits them")
        },
        Condition { careless: 0.10, ..Condition::named("10 % careless") },
    ]
}

/// What people's weeks are like.
fn lives() -> Vec<Condition> {
    vec![
        Condition { rest: 0.35, ..Condition::named("Tired and rest fails opposed (r −.35)") },
        Condition {
            part_alone: true,
            lift: -1.2,
            ..Condition::named("One part alone at its maximum")
        },
        Condition {
            part_alone: true,
            straight: Straight::Low(0.0),
            ..Condition::public_named("one part alone at its maximum")
        },
        Condition { four_days: true, state: 0.25, ..Condition::named("One day a week") },
        Condition {
            lift: 0.5,
            state: 0.4,
            missing: Missing::OfHelping(0.25),
            ..Condition::named("On sick leave")
        },
        Condition { stability: WEEKS, ..Condition::named("Retest weeks later") },
    ]
}

/// What the items are like.
fn items() -> Vec<Condition> {
    let mut items: Vec<Condition> = WIDER
        .iter()
        .map(|&(name, apart)| Condition {
            thresholds: Thresholds::Even(apart),
            ..Condition::named(name)
        })
        .collect();
    items.push(Condition {
        thresholds: Thresholds::Skewed,
        ..Condition::named("Skewed thresholds")
    });
    items.push(Condition { parts: [[CLUSTERS.sqrt(); 3]; 2], ..Condition::named("Parts cluster") });
    items.push(Condition {
        parts: [TEACHERS, [CLUSTERS.sqrt(); 3]],
        ..Condition::public_named("parts as among teachers")
    });
    items.push(Condition {
        loadings: [LOADING; 2],
        ..Condition::public_named("weaker items, SD 15")
    });
    for (name, moved_loadings) in [
        ("Loadings −20 %", Move::All(-LOADINGS)),
        ("Loadings +20 %", Move::All(LOADINGS)),
        ("Loadings ±20 % each", Move::Each(LOADINGS)),
    ] {
        items.push(Condition { moved_loadings, ..Condition::named(name) });
    }
    for (name, moved_thresholds) in [
        ("Thresholds −.25", Move::All(-THRESHOLDS)),
        ("Thresholds +.25", Move::All(THRESHOLDS)),
        ("Thresholds ±.25 each", Move::Each(THRESHOLDS)),
    ] {
        items.push(Condition { moved_thresholds, ..Condition::named(name) });
    }
    items.push(Condition { impure: true, ..Condition::named("Impure items (control)") });
    items
}

/// Who is asked.
fn people() -> Vec<Condition> {
    let correlations = CORRELATIONS.map(|correlation| Condition {
        correlation,
        ..Condition::named(format!("Correlation {correlation:.2}"))
    });
    let prevalences = PREVALENCES.map(|burnout| Condition {
        burnout,
        ..Condition::named(format!("Prevalence {:.0} %", burnout * 100.0))
    });
    correlations.into_iter().chain(prevalences).collect()
}
