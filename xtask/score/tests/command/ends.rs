//! How runs end: what is written, what is told, and by which exit code.

use serde_json::{Value, json};

use crate::run::{Folder, ours};

const GOOD: &str = "id,a,b,c,d\nx,3,0,0,2\ny,0,3,,3\n";

#[test]
fn every_score_comes_with_its_error_its_answers_and_its_band() {
    let ended = Folder::new().score(&["--id", "id"], GOOD);
    // 3 and the reversed 0, which counts 3; the mean of 0 and 2; (3 + 3 + 0 + 2) of 12. The error of all of
    // it is 1.5 times the root of 1 - 0.75.
    let wanted = "row,id,one.score,one.error,one.answered,one.band,two.score,two.answered,all.score,all.answered,alert\n\
        2,x,6,0.75,2,high,1,2,66.66666666666667,4,false\n\
        3,y,0,0.75,2,low,3,1,,3,false\n";
    assert_eq!(ended.out, wanted);
    assert_eq!((ended.code, ended.told.as_str()), (0, "2 scored, 0 refused\n"));
}

#[test]
fn lines_of_json_say_the_same() {
    let ended = Folder::new().score(&["--id", "id", "--format", "jsonl"], GOOD);
    let lines: Vec<Value> =
        ended.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[0]["row"], 2);
    assert_eq!(lines[1]["id"], "y");
    assert_eq!(
        lines[0]["scales"]["one"],
        json!({ "score": 6.0, "error": 0.75, "answered": 2, "items": 2, "band": "high" })
    );
    assert_eq!(
        lines[1]["scales"]["all"],
        json!({ "score": null, "error": null, "answered": 3, "items": 4, "band": null })
    );
    assert_eq!(lines[0]["alert"], false);
    assert!(lines[0].get("result").is_none(), "no profile is said of an instrument without one");
}

#[test]
fn an_answer_that_opens_the_help_card_is_told() {
    let ended = Folder::new().score(&[], "a,b,c,d\n0,0,3,0\n");
    assert!(ended.out.lines().nth(1).unwrap().ends_with(",true"), "{}", ended.out);
}

#[test]
fn a_profile_comes_with_its_finding_verdicts_words_and_parts() {
    let folder = Folder::new();
    let header = std::iter::once("id".to_owned()).chain(core_items()).collect::<Vec<_>>().join(",");
    let strained = format!("{header}\nn1{}\n", ",4".repeat(30));
    let words = ["score", "--instrument", "built-in", "--id", "id", "--format", "jsonl", "-"];
    let ended = folder.run(&words, &strained);
    assert_eq!(ended.code, 0, "{}", ended.told);
    assert!(ended.told.contains("no column, so left out by everybody: exposure"), "{}", ended.told);
    let line: Value = serde_json::from_str(&ended.out).unwrap();
    let result = &line["result"];
    // Every answer is the highest, and one item of burnout is reversed: 11 of 12.
    assert_eq!(line["scales"]["burnout"]["score"].as_f64().unwrap(), 100.0 * 11.0 / 12.0);
    assert_eq!(result["burnout"], "clearly_above");
    assert_eq!(result["compassion_fatigue"], "clearly_above");
    assert_eq!(result["finding"], "exposure_left_out_and_burnout");
    assert_eq!(result["profile"], "exposure_left_out_and_burnout");
    assert_eq!(result["possible"], json!([]));
    assert_eq!(result["tired"], "tired");
    assert_eq!(result["rest"], "rest_helps");
    assert_eq!(result["raised_part"], json!([]));

    let met = format!("exposure,{header}\noften,n1{}\n", ",4".repeat(30));
    let table = folder.run(&["score", "--instrument", "built-in", "--id", "id", "-"], &met).out;
    let (names, row) = table.split_once('\n').unwrap();
    assert!(
        names.ends_with(
            ",finding,profile,possible,burnout,compassion_fatigue,tired,rest,raised_part,watched_part"
        ),
        "{names}"
    );
    let wanted =
        ",both_compassion_fatigue_leads,both,,clearly_above,clearly_above,tired,rest_helps,,\n";
    assert!(row.ends_with(wanted), "{row}");
}

fn core_items() -> impl Iterator<Item = String> {
    let file = std::fs::read_to_string(ours("www/instruments/helping-strain.json")).unwrap();
    let file: Value = serde_json::from_str(&file).unwrap();
    let items = file["items"].as_array().unwrap().clone();
    items
        .into_iter()
        .filter(|item| item["bank"] != true)
        .map(|item| item["id"].as_str().unwrap().to_owned())
}

#[test]
fn some_rows_refused_end_in_2_and_the_others_are_scored() {
    let ended = Folder::new().score(&[], "a,b,c,d\n9,0,0,0\n0,0,0,0\n");
    assert_eq!(ended.code, 2);
    assert_eq!(ended.out.lines().count(), 2);
    assert_eq!(ended.told, "row 2: a is '9', but its answers are 0, 2, 3\n1 scored, 1 refused\n");
}

#[test]
fn strict_stops_at_the_first_refused_row_with_3() {
    let table = "a,b,c,d\n0,0,0,0\n9,0,0,0\n0,0,0,0\n";
    let ended = Folder::new().score(&["--strict"], table);
    assert_eq!((ended.code, ended.out.lines().count()), (3, 2), "{}", ended.out);
    assert!(ended.told.contains("row 3: a is '9'"), "{}", ended.told);
}

#[test]
fn a_wrong_command_line_or_file_ends_in_1_and_says_why() {
    let folder = Folder::new();
    folder.write("broken.json", "{ \"format\": 2,");
    folder.write("mistaken.json", r#"{ "format": 3 }"#);
    folder.write("empty.csv", "");
    let good = folder.write("good.csv", GOOD);
    let good = good.to_str().unwrap();
    for (words, why) in [
        (&["score"][..], "--instrument"),
        (&["score", "--instrument", "small.json"], "RESPONSES"),
        (&["score", "--instrument", "none.json", good], "none.json: cannot be read"),
        (&["score", "--instrument", "broken.json", good], "broken.json: is no JSON"),
        (&["score", "--instrument", "mistaken.json", good], "format must be 2"),
        (&["score", "--instrument", "small.json", "none.csv"], "none.csv: cannot be opened"),
        (&["score", "--instrument", "small.json", "empty.csv"], "empty.csv: is empty"),
        (&["score", "--instrument", "small.json", "."], "is a folder"),
        (
            &["score", "--instrument", "small.json", "--id", "idd", good],
            "no column idd (is 'id' meant?)",
        ),
        (
            &["score", "--instrument", "small.json", "--missing", "9,3", good],
            "--missing has 3, but that is an answer to a",
        ),
        (&["score", "--instrument", "small.json", "--threads", "0", good], "--threads"),
        (&["score", "--instrument", "small.json", "-o", "good.csv", good], "would be written over"),
        (&["score", "--instrument", "small.json", "--long", good], "--id"),
    ] {
        let ended = folder.run(words, "");
        assert_eq!(ended.code, 1, "{words:?}: {}", ended.told);
        assert!(ended.told.contains(why), "{words:?}: {}", ended.told);
        assert_eq!(ended.out, "", "{words:?}");
    }
    assert_eq!(folder.read("good.csv"), GOOD);
}

#[test]
fn help_and_version_end_in_0() {
    for word in ["--help", "--version"] {
        assert_eq!(Folder::new().run(&[word], "").code, 0);
    }
}

#[test]
fn the_same_comes_out_in_the_same_order_on_one_core_and_on_several() {
    let folder = Folder::new();
    let mut table = "a,b,c,d\n".to_owned();
    for place in 0..20_000 {
        let digit = |by: usize| ["0", "2", "3", "", "7"][place / by % 5];
        table += &format!("{},{},{},{}\n", digit(1), digit(5), digit(25), digit(125));
    }
    let [one, four] = ["1", "4"].map(|threads| folder.score(&["--threads", threads], &table));
    assert_eq!(one.out, four.out);
    assert_eq!(one.told, four.told);
    assert!(one.out.lines().count() > 8_000, "{}", one.out.lines().count());
}
