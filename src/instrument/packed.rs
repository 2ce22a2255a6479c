//! The built-in instrument as the one file holds it. What it does not have is left out.

use super::{
    Band, BlockDefinition, ContextDefinition, ContextOption, Credit, Direction, Facet, Instrument,
    Item, ItemMeaning, Keying, MadeOf, Margins, Meaning, Method, Minimum, Norm, OptionSet, Part,
    Precision, RaisedPart, ResponseOption, Roles, Scale, SignDefinition, SignMeaning, When,
};
use crate::packed::{Packed, Unpacking, packed_fields, packed_places};
use crate::tree::Tree;

packed_fields! {
    Item { id, set, keying, weight, sign, alert, block, bank, means }
    ResponseOption { id, value }
    OptionSet { id, options }
    Scale {
        id, facets, made_of, method, direction, minimum, precision, norm, bands, span, weight, even,
    }
    Facet { id, items, core }
    Precision { deviation, reliability, retest }
    Norm { mean, deviation, source }
    Band { id, from }
    ContextDefinition { id, when, options }
    ContextOption { id, means }
    BlockDefinition { id }
    SignDefinition { id, domain, means }
    Margins { above, below }
    RaisedPart { line, watch }
}

packed_places! {
    Keying { Direct, Reversed }
    MadeOf { Items, Facets, Scales }
    Method { Sum, Mean, Percent }
    Direction { Strain, Good }
    When { Before, After }
    Part { Exhaustion, Distance, Effectiveness, Intrusion, Avoidance, Alarm }
    Meaning {
        NoExposure, CauseLoad, CauseSuffering, CauseBoth, CauseOwnLife, CauseNone, OverFourWeeks,
        HighImpact, VeryHighImpact,
    }
    ItemMeaning { RestFails, Alarm, Guilt, Helpless, Support, SwitchOff, GoodSeen }
    SignMeaning { Drinking, DrawingBack, PoorSleep, EatingScreens }
}

impl Packed for Minimum {
    fn pack(&self, to: &mut Vec<Tree>) {
        let (kind, share, count) = match *self {
            Self::All => (0_u8, 0.0, 0_usize),
            Self::Count(count) => (1, 0.0, count),
            Self::Share(share) => (2, share, 0),
            Self::EachFacet(share) => (3, share, 0),
            Self::ShareAndEach { share, each } => (4, share, each),
        };
        ((kind, share), count).pack(to);
    }

    fn unpack(from: &mut Unpacking) -> Self {
        let ((kind, share), count): ((u8, f64), usize) = Packed::unpack(from);
        match kind {
            0 => Self::All,
            1 => Self::Count(count),
            2 => Self::Share(share),
            3 => Self::EachFacet(share),
            _ => Self::ShareAndEach { share, each: count },
        }
    }
}

impl Packed for Instrument {
    fn pack(&self, to: &mut Vec<Tree>) {
        self.id.pack(to);
        self.version.pack(to);
        self.option_sets.pack(to);
        self.items.pack(to);
        self.scales.pack(to);
        self.context.pack(to);
        self.asks_role.pack(to);
        self.blocks.pack(to);
        self.signs.pack(to);
        self.roles.is_some().pack(to);
        self.roles.iter().for_each(|roles| roles.pack(to));
    }

    fn unpack(from: &mut Unpacking) -> Self {
        let mut instrument = Self {
            id: Packed::unpack(from),
            version: Packed::unpack(from),
            credit: Credit::default(),
            option_sets: Packed::unpack(from),
            items: Packed::unpack(from),
            scales: Packed::unpack(from),
            context: Packed::unpack(from),
            asks_role: Packed::unpack(from),
            blocks: Packed::unpack(from),
            signs: Packed::unpack(from),
            roles: None,
        };
        if bool::unpack(from) {
            instrument.roles = Some(Roles::unpack(from, &instrument));
        }
        instrument
    }
}
