//! The conditions under which cohorts are simulated: one base, and each assumption of it moved by itself.

/// Latent correlation of the two strains; .69 observed over 41 studies (Cieslak 2014), .66 latent in our own model.
pub(super) const CORRELATION: f64 = 0.66;
/// Share of people truly above the line for burnout. Assumed: published shares run from 0 to 80.5 % (Rotenstein 2018).
pub(super) const BURNOUT: f64 = 0.25;
/// Share truly above the line for compassion fatigue, as a part of that for burnout. Assumed.
pub(super) const COMPASSION_FATIGUE_PART: f64 = 0.72;
/// Share truly above the line for tiredness. Assumed.
pub(super) const TIREDNESS: f64 = 0.40;
/// Share of careless people in the condition with careless answers.
const CARELESS: f64 = 0.10;
/// Share of items left out in the conditions with missing answers.
const MISSING: f64 = 0.20;
/// How far loadings are moved.
const LOADINGS: f64 = 0.20;
/// How far thresholds are moved, in latent standard deviations.
const THRESHOLDS: f64 = 0.25;
/// Weight of what the items of one facet share beyond their strain, in latent standard deviations. Assumed.
pub(super) const CLUSTERS: f64 = 0.45;
/// Latent correlation of two checks some weeks apart. Assumed; gives an observed one near the .80 of the check-ins.
pub(super) const WEEKS: f64 = 0.90;

/// How parameters of the items are moved from the base.
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
}

/// One set of assumptions about people and items.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Condition {
    pub(super) name: String,
    pub(super) correlation: f64,
    pub(super) burnout: f64,
    pub(super) loadings: Move,
    pub(super) thresholds: Move,
    pub(super) careless: f64,
    pub(super) missing: Missing,
    /// Whether signs that both strains share take the place of clean items.
    pub(super) impure: bool,
    pub(super) clusters: f64,
    /// Latent correlation of a person's two checks.
    pub(super) stability: f64,
}

impl Condition {
    pub(super) fn base() -> Self {
        Self {
            name: "Base".to_owned(),
            correlation: CORRELATION,
            burnout: BURNOUT,
            loadings: Move::All(0.0),
            thresholds: Move::All(0.0),
            careless: 0.0,
            missing: Missing::ByChance(0.0),
            impure: false,
            clusters: 0.0,
            stability: 1.0,
        }
    }

    /// Whether only who is asked differs from the base, not how they answer.
    pub(super) fn is_of_other_people(&self) -> bool {
        let base = Self {
            name: self.name.clone(),
            correlation: self.correlation,
            burnout: self.burnout,
            ..Self::base()
        };
        *self == base
    }

    fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::base() }
    }
}

/// The base, and the latent correlations of the second plot, in their order.
pub(super) const CORRELATIONS: [f64; 7] = [0.50, 0.55, 0.60, 0.70, 0.75, 0.80, 0.85];

const PREVALENCES: [f64; 5] = [0.05, 0.10, 0.15, 0.20, 0.30];

/// Every condition, the base first.
pub(super) fn grid() -> Vec<Condition> {
    let mut grid = vec![Condition::base()];
    grid.extend(CORRELATIONS.map(|correlation| Condition {
        correlation,
        ..Condition::named(format!("Correlation {correlation:.2}"))
    }));
    grid.extend(PREVALENCES.map(|burnout| Condition {
        burnout,
        ..Condition::named(format!("Prevalence {:.0} %", burnout * 100.0))
    }));
    for (name, loadings) in [
        ("Loadings −20 %", Move::All(-LOADINGS)),
        ("Loadings +20 %", Move::All(LOADINGS)),
        ("Loadings ±20 % each", Move::Each(LOADINGS)),
    ] {
        grid.push(Condition { loadings, ..Condition::named(name) });
    }
    for (name, thresholds) in [
        ("Thresholds −.25", Move::All(-THRESHOLDS)),
        ("Thresholds +.25", Move::All(THRESHOLDS)),
        ("Thresholds ±.25 each", Move::Each(THRESHOLDS)),
    ] {
        grid.push(Condition { thresholds, ..Condition::named(name) });
    }
    grid.extend(harm());
    grid
}

/// What a cohort suffers from besides other parameters.
fn harm() -> Vec<Condition> {
    vec![
        Condition { careless: CARELESS, ..Condition::named("10 % careless") },
        Condition { missing: Missing::ByChance(MISSING), ..Condition::named("20 % missing") },
        Condition {
            missing: Missing::WithStrain(MISSING),
            ..Condition::named("20 % missing, more with strain")
        },
        Condition { clusters: CLUSTERS, ..Condition::named("Facets cluster") },
        Condition { stability: WEEKS, ..Condition::named("Retest weeks later") },
        Condition { impure: true, ..Condition::named("Impure items (control)") },
    ]
}

/// The conditions of the quick check: the base and what harms a cohort.
pub(super) fn quick() -> Vec<Condition> {
    let mut quick = vec![Condition::base()];
    quick.extend(harm());
    quick
}
