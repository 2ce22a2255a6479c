//! Each scale for itself, in words: its score in its own unit and its own band, and no word of a profile.

use super::Words;
use crate::instrument::{Direction, Scale};
use crate::locale::{BandText, Locale, Message};
use crate::outcome::Standing;

/// The score of a scale, by its position, with its band where it has one, as one sentence.
#[must_use]
pub fn summary(words: Words<'_>, place: usize, standing: &Standing<'_>) -> String {
    match standing.score {
        Some(score) => {
            let value = words.locale.number(score.value);
            scored(words, place, standing.scale, &value, band(words, place, standing))
        }
        None => {
            let name = words.texts.scale(place, words.voice);
            words.locale.fill(Message::ScoresMissing, &[("scale", name)])
        }
    }
}

fn scored(
    words: Words<'_>,
    place: usize,
    scale: &Scale,
    value: &str,
    band: Option<&BandText>,
) -> String {
    let (low, high) = scale.span;
    let [low, high] = [low, high].map(|end| words.locale.number(end));
    let message = if band.is_some() { Message::ScoresBand } else { Message::ScoresScore };
    let values = [
        ("scale", words.texts.scale(place, words.voice)),
        ("value", value),
        ("low", &low),
        ("high", &high),
        ("band", band.map_or("", |band| &band.label)),
    ];
    words.locale.fill(message, &values)
}

/// What else there is to say of a score: what its band means, how exact it is, and what it is compared
/// with; one sentence each.
#[must_use]
pub fn standing(words: Words<'_>, place: usize, standing: &Standing<'_>) -> Vec<String> {
    let Some(score) = standing.score else { return Vec::new() };
    let scale = standing.scale;
    let missing = score.answered < scale.len();
    let range = score.range(scale);
    let likely = score.error.map(|_| [range.0, range.1].map(|end| words.locale.number(end)));
    said(words, scale, band(words, place, standing), likely, missing.then_some(score.answered))
}

fn said(
    words: Words<'_>,
    scale: &Scale,
    band: Option<&BandText>,
    likely: Option<[String; 2]>,
    answered: Option<usize>,
) -> Vec<String> {
    let locale = words.locale;
    let mut said = Vec::new();
    said.extend(band.and_then(|band| band.text.clone()));
    if let Some([low, high]) = likely {
        said.push(locale.fill(Message::ScoresLikely, &[("low", &low), ("high", &high)]));
    }
    if scale.direction == Direction::Good {
        said.push(locale.text(Message::ScoresGood).to_owned());
    }
    if let Some(answered) = answered {
        let [answered, count] = [answered, scale.len()].map(|number| number.to_string());
        let values = [("answered", answered.as_str()), ("count", &count)];
        said.push(locale.fill(Message::ScoresAnswered, &values));
    }
    if let Some(norm) = &scale.norm {
        let [mean, deviation] = [norm.mean, norm.deviation].map(|value| locale.number(value));
        let values = [("mean", mean.as_str()), ("deviation", &deviation), ("source", &norm.source)];
        said.push(locale.fill(Message::ScoresNorm, &values));
    }
    said
}

/// Everything that can be said of a scale, whatever is answered, with figures as long as they can be:
/// the sentences that [`summary`] may give, and for each band those of [`standing`].
#[must_use]
pub fn room(words: Words<'_>, place: usize, scale: &Scale) -> (Vec<String>, Vec<Vec<String>>) {
    let widest = widest(words.locale, scale);
    let bands = (0..scale.bands.len()).map(|band| words.texts.band(place, band));
    let bands: Vec<_> = if scale.bands.is_empty() { vec![None] } else { bands.collect() };
    let none = Standing { scale, score: None, band: None };
    let summaries = bands.iter().map(|band| scored(words, place, scale, &widest, *band));
    let likely = scale.precision.map(|_| [(); 2].map(|()| widest.clone()));
    let said =
        bands.iter().map(|band| said(words, scale, *band, likely.clone(), Some(scale.len())));
    (summaries.chain([summary(words, place, &none)]).collect(), said.collect())
}

/// A figure as long as that of any score of a scale.
#[must_use]
pub fn widest(locale: &Locale, scale: &Scale) -> String {
    let (low, high) = scale.span;
    let [low, high] = [low, high].map(|end| {
        let end = end.round();
        locale.number(if end < 0.0 { end - 0.88 } else { end + 0.88 })
    });
    if low.len() > high.len() { low } else { high }
}

fn band<'a>(words: Words<'a>, place: usize, standing: &Standing<'_>) -> Option<&'a BandText> {
    let found = standing.scale.bands.iter().position(|band| Some(band) == standing.band)?;
    words.texts.band(place, found)
}
