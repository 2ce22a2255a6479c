//! Questionnaires that version 0.1.0 gave a false meaning or refused: the key of each gives it its own.

use burnout_screener::instrument::Instrument;
use burnout_screener::outcome::Outcome;
use burnout_screener::response::Responses;

use super::key::{brought, file, worded};

/// The score and the band of each scale where every item has this value, but these.
fn scored(key: &str, value: i16, but: &[(usize, i16)]) -> Vec<(String, f64, String)> {
    let (instrument, _) = brought(worded(file(key))).unwrap();
    let responses = answered(&instrument, value, but);
    let outcome = Outcome::new(&instrument, &responses);
    assert_eq!(outcome.classification, None, "no profile of ours");
    let standings = outcome.standings.iter().map(|standing| {
        let band = standing.band.map(|band| band.id.clone()).unwrap_or_default();
        let score = (standing.score.unwrap().value * 100.0).round() / 100.0;
        (standing.scale.id.clone(), score, band)
    });
    standings.collect()
}

fn answered(instrument: &Instrument, value: i16, but: &[(usize, i16)]) -> Responses {
    let mut responses = Responses::new(instrument);
    for item in 0..instrument.items().len() {
        let other = but.iter().find(|(number, _)| number - 1 == item);
        let value = other.map_or(value, |(_, value)| *value);
        let option = instrument.options(item).iter().position(|option| option.value == value);
        responses.set_item(instrument, item, u8::try_from(option.unwrap()).ok());
    }
    responses
}

fn scale(id: &str, score: f64, band: &str) -> (String, f64, String) {
    (id.to_owned(), score, band.to_owned())
}

/// It said that this looks like everyday tiredness.
#[test]
fn the_lowest_satisfaction_and_no_strain_are_three_sums_in_their_own_bands() {
    let reversed = [1, 4, 15, 17, 29].map(|item| (item, 5));
    assert_eq!(
        scored("proqol-5", 1, &reversed),
        [
            scale("compassion_satisfaction", 10.0, "low"),
            scale("burnout", 10.0, "low"),
            scale("secondary_traumatic_stress", 10.0, "low"),
        ]
    );
}

/// Its three kinds of burnout filled the places of burnout, compassion fatigue and tiredness.
#[test]
fn three_kinds_of_burnout_are_three_means_of_one_kind() {
    assert_eq!(
        scored("cbi", 75, &[(13, 25)]),
        [scale("personal", 75.0, ""), scale("work", 75.0, ""), scale("client", 75.0, "")]
    );
}

/// High efficacy counted as a strain, and was turned round item by item to make up for it.
#[test]
fn efficacy_is_a_mean_that_is_good_when_it_is_high() {
    let efficacy = [5, 7, 10, 11, 12, 16].map(|item| (item, 6));
    assert_eq!(
        scored("mbi-gs", 1, &efficacy),
        [
            scale("exhaustion", 1.0, ""),
            scale("cynicism", 1.0, ""),
            scale("professional_efficacy", 6.0, "")
        ]
    );
}

/// It was refused, as it has one scale.
#[test]
fn one_scale_alone_is_one_sum() {
    assert_eq!(scored("phq-9", 1, &[]), [scale("total", 9.0, "from_5")]);
    assert_eq!(scored("phq-9", 1, &[(1, 2)]), [scale("total", 10.0, "from_10")]);
}
