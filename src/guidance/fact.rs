//! What can hold for a person when advice is chosen, as a set that costs one number.

/// One thing that can hold. The first ones are what a step can be *because* of; a [`Facts`] has room for 64.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Worn out from the role.
    Exhaustion,
    /// Distant from the role.
    Distance,
    /// In doubt about how well it goes.
    Effectiveness,
    /// Suffering comes back to the mind.
    Intrusion,
    /// The person keeps away from suffering.
    Avoidance,
    /// The part that alarm, guilt and helplessness make.
    AlarmPart,
    /// Alarm is often there.
    Alarm,
    /// Guilt is often there.
    Guilt,
    /// Helplessness is often there.
    Helpless,
    /// Tired, and rest helps.
    RestHelps,
    /// Tired, and rest helps in part.
    RestInPart,
    /// Rest does not help.
    RestFails,
    /// Support comes rarely or never.
    LowSupport,
    /// The mind rests rarely or never.
    BusyMind,
    /// The person rarely or never sees what good they do.
    GoodUnseen,
    /// They name the load as the cause.
    Load,
    /// They name the suffering of others.
    Suffering,
    /// They name something in their own life.
    OwnLife,
    /// It gets in the way a lot or very much.
    Impact,
    /// It has lasted for more than four weeks.
    Duration,
    /// They ticked that they draw back from people.
    DrawingBack,
    /// They ticked alcohol or drugs.
    Drinking,
    /// They ticked eating or screens.
    EatingScreens,
    /// They ticked poor sleep.
    PoorSleep,
    /// Always.
    Anyone,
    /// Neither a strain nor a part of one stands out, and the person is not tired.
    NoStrain,
    /// Tired or somewhat tired.
    Tired,
    /// Among the heaviest results, or much in the way: a person goes first.
    Heavy,
    /// Rest gives so little that a doctor should hear of it.
    RestDoctor,
    /// What is found does not show what it comes from.
    LookWider,
    /// Help by somebody trained in trauma is due.
    Trauma,
    /// A strain is near its line, or a part worth watching.
    Watch,
    /// Signs of compassion fatigue in somebody who never meets suffering.
    OwnStory,
    /// Tired or somewhat tired, and rest helps, at least in part.
    SleepHelps,
    /// Guilt is there at least sometimes.
    GuiltFelt,
    /// They never meet suffering in their role.
    NoExposure,
    /// A part is raised though its strain is not clearly above.
    RaisedPart,
    /// Worn out at least in the middle of what can be said.
    Exhausted,
    /// Names what is to be said to a manager. It never holds.
    Manager,
    /// Names who else there is beside a manager. It never holds.
    BesideManager,
}

/// How many of the first facts weigh.
pub(super) const WEIGHED: usize = Fact::SleepHelps as usize;

/// A set of facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts(u64);

impl Facts {
    /// None.
    pub const NONE: Self = Self(0);
    /// All.
    pub const ALL: Self = Self(u64::MAX);
    /// All but what holds for anyone.
    pub const OF_SOME: Self = Self(!Self::of(&[Fact::Anyone]).0);
    /// The parts of burnout.
    pub const BURNOUT: Self = Self::of(&[Fact::Exhaustion, Fact::Distance, Fact::Effectiveness]);
    /// The parts of compassion fatigue.
    pub const COMPASSION_FATIGUE: Self =
        Self::of(&[Fact::Intrusion, Fact::Avoidance, Fact::AlarmPart]);

    /// These.
    #[must_use]
    pub const fn of(facts: &[Fact]) -> Self {
        let (mut bits, mut rest) = (0, facts);
        while let [fact, more @ ..] = rest {
            bits |= 1 << *fact as u64;
            rest = more;
        }
        Self(bits)
    }

    /// Whether this one is among them.
    #[must_use]
    pub const fn has(self, fact: Fact) -> bool {
        self.0 & 1 << fact as u64 != 0
    }

    /// Those in both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Those in either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one of them is in the other.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether all of the other are among them.
    #[must_use]
    pub const fn holds(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Adds one where it holds.
    pub(super) fn set(&mut self, fact: Fact, holds: bool) {
        self.0 |= u64::from(holds) << fact as u64;
    }

    /// The weight and the place of the heaviest of them, the first among equals.
    pub(super) fn heaviest(self, weights: &[u16; WEIGHED]) -> Option<(u16, usize)> {
        let mut best = None;
        for (place, &weight) in weights.iter().enumerate() {
            let among = self.0 >> place & 1 != 0;
            if among && best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, place));
            }
        }
        best
    }
}
