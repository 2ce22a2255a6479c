//! From scores to a result: bands, profile, certainty, lead, and what speaks for it.
//!
//! Every set of responses gets exactly one [`Outcome`]. No single changed step of one item turns a
//! clear profile into another clear profile: there is always an uncertain band to cross.

mod reasons;

pub use reasons::{
    Agreement, Reason, agreement, one_changed_answer, professional_help, strongest_answers,
};

use crate::instrument::{Construct, Instrument, Meaning, Scale};
use crate::response::Responses;
use crate::scoring::{Score, score};

/// A lead is named when the distances differ by more than this many standard errors of their
/// difference: 80 % of a normal distribution lies within.
const LEAD_ERRORS: f64 = 1.28;

/// Where a score lies as seen from the line of its scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Band {
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
pub enum Outcome {
    /// Every score that matters lies clearly on one side of its line.
    Clear(Profile),
    /// A score lies near its line: the profile by the scores as they are, and the one on the other
    /// side of the nearest line, in the order of [`Profile::ALL`].
    Between(Profile, Profile),
    /// Too few answers to tell.
    NotEnough,
}

/// Everything that is said about one set of responses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Classification {
    /// The result.
    pub outcome: Outcome,
    /// Which strain clearly leads, where the outcome is clearly both.
    pub lead: Option<Construct>,
    scores: [Option<Score>; 3],
}

impl Classification {
    /// The classification of no answers at all.
    #[must_use]
    pub const fn without_scores() -> Self {
        Self { outcome: Outcome::NotEnough, lead: None, scores: [None; 3] }
    }

    /// The band of one scale, where enough of it is answered.
    #[must_use]
    pub fn band(&self, instrument: &Instrument, construct: Construct) -> Option<Band> {
        let score = self.score(construct)?;
        Some(band(&score, instrument.scale(construct).line))
    }

    /// The score of one scale, where enough of it is answered.
    #[must_use]
    pub fn score(&self, construct: Construct) -> Option<Score> {
        let [burnout, compassion_fatigue, tiredness] = self.scores;
        match construct {
            Construct::Burnout => burnout,
            Construct::CompassionFatigue => compassion_fatigue,
            Construct::Tiredness => tiredness,
        }
    }
}

/// Where `score` lies as seen from `line`.
#[must_use]
pub fn band(score: &Score, line: f64) -> Band {
    let distance = score.value - line;
    if distance > score.error {
        Band::Above
    } else if distance < -score.error {
        Band::Below
    } else {
        Band::Near
    }
}

/// Classifies one set of responses.
#[must_use]
pub fn classify(instrument: &Instrument, responses: &Responses) -> Classification {
    let scores =
        Construct::ALL.map(|construct| score(instrument, instrument.scale(construct), responses));
    from_scores(instrument, scores, !responses.means(instrument, Meaning::NoExposure))
}

/// One scale as the rules see it.
#[derive(Clone, Copy)]
struct Reading {
    /// Distance from the line, in standard errors of this score.
    distance: f64,
    band: Band,
}

impl Reading {
    fn new(score: Score, scale: &Scale) -> Self {
        Self { distance: (score.value - scale.line) / score.error, band: band(&score, scale.line) }
    }

    fn above(self) -> bool {
        self.distance >= 0.0
    }
}

pub(crate) fn from_scores(
    instrument: &Instrument,
    scores: [Option<Score>; 3],
    exposed: bool,
) -> Classification {
    let [burnout, compassion_fatigue, tiredness] = scores;
    let read = |score: Option<Score>, construct| {
        score.map(|score| Reading::new(score, instrument.scale(construct)))
    };
    let outcome = match (
        read(burnout, Construct::Burnout),
        read(compassion_fatigue, Construct::CompassionFatigue),
    ) {
        (Some(b), Some(c)) => outcome(b, c, read(tiredness, Construct::Tiredness), exposed),
        _ => Outcome::NotEnough,
    };
    let lead = match (outcome, burnout, compassion_fatigue) {
        (Outcome::Clear(Profile::Both), Some(b), Some(c)) => lead(instrument, b, c),
        _ => None,
    };
    Classification { outcome, lead, scores }
}

fn outcome(b: Reading, c: Reading, f: Option<Reading>, exposed: bool) -> Outcome {
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
        .find(|(reading, flipped)| reading.band == Band::Near && *flipped != plain)
        .map(|(_, flipped)| flipped);
    let ordinary = |profile| matches!(profile, Profile::NoStrain | Profile::Tiredness);
    match (other, f) {
        // Which kind of ordinary it is cannot be told without the answers about tiredness.
        (_, None) if ordinary(plain) || other.is_some_and(ordinary) => Outcome::NotEnough,
        (Some(other), _) => between(plain, other),
        (None, Some(f)) if ordinary(plain) && f.band == Band::Near => {
            between(Profile::NoStrain, Profile::Tiredness)
        }
        (None, _) => Outcome::Clear(plain),
    }
}

fn between(one: Profile, other: Profile) -> Outcome {
    let place = |profile| Profile::ALL.iter().position(|&listed| listed == profile);
    if place(one) <= place(other) {
        Outcome::Between(one, other)
    } else {
        Outcome::Between(other, one)
    }
}

fn lead(instrument: &Instrument, b: Score, c: Score) -> Option<Construct> {
    let above = |score: Score, construct| score.value - instrument.scale(construct).line;
    let difference = above(b, Construct::Burnout) - above(c, Construct::CompassionFatigue);
    let needed = LEAD_ERRORS * b.error.hypot(c.error);
    if difference > needed {
        Some(Construct::Burnout)
    } else if difference < -needed {
        Some(Construct::CompassionFatigue)
    } else {
        None
    }
}
