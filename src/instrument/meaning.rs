//! What single answers tell beside their scores. The rule and the words listen to these, never to ids.

use crate::tree::{Node, TreeError};

/// What an answer to a context question can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The person does not meet other people's suffering.
    NoExposure,
    /// The amount or the conditions of the work or the caring weigh most.
    CauseLoad,
    /// Other people's suffering weighs most.
    CauseSuffering,
    /// Load and other people's suffering weigh the same.
    CauseBoth,
    /// Something in the person's own life weighs most.
    CauseOwnLife,
    /// Nothing of what was offered weighs most.
    CauseNone,
    /// It has gone on for more than four weeks.
    OverFourWeeks,
    /// It gets in the way of work or life a lot.
    HighImpact,
    /// It gets in the way of work or life very much.
    VeryHighImpact,
}

/// What an answer to an item can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemMeaning {
    /// Rest does not restore.
    RestFails,
    /// The suffering of others brings alarm.
    Alarm,
    /// It brings guilt.
    Guilt,
    /// It brings helplessness.
    Helpless,
    /// Others give support.
    Support,
    /// The mind can rest.
    SwitchOff,
    /// The person sees what good they do.
    GoodSeen,
}

/// What a ticked sign can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignMeaning {
    /// Alcohol or drugs to cope.
    Drinking,
    /// Drawing back from people who are close.
    DrawingBack,
    /// Poor sleep.
    PoorSleep,
    /// Eating or screens to cope.
    EatingScreens,
}

impl Meaning {
    /// What each is called in files.
    pub const NAMES: [(&'static str, Self); 9] = [
        ("no_exposure", Meaning::NoExposure),
        ("cause_load", Meaning::CauseLoad),
        ("cause_suffering", Meaning::CauseSuffering),
        ("cause_both", Meaning::CauseBoth),
        ("cause_own_life", Meaning::CauseOwnLife),
        ("cause_none", Meaning::CauseNone),
        ("over_four_weeks", Meaning::OverFourWeeks),
        ("high_impact", Meaning::HighImpact),
        ("very_high_impact", Meaning::VeryHighImpact),
    ];

    pub(in crate::instrument) fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        node.choice(
            &Self::NAMES,
            "no_exposure, cause_load, cause_suffering, cause_both, cause_own_life, cause_none, \
             over_four_weeks, high_impact or very_high_impact",
        )
    }
}

impl ItemMeaning {
    /// What each is called in files.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("rest_fails", ItemMeaning::RestFails),
        ("alarm", ItemMeaning::Alarm),
        ("guilt", ItemMeaning::Guilt),
        ("helpless", ItemMeaning::Helpless),
        ("support", ItemMeaning::Support),
        ("switch_off", ItemMeaning::SwitchOff),
        ("good_seen", ItemMeaning::GoodSeen),
    ];

    pub(in crate::instrument) fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        node.choice(
            &Self::NAMES,
            "rest_fails, alarm, guilt, helpless, support, switch_off or good_seen",
        )
    }
}

impl SignMeaning {
    /// What each is called in files.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("drinking", SignMeaning::Drinking),
        ("drawing_back", SignMeaning::DrawingBack),
        ("poor_sleep", SignMeaning::PoorSleep),
        ("eating_screens", SignMeaning::EatingScreens),
    ];

    pub(in crate::instrument) fn read(node: &Node<'_>) -> Result<Self, TreeError> {
        node.choice(&Self::NAMES, "drinking, drawing_back, poor_sleep or eating_screens")
    }
}
