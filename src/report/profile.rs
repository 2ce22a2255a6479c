//! The profile in words: which messages say what was found, filled with its figures.

use super::{Words, whole};
use crate::instrument::{Construct, Profiled};
use crate::locale::{Locale, Message};
use crate::profile::{Classification, Profile, Reason, Side, Verdict, one_changed_answer};
use crate::response::Responses;
use crate::session::Role;

/// How many of the strongest answers are named.
pub const REASONS: usize = 3;

/// Every verdict there can be: between two are profiles that one line separates.
pub fn verdicts() -> impl Iterator<Item = Verdict> {
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
    (Profile::ALL.into_iter().map(Verdict::Clear))
        .chain(between.map(|(one, other)| Verdict::Between(one, other)))
        .chain([Verdict::NotEnough])
}

/// What a profile is called in the middle of a sentence. Unpaid caring is not work, and burnout is a
/// word for work: for carers it is called caregiving exhaustion.
#[must_use]
pub fn profile_name(profile: Profile, role: Role) -> Message {
    let caring = role == Role::Caring;
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

/// The sentence at the top of the result.
#[must_use]
pub fn headline(locale: &Locale, verdict: Verdict, role: Role) -> String {
    let name = |profile| locale.text(profile_name(profile, role));
    match verdict {
        Verdict::Clear(Profile::NoStrain) => locale.text(Message::ResultNoStrain).to_owned(),
        Verdict::Clear(Profile::StrainWithoutExposure) => {
            locale.text(Message::ResultStrainWithoutExposure).to_owned()
        }
        Verdict::Clear(profile @ Profile::Both) => {
            locale.fill(Message::ResultBoth, &[("name", name(profile))])
        }
        Verdict::Clear(profile) => {
            locale.fill(Message::ResultLooksLike, &[("name", name(profile))])
        }
        Verdict::Between(one, Profile::Both) => {
            let other = match one {
                Profile::CompassionFatigue => Profile::Burnout,
                _ => Profile::CompassionFatigue,
            };
            locale.fill(Message::ResultPerhapsBoth, &[("one", name(one)), ("other", name(other))])
        }
        Verdict::Between(one, other) => {
            locale.fill(Message::ResultBetween, &[("one", name(one)), ("other", name(other))])
        }
        Verdict::NotEnough => locale.text(Message::ResultNotEnough).to_owned(),
    }
}

/// What the result means, in a few sentences.
#[must_use]
pub fn about(
    locale: &Locale,
    profiled: Profiled<'_>,
    classification: &Classification,
    role: Role,
) -> String {
    let beside = match classification.verdict {
        Verdict::Clear(Profile::StrainWithoutExposure) => {
            let burnout = classification.side(profiled, Construct::Burnout);
            (burnout == Some(Side::Above)).then_some(Construct::Burnout)
        }
        _ => classification.lead,
    };
    about_with(locale, classification.verdict, beside, role)
}

/// Everything that [`about`] can say.
pub fn every_about(locale: &Locale) -> impl Iterator<Item = String> + '_ {
    let beside = [None, Some(Construct::Burnout), Some(Construct::CompassionFatigue)];
    verdicts().flat_map(move |verdict| {
        beside.into_iter().flat_map(move |beside| {
            Role::ALL.map(move |role| about_with(locale, verdict, beside, role))
        })
    })
}

/// `beside`: the strain that leads in both, or that is there beside strain without exposure.
fn about_with(locale: &Locale, verdict: Verdict, beside: Option<Construct>, role: Role) -> String {
    let caring = role == Role::Caring;
    let message = match verdict {
        Verdict::Clear(Profile::NoStrain) => Message::AboutNoStrain,
        Verdict::Clear(Profile::Tiredness) => Message::AboutTiredness,
        Verdict::Clear(Profile::Burnout) if caring => Message::AboutBurnoutCaring,
        Verdict::Clear(Profile::Burnout) => Message::AboutBurnout,
        Verdict::Clear(Profile::CompassionFatigue) => Message::AboutCompassionFatigue,
        Verdict::Clear(Profile::Both) => {
            let leading = match beside {
                Some(construct) => {
                    let name = locale.text(lead_name(construct, role));
                    locale.fill(Message::LeadNamed, &[("name", name)])
                }
                None => locale.text(Message::LeadNone).to_owned(),
            };
            return [&leading, locale.text(Message::AboutBoth)].join(" ");
        }
        Verdict::Clear(Profile::StrainWithoutExposure) => {
            let own = locale.text(Message::AboutStrainWithoutExposure);
            let too = match beside {
                None => return own.to_owned(),
                Some(_) if caring => Message::AboutBurnoutTooCaring,
                Some(_) => Message::AboutBurnoutToo,
            };
            return [own, locale.text(too)].join(" ");
        }
        Verdict::Between(..) => Message::AboutBetween,
        Verdict::NotEnough => Message::AboutNotEnough,
    };
    locale.text(message).to_owned()
}

fn lead_name(construct: Construct, role: Role) -> Message {
    match construct {
        Construct::CompassionFatigue => profile_name(Profile::CompassionFatigue, role),
        Construct::Tiredness => profile_name(Profile::Tiredness, role),
        Construct::Burnout => profile_name(Profile::Burnout, role),
    }
}

/// How sure the result is.
#[must_use]
pub fn certainty(verdict: Verdict) -> Message {
    match verdict {
        Verdict::Clear(_) => Message::SureClear,
        Verdict::Between(..) => Message::SureBetween,
        Verdict::NotEnough => Message::SureNotEnough,
    }
}

/// Whether one changed answer could move the result; nothing where there is none to move.
#[must_use]
pub fn one_changed(
    profiled: Profiled<'_>,
    responses: &Responses,
    verdict: Verdict,
) -> Option<Message> {
    if verdict == Verdict::NotEnough {
        return None;
    }
    Some(match one_changed_answer(profiled, responses) {
        Some(_) => Message::SureOneChanged,
        None => Message::SureNoneChanged,
    })
}

/// What is said before the strongest answers.
#[must_use]
pub fn why(verdict: Verdict, reasons: &[Reason]) -> Message {
    match verdict {
        _ if reasons.is_empty() => Message::WhyNone,
        Verdict::Clear(Profile::NoStrain) | Verdict::NotEnough => Message::WhyHighest,
        Verdict::Clear(_) | Verdict::Between(..) => Message::WhyText,
    }
}

/// The score of a construct with its range and its line, as one sentence.
#[must_use]
pub fn score(
    words: Words<'_>,
    profiled: Profiled<'_>,
    classification: &Classification,
    construct: Construct,
) -> String {
    let scale = words.texts.scale(profiled.position(construct), words.role);
    let line = whole(profiled.line(construct)).to_string();
    match classification.score(construct) {
        Some(score) => {
            let (low, high) = score.range(profiled.scale(construct));
            let [value, low, high] = [score.value, low, high].map(|point| whole(point).to_string());
            let values = [
                ("scale", scale),
                ("value", &value),
                ("low", &low),
                ("high", &high),
                ("line", &line),
            ];
            words.locale.fill(Message::MapScore, &values)
        }
        None => words.locale.fill(Message::MapMissing, &[("scale", scale), ("line", &line)]),
    }
}
