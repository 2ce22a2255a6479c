//! The colour and the shape of each strain, the same wherever it is named.

use yew::{Html, html};

use super::View;
use super::steady::{longer, longest};
use crate::instrument::{Construct, Meaning, Profiled};
use crate::locale::Message;
use crate::session::Voice;

/// What a line, a bar or a picture is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Hue {
    #[default]
    Burnout,
    CompassionFatigue,
    Tired,
    /// Strain that nothing in the answers gives a name to.
    Unnamed,
}

impl Hue {
    /// What an answer about this speaks for.
    pub(super) fn of(view: &View<'_>, construct: Construct) -> Self {
        match Self::plain(construct) {
            Self::CompassionFatigue if unexposed(view) => Self::Unnamed,
            hue => hue,
        }
    }

    /// What this is as such, whoever answers.
    pub(super) fn plain(construct: Construct) -> Self {
        match construct {
            Construct::Burnout => Self::Burnout,
            Construct::CompassionFatigue => Self::CompassionFatigue,
            _ => Self::Tired,
        }
    }

    /// With an ending for the element that wears it.
    pub(super) fn class(self, with: &str) -> String {
        let own = match self {
            Self::Burnout => "is-burnout",
            Self::CompassionFatigue => "is-cf",
            Self::Tired => "is-tired",
            Self::Unnamed => "is-unnamed",
        };
        [with, " ", own].concat()
    }

    /// What fills a bar on paper.
    pub(super) fn pattern(self) -> &'static str {
        match self {
            Self::Burnout => "url(#bs-burnout)",
            Self::CompassionFatigue | Self::Unnamed => "url(#bs-cf)",
            Self::Tired => "url(#bs-tired)",
        }
    }

    /// A square, a disc, a bar or a ring.
    pub(super) fn mark(self) -> Html {
        html! { <span class={self.class("mark")} aria-hidden="true"></span> }
    }
}

/// Whether nothing may be called compassion fatigue: the person never meets other people's suffering. The
/// unseen page is about nobody.
pub(super) fn unexposed(view: &View<'_>) -> bool {
    !view.twin && view.session.responses().means(view.session.instrument(), Meaning::NoExposure)
}

/// What any scale is called here, by its place.
pub(super) fn scale(view: &View<'_>, place: usize) -> String {
    let texts = &view.content.texts;
    let profiled = view.session.instrument().profiled();
    match profiled.and_then(|profiled| Some((profiled, profiled.construct(place)?))) {
        Some((profiled, construct)) => name(view, profiled, construct),
        None if view.twin => longest(Voice::ALL.map(|voice| texts.scale(place, voice))).to_owned(),
        None => texts.scale(place, view.session.voice()).to_owned(),
    }
}

/// What a scale of the profile is called here; on the unseen page by the longest of its names.
pub(super) fn name(view: &View<'_>, profiled: Profiled<'_>, construct: Construct) -> String {
    let texts = &view.content.texts;
    let place = profiled.position(construct);
    let unnamed = view.text(Message::VerdictUnexposed);
    let every = Voice::ALL.map(|voice| texts.scale(place, voice));
    let name = match construct {
        Construct::CompassionFatigue if view.twin => longer(longest(every), unnamed),
        Construct::CompassionFatigue if unexposed(view) => unnamed,
        _ if view.twin => longest(every),
        _ => texts.scale(place, view.session.voice()),
    };
    name.to_owned()
}
