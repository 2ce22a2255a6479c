//! A clinic's own file: what may be inside, that it stays data whatever it says, and that it can be baked again.
#![allow(clippy::unwrap_used, reason = "a test that cannot read its own data has failed")]

use burnout_screener::baking::{BakeError, Unbaked, inside};
use burnout_screener::host::table::ATTRIBUTES;
use burnout_screener::regions::Regions;
use proptest::prelude::*;
use serde_json::Value;

const BEGIN: &str = "<script type=\"application/json\" id=\"baked\">";
const BEFORE: &str = "<iframe srcdoc='<p>before</p>";
const AFTER: &str = "</script><p>after</p>'></iframe>";

fn regions() -> Regions {
    serde_json::from_str(include_str!("../www/regions.json")).unwrap()
}

fn file() -> String {
    [BEFORE, BEGIN, "{}", AFTER].concat()
}

fn bake(file: &str, settings: &[(&str, &str)]) -> Result<String, BakeError> {
    let settings = settings
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect::<Vec<_>>();
    Unbaked::new(file)?.with(&settings, &regions())
}

/// What stands in the block, as a reader of HTML would find it there.
fn block(baked: &str) -> &str {
    baked.strip_prefix(BEFORE).unwrap().strip_prefix(BEGIN).unwrap().strip_suffix(AFTER).unwrap()
}

#[test]
fn what_is_inside_is_what_was_set_in_the_order_of_the_table() {
    let baked = bake(&file(), &[("accent", "#8a2f5c"), ("region", " GB "), ("theme", "")]).unwrap();
    assert_eq!(block(&baked), "{\n  \"region\": \"GB\",\n  \"accent\": \"#8a2f5c\"\n}");
}

#[test]
fn a_file_that_was_baked_can_be_baked_again() {
    let once = bake(&file(), &[("region", "GB"), ("contact-name", "Staff support")]).unwrap();
    let again = bake(&once, &[("region", "AT")]).unwrap();
    assert_eq!(again, bake(&file(), &[("region", "AT")]).unwrap());
    assert_eq!(bake(&again, &[]).unwrap(), file());
}

#[test]
fn what_a_page_would_not_use_is_not_baked_and_all_of_it_is_named() {
    let wrong = [
        ("region", "Narnia"),
        ("accent", "red"),
        ("contact-link", "http://a.example"),
        ("idle", "1"),
    ];
    let error = bake(&file(), &wrong).unwrap_err().to_string();
    for (name, value) in wrong {
        assert!(error.contains(&format!("{name}=\"{value}\"")), "{error}");
    }
}

#[test]
fn what_belongs_to_a_page_around_is_named() {
    for attribute in ATTRIBUTES {
        let known = inside().any(|inside| inside.name == attribute.name);
        let answer = bake(&file(), &[(attribute.name, "")]);
        assert_eq!(answer.is_ok(), known, "{}", attribute.name);
    }
    let error = bake(&file(), &[("mode", "inline")]).unwrap_err().to_string();
    assert!(error.contains("'mode'") && error.contains("contact-phone"), "{error}");
}

#[test]
fn a_file_with_no_place_or_two_is_refused() {
    for text in ["", "<p>", BEGIN, &[file(), file()].concat()] {
        assert_eq!(bake(text, &[]), Err(BakeError::File), "{text}");
    }
}

proptest! {
    #[test]
    fn no_name_of_a_contact_can_be_anything_but_text(name in "\\PC{0,40}|.{0,20}|(</script>|<!--|'|\"|&#39;|&lt;|\\\\|\\u{2028}){0,8}") {
        let baked = bake(&file(), &[("contact-name", &name)]).unwrap();
        let block = block(&baked);
        prop_assert!(!block.contains(['<', '>', '&', '\'']), "{block}");
        let read: Value = serde_json::from_str(block).unwrap();
        let found = read.get("contact-name").and_then(Value::as_str).unwrap_or_default();
        let kept: String = name.trim().chars().filter(|c| !(c.is_ascii_control() && *c < '\u{20}' && !"\t\r\n".contains(*c))).collect();
        prop_assert_eq!(found, kept);
    }
}
