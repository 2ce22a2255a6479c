//! The built-in instrument keeps to its blueprint.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::instrument::{
    Construct, Direction, Keying, Margins, Meaning, Method, Minimum, Part, Precision, RaisedPart,
};
use common::{INSTRUMENT, build, built_in, facets, instrument_json, profiled, scale};
use serde_json::{Value, json};

#[test]
fn the_built_in_instrument_passes_its_own_lints() {
    let whole: Value = serde_json::from_str(INSTRUMENT).unwrap();
    assert_eq!(build(whole).map(|instrument| instrument.items().len()), Ok(42));
    assert_eq!(build(instrument_json()).map(|instrument| instrument.items().len()), Ok(42));
}

#[test]
fn the_facets_have_the_counts_of_the_blueprint() {
    let instrument = built_in();
    let facets = instrument.scales().iter().flat_map(|scale| &scale.facets);
    let counts: Vec<(&str, usize, usize)> =
        facets.map(|facet| (facet.id.as_str(), facet.core, facet.items.len())).collect();
    let blueprint = [
        ("exhaustion", 5, 7),
        ("distance", 4, 6),
        ("effectiveness", 3, 5),
        ("intrusion", 4, 6),
        ("avoidance", 3, 5),
        ("alarm", 3, 5),
        ("tired", 2, 2),
        ("recovery", 2, 2),
        ("carries", 4, 4),
    ];
    assert_eq!(counts, blueprint);
}

#[test]
fn every_item_belongs_to_exactly_one_facet_of_exactly_one_scale() {
    let instrument = built_in();
    assert_eq!(instrument.scales().len(), 5);
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
        ("cause", "own_life", Meaning::CauseOwnLife),
        ("cause", "none", Meaning::CauseNone),
        ("duration", "one_to_six_months", Meaning::OverFourWeeks),
        ("duration", "over_six_months", Meaning::OverFourWeeks),
        ("impact", "much", Meaning::HighImpact),
        ("impact", "very_much", Meaning::VeryHighImpact),
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
    assert_eq!(
        figures,
        [(50.0, 20.0, 0.88, 0.8), (40.0, 20.0, 0.86, 0.8), (50.0, 20.0, 0.65, 0.8)]
    );
    let margins = Construct::STRAINS.map(|strain| profiled(&instrument).margins(strain));
    assert_eq!(margins, [Margins { above: 1.2, below: 0.8 }, Margins { above: 1.5, below: 0.6 }]);
    let rest = profiled(&instrument).recovery().unwrap().precision.unwrap();
    assert_eq!((rest.deviation, rest.reliability, rest.retest), (20.0, 0.65, Some(0.8)));
    assert_eq!(profiled(&instrument).raised_part(), Some(RaisedPart { line: 75.0, watch: 62.5 }));
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
fn no_two_neighbours_are_of_the_same_facet_so_that_it_does_not_read_as_a_symptom_list() {
    let instrument = built_in();
    let mut facet_of = vec![String::new(); instrument.core().len()];
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
fn the_scales_are_percentages_without_bands_or_norms() {
    let half = Minimum::ShareAndEach { share: 0.5, each: 1 };
    let one = Minimum::Count(1);
    let (strain, good) = (Direction::Strain, Direction::Good);
    let expected = [(strain, half), (strain, half), (strain, one), (good, one), (good, one)];
    for (scale, (direction, minimum)) in built_in().scales().iter().zip(expected) {
        assert_eq!((scale.method, scale.direction), (Method::Percent, direction));
        assert_eq!(scale.minimum, minimum);
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
fn an_instrument_without_context_questions_can_be_used() {
    let mut definition = instrument_json();
    definition["context"] = json!([]);
    assert!(build(definition).unwrap().context().is_empty());
}
