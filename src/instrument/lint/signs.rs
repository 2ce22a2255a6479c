//! The signs that may be ticked.

use super::{at, id, paths, unique};
use crate::instrument::{Definition, Mistakes};

const MOST_SIGNS: usize = 40;

pub(super) fn check(definition: &Definition, m: &mut Mistakes) {
    m.range("signs", definition.signs.len(), 0..=MOST_SIGNS, "signs");
    unique(&paths("signs", "id", &mut definition.signs.iter().map(|sign| &sign.id)), m);
    let mut before: Vec<&str> = Vec::new();
    for (place, sign) in definition.signs.iter().enumerate() {
        let path = at("signs", place, "domain");
        id(&path, &sign.domain, m);
        if before.last() != Some(&sign.domain.as_str()) {
            if before.contains(&sign.domain.as_str()) {
                m.add(path, "comes too late: signs of one domain stand together");
            }
            before.push(&sign.domain);
        }
    }
}
