//! What the shipped rule says about one set of answers, as the simulation reads it.

use burnout_screener::instrument::{Construct, Profiled};
pub(super) use burnout_screener::profile::Band;
use burnout_screener::profile::{Classification, Finding, classify, offers};
use burnout_screener::response::Responses;

pub(super) struct Judged(Classification);

/// What the rule says.
pub(super) fn judge(profiled: Profiled<'_>, responses: &Responses) -> Judged {
    Judged(classify(profiled, responses))
}

impl Judged {
    /// The band of each strain; nothing where it is open.
    pub(super) fn bands(&self) -> [Option<Band>; 2] {
        [self.0.burnout.band, self.0.compassion_fatigue.band]
    }

    /// The strain that leads, where one is named.
    pub(super) fn lead(&self) -> Option<usize> {
        let lead = self.0.lead?;
        Construct::STRAINS.iter().position(|&strain| strain == lead)
    }

    pub(super) fn finding(&self) -> Finding {
        self.0.finding
    }

    /// The coarse word of exports.
    pub(super) fn profile(&self) -> &'static str {
        self.0.profile().name()
    }

    /// The items of the bank that are offered.
    pub(super) fn offer(&self, profiled: Profiled<'_>, responses: &Responses) -> Vec<usize> {
        let near = self.0.burnout.is_near() || self.0.compassion_fatigue.is_near();
        if near { offers(profiled, responses) } else { Vec::new() }
    }

    pub(super) fn is_raised(&self) -> bool {
        !self.0.raised.is_empty()
    }

    pub(super) fn is_watched(&self) -> bool {
        !self.0.watched.is_empty()
    }

    /// Whether it is one of the findings beside which no part may stand out.
    pub(super) fn is_quiet(&self) -> bool {
        let finding = self.0.finding;
        finding.is_none() || matches!(finding, Finding::EverydayTiredness | Finding::ImpactAlone)
    }

    /// Whether the same stands at the top.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        self.0.says_the_same(&other.0)
    }

    /// Whether both findings are clear and say different things. Which strain leads within both is not part of it, nor
    /// what a finding that nothing stands out says about sleep.
    pub(super) fn jumps(&self, other: &Self) -> bool {
        let (one, next) = (self.0.finding, other.0.finding);
        let alike = (is_both(one) && is_both(next)) || (one.is_none() && next.is_none());
        self.0.is_clear() && other.0.is_clear() && !alike && !self.says_the_same(other)
    }

    pub(super) fn is_clear(&self) -> bool {
        self.0.is_clear()
    }
}

fn is_both(finding: Finding) -> bool {
    let both = [Finding::Both, Finding::BothBurnoutLeads, Finding::BothCompassionFatigueLeads];
    both.contains(&finding)
}
