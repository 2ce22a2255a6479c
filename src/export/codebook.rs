//! What each column of the wide table holds.

use super::Source;
use super::sheet::{Kind, Line, Sheet};
use super::table::{Style, Table};
use super::wide::Row;
use crate::instrument::Keying;
use crate::response::Responses;
use crate::session::{Role, Voice};

/// What stands in the columns that are not about one question.
const ABOUT: [(&str, &str); 6] = [
    ("response", "a number by chance that the person asked for; else empty"),
    ("instrument", "the questions that were asked"),
    ("version", "their version"),
    ("language", "the language in which they were asked"),
    ("licence", "what the licence of the questions wants to be shown"),
    ("date", "the day, as the device had it"),
];

/// Writes a row for each column of the wide table: its name, what it holds, the words of each voice, its codes
/// with their words, and for an item its scales, its parts and whether it counts the other way round.
#[must_use]
pub fn codebook(source: &Source<'_>) -> String {
    let mut table = Table::marked(Style::Point);
    table.row(&[
        "column",
        "holds",
        "words",
        "words.caring",
        "words.helping",
        "codes",
        "scales",
        "parts",
        "keying",
    ]);
    let nothing = Responses::new(source.instrument);
    let voices = Voice::ALL.map(|voice| {
        let role = Role::ALL.into_iter().find(|role| role.voice() == voice);
        Sheet::of(source, role, &nothing)
    });
    for (name, holds) in ABOUT {
        table.row(&[name, holds, "", "", "", "", "", "", ""]);
    }
    let [sheet, ..] = &voices;
    let words = voices.each_ref().map(Sheet::lines);
    for (place, line) in sheet.lines().iter().enumerate() {
        let said = words.each_ref().map(|lines| lines.get(place).map_or("", |line| line.text));
        let mut columns = Row { source, style: Style::Point, head: true, cells: Vec::new() };
        columns.line(sheet, line);
        for name in &columns.cells {
            let row = row(source, sheet, line, name, said);
            table.row(&row);
        }
    }
    table.finish()
}

fn row<'a>(
    source: &Source<'_>,
    sheet: &Sheet<'a>,
    line: &Line<'_>,
    name: &str,
    mut said: [&'a str; 3],
) -> Vec<String> {
    let is_label = name == [&line.name(), ".label"].concat();
    let holds = match line.kind {
        _ if is_label => "the words of the code",
        Kind::Score if name.starts_with("error.") => "the standard error of the score",
        Kind::Score if name.starts_with("answered.") => "how many of its items were answered",
        Kind::Score => "a score; empty where too little was answered",
        Kind::Item => "the value of the answer; empty where there is none",
        Kind::Signs => "1 ticked, 0 not ticked, empty where all were passed over",
        Kind::Result => "a code, or several with a space between",
        Kind::Role | Kind::Context | Kind::Band => "a code; empty where there is none",
    };
    let mut codes = Vec::new();
    for (place, (code, words)) in sheet.offered(line).into_iter().enumerate() {
        match line.kind {
            Kind::Signs if name == ["signs.", code].concat() => said = [words; 3],
            Kind::Signs => {}
            Kind::Item => {
                let value = source.instrument.options(line.place).get(place);
                let value = value.map_or(String::new(), |option| option.value.to_string());
                codes.push(format!("{value} = {words}"));
            }
            _ if words.is_empty() => codes.push(code.to_owned()),
            _ => codes.push(format!("{code} = {words}")),
        }
    }
    let (mut scales, mut parts, mut keying) = (String::new(), String::new(), "");
    if let (Kind::Item, false, Some(item)) =
        (line.kind, is_label, source.instrument.items().get(line.place))
    {
        (scales, parts) = sheet.scales_of(line.place);
        keying = if item.keying == Keying::Reversed { "reversed" } else { "direct" };
    }
    let [work, caring, helping] = if is_label { [""; 3] } else { said };
    let codes = if is_label { String::new() } else { codes.join(" | ") };
    let cells = [name, holds, work, caring, helping, &codes, &scales, &parts, keying];
    cells.map(str::to_owned).into()
}
