//! A fault is planted at every place where it can be, and told there.

use serde_json::{Value, json};

use super::{golden, people};

/// A change of an item in a response, and a part of what is said of it.
type Fault = (&'static str, fn(&mut Value));

const FAULTS: [Fault; 6] = [
    ("is no question of this instrument", |item| item["linkId"] = "no_such_question".into()),
    ("is 'no_such_code', but its answers are", |item| {
        item["answer"][0]["valueCoding"]["code"] = "no_such_code".into();
    }),
    ("has 2 answers: one is the most", |item| {
        let answer = item["answer"][0].clone();
        item["answer"].as_array_mut().unwrap().push(answer);
    }),
    ("has an answer without a code", |item| item["answer"][0] = json!({ "valueBoolean": true })),
    ("has no linkId", |item| drop(item.as_object_mut().unwrap().remove("linkId"))),
    ("must be a list", |item| item["answer"] = json!({})),
];

/// The way to every item with an answer, as JSON has it.
fn answered(above: &Value, path: &str, found: &mut Vec<String>) {
    for (place, item) in above["item"].as_array().into_iter().flatten().enumerate() {
        let path = format!("{path}/item/{place}");
        if item["answer"].is_array() {
            found.push(path.clone());
        }
        answered(item, &path, found);
    }
}

/// The same way as a message has it.
fn said(pointer: &str) -> String {
    let mut path = String::new();
    for part in pointer.split('/').skip(1) {
        if part.parse::<usize>().is_ok() {
            path += &format!("[{part}]");
        } else {
            path += if path.is_empty() { "" } else { "." };
            path += part;
        }
    }
    path
}

/// What is said of the first response; the second one is as it was.
fn reasons(record: &Value) -> Vec<String> {
    let found = people(record);
    assert!(found[1].is_ok(), "{:?}", found[1]);
    let refused = found[0].as_ref().unwrap_err();
    assert!(refused.reasons.iter().all(|(row, _)| *row == 1));
    refused.reasons.iter().map(|(_, reason)| reason.clone()).collect()
}

fn places(record: &Value) -> Vec<String> {
    let mut found = Vec::new();
    answered(&record["entry"][0]["resource"], "/entry/0/resource", &mut found);
    found
}

#[test]
fn every_planted_fault_is_told_where_it_is_and_nothing_else_is() {
    let record = golden("check");
    let mut tried = 0;
    for place in places(&record) {
        let link = record.pointer(&place).unwrap()["linkId"].as_str().unwrap();
        // Results are computed anew, several signs may be ticked, and scores have faults of their own.
        if ["result.", "signs.", "score."].iter().any(|kind| link.starts_with(kind)) {
            continue;
        }
        for (what, plant) in FAULTS {
            let mut record = record.clone();
            plant(record.pointer_mut(&place).unwrap());
            let reasons = reasons(&record);
            assert_eq!(reasons.len(), 1, "{place}: {reasons:?}");
            assert!(reasons[0].starts_with(&said(&place)), "{place}: {}", reasons[0]);
            assert!(reasons[0].contains(what), "{place}: {}", reasons[0]);
            let linked = reasons[0].contains(&format!("(linkId '{link}')"));
            assert!(linked || what.contains("question") || what.contains("linkId"), "{reasons:?}");
            tried += 1;
        }
    }
    assert!(tried > 150, "{tried}");
}

#[test]
fn another_ordinal_value_than_that_of_the_option_is_told() {
    let mut record = golden("check");
    let item = "/entry/0/resource/item/2/item/0/answer/0/valueCoding/extension/0/valueDecimal";
    *record.pointer_mut(item).unwrap() = 2.into();
    assert_eq!(
        reasons(&record),
        [
            "entry[0].resource.item[2].item[0].answer[0] (linkId 'sleepy_when_needed_awake') has the \
            ordinal value 2, but the option often is worth 3"
        ]
    );
}

#[test]
fn an_item_that_stands_twice_is_told_at_the_second_place() {
    let mut record = golden("check");
    let items = record.pointer_mut("/entry/0/resource/item/2/item").unwrap();
    let first = items[0].clone();
    items.as_array_mut().unwrap().push(first);
    assert_eq!(
        reasons(&record),
        [
            "entry[0].resource.item[2].item[4] (linkId 'sleepy_when_needed_awake') is there a second \
            time: every linkId stands once"
        ]
    );
}

#[test]
fn a_stated_score_must_follow_from_the_answers_to_two_decimals() {
    let record = golden("check");
    let mut tried = 0;
    for place in places(&record) {
        let Some(stated) = record.pointer(&format!("{place}/answer/0/valueDecimal")) else {
            continue;
        };
        let stated = stated.as_f64().unwrap();
        let with = |value: f64| {
            let mut record = record.clone();
            record.pointer_mut(&place).unwrap()["answer"][0]["valueDecimal"] = value.into();
            record
        };
        assert!(people(&with(stated + 0.001))[0].is_ok(), "{place}");
        for wrong in [stated + 0.02, stated - 0.02, 0.0] {
            let reasons = reasons(&with(wrong));
            assert_eq!(reasons.len(), 1, "{reasons:?}");
            assert!(reasons[0].starts_with(&said(&place)), "{}", reasons[0]);
            assert!(reasons[0].contains(&format!("states {wrong}, but")), "{}", reasons[0]);
        }
        tried += 1;
    }
    assert_eq!(tried, 5);
}

#[test]
fn a_changed_answer_no_longer_comes_to_the_stated_score() {
    let mut record = golden("check");
    let answer = "/entry/0/resource/item/2/item/0/answer/0/valueCoding";
    *record.pointer_mut(answer).unwrap() = json!({ "code": "never" });
    let reasons = reasons(&record);
    assert_eq!(reasons.len(), 1, "{reasons:?}");
    assert!(reasons[0].contains("(linkId 'score.tired') states 75, but the answers come to 37.5"));
}

#[test]
fn a_score_of_too_few_answers_is_told() {
    let mut record = golden("check");
    for item in [0, 2] {
        let path = format!("/entry/0/resource/item/2/item/{item}");
        record.pointer_mut(&path).unwrap().as_object_mut().unwrap().remove("answer");
    }
    let reasons = reasons(&record);
    assert!(reasons[0].contains("states 75, but too little is answered"), "{reasons:?}");
}

#[test]
fn an_observation_must_state_the_score_of_its_response() {
    let record = golden("full");
    let place = |record: &Value| {
        let entries = record["entry"].as_array().unwrap();
        entries.iter().position(|entry| entry["resource"]["resourceType"] == "Observation").unwrap()
    };
    let first = place(&record);
    let mut changed = record.clone();
    changed["entry"][first]["resource"]["valueQuantity"]["value"] = 12.into();
    let told = reasons(&changed);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with(&format!("entry[{first}].resource states 12, but")), "{told:?}");
    let mut named = changed;
    named["entry"][0]["resource"]["id"] = "r1".into();
    let reference = "QuestionnaireResponse/r1";
    named["entry"][first]["resource"]["derivedFrom"][0]["reference"] = reference.into();
    assert_eq!(reasons(&named), told);
    let mut orphan = record;
    orphan["entry"][first]["resource"]["derivedFrom"][0]["reference"] = "urn:uuid:0".into();
    let found = people(&orphan);
    assert_eq!(found.len(), 3);
    let reason = found[2].as_ref().unwrap_err().to_string();
    assert!(reason.starts_with(&format!("row 3: entry[{first}].resource is a score")), "{reason}");
}

#[test]
fn answers_to_another_version_and_answers_taken_back_are_not_scored() {
    let mut other = golden("check");
    let canonical = "urn:burnout-screener:helping-strain:en:caring|1.0.0";
    other["entry"][0]["resource"]["questionnaire"] = canonical.into();
    assert!(
        reasons(&other)[0].contains("answers 'helping-strain 1.0.0', not helping-strain 2.0.0")
    );
    let mut back = golden("check");
    back["entry"][0]["resource"]["status"] = "entered-in-error".into();
    assert_eq!(reasons(&back), ["entry[0].resource is marked as entered in error"]);
}
