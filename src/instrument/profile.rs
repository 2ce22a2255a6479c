//! The roles that the scales of an instrument may fill, so that a profile is made of them.

use super::key::{Key, Lock};
use super::{
    Definition, Instrument, Item, Margins, Meaning, OptionSet, Part, ProfileDefinition,
    RoleDefinition, Scale,
};
use crate::packed::{Packed, Unpacking};
use crate::response::Responses;
use crate::tree::Tree;

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

/// A scale in a role.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    /// Position in [`Instrument::scales`].
    pub scale: usize,
    /// The cut-off between the ordinary and the raised range, 0–100.
    pub line: f64,
    /// How far from it a score is clear.
    pub margins: Margins,
    /// Which facet of the scale is which part, by its position; not every facet has to be one.
    pub parts: Vec<(Part, usize)>,
    key: Key,
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
    /// The scale for how far rest restores, if there is one of its own.
    pub recovery: Option<Filled>,
    /// Position of the scale for what carries a person, if there is one.
    pub carries: Option<usize>,
    /// The lines for single parts, if there are any.
    pub raised_part: Option<RaisedPart>,
    /// Positions of the questions about the situation that the rule listens to, where they are asked:
    /// about exposure, duration and impact.
    asked: [Option<usize>; 3],
}

impl Roles {
    /// Joins the roles to the scales that they name.
    pub(super) fn build(definition: &Definition, items: &[Item], scales: &[Scale]) -> Option<Self> {
        let profile = definition.profile.as_ref()?;
        let position = |id: &String| scales.iter().position(|scale| scale.id == *id);
        let filled = |role: &RoleDefinition, parts: &mut dyn Iterator<Item = Part>| {
            let place = position(&role.scale);
            let scale = place.and_then(|place| scales.get(place));
            let facets = scale.map(Scale::parts).unwrap_or_default();
            let part = |part: Part| {
                let (_, facet) = role.parts.iter().find(|(known, _)| known == part.name())?;
                Some((part, facets.iter().position(|known| known.id == *facet)?))
            };
            let RoleDefinition { line, margins, .. } = *role;
            let filled = Filled {
                scale: place.unwrap_or(usize::MAX),
                line,
                margins,
                parts: parts.filter_map(part).collect(),
                key: Key::default(),
            };
            filled.keyed(scale, items, &definition.option_sets, profile.raised_part)
        };
        let asked = |meaning| {
            definition.context.iter().position(|question| {
                question.options.iter().any(|option| option.means == Some(meaning))
            })
        };
        Some(Self {
            filled: PerConstruct::new(|construct| {
                filled(profile.role(construct), &mut Part::of(construct))
            }),
            recovery: (profile.recovery.as_ref()).map(|role| filled(role, &mut std::iter::empty())),
            carries: profile.carries.as_ref().and_then(position),
            raised_part: profile.raised_part,
            asked: [Meaning::NoExposure, Meaning::OverFourWeeks, Meaning::HighImpact].map(asked),
        })
    }
}

impl Filled {
    /// The same with the key that follows from the rest.
    fn keyed(
        mut self,
        scale: Option<&Scale>,
        items: &[Item],
        option_sets: &[OptionSet],
        raised_part: Option<RaisedPart>,
    ) -> Self {
        let Self { line, margins, ref parts, .. } = self;
        let lock = |scale| Lock { scale, items, option_sets, line, margins, parts, raised_part };
        self.key = scale.map(|scale| Key::new(&lock(scale))).unwrap_or_default();
        self
    }

    fn pack(&self, to: &mut Vec<Tree>) {
        self.scale.pack(to);
        self.line.pack(to);
        self.margins.pack(to);
        self.parts.pack(to);
    }

    fn unpack(
        from: &mut Unpacking,
        instrument: &Instrument,
        raised_part: Option<RaisedPart>,
    ) -> Self {
        let filled = Self {
            scale: Packed::unpack(from),
            line: Packed::unpack(from),
            margins: Packed::unpack(from),
            parts: Packed::unpack(from),
            key: Key::default(),
        };
        let scale = instrument.scales.get(filled.scale);
        filled.keyed(scale, &instrument.items, &instrument.option_sets, raised_part)
    }
}

impl Roles {
    pub(super) fn pack(&self, to: &mut Vec<Tree>) {
        self.raised_part.pack(to);
        Construct::ALL.iter().for_each(|&construct| self.filled.get(construct).pack(to));
        self.recovery.is_some().pack(to);
        self.recovery.iter().for_each(|filled| filled.pack(to));
        self.carries.pack(to);
        self.asked.pack(to);
    }

    /// What was packed after the rest of `instrument`.
    pub(super) fn unpack(from: &mut Unpacking, instrument: &Instrument) -> Self {
        let raised_part = Packed::unpack(from);
        let mut filled = || Filled::unpack(from, instrument, raised_part);
        Self {
            filled: PerConstruct::new(|_| filled()),
            recovery: bool::unpack(from).then(|| Filled::unpack(from, instrument, raised_part)),
            carries: Packed::unpack(from),
            raised_part,
            asked: Packed::unpack(from),
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

    /// The line of any scale that has one, by its position in [`Instrument::scales`], in the unit of its
    /// score.
    #[must_use]
    pub fn line_of(&self, scale: usize) -> Option<f64> {
        let line = match self.construct(scale) {
            Some(construct) => self.line(construct),
            None => self.roles.recovery.as_ref().filter(|filled| filled.scale == scale)?.line,
        };
        let (lowest, highest) = self.instrument.scales().get(scale)?.span;
        Some(lowest + (highest - lowest) * line / 100.0)
    }

    /// How far from it a score is clear.
    #[must_use]
    pub fn margins(&self, construct: Construct) -> Margins {
        self.roles.filled.get(construct).margins
    }

    pub(crate) fn key(&self, construct: Construct) -> &'a Key {
        &self.roles.filled.get(construct).key
    }

    /// The scale for how far rest restores, if there is one.
    #[must_use]
    pub fn recovery(&self) -> Option<&'a Scale> {
        self.instrument.scales().get(self.recovery_position()?)
    }

    /// The position of that scale in [`Instrument::scales`].
    #[must_use]
    pub fn recovery_position(&self) -> Option<usize> {
        self.roles.recovery.as_ref().map(|filled| filled.scale)
    }

    pub(crate) fn recovery_key(&self) -> Option<&'a Key> {
        self.roles.recovery.as_ref().map(|filled| &filled.key)
    }

    /// The scale for what carries a person, if there is one.
    #[must_use]
    pub fn carries(&self) -> Option<&'a Scale> {
        self.instrument.scales().get(self.roles.carries?)
    }

    /// The lines for single parts, if there are any.
    #[must_use]
    pub fn raised_part(&self) -> Option<RaisedPart> {
        self.roles.raised_part
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

    /// Whether the result is read from a scale, by its position: it then needs no words of its own.
    #[must_use]
    pub fn reads(&self, scale: usize) -> bool {
        let beside = [self.recovery_position(), self.roles.carries];
        self.construct(scale).is_some() || beside.contains(&Some(scale))
    }

    /// What was answered to the question about how much the person meets others' suffering.
    pub(crate) fn exposure(&self, responses: &Responses) -> Said {
        let [exposure, ..] = self.roles.asked;
        self.said(exposure, responses)
    }

    /// The same for how long it has lasted.
    pub(crate) fn duration(&self, responses: &Responses) -> Said {
        let [_, duration, _] = self.roles.asked;
        self.said(duration, responses)
    }

    /// The same for how much it gets in the way.
    pub(crate) fn impact(&self, responses: &Responses) -> Said {
        let [.., impact] = self.roles.asked;
        self.said(impact, responses)
    }

    fn said(&self, question: Option<usize>, responses: &Responses) -> Said {
        let Some(question) = question else { return Said::NotAsked };
        let Some(option) = responses.context(question) else { return Said::Nothing };
        let asked = self.instrument.context().get(question);
        let chosen = asked.and_then(|asked| asked.options.get(usize::from(option)));
        Said::Answer(chosen.and_then(|chosen| chosen.means))
    }
}

/// What became of a question about the situation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    NotAsked,
    Nothing,
    /// An answer, and what it means.
    Answer(Option<Meaning>),
}
