//! The roles that the scales of an instrument may fill, so that a profile is made of them.

use super::{Instrument, ProfileDefinition, RoleDefinition, Scale};

/// What a scale measures for the profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Construct {
    /// Exhaustion from work or caring itself, distance from it, lowered effectiveness.
    Burnout,
    /// Secondary traumatic stress: the strain of taking in other people's suffering.
    CompassionFatigue,
    /// Everyday tiredness that rest restores.
    Tiredness,
}

impl Construct {
    /// All of them.
    pub const ALL: [Construct; 3] =
        [Construct::Burnout, Construct::CompassionFatigue, Construct::Tiredness];

    /// The two that are strains.
    pub const STRAINS: [Construct; 2] = [Construct::Burnout, Construct::CompassionFatigue];
}

/// One thing for each construct.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PerConstruct<T> {
    /// For burnout.
    pub burnout: T,
    /// For compassion fatigue.
    pub compassion_fatigue: T,
    /// For everyday tiredness.
    pub tiredness: T,
}

impl<T> PerConstruct<T> {
    /// Of what `make` gives for each.
    pub fn new(mut make: impl FnMut(Construct) -> T) -> Self {
        Self {
            burnout: make(Construct::Burnout),
            compassion_fatigue: make(Construct::CompassionFatigue),
            tiredness: make(Construct::Tiredness),
        }
    }

    /// The one for this construct.
    pub fn get(&self, construct: Construct) -> &T {
        match construct {
            Construct::Burnout => &self.burnout,
            Construct::CompassionFatigue => &self.compassion_fatigue,
            Construct::Tiredness => &self.tiredness,
        }
    }

    /// The same with another one for this construct.
    #[must_use]
    pub fn with(mut self, construct: Construct, value: T) -> Self {
        match construct {
            Construct::Burnout => self.burnout = value,
            Construct::CompassionFatigue => self.compassion_fatigue = value,
            Construct::Tiredness => self.tiredness = value,
        }
        self
    }
}

/// A part of a strain that advice answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Exhaustion that rest does not restore.
    Exhaustion,
    /// Distance from work or caring.
    Distance,
    /// Lowered effectiveness.
    Effectiveness,
    /// Thoughts and pictures of others' suffering that return.
    Intrusion,
    /// Keeping away from what brings it back.
    Avoidance,
    /// Alarm, guilt or helplessness about someone helped.
    Alarm,
}

impl Part {
    /// The parts of a strain by their names in the instrument's file; tiredness has none.
    #[must_use]
    pub const fn of(construct: Construct) -> &'static [(&'static str, Part)] {
        match construct {
            Construct::Burnout => &[
                ("exhaustion", Part::Exhaustion),
                ("distance", Part::Distance),
                ("effectiveness", Part::Effectiveness),
            ],
            Construct::CompassionFatigue => &[
                ("intrusion", Part::Intrusion),
                ("avoidance", Part::Avoidance),
                ("alarm", Part::Alarm),
            ],
            Construct::Tiredness => &[],
        }
    }
}

/// A scale in a role.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    /// Position in [`Instrument::scales`].
    pub scale: usize,
    /// The cut-off between the ordinary and the raised range, 0–100.
    pub line: f64,
    /// Which facet of the scale is which part, by its position; not every facet has to be one.
    pub parts: Vec<(Part, usize)>,
}

/// From where on one part of a strain is high by itself, in points of 0–100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RaisedPart {
    /// It stands out.
    pub line: f64,
    /// It is worth watching; below `line`.
    pub watch: f64,
}

/// Which scales make the profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Roles {
    /// The scales that the profile is read from.
    pub filled: PerConstruct<Filled>,
    /// Position of the scale for how far rest restores, if there is one of its own.
    pub recovery: Option<usize>,
    /// Position of the scale for what carries a person, if there is one.
    pub carries: Option<usize>,
    /// The lines for single parts, if there are any.
    pub raised_part: Option<RaisedPart>,
}

impl Roles {
    /// Joins the roles to the scales that they name.
    pub(super) fn build(profile: &ProfileDefinition, scales: &[Scale]) -> Self {
        let position = |id: &String| scales.iter().position(|scale| scale.id == *id);
        let filled = |construct: Construct| {
            let role = profile.role(construct);
            let scale = position(&role.scale).unwrap_or(usize::MAX);
            let facets = scales.get(scale).map(Scale::parts).unwrap_or_default();
            let part = |&(name, part): &(&str, Part)| {
                let (_, facet) = role.parts.iter().find(|(known, _)| known == name)?;
                Some((part, facets.iter().position(|known| known.id == *facet)?))
            };
            let parts = Part::of(construct).iter().filter_map(part).collect();
            Filled { scale, line: role.line, parts }
        };
        Self {
            filled: PerConstruct::new(filled),
            recovery: profile.recovery.as_ref().and_then(position),
            carries: profile.carries.as_ref().and_then(position),
            raised_part: profile.raised_part,
        }
    }
}

impl ProfileDefinition {
    /// The role for a construct.
    #[must_use]
    pub fn role(&self, construct: Construct) -> &RoleDefinition {
        match construct {
            Construct::Burnout => &self.burnout,
            Construct::CompassionFatigue => &self.compassion_fatigue,
            Construct::Tiredness => &self.tired,
        }
    }
}

impl Construct {
    /// What the role is called in the instrument's file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Construct::Burnout => "burnout",
            Construct::CompassionFatigue => "compassion_fatigue",
            Construct::Tiredness => "tired",
        }
    }
}

/// An instrument whose scales make a profile: everything the profile is read from.
#[derive(Clone, Copy, Debug)]
pub struct Profiled<'a> {
    instrument: &'a Instrument,
    roles: &'a Roles,
    scales: PerConstruct<&'a Scale>,
}

impl<'a> Profiled<'a> {
    pub(super) fn new(instrument: &'a Instrument) -> Option<Self> {
        let roles = instrument.roles.as_ref()?;
        let scale = |filled: &Filled| instrument.scales().get(filled.scale);
        let scales = PerConstruct {
            burnout: scale(&roles.filled.burnout)?,
            compassion_fatigue: scale(&roles.filled.compassion_fatigue)?,
            tiredness: scale(&roles.filled.tiredness)?,
        };
        Some(Self { instrument, roles, scales })
    }

    /// The instrument.
    #[must_use]
    pub fn instrument(&self) -> &'a Instrument {
        self.instrument
    }

    /// The scale for a construct.
    #[must_use]
    pub fn scale(&self, construct: Construct) -> &'a Scale {
        self.scales.get(construct)
    }

    /// The position of that scale in [`Instrument::scales`].
    #[must_use]
    pub fn position(&self, construct: Construct) -> usize {
        self.roles.filled.get(construct).scale
    }

    /// Its line, 0–100.
    #[must_use]
    pub fn line(&self, construct: Construct) -> f64 {
        self.roles.filled.get(construct).line
    }

    /// The part that a facet of a construct's scale is, if it is one.
    #[must_use]
    pub fn part(&self, construct: Construct, facet: usize) -> Option<Part> {
        let parts = &self.roles.filled.get(construct).parts;
        parts.iter().find(|(_, place)| *place == facet).map(|(part, _)| *part)
    }

    /// The construct that a scale is read for, by its position in [`Instrument::scales`].
    #[must_use]
    pub fn construct(&self, scale: usize) -> Option<Construct> {
        Construct::ALL.into_iter().find(|&construct| self.position(construct) == scale)
    }
}
