//! The files that people save from the self-check are read as they are.

use serde_json::{Value, json};

use crate::run::{Ended, Folder, text_of};

fn scored(file: &str) -> Ended {
    Folder::new().run(&["score", "--instrument", "built-in", "--format", "jsonl", "-"], file)
}

fn lines(ended: &Ended) -> Vec<Value> {
    ended.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The scores that stand in a check, which are rounded, are met.
fn meets(line: &Value, scores: &Value) {
    for (scale, wanted) in scores.as_object().unwrap() {
        let found = line["scales"][scale]["score"].as_f64().unwrap();
        assert!((found - wanted.as_f64().unwrap()).abs() < 0.006, "{scale}: {found} and {wanted}");
    }
}

#[test]
fn the_checks_of_a_check_in_file_come_to_the_scores_that_stand_in_it() {
    let file: Value = serde_json::from_str(&text_of("tests/golden/check-in.json")).unwrap();
    let ended = scored(&file.to_string());
    assert_eq!(ended.code, 0, "{}", ended.told);
    let checks = file["checks"].as_array().unwrap();
    let lines = lines(&ended);
    assert_eq!(lines.len(), checks.len());
    for (line, check) in lines.iter().zip(checks) {
        assert_eq!(line["id"], check["id"]);
        meets(line, &check["scores"]);
        assert_eq!(line["result"]["finding"], check["result"]["finding"]);
    }
}

#[test]
fn a_damaged_check_and_one_of_other_questions_are_refused_and_the_others_scored() {
    let mut file: Value = serde_json::from_str(&text_of("tests/golden/check-in.json")).unwrap();
    let first = file["checks"][0].clone();
    let mut damaged = first.clone();
    damaged["answers"]["felt_bitter"] = "hardly".into();
    let mut other = first.clone();
    other["instrument"] = json!({ "id": "another", "version": "1.0.0" });
    file["checks"] = json!([damaged, other, first]);
    let ended = scored(&file.to_string());
    assert_eq!(ended.code, 2);
    assert_eq!(lines(&ended).len(), 1);
    assert_eq!(lines(&ended)[0]["row"], 3);
    assert!(ended.told.contains("row 1: the check-in file is damaged"), "{}", ended.told);
    assert!(ended.told.contains("checks[0].an answer"), "{}", ended.told);
    assert!(
        ended.told.contains("row 2: answers another 1.0.0, not helping-strain 2.0.0"),
        "{}",
        ended.told
    );
}

#[test]
fn a_sealed_file_and_another_object_are_refused_as_a_whole() {
    let sealed = scored(r#"{ "burnout-screener": "sealed check-in", "format": 2 }"#);
    assert!(sealed.told.contains("is sealed with a passphrase"), "{}", sealed.told);
    let other = scored(r#"{ "answers": [] }"#);
    assert!(other.told.contains("is no check-in file"), "{}", other.told);
    assert_eq!((sealed.code, other.code), (1, 1));
}

#[test]
fn the_table_of_the_self_check_comes_to_the_scores_that_stand_in_it() {
    let table = text_of("tests/golden/checks.csv");
    let ended = scored(&table);
    assert_eq!(ended.code, 0, "{}", ended.told);
    let lines = lines(&ended);
    let mut days: Vec<&str> = table.lines().skip(1).map(|row| &row[..10]).collect();
    days.dedup();
    assert_eq!(lines.iter().map(|line| line["id"].as_str().unwrap()).collect::<Vec<_>>(), days);
    for (line, day) in lines.iter().zip(days) {
        let mut scores = serde_json::Map::new();
        for row in csv::Reader::from_reader(table.as_bytes()).records() {
            let row = row.unwrap();
            if &row[0] == day && &row[1] == "score" {
                scores.insert(row[2].to_owned(), row[7].parse::<f64>().unwrap().into());
            }
            if &row[0] == day && &row[1] == "result" && &row[2] == "finding" {
                assert_eq!(line["result"]["finding"], row[6]);
            }
        }
        assert!(scores.len() > 3, "{scores:?}");
        meets(line, &scores.into());
    }
}

#[test]
fn tables_of_several_people_on_one_day_may_be_put_together() {
    let table = text_of("tests/golden/checks.csv");
    let once = lines(&scored(&table)).len();
    let mut day = String::new();
    for row in table.lines().filter(|row| !row.starts_with("2026-11")) {
        day += &format!("{row}\r\n");
    }
    let headless = day.split_once("\r\n").unwrap().1.to_owned();
    assert_eq!(lines(&scored(&format!("{day}{headless}"))).len(), 2);
    assert_eq!(lines(&scored(&format!("{table}\u{feff}{table}"))).len(), 2 * once);
}

#[test]
fn a_wide_table_of_the_self_check_with_other_questions_is_refused_row_by_row() {
    let small = |rows: &str| {
        let header =
            "response,instrument,version,language,date,item.a,item.b,item.c,item.d,item.a.label";
        Folder::new().score(&["--id", "response"], &format!("{header}\n{rows}"))
    };
    let ended = small(
        "r1,small,1.4.0,en,2026-10-28,3,0,0,2,Always\nr2,other,1.0.0,en,2026-10-28,3,0,0,2,Always\n",
    );
    assert_eq!(ended.code, 2);
    assert!(ended.out.contains("\n2,r1,6,"), "{}", ended.out);
    assert!(ended.told.contains("row 3: answers other 1.0.0, not small 1.0.0"), "{}", ended.told);
}
