//! The result in words: which messages say what was found, filled with its figures.

use crate::classification::{Band, Classification, Outcome, Profile, Reason, one_changed_answer};
use crate::instrument::{Construct, Instrument};
use crate::locale::{Locale, Message};
use crate::response::Responses;
use crate::session::Setting;

/// How many of the strongest answers are named.
pub const REASONS: usize = 3;

/// Every outcome there can be: between two are profiles that one line separates.
pub fn outcomes() -> impl Iterator<Item = Outcome> {
    use Profile::{Both, Burnout, CompassionFatigue, NoStrain, StrainWithoutExposure, Tiredness};
    let between = [
        (NoStrain, Tiredness),
        (NoStrain, Burnout),
        (NoStrain, CompassionFatigue),
        (NoStrain, StrainWithoutExposure),
        (Tiredness, Burnout),
        (Tiredness, CompassionFatigue),
        (Tiredness, StrainWithoutExposure),
        (Burnout, Both),
        (Burnout, StrainWithoutExposure),
        (CompassionFatigue, Both),
    ];
    (Profile::ALL.into_iter().map(Outcome::Clear))
        .chain(between.map(|(one, other)| Outcome::Between(one, other)))
        .chain([Outcome::NotEnough])
}

/// What a profile is called in the middle of a sentence. Unpaid caring is not work, and burnout is a
/// word for work: for carers it is called caregiving exhaustion.
#[must_use]
pub fn profile_name(profile: Profile, setting: Setting) -> Message {
    let caring = setting == Setting::Caring;
    match profile {
        Profile::NoStrain => Message::NameNoStrain,
        Profile::Tiredness => Message::NameTiredness,
        Profile::Burnout if caring => Message::NameBurnoutCaring,
        Profile::Burnout => Message::NameBurnout,
        Profile::CompassionFatigue => Message::NameCompassionFatigue,
        Profile::Both if caring => Message::NameBothCaring,
        Profile::Both => Message::NameBoth,
        Profile::StrainWithoutExposure => Message::NameStrainWithoutExposure,
    }
}

/// What a scale is called.
#[must_use]
pub fn scale_name(construct: Construct, setting: Setting) -> Message {
    match construct {
        Construct::Burnout if setting == Setting::Caring => Message::ScaleBurnoutCaring,
        Construct::Burnout => Message::ScaleBurnout,
        Construct::CompassionFatigue => Message::ScaleCompassionFatigue,
        Construct::Tiredness => Message::ScaleTiredness,
    }
}

/// The sentence at the top of the result.
#[must_use]
pub fn headline(locale: &Locale, outcome: Outcome, setting: Setting) -> String {
    let name = |profile| locale.text(profile_name(profile, setting));
    match outcome {
        Outcome::Clear(Profile::NoStrain) => locale.text(Message::ResultNoStrain).to_owned(),
        Outcome::Clear(Profile::StrainWithoutExposure) => {
            locale.text(Message::ResultStrainWithoutExposure).to_owned()
        }
        Outcome::Clear(profile @ Profile::Both) => {
            locale.fill(Message::ResultBoth, &[("name", name(profile))])
        }
        Outcome::Clear(profile) => {
            locale.fill(Message::ResultLooksLike, &[("name", name(profile))])
        }
        Outcome::Between(one, Profile::Both) => {
            let other = match one {
                Profile::CompassionFatigue => Profile::Burnout,
                _ => Profile::CompassionFatigue,
            };
            locale.fill(Message::ResultPerhapsBoth, &[("one", name(one)), ("other", name(other))])
        }
        Outcome::Between(one, other) => {
            locale.fill(Message::ResultBetween, &[("one", name(one)), ("other", name(other))])
        }
        Outcome::NotEnough => locale.text(Message::ResultNotEnough).to_owned(),
    }
}

/// What the result means, in a few sentences.
#[must_use]
pub fn about(
    locale: &Locale,
    instrument: &Instrument,
    classification: &Classification,
    setting: Setting,
) -> String {
    let beside = match classification.outcome {
        Outcome::Clear(Profile::StrainWithoutExposure) => {
            let burnout = classification.band(instrument, Construct::Burnout);
            (burnout == Some(Band::Above)).then_some(Construct::Burnout)
        }
        _ => classification.lead,
    };
    about_with(locale, classification.outcome, beside, setting)
}

/// Everything that [`about`] can say.
pub fn every_about(locale: &Locale) -> impl Iterator<Item = String> + '_ {
    let beside = [None, Some(Construct::Burnout), Some(Construct::CompassionFatigue)];
    outcomes().flat_map(move |outcome| {
        beside.into_iter().flat_map(move |beside| {
            Setting::ALL.map(move |setting| about_with(locale, outcome, beside, setting))
        })
    })
}

/// `beside`: the strain that leads in both, or that is there beside strain without exposure.
fn about_with(
    locale: &Locale,
    outcome: Outcome,
    beside: Option<Construct>,
    setting: Setting,
) -> String {
    let caring = setting == Setting::Caring;
    let message = match outcome {
        Outcome::Clear(Profile::NoStrain) => Message::AboutNoStrain,
        Outcome::Clear(Profile::Tiredness) => Message::AboutTiredness,
        Outcome::Clear(Profile::Burnout) if caring => Message::AboutBurnoutCaring,
        Outcome::Clear(Profile::Burnout) => Message::AboutBurnout,
        Outcome::Clear(Profile::CompassionFatigue) => Message::AboutCompassionFatigue,
        Outcome::Clear(Profile::Both) => {
            let leading = match beside {
                Some(construct) => {
                    let name = locale.text(lead_name(construct, setting));
                    locale.fill(Message::LeadNamed, &[("name", name)])
                }
                None => locale.text(Message::LeadNone).to_owned(),
            };
            return [&leading, locale.text(Message::AboutBoth)].join(" ");
        }
        Outcome::Clear(Profile::StrainWithoutExposure) => {
            let own = locale.text(Message::AboutStrainWithoutExposure);
            let too = match beside {
                None => return own.to_owned(),
                Some(_) if caring => Message::AboutBurnoutTooCaring,
                Some(_) => Message::AboutBurnoutToo,
            };
            return [own, locale.text(too)].join(" ");
        }
        Outcome::Between(..) => Message::AboutBetween,
        Outcome::NotEnough => Message::AboutNotEnough,
    };
    locale.text(message).to_owned()
}

fn lead_name(construct: Construct, setting: Setting) -> Message {
    match construct {
        Construct::CompassionFatigue => profile_name(Profile::CompassionFatigue, setting),
        Construct::Tiredness => profile_name(Profile::Tiredness, setting),
        Construct::Burnout => profile_name(Profile::Burnout, setting),
    }
}

/// How sure the result is.
#[must_use]
pub fn certainty(outcome: Outcome) -> Message {
    match outcome {
        Outcome::Clear(_) => Message::SureClear,
        Outcome::Between(..) => Message::SureBetween,
        Outcome::NotEnough => Message::SureNotEnough,
    }
}

/// Whether one changed answer could move the result; nothing where there is none to move.
#[must_use]
pub fn one_changed(
    instrument: &Instrument,
    responses: &Responses,
    outcome: Outcome,
) -> Option<Message> {
    if outcome == Outcome::NotEnough {
        return None;
    }
    Some(match one_changed_answer(instrument, responses) {
        Some(_) => Message::SureOneChanged,
        None => Message::SureNoneChanged,
    })
}

/// What is said before the strongest answers.
#[must_use]
pub fn why(outcome: Outcome, reasons: &[Reason]) -> Message {
    match outcome {
        _ if reasons.is_empty() => Message::WhyNone,
        Outcome::Clear(Profile::NoStrain) | Outcome::NotEnough => Message::WhyHighest,
        Outcome::Clear(_) | Outcome::Between(..) => Message::WhyText,
    }
}

/// A score with its range and its line, as one sentence.
#[must_use]
pub fn score(
    locale: &Locale,
    instrument: &Instrument,
    classification: &Classification,
    construct: Construct,
    setting: Setting,
) -> String {
    let scale = locale.text(scale_name(construct, setting));
    let line = whole(instrument.scale(construct).line).to_string();
    match classification.score(construct) {
        Some(score) => {
            let (low, high) = score.range();
            let [value, low, high] = [score.value, low, high].map(|point| whole(point).to_string());
            let values = [
                ("scale", scale),
                ("value", &value),
                ("low", &low),
                ("high", &high),
                ("line", &line),
            ];
            locale.fill(Message::MapScore, &values)
        }
        None => locale.fill(Message::MapMissing, &[("scale", scale), ("line", &line)]),
    }
}

/// A figure of 0–100 as people read it.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "the value is kept within 0 to 100")]
pub fn whole(value: f64) -> i32 {
    value.clamp(0.0, 100.0).round() as i32
}
