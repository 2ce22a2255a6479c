//! The profile that some scales make together: burnout, compassion fatigue, both, or everyday tiredness,
//! how sure it is, which strain leads, and what speaks for it.
//!
//! It knows scales by the roles they fill, never by their names. Every set of responses gets exactly one
//! [`Verdict`]. No single changed step of one item turns a
//! clear profile into another clear profile: there is always an uncertain band to cross.

mod bounds;
mod reasons;

pub use bounds::is_decided;
pub use reasons::{
    Agreement, Reason, agreement, one_changed_answer, professional_help, strongest_answers,
};

use crate::instrument::{Construct, Meaning, PerConstruct, Profiled};
use crate::response::Responses;
use crate::scoring::{Score, score};

/// A lead is named when the distances differ by more than this many standard errors of their
/// difference: 80 % of a normal distribution lies within.
const LEAD_ERRORS: f64 = 1.28;

/// Where a score lies as seen from the line of its scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Below by more than one standard error.
    Below,
    /// Within one standard error.
    Near,
    /// Above by more than one standard error.
    Above,
}

/// What a person's answers look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Nothing stands out.
    NoStrain,
    /// Tired in a way that rest restores.
    Tiredness,
    /// Burnout alone.
    Burnout,
    /// Compassion fatigue alone.
    CompassionFatigue,
    /// Burnout and compassion fatigue.
    Both,
    /// The signs of compassion fatigue in someone who does not meet other people's suffering.
    StrainWithoutExposure,
}

impl Profile {
    /// All of them, from the least to the most strain, the one without a cause last.
    pub const ALL: [Profile; 6] = [
        Profile::NoStrain,
        Profile::Tiredness,
        Profile::Burnout,
        Profile::CompassionFatigue,
        Profile::Both,
        Profile::StrainWithoutExposure,
    ];

    /// What the profile is called in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Profile::NoStrain => "no_strain",
            Profile::Tiredness => "tiredness",
            Profile::Burnout => "burnout",
            Profile::CompassionFatigue => "compassion_fatigue",
            Profile::Both => "both",
            Profile::StrainWithoutExposure => "strain_without_exposure",
        }
    }

    fn new(burnout: bool, compassion_fatigue: bool, tired: bool, exposed: bool) -> Self {
        match (burnout, compassion_fatigue) {
            (_, true) if !exposed => Profile::StrainWithoutExposure,
            (true, true) => Profile::Both,
            (true, false) => Profile::Burnout,
            (false, true) => Profile::CompassionFatigue,
            (false, false) if tired => Profile::Tiredness,
            (false, false) => Profile::NoStrain,
        }
    }
}

/// The result and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every score that matters lies clearly on one side of its line.
    Clear(Profile),
    /// A score lies near its line: the profile by the scores as they are, and the one on the other
    /// side of the nearest line, in the order of [`Profile::ALL`].
    Between(Profile, Profile),
    /// Too few answers to tell.
    NotEnough,
}

/// Everything that the profile says about one set of responses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Classification {
    /// The result.
    pub verdict: Verdict,
    /// Which strain clearly leads, where the verdict is clearly both.
    pub lead: Option<Construct>,
    /// The scores it is read from, where enough is answered.
    pub scores: PerConstruct<Option<Score>>,
}

impl Classification {
    /// The classification of no answers at all.
    #[must_use]
    pub fn without_scores() -> Self {
        Self { verdict: Verdict::NotEnough, lead: None, scores: PerConstruct::default() }
    }

    /// On which side of its line the score of a construct lies, where enough of it is answered.
    #[must_use]
    pub fn side(&self, profiled: Profiled<'_>, construct: Construct) -> Option<Side> {
        Some(Reading::new(self.score(construct)?, profiled.line(construct))?.side)
    }

    /// The score of a construct, where enough of it is answered.
    #[must_use]
    pub fn score(&self, construct: Construct) -> Option<Score> {
        *self.scores.get(construct)
    }

    /// The same result: what a changed answer can change of it.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        (self.verdict, self.lead) == (other.verdict, other.lead)
    }
}

/// Classifies one set of responses.
#[must_use]
pub fn classify(profiled: Profiled<'_>, responses: &Responses) -> Classification {
    let instrument = profiled.instrument();
    let scores =
        PerConstruct::new(|construct| score(instrument, profiled.scale(construct), responses));
    read(profiled, scores, !responses.means(instrument, Meaning::NoExposure))
}

/// One scale as the rules see it.
#[derive(Clone, Copy)]
struct Reading {
    /// Distance from the line, in standard errors of this score.
    distance: f64,
    side: Side,
}

impl Reading {
    /// Nothing for a score without an error: nobody knows then what is near.
    fn new(score: Score, line: f64) -> Option<Self> {
        let (beyond, error) = (score.value - line, score.error?);
        let side = if beyond > error {
            Side::Above
        } else if beyond < -error {
            Side::Below
        } else {
            Side::Near
        };
        Some(Self { distance: beyond / error, side })
    }

    fn above(self) -> bool {
        self.distance >= 0.0
    }
}

/// The profile that these scores make. `exposed`: whether the person meets other people's suffering.
pub(crate) fn read(
    profiled: Profiled<'_>,
    scores: PerConstruct<Option<Score>>,
    exposed: bool,
) -> Classification {
    let reading = |construct| Reading::new((*scores.get(construct))?, profiled.line(construct));
    let verdict = match (reading(Construct::Burnout), reading(Construct::CompassionFatigue)) {
        (Some(b), Some(c)) => verdict(b, c, reading(Construct::Tiredness), exposed),
        _ => Verdict::NotEnough,
    };
    let lead = match (verdict, scores.burnout, scores.compassion_fatigue) {
        (Verdict::Clear(Profile::Both), Some(b), Some(c)) => lead(profiled, b, c),
        _ => None,
    };
    Classification { verdict, lead, scores }
}

fn verdict(b: Reading, c: Reading, f: Option<Reading>, exposed: bool) -> Verdict {
    let tired = f.is_some_and(Reading::above);
    let plain = Profile::new(b.above(), c.above(), tired, exposed);
    let flipped_b = (b, Profile::new(!b.above(), c.above(), tired, exposed));
    let flipped_c = (c, Profile::new(b.above(), !c.above(), tired, exposed));
    let nearest_first = if b.distance.abs() <= c.distance.abs() {
        [flipped_b, flipped_c]
    } else {
        [flipped_c, flipped_b]
    };
    let other = (nearest_first.into_iter())
        .find(|(reading, flipped)| reading.side == Side::Near && *flipped != plain)
        .map(|(_, flipped)| flipped);
    let ordinary = |profile| matches!(profile, Profile::NoStrain | Profile::Tiredness);
    match (other, f) {
        // Which kind of ordinary it is cannot be told without the answers about tiredness.
        (_, None) if ordinary(plain) || other.is_some_and(ordinary) => Verdict::NotEnough,
        (Some(other), _) => between(plain, other),
        (None, Some(f)) if ordinary(plain) && f.side == Side::Near => {
            between(Profile::NoStrain, Profile::Tiredness)
        }
        (None, _) => Verdict::Clear(plain),
    }
}

fn between(one: Profile, other: Profile) -> Verdict {
    let place = |profile| Profile::ALL.iter().position(|&listed| listed == profile);
    if place(one) <= place(other) {
        Verdict::Between(one, other)
    } else {
        Verdict::Between(other, one)
    }
}

fn lead(profiled: Profiled<'_>, b: Score, c: Score) -> Option<Construct> {
    let above = |score: Score, construct| score.value - profiled.line(construct);
    let difference = above(b, Construct::Burnout) - above(c, Construct::CompassionFatigue);
    let needed = LEAD_ERRORS * b.error?.hypot(c.error?);
    if difference > needed {
        Some(Construct::Burnout)
    } else if difference < -needed {
        Some(Construct::CompassionFatigue)
    } else {
        None
    }
}
