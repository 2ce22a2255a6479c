//! What is put into a text: the words that go with a count, what only a browser knows, and values that keep their
//! order.

use std::rc::Rc;

use burnout_screener::date::Date;
use burnout_screener::locale::{Direction, Intl, Locale, Message};
use burnout_screener::regions::Regions;

use crate::common::{english, regions};
use crate::reading::language;

/// Arabic as a browser counts it.
struct Arabic;

impl Intl for Arabic {
    fn ask(&self, what: &str, _: &str, given: &[&str]) -> Option<String> {
        let count: u32 = given.first()?.parse().ok()?;
        let category = match (count, count % 100) {
            (0, _) => "zero",
            (1, _) => "one",
            (2, _) => "two",
            (_, 3..=10) => "few",
            (_, 11..=99) => "many",
            _ => "other",
        };
        (what == "plural").then(|| category.to_owned())
    }
}

#[test]
fn a_count_takes_the_words_of_its_category() {
    let locale = language("ar").locale().asking(Rc::new(Arabic));
    let said = |count| locale.fill(Message::AboutMore, &[("count", count)]);
    assert_eq!(said("1"), "قد تكفي إجابة واحدة أخرى لمعرفة ذلك.");
    assert_eq!(said("2"), "قد تكفي إجابتان أخريان لمعرفة ذلك.");
    assert_eq!(said("3"), "قد تكفي 3 إجابات أخرى لمعرفة ذلك.");
    assert_eq!(said("11"), "قد تكفي 11 إجابة أخرى لمعرفة ذلك.");
    let spanish = language("es").locale();
    let said = |count| spanish.fill(Message::AboutMore, &[("count", count)]);
    assert_eq!(said("1"), "Una respuesta más puede bastar para saberlo.");
    assert_eq!(said("7"), "7 respuestas más pueden bastar para saberlo.");
    // What is no whole number has no words of its own.
    assert_eq!(said("2.5"), "2.5 respuestas más pueden bastar para saberlo.");
}

/// Between letters that run from the right, digits with blanks between them change places.
#[test]
fn a_value_keeps_its_order_whichever_way_the_text_runs() {
    let (arabic, english) = (language("ar").locale(), english());
    assert_eq!(arabic.direction(), Direction::Rtl);
    let call = |locale: &Locale, number| locale.fill(Message::HelpCall, &[("number", number)]);
    assert_eq!(call(&arabic, "116 123"), "اتصال بالرقم \u{2068}116 123\u{2069}");
    assert_eq!(call(&english, "116 123"), "Call 116 123");
    let contact = |name| english.fill(Message::PlacesContact, &[("name", name)]);
    assert_eq!(contact("مركز الدعم"), "Your contact here: \u{2068}مركز الدعم\u{2069}");
}

/// Who says that the order is this, of whatever.
struct Ordered(&'static str);

impl Intl for Ordered {
    fn ask(&self, what: &str, _: &str, _: &[&str]) -> Option<String> {
        (what == "order").then(|| self.0.to_owned())
    }
}

#[test]
fn regions_stand_in_the_order_of_the_language_and_those_of_many_countries_last() {
    let regions = regions();
    let count = regions.all().len();
    let plain: Vec<usize> = (0..count).collect();
    let order = |told| english().asking(Rc::new(Ordered(told))).ordered(&regions);
    assert_eq!(english().ordered(&regions), plain);
    let union = regions.position("EU").unwrap();
    let told = order("3,31,30,1,1,x,-1,99,0");
    assert_eq!(told[..4], [3, 1, 0, 2]);
    assert_eq!(told[count - 2..], [union, regions.position("WORLD").unwrap()]);
    // Whatever a browser answers, no region is lost, and none stands there twice.
    let mut sorted = told;
    sorted.sort_unstable();
    assert_eq!(sorted, plain);
}

#[test]
fn what_is_said_of_numbers_lists_and_days_is_taken_and_else_it_is_plain_english() {
    let [day, two] = [Date::new("2026-11-06").unwrap(), Date::new("2000-12-31").unwrap()];
    let plain = english();
    assert_eq!(plain.number(-2.5417), "-2.54");
    assert_eq!(plain.list(&["a".to_owned(), "b".to_owned()]), "a, b");
    assert_eq!([plain.day(&day), plain.day_of_year(&two)], ["6 November 2026", "31 December"]);
    let asked = plain.asking(Rc::new(Echo));
    assert_eq!(asked.number(2.5), "number en-GB 2.5");
    assert_eq!(asked.list(&["a".to_owned(), "b".to_owned()]), "list en-GB a b");
    assert_eq!(asked.day(&day), "date en-GB 2026-11-06");
    assert_eq!(asked.day_of_year(&day), "day en-GB 2026-11-06");
}

/// Who says what was asked.
struct Echo;

impl Intl for Echo {
    fn ask(&self, what: &str, language: &str, given: &[&str]) -> Option<String> {
        Some(format!("{what} {language} {}", given.join(" ")))
    }
}

#[test]
fn a_line_that_speaks_the_language_comes_first() {
    let list = r#"{ "regions": [{ "id": "WORLD", "lines": [
        { "id": "one", "call": "1", "hours": "always", "languages": "English" },
        { "id": "two", "call": "2", "languages": "English, Español" },
        { "id": "three", "call": "3", "hours": "always", "languages": "Français, Español" }
    ] }] }"#;
    let regions: Regions = serde_json::from_str(list).unwrap();
    let region = &regions.all()[0];
    let now = |name| region.now(name).unwrap().id.clone();
    // Open day and night counts for more than the language: somebody answers.
    assert_eq!([now("English"), now("Español"), now("العربية")], ["one", "three", "one"]);
    let order: Vec<&str> =
        region.spoken("Español").into_iter().map(|line| line.id.as_str()).collect();
    assert_eq!(order, ["two", "three", "one"]);
}
