//! One set of assumptions about people, items and answers; each condition moves some of them and leaves the others.

/// Latent correlation of the two strains; .69 observed over 41 studies (Cieslak 2014), .66 latent in our own model.
pub(super) const CORRELATION: f64 = 0.66;
/// Share of people of the hard base truly above the line for burnout. Assumed: published shares run from 0 to 80.5 %
/// (Rotenstein 2018).
pub(super) const BURNOUT: f64 = 0.25;
/// Share of the hard base truly above the line for compassion fatigue, as a part of that for burnout. Assumed.
pub(super) const COMPASSION_FATIGUE_PART: f64 = 0.72;
/// Distance of neighbouring thresholds of the hard base. Assumed: gives scores a standard deviation near 20.
pub(super) const SPACING: f64 = 0.80;
/// Mean loading of the items of the two strains. Assumed: gives the hard base about the reliabilities that the rule
/// assumes.
pub(super) const LOADING: f64 = 0.68;
/// The same for the cohort as in public data: gives about the reliability and the standard deviation of BAT-12 there (.94
/// and 19).
pub(super) const PUBLIC_LOADING: f64 = 0.85;
/// Latent correlation of the parts of a strain as in public data: BAT-12 has .71–.79.
pub(super) const PARTS: f64 = 0.75;
/// Share of people as in public data who answer everything alike: of BAT-12's.
pub(super) const STRAIGHT: f64 = 0.13;

/// Where the thresholds of the items of the two strains lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Thresholds {
    /// Evenly, this far apart, around a middle by which a person at the true line is expected to score the line.
    Even(f64),
    /// As far apart as in public data, around such a middle.
    Skewed,
    /// Where public data have them: high answers are rare.
    Public,
}

/// How parameters of the items are moved from what the rule's lines were set for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Move {
    /// All by the same amount.
    All(f64),
    /// Each by an amount of its own, up to this much to either side.
    Each(f64),
}

/// How answers go missing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Missing {
    /// By chance alone, with this probability.
    ByChance(f64),
    /// More often where the answer would have shown strain; about this share in all.
    WithStrain(f64),
    /// By chance, of the statements about helping only.
    OfHelping(f64),
}

/// What people do who answer everything alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Straight {
    /// They take *never* or *rarely*, however they are.
    Low(f64),
    /// They take the option that fits them best on the whole.
    Fitting(f64),
    /// They take *often* or *nearly always*, however they are.
    High(f64),
}

/// When the questions of the bank are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// When the rule offers them; everybody takes the offer.
    Offered,
    Never,
    /// All of them, of everybody.
    Always,
}

/// One set of assumptions.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Condition {
    pub(super) name: String,
    pub(super) correlation: f64,
    pub(super) burnout: f64,
    pub(super) thresholds: Thresholds,
    /// Mean loading of the items of each strain.
    pub(super) loadings: [f64; 2],
    pub(super) moved_loadings: Move,
    pub(super) moved_thresholds: Move,
    /// What each part of each strain shares with it: the loading of the part.
    pub(super) parts: [[f64; 3]; 2],
    /// Latent correlation of tiredness with how far rest helps.
    pub(super) rest: f64,
    pub(super) straight: Straight,
    pub(super) careless: f64,
    pub(super) missing: Missing,
    /// Whether signs that both strains share take the place of clean items.
    pub(super) impure: bool,
    /// How far general distress lifts everybody's answers, in latent standard deviations.
    pub(super) distress: f64,
    /// How far people differ in saying yes to anything, in latent standard deviations.
    pub(super) acquiescence: f64,
    /// How far both strains lie above everybody's usual level.
    pub(super) lift: f64,
    /// How far the weeks asked about differ from a person's usual level, in latent standard deviations.
    pub(super) state: f64,
    /// Whether people have four days only to think of.
    pub(super) four_days: bool,
    /// Whether one part of a strain stands at its maximum.
    pub(super) part_alone: bool,
    /// Latent correlation of a person's two checks.
    pub(super) stability: f64,
    pub(super) block: Block,
}

impl Condition {
    /// The hard base: a quarter of the people above the line, and many near it.
    pub(super) fn hard() -> Self {
        Self {
            name: "Hard base".to_owned(),
            correlation: CORRELATION,
            burnout: BURNOUT,
            thresholds: Thresholds::Even(SPACING),
            loadings: [LOADING; 2],
            moved_loadings: Move::All(0.0),
            moved_thresholds: Move::All(0.0),
            parts: [[1.0; 3]; 2],
            rest: -0.40,
            straight: Straight::Low(0.0),
            careless: 0.0,
            missing: Missing::ByChance(0.0),
            impure: false,
            distress: 0.0,
            acquiescence: 0.0,
            lift: 0.0,
            state: 0.0,
            four_days: false,
            part_alone: false,
            stability: 1.0,
            block: Block::Offered,
        }
    }

    /// People and items as in data that others published.
    pub(super) fn public() -> Self {
        Self {
            name: "As in public data".to_owned(),
            thresholds: Thresholds::Public,
            loadings: [PUBLIC_LOADING; 2],
            parts: [[PARTS.sqrt(); 3]; 2],
            straight: Straight::Low(STRAIGHT),
            ..Self::hard()
        }
    }

    /// The hard base under another name, to move something.
    pub(super) fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::hard() }
    }

    /// The same as in public data.
    pub(super) fn public_named(name: &str) -> Self {
        Self { name: format!("Public: {name}"), ..Self::public() }
    }

    /// The items as they are meant, before anything moves them.
    pub(super) fn meant(&self) -> Self {
        let still = Move::All(0.0);
        Self { moved_loadings: still, moved_thresholds: still, impure: false, ..self.clone() }
    }
}
