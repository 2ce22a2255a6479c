//! The scoring keys that come with the program: how published questionnaires are scored, without their words.

use include_dir::{Dir, include_dir};

/// The folder of the instruments; the keys have one of their own in it.
static INSTRUMENTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../www/instruments");

const FOLDER: &str = "keys";

/// All keys by their names, in order, each with the text of its file.
#[must_use]
pub fn all() -> Vec<(&'static str, &'static str)> {
    let files = INSTRUMENTS.get_dir(FOLDER).into_iter().flat_map(Dir::files);
    let mut keys: Vec<_> = files
        .filter(|file| file.path().extension().is_some_and(|ending| ending == "json"))
        .filter_map(|file| Some((file.path().file_stem()?.to_str()?, file.contents_utf8()?)))
        .collect();
    keys.sort_unstable();
    keys
}

/// The text of the key of this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static str> {
    all().into_iter().find(|(known, _)| *known == name).map(|(_, text)| text)
}
