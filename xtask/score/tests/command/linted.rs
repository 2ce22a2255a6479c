//! What is wrong with a file is told all at once, and a licence that has ended is told to whoever asks.

use serde_json::{Value, json};

use crate::run::{Folder, text_of};

fn file() -> Value {
    serde_json::from_str(&text_of("tests/instruments/proqol-like.json")).unwrap()
}

fn lint(file: &Value, more: &[&str]) -> (i32, Vec<String>, String) {
    let folder = Folder::new();
    folder.write("file.json", file.to_string());
    let ended = folder.run(&[&["lint", "file.json"], more].concat(), "");
    (ended.code, ended.out.lines().map(str::to_owned).collect(), ended.told)
}

#[test]
fn a_good_file_ends_in_0() {
    let (code, found, told) = lint(&file(), &[]);
    assert_eq!((code, found.len()), (0, 0));
    assert_eq!(told, "file.json can be used\n");
}

#[test]
fn mistakes_and_empty_places_stand_together() {
    let mut file = file();
    file["items"][2]["keying"] = "reverse".into();
    file["scales"][0]["bands"][2]["from"] = 99.into();
    file["text"]["items"]["i4"] = " ".into();
    file["text"]["look_back"] = "".into();
    file["licence"]["expires"] = "".into();
    let (code, found, told) = lint(&file, &[]);
    assert_eq!(code, 2);
    assert_eq!(
        found,
        [
            "items[2].keying must be direct or reversed",
            "scales[0].bands[2].from is 99, but scores of this scale lie from 10 to 50",
            "licence.expires is empty: fill it in, or take it out where there is none",
            "text.look_back is empty: fill it in, or take it out where there is none",
            "text.items.i4 is empty: its words are missing",
        ]
        .map(str::to_owned)
    );
    assert_eq!(told, "file.json cannot be used: 2 mistakes, 3 empty places\n");
}

#[test]
fn a_file_with_many_empty_places_still_tells_its_mistakes() {
    let mut file = file();
    for (_, words) in file["text"]["items"].as_object_mut().unwrap() {
        *words = "".into();
    }
    for set in file["text"]["options"].as_object_mut().unwrap().values_mut() {
        set.as_object_mut().unwrap().values_mut().for_each(|words| *words = "".into());
    }
    file["contxt"] = json!([]);
    let (_, found, _) = lint(&file, &[]);
    assert_eq!(found.len(), 36);
    assert_eq!(found[0], "contxt is not known: is 'context' meant?");
}

#[test]
fn a_licence_that_has_ended_is_a_warning_from_the_next_day_on() {
    let mut file = file();
    file["licence"]["holder"] = "A clinic".into();
    file["licence"]["expires"] = "2027-01-31".into();
    let (code, found, told) = lint(&file, &["--today", "2027-02-01"]);
    assert_eq!((code, found.len()), (0, 0));
    assert!(told.starts_with("warning: the licence of A clinic ended on 2027-01-31"), "{told}");
    let (_, _, told) = lint(&file, &["--today", "2027-01-31"]);
    assert_eq!(told, "file.json can be used\n");
    assert_eq!(lint(&file, &["--today", "tomorrow"]).0, 1);
}

#[test]
fn without_a_day_the_clock_is_asked() {
    let mut file = file();
    file["licence"]["expires"] = "2020-01-01".into();
    assert!(lint(&file, &[]).2.contains("ended on 2020-01-01"));
    file["licence"]["expires"] = "2140-01-01".into();
    assert!(!lint(&file, &[]).2.contains("ended"));
}

#[test]
fn what_is_no_json_ends_in_1_with_its_line() {
    let folder = Folder::new();
    folder.write("file.json", "{\n\n  \"format\": 2,,\n}");
    let ended = folder.run(&["lint", "file.json"], "");
    assert_eq!(ended.code, 1);
    assert!(ended.told.contains("line 3"), "{}", ended.told);
}
