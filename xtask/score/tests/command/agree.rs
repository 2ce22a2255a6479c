//! The command says what the core says, whatever was answered.

use burnout_screener::instrument::Instrument;
use burnout_screener::outcome::Outcome;
use burnout_screener::profile::Profile;
use burnout_screener::response::Responses;
use proptest::prelude::*;
use serde_json::Value;

use crate::run::{Folder, text_of};

/// Instruments of every kind.
const INSTRUMENTS: [&str; 8] = [
    "www/instruments/helping-strain.json",
    "tests/instruments/bat-like.json",
    "tests/instruments/cbi-like.json",
    "tests/instruments/mbi-like.json",
    "tests/instruments/phq-like.json",
    "tests/instruments/proqol-like.json",
    "tests/instruments/second-profile.json",
    "tests/instruments/totals-like.json",
];

/// How many random people fill one file.
const PEOPLE: usize = 200;

/// For each person a chance of leaving out, and for each question a number that chooses the option.
type Chances = Vec<(u8, Vec<(u8, u8)>)>;

fn chances() -> impl Strategy<Value = Chances> {
    let answers = proptest::collection::vec((any::<u8>(), any::<u8>()), 60);
    proptest::collection::vec((any::<u8>(), answers), PEOPLE)
}

/// The answers of a person, and the row that says them.
fn person(
    instrument: &Instrument,
    (left_out, chances): &(u8, Vec<(u8, u8)>),
) -> (Responses, String) {
    let mut responses = Responses::new(instrument);
    let mut cells = Vec::new();
    let mut chances = chances.iter().cycle();
    let mut option = |options: usize| {
        let (choice, chance) = chances.next().unwrap();
        let skipped = chance < left_out;
        (!skipped).then(|| choice % u8::try_from(options).unwrap())
    };
    for item in 0..instrument.items().len() {
        let options = instrument.options(item);
        let chosen = option(options.len());
        responses.set_item(instrument, item, chosen);
        let value = chosen.map(|chosen| options[usize::from(chosen)].value.to_string());
        cells.push(value.unwrap_or_default());
    }
    for (place, asked) in instrument.context().iter().enumerate() {
        let chosen = option(asked.options.len());
        responses.set_context(instrument, place, chosen);
        let id = chosen.map(|chosen| asked.options[usize::from(chosen)].id.clone());
        cells.push(id.unwrap_or_default());
    }
    (responses, cells.join(","))
}

fn check(path: &str, chances: &Chances) {
    let instrument: Instrument = serde_json::from_str(&text_of(path)).unwrap();
    let items = instrument.items().iter().map(|item| format!("item.{}", item.id));
    let context = instrument.context().iter().map(|asked| format!("context.{}", asked.id));
    let header: Vec<String> = items.chain(context).collect();
    let people: Vec<_> = chances.iter().map(|chances| person(&instrument, chances)).collect();
    let rows: Vec<&str> = people.iter().map(|(_, row)| row.as_str()).collect();
    let table = format!("{}\n{}\n", header.join(","), rows.join("\n"));
    let folder = Folder::new();
    let file = folder.write("instrument.json", text_of(path));
    let words = ["score", "--instrument", file.to_str().unwrap(), "--format", "jsonl", "-"];
    let ended = folder.run(&words, &table);
    assert_eq!(ended.code, 0, "{path}: {}", ended.told);
    let lines: Vec<Value> =
        ended.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), people.len(), "{path}");
    for ((responses, row), line) in people.iter().zip(&lines) {
        let outcome = Outcome::new(&instrument, responses);
        for standing in &outcome.standings {
            let said = &line["scales"][&standing.scale.id];
            assert_eq!(said["score"].as_f64(), standing.score.map(|score| score.value), "{row}");
            let error = standing.score.and_then(|score| score.error);
            assert_eq!(said["error"].as_f64(), error, "{row}");
            assert_eq!(said["band"].as_str(), standing.band.map(|band| band.id.as_str()), "{row}");
            let answered =
                standing.scale.items().filter(|&item| responses.item(item).is_some()).count();
            assert_eq!(said["answered"], answered, "{row}");
        }
        let result = &line["result"];
        let Some(found) = outcome.classification else {
            assert!(result.is_null(), "{path}");
            continue;
        };
        let parts = |said: &Value, parts: burnout_screener::instrument::PartSet| {
            let parts: Vec<&str> = parts.parts().map(|part| part.name()).collect();
            assert_eq!(*said, Value::from(parts), "{row}");
        };
        assert_eq!(result["finding"], found.finding.name(), "{row}");
        assert_eq!(result["profile"], found.profile().name(), "{row}");
        let settled = Profile::SETTLED.contains(&found.profile());
        let possible = found.possible().filter(|_| !settled).map(Profile::name);
        assert_eq!(result["possible"], possible.collect::<Value>(), "{row}");
        assert_eq!(result["burnout"], found.burnout.name(), "{row}");
        assert_eq!(result["compassion_fatigue"], found.compassion_fatigue.name(), "{row}");
        assert_eq!(result["tired"], found.tired.name(), "{row}");
        assert_eq!(result["rest"], found.rest.name(), "{row}");
        parts(&result["raised_part"], found.raised);
        parts(&result["watched_part"], found.watched);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_command_says_of_random_people_what_the_core_says(chances in chances()) {
        for path in INSTRUMENTS {
            check(path, &chances);
        }
    }
}
