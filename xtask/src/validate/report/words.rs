//! What the report says around its figures.

use crate::validate::cohort::SAME_PEOPLE;

pub(super) fn opening(people: usize, seed: u64, conditions: usize) -> String {
    format!(
        "# Validation by simulation\n\n\
         **Nothing here has been tried on people.** Simulated people answer the built-in statements, and the shipped \
         rule judges the answers. Written by `cargo xtask validate`; do not edit.\n\n\
         {conditions} conditions of {people} people, seed {seed}. {SAME_PEOPLE} A share of everybody is exact to \
         ±{:.1} points (95 %).",
        196.0 * (0.25 / people as f64).sqrt()
    )
}

pub(super) const GATES: &str = "\
What the rule must reach: `cargo xtask validate` fails where it does not. The margins around the lines were sought by
simulation on other seeds; here they are only tried. *Right* is of the clear results, *clear* of everybody: the one is
bought with the other. The last two bounds of each cohort hold in every condition of this report.";

pub(super) const LIMITS: &str = "\
## What a simulation cannot show

Everybody below is made up. The simulation shows what the rule does *if* the items work as assumed. It cannot show

- that the statements measure burnout, compassion fatigue, tiredness and rest at all;
- that the lines are in the right place: *truly above* means that the score to be expected of a person over the items of
  the core, with what is special to each part, is above the line, and nothing more than that;
- that the answers of real people follow this model, or have these reliabilities: the hard base was chosen to have about
  those that the rule assumes, so that the accuracy found there is no evidence for them;
- that the second base is how people in helping roles answer *these* statements: it follows what others published about
  other questions and mostly other people;
- that the words about tiredness and rest are true of a person: they repeat four answers, and are not judged here;
- that it is fair: that the statements mean the same in every helping role, language, age and culture;
- that a result helps anybody, or does no harm;
- how many people have a strain. The shares here are assumptions, and the predictive values follow from them.

Only data from people can show these. Until then a result is a starting point for thought and talk, and says so.";

pub(super) const HOW: &str = "\
## How it is simulated

A person has a level of each strain, of tiredness, of how far rest helps and of what carries them, jointly normal, and
perhaps a level of their own in each part of a strain; a graded-response model (Samejima, logistic) turns them into
answers. Each person is asked twice. Somebody near a line is offered the questions of the bank and answers them; those
answers count, as in the self-check. Two cohorts carry the gates: the *hard base*, where a quarter is above the line for
burnout and many are near it, and one *as in public data*, where scores are low and skewed, the parts of a strain differ,
and some answer everything alike.";

pub(super) const RULE: &str = "\
What the shipped rule assumes about the two strains, and what the bases have (the core alone, reliability by a retest
at once):";

pub(super) const OPTIONS: &str = "\
How often each keyed answer to a statement of the core is given. BAT-12, never to always: 33, 36, 22, 7, 2 %.";

pub(super) const BASES: &str = "\
## What people are told

![What people of each true profile are told](validation/profiles.svg)

Rows are what people truly are, columns what they are told, in shares of the row. *Neither* is every result in which both
strains are clearly below their lines. Only a clear result counts as telling a profile, so that the sensitivity is the
price of naming no profile near a line. A predictive value is of those who are told so; it falls where few have a strain.";

pub(super) const GRID: &str = "\
## Over the grid

![How often it is right, and of how many it is said, under every condition](validation/grid.svg)

Every condition moves one assumption of a base (the hard one, where the name does not say *Public*) and leaves the others.
Only the first four have gates. The last column names the bounds of the gates that a condition would not keep.";

pub(super) const WHY: &str = "\
What the conditions are, and why some would miss a bound:

- **20 % missing**: each answer is left out with this probability, of the bank too. *More with strain*: the two highest
  keyed answers half again as often.
- **General distress** lifts everybody's answers to both strains and to tiredness, and lowers rest, without being either
  strain. It is as if the lines stood too low. No rule sees that from the answers; it is why the result says that low
  mood can look like this, and why it points to a professional.
- **Acquiescence**: people differ in saying yes to anything. One turned item in the core, and the part on what carries,
  show it only where it is strong.
- **Straight**: one option for everything. *High*, it names both strains, and compassion fatigue as the lead, as only
  burnout has a turned item and its line is higher; the result then says that nearly all answers are alike. *As fits
  them*: the option nearest to the whole of what they would answer, which is a false lead for the few high ones.
- **Careless**: a third takes one option, a third answers by chance, a third by extremes.
- **Tired and rest fails opposed**: those who are more tired are helped more by rest. No result about a strain moves.
- **One part alone**: all answers of one part of one strain stand at their highest, of everybody. Such a part counts in
  the person's expected score, so that many are truly above a line because of it.
- **One day a week**: four days to think of, each statement true on so many of them, and the month differs from the
  usual by .25 SD.
- **On sick leave**: half a standard deviation more of both strains, the last weeks of helping remembered through those
  since (.4 SD), and a quarter of the statements about helping left out.
- **Without the block**, **all of the bank**: nobody, or everybody, is asked the twelve questions of the bank.
- **Retest weeks later**: the levels themselves move between the checks (latent correlation .90).
- **Wider**: scores differ more than the rule assumes. **Skewed thresholds**: high answers are rarer, the line holds.
- **Parts cluster**: parts of a strain correlate .83. **Parts as among teachers**: .65 and .43, of MBI data.
- **Weaker items**: as in public data, with the loadings of the hard base. Scores spread less (SD 15) and fewer are above
  the lines, so that the same band is right less often for those who are told burnout.
- **Loadings**, **thresholds**: what the items are, against what the lines were set for. Thresholds that lie off by a
  quarter of a standard deviation are lines in the wrong place.
- **Correlation**: the closer the two strains, the fewer have one alone, and the less a result of one alone is worth.
- **Prevalence**: the share truly above the line for burnout. The fewer have a strain, the less a result that says so is
  worth, and the more one that says *neither*.
- **Impure items**: every second item measures what both strains share. This is the control: it shows why signs that are
  shared are in no score.";

pub(super) const PROFILES: &str = "\
## Predictive values

Of those who are clearly told a profile, how many are truly so; and what becomes of single parts.";

pub(super) const FINDINGS: &str = "\
## Findings

How many people are told each finding. The words about tiredness and rest repeat what is answered. That two of each are
opposed moves people among these findings and into no strain.";

pub(super) const RIVALS: &str = "\
## Against plainer rules on the same answers

*Two cuts*: each score against its line, no band, so that everybody is given a profile. *Total cut*: the mean of both
scores against that of the lines; it sees strain or none and cannot tell which.";

pub(super) const RELIABILITY: &str = "\
## Reliability

![What a higher latent correlation costs](validation/correlation.svg)

Scores of the core. The correlation of two checks of the same people, where nothing changes between them, is the
reliability; *retest weeks later* shows stability. The difference of the two strains is what telling them apart rests on:
items that both share (the impure control) leave each scale as reliable as before and take a third of the difference away.
*Nearly alike*: nine in ten answers or more are the same option, and the result says so.";

pub(super) const QUICK: &str = "\
`cargo xtask validate --quick` computes this table again, fails when it has changed, and when a gate is missed by more
than chance in so few people (2.33 standard errors; what must never be is never allowed).";
