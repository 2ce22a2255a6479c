//! The checks for a health record: an HL7 FHIR R4 Bundle with a response for each check. It names no person:
//! whoever takes it into a record knows whose it is.

mod formula;
mod full;
mod observation;
mod questionnaire;
mod response;

pub use full::fhir_in_full;
pub use questionnaire::{Publication, questionnaire};

use super::Source;
use super::sheet::{Kind, Line, Sheet};
use crate::history::Check;
use crate::json::Json;
use crate::session::Voice;
use crate::tree::is_blank;

/// What every address of ours begins with.
const OURS: &str = "urn:burnout-screener:";

/// The standard error of a score, and the line of its scale.
const ERROR: &str = "urn:burnout-screener:error";
const LINE: &str = "urn:burnout-screener:line";

/// What an answer counts, beside its code.
const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

/// Writes the checks with the words of one language, the last one first. Scores and results are items beside
/// the questions. All codes belong to the instrument.
///
/// `digits` are 32 hexadecimal digits by chance: what tells this export from any other. They are drawn
/// anew each time, so nothing in two exports shows that they are of one person.
///
/// The Questionnaire that is answered is named by its address and version, and [`questionnaire`] writes it.
#[must_use]
pub fn fhir(source: &Source<'_>, digits: &str) -> String {
    write(source, digits, None)
}

/// Writes entries that go with a check, whose response has this address.
type Beside = fn(&mut Record<'_>, &mut Addresses<'_>, &Check, &Sheet<'_>, &str);

fn write(source: &Source<'_>, digits: &str, beside: Option<Beside>) -> String {
    let mut record = Record::new(source);
    record.json.text("resourceType", "Bundle");
    let mut addresses = Addresses { digits, given: 0 };
    record.identifier(&addresses.next());
    record.json.text("type", "collection");
    record.json.list("entry");
    for check in source.history.checks().iter().rev() {
        let sheet = Sheet::new(source, check);
        let address = addresses.next();
        record.entry(&address);
        record.response(check, &sheet, &address);
        record.close();
        if let Some(beside) = beside {
            beside(&mut record, &mut addresses, check, &sheet, &address);
        }
    }
    record.json.finish()
}

/// The addresses of what is in one export, one after the other.
struct Addresses<'a> {
    digits: &'a str,
    given: u32,
}

impl Addresses<'_> {
    /// A UUID of version 4 (RFC 9562) as a URN: all digits by chance, but for those that say so and the last
    /// four, which count.
    fn next(&mut self) -> String {
        self.given += 1;
        let mut text = "urn:uuid:".to_owned();
        for (place, digit) in self.digits.chars().chain(std::iter::repeat('0')).take(32).enumerate()
        {
            if matches!(place, 8 | 12 | 16 | 20) {
                text.push('-');
            }
            let counted = |shift: u32| char::from_digit(self.given >> shift & 15, 16);
            text.push(match place {
                12 => '4',
                16 => '8',
                28..32 => counted(4 * (31 - place as u32)).unwrap_or('0'),
                _ => digit,
            });
        }
        text
    }
}

/// A bundle or a resource on its way.
struct Record<'a> {
    // FHIR allows no other control characters in a text.
    json: Json,
    /// The beginning of all code systems and canonical addresses.
    url: String,
    source: &'a Source<'a>,
}

impl<'a> Record<'a> {
    fn new(source: &'a Source<'a>) -> Self {
        Self { json: Json::new(true), url: [OURS, source.instrument.id()].concat(), source }
    }

    /// What a Questionnaire goes by: each voice of each language has words of its own.
    fn canonical(&self, voice: Voice) -> String {
        let spoken = [&self.url, ":", self.source.locale.language()].concat();
        if self.source.instrument.asks_role() {
            [&spoken, ":", voice.name()].concat()
        } else {
            spoken
        }
    }

    /// Opens an entry and the resource in it.
    fn entry(&mut self, address: &str) {
        self.json.object("");
        self.json.text("fullUrl", address);
        self.json.object("resource");
    }

    /// Begins a resource.
    fn resource(&mut self, kind: &str) {
        self.json.text("resourceType", kind);
        self.json.text("language", self.source.locale.language());
    }

    /// Closes the resource and the entry.
    fn close(&mut self) {
        self.json.end();
        self.json.end();
    }

    fn identifier(&mut self, address: &str) {
        self.json.object("identifier");
        self.json.text("system", "urn:ietf:rfc:3986");
        self.json.text("value", address);
        self.json.end();
    }

    /// Opens an extension; what it holds comes next.
    fn extension(&mut self, url: &str) {
        self.json.object("");
        self.json.text("url", url);
    }

    /// An extension that holds a number.
    fn figure(&mut self, url: &str, value: f64) {
        self.extension(url);
        self.json.number("valueDecimal", value);
        self.json.end();
    }

    /// Writes the lines, in a Questionnaire where they are `asked`: what stands in one block in a group of its
    /// own, with what is said above it. What goes with an answer stands there.
    fn lay(
        &mut self,
        sheet: &Sheet<'_>,
        lines: &[Line<'_>],
        asked: bool,
        write: fn(&mut Self, &Sheet<'_>, &Line<'_>),
    ) {
        let lines = lines.iter().filter(|line| !Sheet::is_possible(line));
        self.json.list("item");
        let mut open = None;
        for line in lines {
            let group = self.group(line);
            if open != group {
                if open.is_some() {
                    self.ungroup();
                }
                if let Some(group) = &group {
                    self.begin_group(sheet, line, group);
                    if asked {
                        self.json.text("type", "group");
                    }
                    self.json.list("item");
                }
                open = group;
            }
            self.item(line);
            write(self, sheet, line);
            self.json.end();
        }
        if open.is_some() {
            self.ungroup();
        }
        self.json.end();
    }

    /// The group in which a line stands. The bank is asked after everything else, whatever it is asked with.
    fn group(&self, line: &Line<'_>) -> Option<String> {
        if line.kind != Kind::Item {
            return None;
        }
        let instrument = self.source.instrument;
        let item = instrument.items().get(line.place)?;
        let block = item.block.and_then(|block| instrument.blocks().get(block));
        Some(match block {
            _ if item.bank => "bank.items".to_owned(),
            Some(block) => ["block.", &block.id].concat(),
            None => "block.items".to_owned(),
        })
    }

    /// Opens a group with the time that it asks about, and what every statement in it goes on from.
    fn begin_group(&mut self, sheet: &Sheet<'_>, first: &Line<'_>, link: &str) {
        let Source { instrument, texts, .. } = *self.source;
        let block = instrument.items().get(first.place).and_then(|item| item.block);
        let look_back = block.map_or("", |block| texts.block_look_back(block, sheet.voice()));
        let look_back = if is_blank(look_back) { texts.look_back() } else { look_back };
        let between = if is_blank(look_back) || is_blank(texts.stem()) { "" } else { " " };
        let said = [look_back, between, texts.stem()].concat();
        self.json.object("");
        self.json.text("linkId", link);
        if !is_blank(&said) {
            self.json.text("text", &said);
        }
    }

    /// Opens an item.
    fn item(&mut self, line: &Line<'_>) {
        self.json.object("");
        self.json.text("linkId", &link(line));
        // FHIR allows no empty text.
        if !is_blank(line.text) {
            self.json.text("text", line.text);
        }
    }

    fn ungroup(&mut self) {
        self.json.end();
        self.json.end();
    }

    fn coding(&mut self, line: &Line<'_>, (code, words): (&str, &str)) {
        self.json.text("system", &self.system(line));
        self.json.text("code", code);
        // What is a word of files alone has no other.
        if !words.is_empty() {
            self.json.text("display", words);
        }
    }

    /// What the codes of a line belong to. Items that offer the same share a system.
    fn system(&self, line: &Line<'_>) -> String {
        let instrument = self.source.instrument;
        let set = instrument.items().get(line.place).map_or(0, |item| item.set);
        let kind = match (line.kind, instrument.option_sets().get(set)) {
            (Kind::Item, Some(set)) => ["item.", &set.id].concat(),
            _ => link(line),
        };
        [&self.url, ":", &kind].concat()
    }
}

/// Items go by their ids, which have no dots: what is no item is never mistaken for one.
fn link(line: &Line<'_>) -> String {
    if line.kind == Kind::Item { line.id.to_owned() } else { line.name() }
}
