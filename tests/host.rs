//! What a host page may set: what is taken, what is refused with a reason, and colours made legible.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read its own data has failed"
)]

use burnout_screener::host::table::{ATTRIBUTES, Place, Reader, Values};
use burnout_screener::host::{Accent, HostAttributes, HostSettings, Theme};
use burnout_screener::regions::Regions;
use burnout_screener::tree::{Node, Tree};
use proptest::prelude::*;

fn regions() -> Regions {
    serde_json::from_str(include_str!("../www/regions.json")).unwrap()
}

fn checked(host: &HostAttributes) -> (HostSettings, Vec<String>) {
    let (settings, refused) = HostSettings::new(host, &regions());
    (settings, refused.iter().map(ToString::to_string).collect())
}

fn text(value: &str) -> Option<String> {
    Some(value.to_owned())
}

/// The contrast of two colours as WCAG 2.2 defines it, written anew from the definition.
fn contrast(one: &str, other: &str) -> f64 {
    let luminance = |colour: &str| {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// What text stands on, as the style sheet has it: the light surfaces, and the dark ones.
fn surfaces() -> [Vec<String>; 2] {
    let sheet = include_str!("../www/style/theme.css");
    let named = |name: &str| -> Vec<String> {
        let declared = format!("{name}: #");
        let after = sheet.split(&declared).skip(1);
        after.map(|after| after.split(';').next().unwrap().to_owned()).collect()
    };
    let [mut light, mut dark] = [Vec::new(), Vec::new()];
    for name in ["--paper", "--raised"] {
        let values = named(name);
        // Light; dark where the device asks for it; dark where the host does.
        assert!(values.len() == 3 && values[1] == values[2], "{name}: {values:?}");
        let long = |value: &str| match value.len() {
            3 => value.chars().flat_map(|digit| [digit, digit]).collect(),
            _ => value.to_owned(),
        };
        light.push(format!("#{}", long(&values[0])));
        dark.push(format!("#{}", long(&values[1])));
    }
    [light, dark]
}

/// The colour with the fewest hundredths of black or white in it that can be read on each surface.
fn moved(colour: &str, pole: u32, surfaces: &[String]) -> String {
    let channel = |at: usize| u32::from_str_radix(&colour[at..at + 2], 16).unwrap();
    let mixed = |hundredths: u32| {
        let of = |at: usize| (channel(at) * (100 - hundredths) + pole * hundredths) / 100;
        format!("#{:02x}{:02x}{:02x}", of(1), of(3), of(5))
    };
    let legible = |mixed: &String| surfaces.iter().all(|surface| contrast(mixed, surface) >= 5.0);
    (0..=100).map(mixed).find(legible).unwrap()
}

#[test]
fn a_host_that_sets_nothing_gets_the_defaults_and_no_complaint() {
    let (settings, refused) = checked(&HostAttributes::default());
    assert_eq!(refused, Vec::<String>::new());
    assert_eq!(settings.theme, Theme::Auto);
    assert_eq!(settings.accent, None);
    assert_eq!(regions().all()[settings.region].id, "WORLD");
}

#[test]
fn the_region_comes_from_the_attribute_before_the_language() {
    let languages = vec!["en-AU".to_owned()];
    let by_language = HostAttributes { languages: languages.clone(), ..HostAttributes::default() };
    assert_eq!(regions().all()[checked(&by_language).0.region].id, "AU");
    let by_attribute =
        HostAttributes { languages, region: text("nz"), ..HostAttributes::default() };
    assert_eq!(regions().all()[checked(&by_attribute).0.region].id, "NZ");
}

#[test]
fn what_cannot_be_used_is_named_with_what_it_must_be_and_left_at_its_default() {
    let host = HostAttributes {
        region: text("Atlantis"),
        theme: text("pink"),
        accent: text("red"),
        contact_name: text(&"x".repeat(121)),
        contact_link: text("javascript:alert(1)"),
        contact_phone: text("call me"),
        contact_always: text("always"),
        employer: text("perhaps"),
        idle: text("1"),
        ..HostAttributes::default()
    };
    let (settings, refused) = checked(&host);
    let long = "x".repeat(40);
    assert_eq!(
        refused,
        [
            "the attribute region=\"Atlantis\" is not used: it must be the id of a region in the list, such as US or GB",
            "the attribute theme=\"pink\" is not used: it must be auto, light or dark",
            "the attribute accent=\"red\" is not used: it must be a colour as #rgb or #rrggbb",
            "the attribute idle=\"1\" is not used: it must be a whole number of minutes from 2 to 120",
            &format!(
                "the attribute contact-name=\"{long}\" is not used: it must be 120 characters at most"
            ),
            "the attribute contact-link=\"javascript:alert(1)\" is not used: it must be an address that begins with https://",
            "the attribute contact-phone=\"call me\" is not used: it must be a phone number in digits, such as 555-0142",
            "the attribute contact-always=\"always\" is not used: it must be yes or no",
            "the attribute employer=\"perhaps\" is not used: it must be yes or no",
        ]
    );
    assert_eq!(settings, checked(&HostAttributes::default()).0);
}

#[test]
fn a_contact_is_open_day_and_night_only_where_the_host_says_so() {
    for (said, always) in [("yes", true), ("no", false), ("", false)] {
        let host = HostAttributes { contact_always: text(said), ..HostAttributes::default() };
        let (settings, refused) = checked(&host);
        assert_eq!((settings.contact.always, refused.len()), (always, 0), "{said}");
    }
}

#[test]
fn a_blank_attribute_is_as_good_as_none() {
    let host = HostAttributes {
        theme: text("  "),
        accent: text(""),
        contact_name: text(" "),
        ..HostAttributes::default()
    };
    assert_eq!(checked(&host), checked(&HostAttributes::default()));
}

#[test]
fn a_short_colour_means_the_same_as_its_long_form() {
    assert_eq!(Accent::new("#1bF"), Accent::new("#11bbff"));
    for wrong in ["", "#", "#12", "#1234", "#12345", "#1234567", "123456", "#12g", "#+12", "#1 2"] {
        assert_eq!(Accent::new(wrong), None, "{wrong}");
    }
}

#[test]
fn a_colour_that_can_be_read_is_left_as_it_is() {
    assert_eq!(Accent::new("#1d5c67").unwrap().light, "#1d5c67");
    assert_eq!(Accent::new("#7fc6d2").unwrap().dark, "#7fc6d2");
}

#[test]
fn a_colour_that_cannot_be_read_is_moved_as_far_as_it_must_be_and_no_further() {
    let colours =
        ["#ff0000", "#123456", "#ffff00", "#000000", "#ffffff", "#8a2f5c", "#0a0a0b", "#1d5c67"];
    for colour in colours {
        let accent = Accent::new(colour).unwrap();
        let [light, dark] = surfaces();
        assert_eq!(accent.light, moved(colour, 0x00, &light), "{colour}");
        assert_eq!(accent.dark, moved(colour, 0xff, &dark), "{colour}");
    }
}

#[test]
fn settings_of_the_wrong_kind_are_an_error_with_its_place() {
    let tree: Tree = serde_json::from_str(
        r#"{"isolated": true, "keeps": false, "inApp": false, "languages": ["en", 7]}"#,
    )
    .unwrap();
    let error = HostAttributes::read(&Node::new(&tree)).unwrap_err();
    assert_eq!(error.to_string(), "languages[1] must be a text");
}

/// What is said of the names of attributes alone.
fn named(on_tag: bool, names: &[&str]) -> Vec<String> {
    let names = names.iter().map(|&name| name.to_owned()).collect();
    checked(&HostAttributes { on_tag, names, ..HostAttributes::default() }).1
}

#[test]
fn every_attribute_of_the_table_is_known_where_it_may_stand_and_nowhere_else() {
    for attribute in ATTRIBUTES {
        let (name, place) = (attribute.name, attribute.place);
        assert_eq!(named(false, &[name]).is_empty(), place != Place::Tag, "{name}");
        let on_tag = format!("data-{name}");
        assert_eq!(named(true, &[&on_tag]).is_empty(), place != Place::Element, "{name}");
    }
}

#[test]
fn a_misspelt_attribute_is_named_with_the_one_that_is_meant() {
    assert_eq!(
        named(false, &["regoin", "them", "contactname", "contact_link", "leaveto"]),
        [
            "the attribute 'regoin' is not known: is 'region' meant?",
            "the attribute 'them' is not known: is 'theme' meant?",
            "the attribute 'contactname' is not known: is 'contact-name' meant?",
            "the attribute 'contact_link' is not known: is 'contact-link' meant?",
            "the attribute 'leaveto' is not known: is 'leave-to' meant?",
        ]
    );
    assert_eq!(
        named(true, &["data-acent", "data-colour"]),
        [
            "the attribute 'data-acent' is not known: is 'data-accent' meant?",
            "the attribute 'data-colour' is not known",
        ]
    );
}

#[test]
fn an_attribute_in_the_wrong_place_is_named_with_the_right_one() {
    assert_eq!(
        named(false, &["data-region"]),
        ["the attribute 'data-region' is not known: is 'region' meant?"]
    );
    assert_eq!(
        named(true, &["theme"]),
        ["the attribute 'theme' is not known: is 'data-theme' meant?"]
    );
}

#[test]
fn what_html_and_frameworks_put_on_an_element_is_no_mistake() {
    let names = "id class style title hidden slot part role tabindex dir aria-label data-by-tag data-testid onclick \
        translate inert _ngcontent-a1 @click :key";
    assert_eq!(named(false, &names.split_whitespace().collect::<Vec<_>>()), Vec::<String>::new());
    let names = "src async defer type nonce integrity crossorigin lang id data-region data-target";
    assert_eq!(named(true, &names.split_whitespace().collect::<Vec<_>>()), Vec::<String>::new());
}

#[test]
fn only_the_beginning_of_a_name_of_any_length_is_repeated() {
    let said = named(false, &["x".repeat(5_000).as_str()]);
    assert!(said[0].len() < 200, "{said:?}");
}

/// What the page hands in, with these attributes.
fn handed_in(attributes: &str) -> Tree {
    let text = format!(
        r#"{{"isolated": true, "keeps": false, "inApp": false, "languages": [], "attributes": {attributes}}}"#
    );
    serde_json::from_str(&text).unwrap()
}

#[test]
fn every_attribute_that_is_the_widgets_is_read_and_none_that_is_the_loaders() {
    for attribute in ATTRIBUTES {
        let name = attribute.name;
        let tree = handed_in(&format!(r#"{{"{name}": 7}}"#));
        let read = HostAttributes::read(&Node::new(&tree)).err().map(|error| error.to_string());
        let is_widgets = attribute.reader == Reader::Widget;
        assert_eq!(read, is_widgets.then(|| format!("attributes.{name} must be a text")));
    }
}

#[test]
fn every_word_of_the_table_is_taken_and_named_where_another_is_refused() {
    for attribute in ATTRIBUTES {
        let Values::Words(words) = attribute.values else { continue };
        for word in words {
            assert!(attribute.wanted.contains(word), "{}: {word}", attribute.name);
            let tree = handed_in(&format!(r#"{{"{}": "{word}"}}"#, attribute.name));
            let host = HostAttributes::read(&Node::new(&tree)).unwrap();
            assert_eq!(checked(&host).1, Vec::<String>::new());
        }
    }
}

#[test]
fn a_heading_lies_as_deep_as_one_of_six_levels_and_no_deeper() {
    let level = |given: &str| {
        let (settings, refused) =
            checked(&HostAttributes { heading_level: text(given), ..HostAttributes::default() });
        (settings.heading_level, refused.len())
    };
    for (given, place) in [("1", 0), (" 3 ", 2), ("6", 5)] {
        assert_eq!(level(given), (Some(place), 0), "{given}");
    }
    for given in ["0", "7", "2.5", "h2", "-1"] {
        assert_eq!(level(given), (None, 1), "{given}");
    }
    assert_eq!(level(""), (None, 0));
}

#[test]
fn what_shows_a_state_or_a_value_without_words_stands_out_from_every_surface() {
    let sheet = include_str!("../www/style/theme.css");
    let surfaces = surfaces();
    // The edge of what can be pressed, and the hue of each strain.
    for name in ["--edge", "--burnout", "--cf", "--tired"] {
        let declared = format!("{name}: #");
        let values: Vec<String> =
            sheet.split(&declared).skip(1).map(|after| format!("#{}", &after[..6])).collect();
        assert_eq!(values.len(), 3, "{name}: light, dark, and dark by the host");
        for (value, surfaces) in values.iter().zip(&surfaces) {
            for surface in surfaces {
                assert!(contrast(value, surface) >= 3.0, "{name}: {value} on {surface}");
            }
        }
    }
}

#[test]
fn minutes_may_have_spaces_around_them() {
    for (minutes, idle) in [("5 ", Some(5)), (" 120", Some(120)), ("5 0", None), ("121", None)] {
        let host = HostAttributes { idle: text(minutes), ..HostAttributes::default() };
        let (settings, refused) = checked(&host);
        assert_eq!((settings.idle, refused.len()), (idle, usize::from(idle.is_none())));
    }
}

proptest! {
    #[test]
    fn text_in_any_colour_can_be_read_on_both_surfaces(red: u8, green: u8, blue: u8) {
        let accent = Accent::new(&format!("#{red:02x}{green:02x}{blue:02x}")).unwrap();
        let [light, dark] = surfaces();
        for surface in light {
            prop_assert!(contrast(&accent.light, &surface) >= 5.0);
        }
        for surface in dark {
            prop_assert!(contrast(&accent.dark, &surface) >= 5.0);
        }
    }

    #[test]
    fn no_name_of_an_attribute_panics(names: Vec<String>, on_tag: bool) {
        let host = HostAttributes { names, on_tag, ..HostAttributes::default() };
        let (_, refused) = checked(&host);
        prop_assert!(refused.len() <= host.names.len());
    }

    #[test]
    fn no_text_of_a_host_panics(region: String, theme: String, accent: String, name: String, link: String, phone: String) {
        let host = HostAttributes {
            region: Some(region),
            theme: Some(theme),
            accent: Some(accent),
            contact_name: Some(name),
            contact_link: Some(link),
            contact_phone: Some(phone),
            ..HostAttributes::default()
        };
        let (settings, _) = checked(&host);
        prop_assert!(settings.region < regions().all().len());
        prop_assert!(settings.contact.link.is_none_or(|link| link.starts_with("https://")));
    }
}
