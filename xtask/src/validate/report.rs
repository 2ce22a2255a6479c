//! The report.
use super::condition::Condition;
use super::gate::GATES;
use super::measure::Measures;
use burnout_screener::classification::Profile;
use burnout_screener::instrument::Instrument;
pub(super) struct Report<'a> {
    pub(super) instrument: &'a Instrument,
    pub(super) found: &'a [(Condition, Measures)],
    pub(super) quick: &'a str,
    pub(super) people: usize,
    pub(super) seed: u64,
}
impl Report<'_> {
    pub(super) fn text(&self) -> String {
        String::new()
    }
}
pub(super) fn quick(found: &[(Condition, Measures)], _p: usize, _s: u64) -> String {
    for (c, m) in found {
        println!(
            "{:30} acc {:.3} cov {:.3} plain {:.3} lead {:.3} cov {:.3} plainlead {:.3} contr {:.3}/{:.3} plain {:.3} one {:.3}/{:.3} flips {:?} btw {:.3} rel {:.3?} sd {:.1?} diff {:.3} rBC {:.3}",
            c.name,
            m.accuracy().value(),
            m.coverage().value(),
            m.plain_accuracy().value(),
            m.lead_right.value(),
            m.lead_named.value(),
            m.plain_lead_right.value(),
            m.contradicted.value(),
            m.contradicted_clear.value(),
            m.plain_contradicted.value(),
            m.one_answer.value(),
            m.plain_one_answer.value(),
            m.flips,
            m.between_holds.value(),
            m.scales.map(|s| s.correlation()),
            m.scales.map(|s| s.deviation()),
            m.difference.correlation(),
            m.strains.correlation()
        );
    }
    let m = &found[0].1;
    for p in Profile::ALL {
        let o = m.profile(p);
        println!(
            "{p:?} prev {:.3} sens {:.3} spec {:.3} ppv {:.3} npv {:.3} other {:.3} plain {:.3} {:.3} total misses {:.3}",
            o.prevalence.value(),
            o.sensitivity.value(),
            o.specificity.value(),
            o.positive.value(),
            o.negative.value(),
            o.told_another.value(),
            o.plain_sensitivity.value(),
            o.plain_positive.value(),
            m.total_misses(p).value()
        );
    }
    String::new()
}
pub(super) fn gates(m: &Measures) -> String {
    GATES.iter().map(|g| format!("{} {} {}\n", g.name, (g.figure)(m), g.is_met(m))).collect()
}
