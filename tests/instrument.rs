//! The built-in instrument keeps to its blueprint.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::instrument::{
    Construct, Direction, Keying, Meaning, Method, Minimum, Part, Precision,
};
use common::{INSTRUMENT, build, built_in, facets, instrument_json, profiled, scale};
use serde_json::{Value, json};

#[test]
fn the_built_in_instrument_passes_its_own_lints() {
    let whole: Value = serde_json::from_str(INSTRUMENT).unwrap();
    assert_eq!(build(whole).map(|instrument| instrument.items().len()), Ok(26));
    assert_eq!(build(instrument_json()).map(|instrument| instrument.items().len()), Ok(26));
}

#[test]
fn the_facets_have_the_counts_of_the_blueprint() {
    let instrument = built_in();
    let counts: Vec<(Construct, String, usize)> = facets(&instrument)
        .into_iter()
        .map(|(scale, id, items)| (scale, id, items.len()))
        .collect();
    let blueprint = [
        (Construct::Burnout, "exhaustion", 5),
        (Construct::Burnout, "distance", 4),
        (Construct::Burnout, "effectiveness", 3),
        (Construct::CompassionFatigue, "intrusion", 4),
        (Construct::CompassionFatigue, "avoidance", 3),
        (Construct::CompassionFatigue, "alarm", 3),
        (Construct::Tiredness, "tired", 2),
        (Construct::Tiredness, "recovery", 2),
    ];
    assert_eq!(counts, blueprint.map(|(scale, id, items)| (scale, id.to_owned(), items)));
}

#[test]
fn every_item_belongs_to_exactly_one_facet_of_exactly_one_scale() {
    let instrument = built_in();
    assert_eq!(instrument.scales().len(), Construct::ALL.len());
    let mut seen = vec![0; instrument.items().len()];
    for item in instrument.scales().iter().flat_map(|scale| scale.items()) {
        seen[item] += 1;
    }
    assert!(seen.iter().all(|&times| times == 1), "{seen:?}");
}

#[test]
fn only_one_or_two_items_about_effectiveness_are_reversed() {
    let instrument = built_in();
    for (_, facet, items) in facets(&instrument) {
        let reversed =
            items.iter().filter(|&&item| instrument.items()[item].keying == Keying::Reversed);
        let allowed = if facet == "effectiveness" { 1..=2 } else { 0..=0 };
        assert!(allowed.contains(&reversed.count()), "{facet}");
    }
}

#[test]
fn the_context_questions_are_exposure_cause_duration_and_impact() {
    let instrument = built_in();
    let asked: Vec<&str> = instrument.context().iter().map(|asked| asked.id.as_str()).collect();
    assert_eq!(asked, ["exposure", "cause", "duration", "impact"]);
}

#[test]
fn the_context_answers_mean_what_the_rules_listen_to() {
    let instrument = built_in();
    let meanings: Vec<(&str, &str, Meaning)> = (instrument.context().iter())
        .flat_map(|asked| {
            asked
                .options
                .iter()
                .filter_map(|option| Some((asked.id.as_str(), option.id.as_str(), option.means?)))
        })
        .collect();
    let expected = [
        ("exposure", "never", Meaning::NoExposure),
        ("cause", "load", Meaning::CauseLoad),
        ("cause", "suffering", Meaning::CauseSuffering),
        ("cause", "both", Meaning::CauseBoth),
        ("cause", "other", Meaning::CauseOther),
        ("duration", "one_to_six_months", Meaning::OverFourWeeks),
        ("duration", "over_six_months", Meaning::OverFourWeeks),
        ("impact", "much", Meaning::HighImpact),
        ("impact", "very_much", Meaning::HighImpact),
    ];
    assert_eq!(meanings, expected);
}

#[test]
fn the_assumptions_are_those_that_the_science_names() {
    let instrument = built_in();
    let figures = Construct::ALL.map(|construct| {
        let Precision { deviation, reliability, retest } =
            scale(&instrument, construct).precision.unwrap();
        (profiled(&instrument).line(construct), deviation, reliability, retest.unwrap())
    });
    assert_eq!(figures, [(50.0, 20.0, 0.88, 0.8), (40.0, 20.0, 0.86, 0.8), (50.0, 20.0, 0.8, 0.8)]);
    for item in 0..instrument.items().len() {
        let values: Vec<i16> = instrument.options(item).iter().map(|option| option.value).collect();
        assert_eq!(values, [0, 1, 2, 3, 4]);
    }
}

#[test]
fn every_item_names_the_sign_it_measures() {
    for item in built_in().items() {
        let sign = item.sign.as_deref().unwrap_or_default();
        assert!(sign.trim().len() > 3, "{}: '{sign}'", item.id);
    }
}

#[test]
fn no_two_neighbours_are_of_the_same_facet_so_that_no_page_reads_as_a_symptom_list() {
    let instrument = built_in();
    let mut facet_of = vec![String::new(); instrument.items().len()];
    for (_, facet, items) in facets(&instrument) {
        for item in items {
            facet_of[item].clone_from(&facet);
        }
    }
    for pair in facet_of.windows(2) {
        assert_ne!(pair[0], pair[1]);
    }
}

#[test]
fn the_scales_are_percentages_of_strain_from_half_of_each_facet_on_without_bands_or_norms() {
    for scale in built_in().scales() {
        assert_eq!((scale.method, scale.direction), (Method::Percent, Direction::Strain));
        assert_eq!(scale.minimum, Minimum::EachFacet(0.5));
        assert!(scale.bands.is_empty() && scale.norm.is_none(), "none is known for {}", scale.id);
        assert_eq!((scale.span, scale.even), ((0.0, 100.0), Some(4)));
    }
}

#[test]
fn every_facet_of_a_strain_is_the_part_that_it_is_called_after() {
    let instrument = built_in();
    let mut known = 0;
    for construct in Construct::ALL {
        for (place, facet) in scale(&instrument, construct).facets.iter().enumerate() {
            let part = match facet.id.as_str() {
                "exhaustion" => Some(Part::Exhaustion),
                "distance" => Some(Part::Distance),
                "effectiveness" => Some(Part::Effectiveness),
                "intrusion" => Some(Part::Intrusion),
                "avoidance" => Some(Part::Avoidance),
                "alarm" => Some(Part::Alarm),
                _ => None,
            };
            assert_eq!(profiled(&instrument).part(construct, place), part, "{}", facet.id);
            known += usize::from(part.is_some());
        }
    }
    assert_eq!(known, 6);
}

#[test]
fn it_says_that_it_was_not_validated_and_on_which_terms_it_may_be_used() {
    let instrument = built_in();
    let credit = instrument.credit();
    assert_eq!((&credit.validated, &credit.line), (&None, &None));
    assert_eq!(credit.title.as_deref(), Some("Strain in helping roles"));
    assert_eq!(credit.terms.as_deref(), Some("MIT OR Apache-2.0"));
    assert!(instrument.asks_role());
}

#[test]
fn no_answer_of_it_opens_the_help_card_by_itself() {
    assert!(built_in().items().iter().all(|item| item.alert.is_none()));
}

#[test]
fn without_an_order_of_its_own_the_short_form_asks_in_the_order_of_the_file() {
    let mut definition = instrument_json();
    let instrument = build(definition.clone()).unwrap();
    assert_eq!(instrument.short_order(), (0..26).collect::<Vec<_>>());
    let mut ids: Vec<Value> =
        instrument.items().iter().map(|item| item.id.clone().into()).collect();
    ids.reverse();
    definition["short_order"] = ids.into();
    let instrument = build(definition).unwrap();
    assert_eq!(instrument.short_order(), (0..26).rev().collect::<Vec<_>>());
}

#[test]
fn an_instrument_without_context_questions_can_be_used() {
    let mut definition = instrument_json();
    definition["context"] = json!([]);
    assert!(build(definition).unwrap().context().is_empty());
}
