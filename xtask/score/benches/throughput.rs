//! How many people one core scores in a second: `cargo bench -p burnout-score`. Fewer than the bound is a failure.

use std::fmt::Write;
use std::io::{self, Cursor};
use std::path::Path;
use std::time::Instant;

use anyhow::{Result, ensure};
use burnout_score::args::{Format, ReadArgs};
use burnout_score::opened::Reading;
use burnout_score::score::{Tally, Work};
use burnout_score::scored::Columns;
use burnout_score::wide::Beside;
use burnout_screener::instrument::Instrument;

const PEOPLE: u64 = 1_000_000;
const ITEMS: usize = 26;
const BOUND: f64 = 200_000.0;

/// Three scales of 26 items, with an error and bands.
fn instrument() -> Result<Instrument> {
    let item = |place: usize| format!(r#"{{ "id": "i{place}" }}"#);
    let ids = |from: usize, to: usize| {
        (from..to).map(|place| format!("\"i{place}\"")).collect::<Vec<_>>().join(",")
    };
    let items = (0..ITEMS).map(item).collect::<Vec<_>>().join(",");
    let options = (0..5).map(|value| format!(r#"{{ "id": "o{value}", "value": {value} }}"#));
    let options = options.collect::<Vec<_>>().join(",");
    let (one, two, three) = (ids(0, 10), ids(10, 18), ids(18, ITEMS));
    Ok(serde_json::from_str(&format!(
        r#"{{
            "format": 2, "id": "twenty-six", "version": "1", "validated": false,
            "option_sets": {{ "often": [{options}] }}, "items": [{items}],
            "scales": [
                {{ "id": "one", "method": "sum", "items": [{one}],
                   "precision": {{ "deviation": 8, "reliability": 0.85 }},
                   "bands": [{{ "id": "low" }}, {{ "id": "high", "from": 20 }}] }},
                {{ "id": "two", "method": "mean", "items": [{two}] }},
                {{ "id": "three", "method": "percent", "items": [{three}] }}
            ]
        }}"#
    ))?)
}

fn table() -> String {
    let mut table = "id".to_owned();
    for item in 0..ITEMS {
        write!(table, ",i{item}").ok();
    }
    table.push('\n');
    // Any numbers that do not repeat soon.
    let mut state = 1_u64;
    for person in 0..PEOPLE {
        write!(table, "p{person}").ok();
        for _ in 0..ITEMS {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            write!(table, ",{}", (state >> 33) % 5).ok();
        }
        table.push('\n');
    }
    table
}

fn main() -> Result<()> {
    let instrument = instrument()?;
    let args = ReadArgs { id: Some("id".to_owned()), ..ReadArgs::default() };
    let reading = Reading::new(&instrument, &args, Beside::default())?;
    let table = table();
    let mut best = 0.0_f64;
    for format in [Format::Csv, Format::Jsonl] {
        let path = Path::new("made");
        let mut opened = reading.open(path, Box::new(Cursor::new(table.clone())))?;
        let columns = Columns { format, with_file: false, with_id: true };
        let work = Work { instrument: &instrument, columns, strict: false, pool: None };
        let (mut tally, begun) = (Tally::default(), Instant::now());
        work.file(path, &mut opened, (&mut io::sink(), &mut tally), &|_| {})?;
        let rate = PEOPLE as f64 / begun.elapsed().as_secs_f64();
        ensure!(tally.scored == PEOPLE, "{} scored", tally.scored);
        println!("{format:?}: {rate:.0} people a second on one core, {ITEMS} items");
        best = best.max(rate);
    }
    ensure!(best >= BOUND, "fewer than {BOUND} people a second");
    Ok(())
}
