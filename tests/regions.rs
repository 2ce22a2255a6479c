//! Everybody is led to somebody they can reach, wherever their browser says they are.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use std::collections::BTreeSet;

use burnout_screener::regions::{Line, Regions, dialled};
use common::regions;
use serde_json::{Value, json};

fn lines() -> Vec<(String, Line)> {
    let regions = regions();
    let all = regions.all().iter();
    all.flat_map(|region| region.lines.iter().map(|line| (region.id.clone(), line.clone())))
        .collect()
}

/// The id of the region for a country.
fn country(code: &str) -> String {
    let regions = regions();
    regions.all()[regions.for_country(code)].id.clone()
}

/// The id of the region for a browser that asks for these languages.
fn languages(tags: &[&str]) -> String {
    let regions = regions();
    let tags: Vec<String> = tags.iter().map(|&tag| tag.to_owned()).collect();
    regions.all()[regions.for_languages(&tags)].id.clone()
}

#[test]
fn the_shipped_list_passes_its_own_check() {
    assert_eq!(regions().check(), Ok(()));
}

#[test]
fn the_list_has_the_regions_that_the_science_names_and_most_of_the_union() {
    let ids: Vec<String> = regions().all().iter().map(|region| region.id.clone()).collect();
    assert_eq!(
        ids,
        [
            "AU", "AT", "BE", "BR", "CA", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IN",
            "IE", "IT", "LV", "LU", "MT", "MX", "NL", "NZ", "PL", "PT", "SI", "ES", "SE", "CH",
            "GB", "US", "EU", "WORLD",
        ]
    );
}

#[test]
fn every_line_can_be_reached_in_some_way() {
    for (region, line) in lines() {
        let ways = [&line.call, &line.text, &line.web];
        assert!(ways.iter().any(|way| way.is_some()), "{region} {}", line.id);
        assert!(ways.into_iter().flatten().all(|way| !way.trim().is_empty()), "{}", line.id);
    }
}

#[test]
fn every_number_can_be_dialled_and_every_address_is_a_plain_name() {
    for (region, line) in lines() {
        for number in [&line.call, &line.text].into_iter().flatten() {
            let digits = dialled(number).len();
            assert!((3..=15).contains(&digits), "{region}: {number}");
            let plain = |c: char| c.is_ascii_digit() || " -+".contains(c);
            assert!(number.chars().all(plain), "{region}: {number}");
        }
        for address in line.web.iter() {
            assert!(address.contains('.') && !address.contains([':', '/', ' ']), "{address}");
        }
    }
    for region in regions().all() {
        for number in region.emergency.iter() {
            assert!(number.len() == 3 && number.parse::<u16>().is_ok(), "{}: {number}", region.id);
        }
    }
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else {
        return false;
    };
    let within = |part: &str, length, range: std::ops::RangeInclusive<u32>| {
        part.len() == length && part.parse().is_ok_and(|number| range.contains(&number))
    };
    within(year, 4, 2020..=2100) && within(month, 2, 1..=12) && within(day, 2, 1..=31)
}

#[test]
fn every_line_says_when_it_was_checked_and_where_it_was_read() {
    for (region, line) in lines() {
        let (checked, source) = (line.checked.unwrap_or_default(), line.source.unwrap_or_default());
        assert!(is_date(&checked), "{region} {}: {checked}", line.id);
        assert!(source.trim().len() > 5, "{region} {}: '{source}'", line.id);
    }
}

const DOCUMENT: &str = include_str!("../docs/help-lines.md");

#[test]
fn the_document_has_every_line_with_its_facts_the_day_and_two_addresses() {
    let row = |id: &str| {
        let begins = format!("| `{id}` |");
        DOCUMENT.lines().find(|line| line.starts_with(&begins)).unwrap()
    };
    for (_, line) in lines() {
        let row = row(&line.id);
        let ways = [&line.name, &line.call, &line.text, &line.web, &line.hours, &line.cost];
        for fact in ways.into_iter().chain([&line.languages, &line.checked]).flatten() {
            assert!(row.contains(fact.as_str()), "{}: {fact}", line.id);
        }
        let directory = line.what.as_deref() == Some("directory");
        assert!(directory || row.matches("<http").count() >= 2, "{row}");
    }
    let rows = DOCUMENT.lines().filter(|line| line.starts_with("| `")).count();
    assert_eq!(rows, lines().len(), "no row is left of a line that is gone");
}

#[test]
fn every_line_but_the_directory_has_a_name_and_says_for_whom_it_is() {
    for (region, line) in lines() {
        assert!(line.what.is_some(), "{region} {}", line.id);
        let directory = line.what.as_deref() == Some("directory");
        assert_eq!(line.name.is_none(), directory, "{region} {}", line.id);
    }
}

#[test]
fn every_word_in_the_list_that_is_ours_has_its_text_in_the_locale() {
    let messages = &common::english_json()["messages"];
    for (_, line) in lines() {
        for word in [&line.what, &line.hours, &line.cost].into_iter().flatten() {
            let ours = word.chars().all(char::is_alphabetic);
            assert_eq!(ours, messages.get(format!("line.{word}")).is_some(), "{}: {word}", line.id);
        }
    }
}

#[test]
fn the_line_for_now_is_one_that_can_be_called_day_and_night_and_is_for_everybody() {
    for region in regions().all() {
        let line = region.now("English").unwrap();
        let open = |line: &&Line| line.call.is_some() && line.hours.as_deref() == Some("always");
        let first = region.lines.iter().find(open).unwrap_or(&region.lines[0]);
        assert_eq!(line, first, "{}", region.id);
        let role = ["carers", "doctors", "nurses"];
        assert!(!role.contains(&line.what.as_deref().unwrap()), "{}: {}", region.id, line.id);
    }
}

#[test]
fn without_a_line_that_is_always_open_the_first_that_can_be_called_is_the_one_for_now() {
    let now = |lines: Value| {
        let all = brought(json!({ "regions": [{ "id": "OWN", "lines": lines }] }));
        all.all()[all.position("OWN").unwrap()].now("English").map(|line| line.id.clone())
    };
    let by_day = json!({ "id": "day", "call": "555", "hours": "9 to 5" });
    let texts = json!({ "id": "texts", "text": "555", "hours": "always" });
    let always = json!({ "id": "always", "call": "555", "hours": "always" });
    assert_eq!(now(json!([texts, by_day, always])).unwrap(), "always");
    assert_eq!(now(json!([texts, by_day])).unwrap(), "day");
    assert_eq!(now(json!([texts])).unwrap(), "texts");
    assert_eq!(now(json!([])), None);
}

#[test]
fn lines_that_were_checked_more_than_twelve_months_ago_are_named_as_old() {
    let all = brought(json!({ "regions": [{ "id": "OWN", "lines": [
        { "id": "new", "call": "555", "checked": "2026-11-26" },
        { "id": "old", "call": "555", "checked": "2026-02-28" },
    ] }] }));
    let own = &all.all()[all.position("OWN").unwrap()];
    assert_eq!(own.checked(), Some("2026-02-28"));
    for young in ["2026-02-28", "2026-12-31", "2027-02-28"] {
        assert_eq!(own.check_age(young), Ok(()), "{young}");
    }
    for old in ["2027-03-01", "2028-01-01", "9999-12-31"] {
        let said = own.check_age(old).unwrap_err().to_string();
        assert!(said.contains("'OWN' were last checked on 2026-02-28"), "{said}");
        assert!(said.contains("more than twelve months ago"), "{said}");
    }
}

#[test]
fn a_line_whose_day_is_missing_or_no_day_never_grows_old() {
    for day in ["", "soon", "12-03", "99999-01-01", "2026", "\u{e9}-\u{e9}"] {
        let all = brought(json!({ "regions": [
            { "id": "OWN", "lines": [{ "id": "own", "call": "555", "checked": day }] },
        ] }));
        let own = &all.all()[all.position("OWN").unwrap()];
        assert_eq!(own.check_age("9998-01-01"), Ok(()), "{day}");
    }
}

#[test]
fn no_shipped_line_is_old_on_the_day_of_the_release() {
    for region in regions().all() {
        assert_eq!(region.check_age("2026-11-30"), Ok(()), "{}", region.id);
    }
}

#[test]
fn the_directory_is_that_of_everywhere_else() {
    assert_eq!(regions().directory(), Some("findahelpline.com"));
}

#[test]
fn no_two_regions_and_no_two_lines_share_an_id() {
    let regions = regions();
    let ids: BTreeSet<&str> = regions.all().iter().map(|region| region.id.as_str()).collect();
    assert_eq!(ids.len(), regions.all().len());
    let lines = lines();
    let ids: BTreeSet<&str> = lines.iter().map(|(_, line)| line.id.as_str()).collect();
    assert_eq!(ids.len(), lines.len());
}

#[test]
fn the_numbers_are_those_that_the_science_names() {
    let first = |id: &str| {
        let line = regions().all()[regions().position(id).unwrap()].lines[0].clone();
        (line.call, line.text, line.web)
    };
    let number = |text: &str| Some(text.to_owned());
    for id in ["US", "CA"] {
        assert_eq!(first(id), (number("988"), number("988"), None));
    }
    for id in ["GB", "IE"] {
        assert_eq!(first(id).0, number("116 123"));
    }
    assert_eq!(first("AU"), (number("13 11 14"), number("0477 13 11 14"), None));
    assert_eq!(first("NZ").0, number("1737"));
    assert_eq!(first("IN").0, number("14416"));
    for id in ["EU", "WORLD"] {
        assert_eq!(first(id), (None, None, number("findahelpline.com")));
    }
}

#[test]
fn a_country_in_the_list_is_its_own_region_however_it_is_written() {
    for (code, region) in [("US", "US"), ("us", "US"), ("Nz", "NZ"), ("IE", "IE"), ("gb", "GB")] {
        assert_eq!(country(code), region);
    }
}

#[test]
fn every_member_of_the_european_union_is_in_it_unless_it_is_listed_itself() {
    let members = ["BG", "CY", "HR", "LT", "RO", "SK"];
    let listed = [
        "AT", "BE", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HU", "IE", "IT", "LU", "LV",
        "MT", "NL", "PL", "PT", "SE", "SI",
    ];
    for listed in listed {
        assert_eq!(country(listed), listed);
    }
    for member in members {
        assert_eq!(country(member), "EU", "{member}");
        assert_eq!(country(&member.to_lowercase()), "EU", "{member}");
    }
    for neighbour in ["LI", "NO", "IS", "TR", "UA", "RS"] {
        assert_eq!(country(neighbour), "WORLD", "{neighbour}");
    }
}

#[test]
fn any_other_country_is_everywhere_else() {
    for code in ["AR", "ZZ", "", "U", "USA", "world", "not a country"] {
        assert_eq!(country(code), "WORLD", "{code}");
    }
}

#[test]
fn the_first_language_with_a_country_decides() {
    assert_eq!(languages(&["de", "en-AU"]), "AU");
    assert_eq!(languages(&["en-GB", "en-US", "en"]), "GB");
    assert_eq!(languages(&["ro-RO"]), "EU");
    assert_eq!(languages(&["pt-br", "en-US"]), "BR");
    assert_eq!(languages(&["EN-ca"]), "CA");
}

#[test]
fn a_script_or_a_variant_is_not_taken_for_a_country() {
    assert_eq!(languages(&["zh-Hant-NZ"]), "NZ");
    assert_eq!(languages(&["sr-Latn", "en-IE"]), "IE");
    assert_eq!(languages(&["es-419", "en-US"]), "US");
    assert_eq!(languages(&["de-CH-1996", "en-US"]), "CH");
}

#[test]
fn the_language_itself_is_not_taken_for_a_country() {
    assert_eq!(languages(&["in", "nz", "ca"]), "WORLD");
}

#[test]
fn what_follows_a_single_letter_in_a_language_is_not_taken_for_a_country() {
    assert_eq!(languages(&["en-u-ca-gregory"]), "WORLD");
    assert_eq!(languages(&["ar-u-nu-latn", "en-AU"]), "AU");
    assert_eq!(languages(&["en-US-u-ca-gregory"]), "US");
    assert_eq!(languages(&["en-x-in"]), "WORLD");
}

#[test]
fn without_any_country_it_is_everywhere_else() {
    assert_eq!(languages(&[]), "WORLD");
    assert_eq!(languages(&["en", "", "-", "x"]), "WORLD");
}

#[test]
fn a_number_is_dialled_without_what_people_write_between() {
    assert_eq!(dialled("0477 13 11 14"), "0477131114");
    assert_eq!(dialled("1-800-891-4416"), "18008914416");
    assert_eq!(dialled("+44 (20) 7946"), "+44207946");
    assert_eq!(dialled("call us"), "");
}

fn brought(json: Value) -> Regions {
    regions().with(serde_json::from_value(json).unwrap())
}

#[test]
fn a_host_replaces_a_region_by_its_own_lines() {
    let all = brought(json!({ "regions": [
        { "id": "nz", "emergency": "111", "lines": [{ "id": "ours", "call": "0800 555 0101" }] },
    ] }));
    let new_zealand = &all.all()[all.position("NZ").unwrap()];
    assert_eq!(new_zealand.lines[0].call.as_deref(), Some("0800 555 0101"));
    assert_eq!(new_zealand.lines.len(), 1);
    assert_eq!((all.all().len(), all.check()), (regions().all().len(), Ok(())));
}

#[test]
fn a_region_that_a_host_adds_comes_before_everywhere_else() {
    let all = brought(json!({ "regions": [
        { "id": "NORTH", "name": "The North", "lines": [{ "id": "n", "call": "555" }] },
    ] }));
    let ids: Vec<&str> = all.all().iter().map(|region| region.id.as_str()).collect();
    assert_eq!(ids[ids.len() - 2..], ["NORTH", "WORLD"]);
    assert_eq!(all.all()[all.position("north").unwrap()].name.as_deref(), Some("The North"));
}

fn checked(change: impl FnOnce(&mut Value)) -> Result<(), String> {
    let mut json: Value = serde_json::from_str(common::REGIONS).unwrap();
    change(&mut json["regions"]);
    let regions: Regions = serde_json::from_value(json).unwrap();
    regions.check().map_err(|error| error.to_string())
}

#[test]
fn a_list_without_everywhere_else_is_refused() {
    let said = checked(|regions| {
        regions.as_array_mut().unwrap().pop();
    });
    assert_eq!(said, Err("the list of regions has no 'WORLD'".to_owned()));
}

#[test]
fn a_region_that_reaches_nobody_is_named() {
    let named = Err("the region 'AT' has no line with a number or an address".to_owned());
    assert_eq!(checked(|regions| regions[1]["lines"] = json!([])), named);
    let nothing = json!([{ "id": "ca", "checked": "2026-11-22", "source": "nowhere" }]);
    assert_eq!(checked(|regions| regions[1]["lines"] = nothing), named);
    let blank = json!([{ "id": "ca", "call": " ", "checked": "2026-11-22", "source": "nowhere" }]);
    assert_eq!(checked(|regions| regions[1]["lines"] = blank), named);
}
