//! What some scales make together: a verdict on each strain, words for tiredness, rest and single parts, and
//! the one finding that follows from these.
//!
//! It knows scales by the roles they fill, never by their names. The rule is the one of
//! `docs/instrument.md`: every set of responses gets exactly one [`Finding`], and no single changed step of
//! one item turns a clear finding into another clear one.

mod agreement;
mod carries;
mod changed;
mod count;
mod finding;
mod found;
mod more;
mod offer;
mod professional;
mod situation;
mod strongest;
mod tiredness;
mod verdict;

pub use agreement::{Agreement, agreement};
pub use carries::{Carries, carries};
pub use changed::{Changed, one_changed_answer};
pub use finding::{Finding, Profile};
pub use found::Found;
pub use more::more_needed;
pub use offer::offers;
pub use professional::{ProfessionalHelp, ProfessionalReason, is_distress, professional};
pub use situation::{Exposure, Impact};
pub use strongest::{Reason, strongest_answers};
pub use tiredness::{Rest, Tired};
pub use verdict::{Band, StrainVerdict};

use crate::instrument::{Construct, Key, PartSet, PerConstruct, Profiled};
use crate::response::Responses;
use crate::scoring::Score;
use count::Count;

/// A lead is named when the distances differ by more than this many standard errors of their
/// difference: 80 % of a normal distribution lies within.
const LEAD_ERRORS: f64 = 1.28;

/// Everything that the rule says about one set of responses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Classification {
    /// What is found for burnout.
    pub burnout: StrainVerdict,
    /// What is found for compassion fatigue.
    pub compassion_fatigue: StrainVerdict,
    /// The scores of which enough is answered; that of tiredness rests on what there is.
    pub scores: PerConstruct<Option<Score>>,
    /// How tired the person is by their answers.
    pub tired: Tired,
    /// Whether rest helps by their answers.
    pub rest: Rest,
    /// Whether they meet the suffering of others.
    pub exposure: Exposure,
    /// How much it gets in their way.
    pub impact: Impact,
    /// The parts that stand out by themselves, of strains that are not clearly above their lines.
    pub raised: PartSet,
    /// Those of them that are worth watching.
    pub watched: PartSet,
    /// What follows from all of this.
    pub finding: Finding,
    /// Which strain clearly leads, where both are clearly above their lines.
    pub lead: Option<Construct>,
}

impl Classification {
    /// What is found for a strain; for tiredness, which has no verdict, nothing is.
    #[must_use]
    pub fn verdict(&self, construct: Construct) -> StrainVerdict {
        match construct {
            Construct::Burnout => self.burnout,
            Construct::CompassionFatigue => self.compassion_fatigue,
            Construct::Tiredness => StrainVerdict::OPEN,
        }
    }

    /// The score of a construct, where enough of it is answered.
    #[must_use]
    pub fn score(&self, construct: Construct) -> Option<Score> {
        *self.scores.get(construct)
    }

    /// The coarse word for the finding.
    #[must_use]
    pub fn profile(&self) -> Profile {
        Profile::settled(self).unwrap_or_else(|| {
            let open = self.burnout.is_open() || self.compassion_fatigue.is_open();
            if open { Profile::NotEnough } else { Profile::Between }
        })
    }

    /// Every profile that the answers leave possible; one alone where both strains are settled.
    pub fn possible(&self) -> impl Iterator<Item = Profile> + use<> {
        let found = *self;
        Profile::SETTLED.into_iter().filter(move |profile| profile.is_possible(&found))
    }

    /// The parts that the headline names as worth watching: elsewhere they are not spoken of.
    #[must_use]
    pub fn watched_in_headline(&self) -> PartSet {
        if self.finding.is_ordinary() { self.watched } else { PartSet::default() }
    }

    /// The same with the finding that follows from the rest of it.
    #[must_use]
    pub fn settled(mut self) -> Self {
        self.finding = Finding::of(&self);
        self
    }

    /// Whether a person is told the same at the top: what a changed answer can change. Beside a strain,
    /// parts stand in the text alone.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let parts = |found: &Self| (found.raised, found.watched);
        let in_headline = self.finding.is_ordinary();
        self.finding == other.finding && (!in_headline || parts(self) == parts(other))
    }

    /// Whether the finding is a clear one: no strain near or open, and where neither is there, no word of
    /// those that say half.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        let settled = self.burnout.is_clear() && self.compassion_fatigue.is_clear();
        let half = self.tired == Tired::Somewhat || self.rest == Rest::InPart;
        settled && (!self.finding.is_ordinary() || !half && self.watched.is_empty())
    }
}

/// Classifies one set of responses.
#[must_use]
pub fn classify(profiled: Profiled<'_>, responses: &Responses) -> Classification {
    let [of_burnout, of_compassion_fatigue, of_tired] = Construct::ALL.map(|construct| {
        let key = profiled.key(construct);
        (key, Count::new(key, responses))
    });
    let rest = match profiled.recovery_key() {
        Some(key) => Rest::new(key, &Count::new(key, responses)),
        None => Rest::NotAsked,
    };
    let judge = |(key, count): &(&Key, Count)| StrainVerdict::new(key, count);
    let (burnout, compassion_fatigue) = (judge(&of_burnout), judge(&of_compassion_fatigue));
    let counted = |verdict: StrainVerdict, parts: PartSet| {
        if verdict.is_clearly_above() { PartSet::default() } else { parts }
    };
    let both = |parts: fn(&Count) -> PartSet| {
        counted(burnout, parts(&of_burnout.1))
            .or(counted(compassion_fatigue, parts(&of_compassion_fatigue.1)))
    };
    let enough = |(key, count): &(&Key, Count)| if count.enough { count.score(key) } else { None };
    let mut found = Classification {
        burnout,
        compassion_fatigue,
        scores: PerConstruct {
            burnout: enough(&of_burnout),
            compassion_fatigue: enough(&of_compassion_fatigue),
            tiredness: of_tired.1.score(of_tired.0),
        },
        tired: Tired::new(of_tired.0, &of_tired.1),
        rest,
        exposure: Exposure::of(profiled, responses),
        impact: Impact::of(profiled, responses),
        raised: both(|count| count.raised),
        watched: both(|count| count.watched),
        finding: Finding::NotEnough,
        lead: None,
    };
    found.lead = lead(profiled, &found);
    found.settled()
}

fn lead(profiled: Profiled<'_>, found: &Classification) -> Option<Construct> {
    if !found.burnout.is_clearly_above() || !found.compassion_fatigue.is_clearly_above() {
        return None;
    }
    let [b, c] = [Construct::Burnout, Construct::CompassionFatigue].map(|strain| {
        let score = found.score(strain)?;
        Some((score.value - profiled.line(strain), score.error?))
    });
    let ((b, b_error), (c, c_error)) = (b?, c?);
    let needed = LEAD_ERRORS * b_error.hypot(c_error);
    if b - c > needed {
        Some(Construct::Burnout)
    } else if c - b > needed {
        Some(Construct::CompassionFatigue)
    } else {
        None
    }
}
