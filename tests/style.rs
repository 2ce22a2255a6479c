//! The style sheets: what no browser that is still about may need, and what the whole look stands on.
#![allow(clippy::unwrap_used, reason = "a test that cannot read its own data has failed")]

use std::fs;
use std::path::Path;

/// Each sheet with its name.
fn sheets() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/style");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: std::path::PathBuf| {
        (
            path.file_name().unwrap().to_string_lossy().into_owned(),
            fs::read_to_string(path).unwrap(),
        )
    };
    paths.map(read).collect()
}

/// A browser that does not know it drops the whole rule, and with it a focus ring, a chosen look or a line on paper.
#[test]
fn no_rule_hangs_on_has() {
    let sheets = sheets();
    assert!(sheets.len() > 8, "{}", sheets.len());
    for (name, sheet) in sheets {
        assert!(!sheet.contains(":has("), "{name}");
    }
}

/// Otherwise text of the reader's own size, or another font, would not fit what was measured with ours.
#[test]
fn text_follows_the_size_that_the_reader_chose() {
    for (name, sheet) in sheets() {
        for line in sheet.lines().map(str::trim).filter(|line| line.starts_with("font-size:")) {
            let alone = line.trim_start_matches("font-size:").trim().trim_end_matches(';');
            let in_pixels = alone.ends_with("px") && !alone.contains(['(', ',']);
            // The figures at the edge of the chart are said in the table under it.
            assert!(!in_pixels || name == "pictures.css" && alone == "12px", "{name}: {line}");
        }
    }
}
