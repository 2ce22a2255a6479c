//! What the report says around its figures.

use std::fmt::Write;

use burnout_screener::instrument::{Construct, Profiled};

use super::{Rows, decimal, scale};
use crate::validate::cohort::SAME_PEOPLE;
use crate::validate::condition::{
    BURNOUT, CLUSTERS, COMPASSION_FATIGUE_PART, CORRELATION, TIREDNESS, WEEKS,
};
use crate::validate::measure::Measures;
use crate::validate::model::{DIFFICULTY_SPREAD, LOADING_SPREAD, LOADINGS, SPACING};
use crate::validate::person::{EXPOSURE_SKIPPED, TIREDNESS_CORRELATIONS, WITHOUT_EXPOSURE};

pub(super) const LIMITS: &str = "\
## What a simulation cannot show

Everybody below is made up. The simulation shows what the rule does *if* the items work as assumed. It cannot show

- that the statements measure burnout, compassion fatigue and tiredness at all;
- that the lines are in the right place: the simulated items are set so that a person truly at the line is expected to
  score exactly the line, and *truly above* means nothing more than that;
- that the answers of real people follow this model, or have these reliabilities: the base was chosen to have about those
  that the rule assumes, so that the accuracy found there is no evidence for them;
- that it is fair: that the statements mean the same in every helping role, language, age and culture;
- that a result helps anybody, or does no harm;
- how many people have a strain. The shares here are assumptions, and the predictive values follow from them.

Only data from people can show these. Until then a result is a starting point for thought and talk, and says so.";

pub(super) const BASE: &str = "\
## The base condition

![What people of each true profile are told](validation/profiles.svg)

Rows are what people truly are in the simulation, columns what they are told, in shares of the row.";

pub(super) const VERDICTS_BASE: &str = "\
Each profile against all others. Only a clear result counts as telling a profile: a result between two profiles lowers
the sensitivity, which is therefore the price of naming no profile near a line.";

pub(super) const RIVALS: &str = "\
## Against plainer rules on the same answers

*Two plain cuts*: each score against its line, no bands, so that everybody is given a profile. *Total cut*: the mean of
all items of both strains against the mean of their lines; it sees strain or none and cannot tell which.

One changed answer moves the shipped result more often than a plain one: there are two edges of a band where there was
one line. What it moves is different: a plain cut turns one profile into another, the shipped rule only opens or closes
the question. The row *clear → other clear* below counts every step of every answer.";

pub(super) const RIVALS_GRID: &str = "\
### Against plainer rules, under every condition

Two cuts give everybody a profile, and the total cut tells strain or none: a figure of theirs has no coverage beside it,
one of the shipped rule has that of the table above.";

pub(super) const STRAIGHT: &str = "\
## Asking for a second look

How many people are asked to look at their answers again because of a straight run: half of all items or more in a row
answered alike. Two items are worded the other way round, which is why those who read hardly ever give such a run. Of the
careless here a third answer everything alike; those who answer at random or at the extremes leave no straight run. How
fast people answer is not simulated: that less than two seconds an item is too fast to have been read rests on the
literature (Huang and others 2012). The question changes no result.";

pub(super) const GRID: &str = "\
## Over the grid

![Accuracy and coverage under every condition](validation/grid.svg)

Every condition moves one assumption and leaves the others. Shares are of everybody, but: accuracy is of the clear
results, *true one named* of the results between two profiles, *lead: accuracy* of the leads named, *lead: named* of the
clear results of both strains. Coverage stands beside every accuracy: the one is bought with the other.";

pub(super) const RELIABILITY: &str = "\
## Reliability

![What a higher latent correlation costs](validation/correlation.svg)

The correlation of two checks of the same people. Where nothing changes between them this is the reliability; *retest
weeks later* lets the strains move and shows stability. The difference of the two strains is what telling them apart
rests on. Items that both strains share (the impure control) leave each scale as reliable as before and take most of the
difference away.";

pub(super) const VERDICTS: &str = "\
## Each profile under every condition

Clear results only, each profile against all others.";

pub(super) const QUICK: &str = "\
`cargo xtask validate --quick` computes this table again and fails when it has changed.";

pub(super) fn opening(people: usize, seed: u64, conditions: usize) -> String {
    format!(
        "# Validation by simulation\n\n\
         **Nothing here has been tried on people.** Simulated people answer the built-in statements, and the shipped \
         classification judges the answers. Written by `cargo xtask validate`; do not edit.\n\n\
         {conditions} conditions of {people} people, seed {seed}. {SAME_PEOPLE} A share of everybody is exact to \
         ±{:.1} points (95 %).",
        196.0 * (0.25 / people as f64).sqrt()
    )
}

pub(super) fn assumptions(profiled: Profiled<'_>, base: &Measures) -> String {
    let [with_b, with_c] = TIREDNESS_CORRELATIONS;
    let loadings = LOADINGS.map(|loading| format!("{loading:.2}")).join(", ");
    let spread = |values: [f64; 5]| values.into_iter().fold(0.0, f64::max);
    let mut table = Rows::new(&["assumption", "value", "source"]);
    for (what, value, source) in [
        (
            "latent correlation of the two strains",
            decimal(CORRELATION),
            "observed .69 over 41 studies (Cieslak 2014, 10.1037/a0033798)",
        ),
        (
            "latent correlation of tiredness with each",
            format!("{with_b:.2}, {with_c:.2}"),
            "assumed",
        ),
        (
            "truly above the line for burnout",
            share(BURNOUT),
            "assumed; published shares run from 0 to 80.5 % (Rotenstein 2018)",
        ),
        (
            "truly above the line for compassion fatigue",
            share(BURNOUT * COMPASSION_FATIGUE_PART),
            "assumed",
        ),
        ("truly above the line for tiredness", share(TIREDNESS), "assumed"),
        ("never meet the suffering of others", share(WITHOUT_EXPOSURE), "assumed"),
        ("leave out the question about it", share(EXPOSURE_SKIPPED), "assumed"),
        (
            "mean loading per scale",
            loadings,
            "assumed, to give about the reliabilities that the rule assumes",
        ),
        ("loadings within a scale", format!("±{:.2}", spread(LOADING_SPREAD)), "assumed"),
        ("difficulties within a scale", format!("±{:.2} SD", spread(DIFFICULTY_SPREAD)), "assumed"),
        (
            "distance of thresholds",
            format!("{SPACING:.2} SD"),
            "assumed, to give scores an SD near 20",
        ),
        (
            "what the items of a facet share, where they cluster",
            format!("{CLUSTERS:.2} SD"),
            "assumed",
        ),
        ("latent correlation of two checks weeks apart", decimal(WEEKS), "assumed"),
    ] {
        table.row([what.to_owned(), value, source.to_owned()]);
    }
    let mut scales =
        Rows::new(&["scale", "line", "SD assumed", "SD found", "reliability assumed", "found"]);
    for (construct, found) in Construct::ALL.into_iter().zip(base.scales) {
        let Some(assumed) = profiled.scale(construct).precision else { continue };
        scales.row([
            scale(construct).to_owned(),
            format!("{:.0}", profiled.line(construct)),
            format!("{:.0}", assumed.deviation),
            format!("{:.1}", found.deviation()),
            decimal(assumed.reliability),
            decimal(found.correlation()),
        ]);
    }
    let mut text = "## How it is simulated\n\n\
        A person has a latent strain for each scale, jointly normal; a graded-response model (Samejima, logistic) turns \
        them into answers. A person is *truly* above a line when their latent strain is above the point whose expected \
        score is the line. Each person is asked twice. Lines, bands, half-rule and lead are the shipped ones.\n\n"
        .to_owned();
    let _ = write!(
        text,
        "{}\nWhat the shipped rule assumes about its scales, and what the base cohort has:\n\n{}",
        table.text(),
        scales.text()
    );
    text
}

fn share(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

pub(super) fn short(items: usize) -> String {
    format!(
        "## The short form\n\n\
        With `length=\"short\"` the self-check ends after the page that decides the result: whatever the items without an \
        answer were answered with, or left out, the result and its lead would be the same. That is exact and rests on no \
        assumption about people (`tests/bounds.rs`); how many of the {items} items it saves does. The order in which \
        they are asked was sought on other simulated people than these: of all orders in which the scales take turns, \
        with the facets of each in turns, the one that asks for the fewest items in all. `cargo xtask validate` seeks it \
        again and fails when it is not the one in the instrument's file. What is less precise in a result that came \
        early are the scores themselves, above all those of the facets: they rest on fewer answers."
    )
}

/// Why the rule misses a gate under a condition.
pub(super) fn why(condition: &str) -> Option<&'static str> {
    Some(match condition {
        "Loadings −20 %" => {
            "the items tell less than the rule assumes, so its bands are too narrow. Only reliabilities measured on people can set them."
        }
        "Thresholds −.25" | "Thresholds +.25" => {
            "every score lies off by a quarter of a standard deviation, as if the lines stood in the wrong place. No rule can see that from the answers; it takes data from people."
        }
        "10 % careless" => {
            "the careless tenth gets results that mean nothing; the others keep theirs. Straight answers at the high end even name compassion fatigue as the lead, because only the burnout scale has reversed items and its line is higher. The result cannot tell them from people who mean it, which is why the page asks to look again."
        }
        "20 % missing" | "20 % missing, more with strain" => {
            "half of *each* part of a scale must be answered, and a part of three needs two: with a fifth of all answers missing at random many people get no result. The clear results that are left stay as accurate; it is coverage that goes. The rule stays: a score without half of a part would no longer be a score of what its line was set for. The page offers what was left out once more, and a result that misses answers says so."
        }
        "Facets cluster" => {
            "what the items of one part share beyond their strain is stable, so that a retest agrees with itself while both checks miss the strain that is meant."
        }
        "Impure items (control)" => {
            "signs that both strains share tell nothing about which of the two it is. This is the control: it shows why they are left out."
        }
        _ => return None,
    })
}
