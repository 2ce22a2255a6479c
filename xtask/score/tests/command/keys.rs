//! Scoring keys, and the files that are made of them.

use std::collections::BTreeSet;
use std::fs;

use burnout_score::{keys, new};
use serde_json::Value;

use crate::run::{Folder, ours, text_of};

/// Instruments whose words are taken away, as a key has none.
const LIKE_KEYS: [&str; 4] = [
    "tests/instruments/bat-like.json",
    "tests/instruments/flow-like.json",
    "tests/instruments/proqol-like.json",
    "tests/instruments/totals-like.json",
];

#[test]
fn every_key_of_the_repository_comes_with_the_program() {
    let folder = ours("www/instruments/keys");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let names: BTreeSet<String> =
        files.map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    let known: BTreeSet<String> = keys::all().iter().map(|(name, _)| (*name).to_owned()).collect();
    assert!(!names.is_empty());
    assert_eq!(known, names, "build this package anew after a key has come");
    let listed = Folder::new().run(&["new", "--list"], "").out;
    assert!(names.iter().all(|name| listed.contains(&format!("{name}\t"))), "{listed}");
}

#[test]
fn a_new_file_lacks_nothing_but_words() {
    let folder = Folder::new();
    for (name, _) in keys::all() {
        assert_eq!(folder.run(&["new", name], "").code, 0);
        let file = format!("{name}.json");
        let linted = folder.run(&["lint", &file], "");
        assert_eq!(linted.code, 2, "{name}");
        assert!(linted.out.lines().all(|line| line.contains(" is empty: ")), "{}", linted.out);
        filled(&folder, &file);
        let linted = folder.run(&["lint", &file], "");
        assert_eq!((linted.code, linted.out.as_str()), (0, ""), "{name}");
    }
}

/// Fills each empty place.
fn filled(folder: &Folder, file: &str) {
    let text = folder.read(file).replace("\"expires\": \"\"", "\"expires\": \"2099-12-31\"");
    folder.write(file, text.replace(": \"\"", ": \"Words\""));
}

#[test]
fn every_word_that_an_instrument_needs_has_its_place() {
    for path in LIKE_KEYS {
        let mut key: Value = serde_json::from_str(&text_of(path)).unwrap();
        key.as_object_mut().unwrap().remove("text").unwrap();
        let file = new::with_places("key", &key.to_string()).unwrap();
        let folder = Folder::new();
        folder.write("key.json", serde_json::to_string_pretty(&file).unwrap());
        assert_eq!(folder.run(&["lint", "key.json"], "").code, 2, "{path}");
        filled(&folder, "key.json");
        let linted = folder.run(&["lint", "key.json"], "");
        assert_eq!((linted.code, linted.out.as_str()), (0, ""), "{path}");
        for part in ["id", "items", "scales", "option_sets", "tests"] {
            assert_eq!(file[part], key[part], "{path}: {part} is as the key has it");
        }
    }
}

#[test]
fn nothing_is_written_over() {
    let folder = Folder::new();
    let name = keys::all()[0].0;
    let file = format!("{name}.json");
    folder.write(&file, "mine");
    let ended = folder.run(&["new", name], "");
    assert_eq!((ended.code, folder.read(&file).as_str()), (1, "mine"));
    assert_eq!(folder.run(&["new", "no-such-key"], "").code, 1);
}

#[test]
fn a_key_scores_without_words() {
    let ended = Folder::new().run(
        &["score", "--instrument", "proqol-5", "--long", "--id", "id", "-"],
        &(1..=30).fold("id,item,value\n".to_owned(), |all, item| all + &format!("x,i{item},5\n")),
    );
    // Five items of burnout are reversed: 5 x 5 + 5 x 1.
    assert!(ended.out.contains("2,x,50,10,"), "{}{}", ended.out, ended.told);
    assert!(ended.out.contains(",30,10,"), "{}", ended.out);
}
