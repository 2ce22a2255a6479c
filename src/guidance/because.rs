//! Why a step is given: one reason that the person's own answers bear out.

use crate::locale::Message;

macro_rules! reasons {
    ($($name:ident: $message:ident,)*) => {
        /// The reason that stands beside a step.
        #[allow(missing_docs, reason = "each is described by its message in www/locales/en.json")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Because { $($name,)* }

        impl Because {
            /// All of them; first those that a [`Fact`](super::Fact) stands for, in the order of these.
            pub const ALL: &'static [Because] = &[$(Because::$name,)*];

            /// Its words.
            #[must_use]
            pub const fn message(self) -> Message {
                match self { $(Because::$name => Message::$message,)* }
            }
        }
    };
}

reasons! {
    Exhaustion: BecauseExhaustion,
    Distance: BecauseDistance,
    Effectiveness: BecauseEffectiveness,
    Intrusion: BecauseIntrusion,
    Avoidance: BecauseAvoidance,
    MostRoles: BecauseMostRoles,
    Alarm: BecauseAlarm,
    Guilt: BecauseGuilt,
    Helpless: BecauseHelpless,
    RestHelps: BecauseRestHelps,
    RestInPart: BecauseRestInPart,
    RestFails: BecauseRestFails,
    LowSupport: BecauseLowSupport,
    BusyMind: BecauseBusyMind,
    GoodUnseen: BecauseGoodUnseen,
    Load: BecauseLoad,
    Suffering: BecauseSuffering,
    OwnLife: BecauseOwnLife,
    Impact: BecauseImpact,
    Duration: BecauseDuration,
    DrawingBack: BecauseDrawingBack,
    Drinking: BecauseDrinking,
    EatingScreens: BecauseEatingScreens,
    PoorSleep: BecausePoorSleep,
    HardThings: BecauseHardThings,
    KeepsAway: BecauseKeepsAway,
}
