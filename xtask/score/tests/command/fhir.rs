//! Health records on their way in: what is ours comes back as it was, what others ask becomes a file that can be
//! used, and everything that is wrong is told with its place.

mod faults;
mod foreign;

use burnout_score::asked::{BUILT_IN, instrument, text};
use burnout_score::checkin::CheckIn;
use burnout_score::fhir::names::Names;
use burnout_score::fhir::record::Record;
use burnout_score::rows::{Person, Raw, Refused, Rows};
use burnout_screener::instrument::Instrument;
use serde_json::{Value, json};

use crate::run::{Folder, text_of};

fn golden(name: &str) -> Value {
    serde_json::from_str(&text_of(&format!("tests/golden/{name}.fhir.json"))).unwrap()
}

fn all(rows: &mut dyn Rows) -> Vec<Result<Person, Refused>> {
    let next = || match rows.next().unwrap()? {
        Raw::Read(read) => Some(read),
        Raw::Cells(..) => None,
    };
    std::iter::from_fn(next).collect()
}

/// The people of a record, by the built-in questions.
fn people(record: &Value) -> Vec<Result<Person, Refused>> {
    let (instrument, names) = built_in();
    all(&mut Record::new(record, &instrument, &names).unwrap())
}

fn built_in() -> (Instrument, Names) {
    let asked = instrument(BUILT_IN).unwrap();
    let file = serde_json::from_str(&text(BUILT_IN).unwrap()).unwrap();
    let names = Names::new(&asked, &file).unwrap();
    (asked, names)
}

#[test]
fn our_own_exports_come_back_with_the_answers_of_the_check_in_file() {
    let (instrument, _) = built_in();
    let file = text_of("tests/golden/check-in.json");
    let checks = all(&mut CheckIn::new(file.as_bytes(), &instrument).unwrap());
    for name in ["check", "full"] {
        let found = people(&golden(name));
        assert_eq!(found.len(), 2, "{name}");
        for person in found {
            let person = person.unwrap();
            let mut same = checks.iter().flatten().filter(|check| check.time == person.time);
            assert_eq!(same.next().unwrap().responses, person.responses, "{name}");
        }
    }
}

#[test]
fn a_response_is_scored_as_the_check_in_file_is() {
    let folder = Folder::new();
    folder.write("check.json", golden("check").to_string());
    let words = |command: &[&'static str], file| {
        [command, &["--instrument", "built-in", "--format", "jsonl", file]].concat()
    };
    let record = folder.run(&words(&["fhir", "score"], "check.json"), "");
    assert_eq!((record.code, record.told.as_str()), (0, "2 scored, 0 refused\n"));
    let check_in = folder.run(&words(&["score"], "-"), &text_of("tests/golden/check-in.json"));
    let scores = |out: &str| -> Vec<Value> {
        let lines = out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        lines.map(|line| json!([line["scales"], line["result"]])).collect()
    };
    let all = scores(&check_in.out);
    for each in scores(&record.out) {
        assert!(all.contains(&each), "{each}");
    }
}

#[test]
fn a_response_alone_comes_by_the_pipe_and_goes_out_as_a_table() {
    let alone = golden("check")["entry"][1]["resource"].to_string();
    let folder = Folder::new();
    let ended = folder.run(&["fhir", "score", "--instrument", "built-in", "-"], &alone);
    assert_eq!(ended.code, 0, "{}", ended.told);
    let lines: Vec<&str> = ended.out.lines().collect();
    assert!(lines[0].starts_with("row,id,burnout.score,burnout.error,"), "{}", lines[0]);
    assert!(
        lines[1].starts_with("1,urn:uuid:01234567-89ab-4def-8123-456789ab0003,70.8333"),
        "{}",
        lines[1]
    );
}

#[test]
fn one_refused_response_leaves_the_others_and_strict_stops_at_it() {
    let mut record = golden("check");
    record["entry"][0]["resource"]["item"][2]["item"][0]["linkId"] = "sleepy".into();
    let folder = Folder::new();
    folder.write("record.json", record.to_string());
    let words = ["fhir", "score", "--instrument", "built-in", "record.json"];
    let ended = folder.run(&words, "");
    assert_eq!(ended.code, 2);
    assert_eq!(ended.out.lines().count(), 2);
    assert!(
        ended.told.starts_with(
            "row 1: entry[0].resource.item[2].item[0] (linkId 'sleepy') is no question of this instrument"
        ),
        "{}",
        ended.told
    );
    let strict = folder.run(&[&words[..], &["--strict"]].concat(), "");
    assert_eq!((strict.code, strict.out.lines().count()), (3, 1));
}

#[test]
fn what_is_no_record_ends_in_1() {
    let folder = Folder::new();
    for (text, what) in [
        ("{", "is no JSON"),
        ("{}", "it has no resourceType"),
        (r#"{ "resourceType": "Patient" }"#, "is Patient, not a QuestionnaireResponse"),
        (r#"{ "resourceType": "Bundle" }"#, "has no QuestionnaireResponse"),
        (r#"{ "resourceType": "Bundle", "entry": {} }"#, "entry must be a list"),
    ] {
        let ended = folder.run(&["fhir", "score", "--instrument", "built-in", "-"], text);
        assert_eq!(ended.code, 1, "{text}");
        assert!(ended.told.contains(what), "{text}: {}", ended.told);
    }
}
