//! Questionnaires of others become files that can be used, and the responses to them are scored by these.

use std::collections::BTreeSet;

use burnout_score::fhir::definition;
use burnout_score::fhir::names::Names;
use burnout_score::fhir::record::Record;
use burnout_score::lint::findings;
use burnout_screener::date::Date;
use burnout_screener::instrument::Instrument;
use burnout_screener::scored::Scored;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{all, golden};
use crate::run::Folder;

const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
const WEIGHT: &str = "http://hl7.org/fhir/StructureDefinition/itemWeight";

fn option(code: &str, words: &str, value: i32) -> Value {
    json!({
        "extension": [{ "url": ORDINAL, "valueDecimal": value }],
        "valueCoding": { "code": code, "display": words }
    })
}

fn item(link: &str, options: &[Value]) -> Value {
    json!({ "linkId": link, "text": "How was it?", "type": "choice", "answerOption": options })
}

/// Two items in a group, one outside, with values at every place where they may stand.
fn small() -> Value {
    let named = [option("LA-1", "Not so", 0), option("LA 2", "So", 2)];
    let numbered = json!([
        { "valueInteger": 1, "_valueInteger": { "extension": [{ "url": WEIGHT, "valueDecimal": 5 }] } },
        { "valueInteger": 2, "extension": [{ "url": ORDINAL, "valueDecimal": 4 }] }
    ]);
    let weighed = json!([
        { "valueCoding": { "code": "no", "display": "No",
            "extension": [{ "url": WEIGHT, "valueDecimal": 0 }] } },
        { "valueCoding": { "code": "yes", "display": "Yes",
            "extension": [{ "url": WEIGHT, "valueDecimal": 1 }] } }
    ]);
    json!({
        "resourceType": "Questionnaire", "url": "http://example.org/q", "version": "3", "name": "Small One",
        "copyright": "Free to use", "item": [
            { "linkId": "g", "type": "group", "text": "Last week", "item": [
                item("/1.A", &named), item("/1.B", &named), { "linkId": "note", "type": "text" }
            ] },
            item("c", numbered.as_array().unwrap()),
            item("d", weighed.as_array().unwrap())
        ]
    })
}

/// What lint finds in the file of a Questionnaire.
fn found(file: &Value) -> Vec<String> {
    let day = Date::new("2026-11-26").unwrap();
    let found = findings("file", &file.to_string(), &day).unwrap();
    [found.mistakes, found.empty, found.warnings].concat()
}

#[test]
fn our_own_questionnaire_becomes_a_file_without_a_mistake() {
    let folder = Folder::new();
    folder.write("q.json", golden("questionnaire").to_string());
    let made = folder.run(&["fhir", "definition", "q.json", "-o", "file.json"], "");
    assert_eq!((made.code, made.out.as_str()), (0, ""));
    assert!(
        made.told.contains("item[9] (linkId 'score.burnout') is left out: its type is decimal")
    );
    let linted = folder.run(&["lint", "file.json"], "");
    assert_eq!((linted.code, linted.told.as_str()), (0, "file.json can be used\n"));
    let file: Value = serde_json::from_str(&folder.read("file.json")).unwrap();
    assert_eq!(file["items"].as_array().unwrap().len(), 42);
    assert_eq!(file["option_sets"].as_object().unwrap().len(), 1);
    assert_eq!(file["licence"]["terms"], "MIT OR Apache-2.0");
    assert_eq!(file["blocks"].as_array().unwrap().len(), 3);
    let again = folder.run(&["fhir", "definition", "q.json", "-o", "file.json"], "");
    assert_eq!(again.code, 1);
    assert!(again.told.contains("cannot be written anew"), "{}", again.told);
}

#[test]
fn names_are_made_valid_and_the_first_ones_are_kept() {
    let (file, notes) = definition::of(&small()).unwrap();
    assert_eq!(found(&file), Vec::<String>::new());
    assert_eq!(file["id"], "small_one");
    let ids: Vec<&str> =
        file["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["1_a", "1_b", "c", "d"]);
    assert_eq!(file["sources"]["link_ids"], json!({ "1_a": "/1.A", "1_b": "/1.B" }));
    assert_eq!(
        file["sources"]["codes"],
        json!({ "options_1": { "la-1": "LA-1", "la_2": "LA 2" },
            "options_2": { "value_1": "1", "value_2": "2" } })
    );
    assert_eq!(file["option_sets"]["options_2"][0], json!({ "id": "value_1", "value": 5 }));
    assert_eq!(file["items"][0]["options"], file["items"][1]["options"]);
    assert_eq!(file["scales"], json!([{ "id": "total", "method": "sum", "items": ids }]));
    assert!(notes[0].starts_with("item[0].item[2] (linkId 'note') is left out: its type is text"));
    assert!(notes[1].contains("the words above the group 'g' are left out"), "{notes:?}");
}

#[test]
fn a_response_to_it_is_scored_by_its_own_names() {
    let folder = Folder::new();
    folder.write("q.json", small().to_string());
    assert_eq!(folder.run(&["fhir", "definition", "q.json", "-o", "file.json"], "").code, 0);
    let worth = json!({ "valueCoding": { "extension": [{ "url": ORDINAL, "valueDecimal": 0 }] } });
    let response = |c: Value| {
        json!({ "resourceType": "QuestionnaireResponse", "id": "r1", "item": [
            { "linkId": "g", "item": [
                { "linkId": "/1.A", "answer": [{ "valueCoding": { "code": "LA 2" } }] },
                { "linkId": "/1.B", "answer": [worth] },
                { "linkId": "note", "answer": [{ "valueString": "a word" }] }
            ] },
            { "linkId": "c", "answer": [c] },
            { "linkId": "d", "answer": [{ "valueCoding": { "code": "yes" } }] }
        ] })
        .to_string()
    };
    let words = ["fhir", "score", "--instrument", "file.json", "-"];
    let ended = folder.run(&words, &response(json!({ "valueInteger": 1 })));
    assert_eq!(ended.out, "row,id,total.score,total.answered\n1,r1,8,4\n", "{}", ended.told);
    let ended = folder.run(&words, &response(json!({ "valueInteger": 3 })));
    assert_eq!(ended.code, 2);
    assert!(
        ended.told.starts_with(
            "row 1: item[1].answer[0] (linkId 'c') is '3', but its answers are 1 (5), 2 (4)\n"
        ),
        "{}",
        ended.told
    );
}

#[test]
fn an_id_that_was_made_is_no_code() {
    let (file, _) = definition::of(&small()).unwrap();
    let instrument: Instrument = serde_json::from_str(&file.to_string()).unwrap();
    let names = Names::new(&instrument, &file).unwrap();
    let told = |code: &str| {
        let answer = json!([{ "valueCoding": { "code": code } }]);
        let items = json!([{ "linkId": "/1.A", "answer": answer }]);
        let response = json!({ "resourceType": "QuestionnaireResponse", "item": items });
        let read = all(&mut Record::new(&response, &instrument, &names).unwrap()).remove(0);
        read.map(|person| person.responses.item(0)).map_err(|refused| refused.to_string())
    };
    assert_eq!(told("LA-1"), Ok(Some(0)));
    assert_eq!(
        told("la-1").unwrap_err(),
        "row 1: item[0].answer[0] (linkId '/1.A') is 'la-1', but its answers are LA-1 (0), LA 2 (2)"
    );
}

#[test]
fn a_key_takes_the_link_ids_that_stand_in_its_file_and_tells_those_that_fit_nothing() {
    let folder = Folder::new();
    let scored = |links: Value| {
        let mut file: Value = serde_json::from_str(&folder.read("small.json")).unwrap();
        file["sources"] = json!({ "link_ids": links });
        folder.write("named.json", file.to_string());
        let items = [("/a", 3), ("b", 0), ("c", 0), ("d", 2)]
            .map(|(link, value)| json!({ "linkId": link, "answer": [{ "valueInteger": value }] }));
        let response = json!({ "resourceType": "QuestionnaireResponse", "item": items });
        folder.run(&["fhir", "score", "--instrument", "named.json", "-"], &response.to_string())
    };
    let ended = scored(json!({ "a": "/a" }));
    assert!(ended.out.contains("\n1,,6,"), "{} {}", ended.out, ended.told);
    for (links, what) in [
        (json!({ "e": "/a" }), "sources.link_ids.e names nothing of this instrument"),
        (json!({ "a": "b" }), "sources.link_ids has 'b' for two things"),
    ] {
        let ended = scored(links);
        assert_eq!(ended.code, 1);
        assert!(ended.told.contains(what), "{}", ended.told);
    }
}

#[test]
fn missing_words_are_empty_places() {
    let mut questionnaire = small();
    questionnaire["item"][1].as_object_mut().unwrap().remove("text");
    questionnaire["item"][2]["answerOption"][0]["valueCoding"]
        .as_object_mut()
        .unwrap()
        .remove("display");
    let (file, _) = definition::of(&questionnaire).unwrap();
    assert_eq!(
        found(&file),
        [
            "text.options.options_3.no is empty: its words are missing",
            "text.items.c is empty: its words are missing"
        ]
    );
}

#[test]
fn what_cannot_be_taken_is_told_all_at_once_with_its_place() {
    let two = |one: i32, other: i32| [option("a", "A", one), option("b", "B", other)];
    let mut half = item("half", &two(0, 1));
    half["answerOption"][1].as_object_mut().unwrap().remove("extension");
    let mut broken = item("broken", &two(0, 1));
    broken["answerOption"][1]["extension"][0]["valueDecimal"] = 0.5.into();
    let mut nameless = item("x", &two(0, 1));
    nameless.as_object_mut().unwrap().remove("linkId");
    let items = json!([
        item("first", &two(0, 1)),
        { "linkId": "g", "type": "group", "item": [item("first", &two(0, 1))] },
        half, broken, nameless,
        item("level", &two(1, 1)),
        item("one", &two(0, 1)[..1]),
        item("same", &[option("a", "A", 0), option("a", "B", 1)]),
    ]);
    let error =
        definition::of(&json!({ "resourceType": "Questionnaire", "item": items })).unwrap_err();
    let said = error.to_string();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(
        lines,
        [
            "cannot be taken",
            "item[1].item[0] (linkId 'first') is there a second time: every linkId stands once",
            "item[2] (linkId 'half') has ordinal values at 1 of 2 options: give one to each, or to none",
            "item[3].answerOption[1] (linkId 'broken') has the ordinal value 0.5: whole numbers from \
             -1000 to 1000 can be taken",
            "item[4] has no linkId",
            "item[5] (linkId 'level') has ordinal values that neither all rise nor all fall from the \
             first option to the last",
            "item[6] (linkId 'one') has 1 options: 2 to 11 can be taken",
            "item[7].answerOption[1] (linkId 'same') has the option a a second time",
        ]
    );
    let none = definition::of(&json!({ "resourceType": "Questionnaire" })).unwrap_err();
    assert!(none.to_string().contains("has no choice item with ordinal values"));
    let other = definition::of(&golden("check")).unwrap_err();
    assert_eq!(other.to_string(), "is Bundle, not a Questionnaire");
}

/// Names of any kind, each once, and none blank.
fn names(most: usize) -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec("[a-cA-C1 ./_é-]{1,5}|\\PC{1,80}", 2..most).prop_map(|names| {
        let names: BTreeSet<String> =
            names.into_iter().filter(|name| !name.trim().is_empty()).collect();
        names.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_names_are_a_file_has_no_mistake_and_its_total_is_the_sum_of_the_ordinal_values(
        links in names(8), codes in names(6), choices in proptest::collection::vec(0_usize..6, 8),
        first in -1000_i32..900, step in 1_i32..20,
    ) {
        prop_assume!(!links.is_empty() && codes.len() >= 2);
        let value = |place: usize| first + step * i32::try_from(place).unwrap();
        let options: Vec<Value> = codes.iter().enumerate()
            .map(|(place, code)| option(code, "Words", value(place))).collect();
        let items: Vec<Value> = links.iter().map(|link| item(link, &options)).collect();
        let (file, _) = definition::of(&json!({ "resourceType": "Questionnaire", "item": items })).unwrap();
        prop_assert_eq!(found(&file), Vec::<String>::new());
        let instrument: Instrument = serde_json::from_str(&file.to_string()).unwrap();
        let names = Names::new(&instrument, &file).unwrap();
        let chosen: Vec<usize> =
            links.iter().zip(&choices).map(|(_, choice)| choice % codes.len()).collect();
        let answers: Vec<Value> = links.iter().zip(&chosen).map(|(link, choice)| {
            json!({ "linkId": link, "answer": [{ "valueCoding": { "code": codes[*choice] } }] })
        }).collect();
        let response = json!({ "resourceType": "QuestionnaireResponse", "item": answers });
        let read = all(&mut Record::new(&response, &instrument, &names).unwrap());
        let person = read[0].as_ref().unwrap();
        let scored = Scored::new(&instrument, &person.responses);
        let sum: i32 = chosen.iter().map(|choice| value(*choice)).sum();
        let score = scored.scales.0[0].1.score.unwrap();
        prop_assert!((score - f64::from(sum)).abs() < 1e-6, "{} and {}", score, sum);
    }
}
