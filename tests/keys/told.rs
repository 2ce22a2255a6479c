//! Where each key comes from, in its file and in docs/keys.md.

use super::key::{KEYS, file};
use serde_json::Value;

const DOCUMENT: &str = include_str!("../../docs/keys.md");

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    let text = value.as_str().unwrap_or_else(|| panic!("{key}: {value} is no text"));
    assert!(!text.trim().is_empty(), "{key}");
    text
}

#[test]
fn each_key_says_whose_it_is_on_which_terms_and_who_is_asked() {
    for key in KEYS {
        let file = file(key);
        for field in ["title", "author", "citation", "validated"] {
            text(&file[field], key);
        }
        text(&file["licence"]["terms"], key);
        let sources = &file["sources"];
        for field in ["status", "ask", "options", "missing"] {
            text(&sources[field], key);
        }
        assert!(text(&sources["note"], key).contains("Not affiliated with, and not endorsed by,"));
        assert!(sources["note"].as_str().unwrap().contains("without a word of the questionnaire"));
    }
}

#[test]
fn each_fact_of_a_key_says_where_it_was_read() {
    for key in KEYS {
        let facts = file(key)["sources"]["facts"].as_array().unwrap().clone();
        assert!(facts.len() >= 2, "{key}");
        for fact in facts {
            text(&fact["fact"], key);
            text(&fact["read_in"], key);
        }
    }
}

#[test]
fn the_document_has_a_row_for_each_key_as_its_file_says() {
    for key in KEYS {
        let file = file(key);
        let cells = [
            &format!("`{key}`"),
            text(&file["title"], key),
            text(&file["licence"]["terms"], key),
            text(&file["sources"]["status"], key),
            text(&file["sources"]["ask"], key),
        ];
        let row = format!("| {} |", cells.join(" | "));
        assert!(DOCUMENT.contains(&row), "docs/keys.md lacks this row:\n{row}");
        let citation = format!("- `{key}`: {}", text(&file["citation"], key));
        assert!(DOCUMENT.contains(&citation), "docs/keys.md lacks this line:\n{citation}");
        for fact in file["sources"]["facts"].as_array().unwrap() {
            let (what, where_) = (text(&fact["fact"], key), text(&fact["read_in"], key));
            let line = format!("| `{key}` | {what} | {where_} |");
            assert!(DOCUMENT.contains(&line), "docs/keys.md lacks this row:\n{line}");
        }
    }
    assert!(DOCUMENT.contains("not affiliated with, and not endorsed by"));
}
