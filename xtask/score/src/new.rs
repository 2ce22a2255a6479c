//! The command `new`: a scoring key becomes a file with empty places for the words that its owner licenses.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use burnout_screener::instrument::{Instrument, MadeOf, Scale};
use burnout_screener::loading;
use burnout_screener::tree::Node;
use serde_json::{Map, Value, json};

use crate::args::NewArgs;
use crate::asked;
use crate::ending::Ending;
use crate::keys;
use crate::opened::PIPE;

/// Writes a new file, or names all keys.
///
/// # Errors
/// When there is no such key, or the file is there already.
pub fn run(args: &NewArgs) -> Result<Ending> {
    let Some(key) = args.key.as_deref().filter(|_| !args.list) else {
        return list();
    };
    let Some(text) = keys::find(key) else {
        bail!("there is no key {key}: --list names all of them");
    };
    let file = serde_json::to_string_pretty(&with_places(key, text)?)? + "\n";
    let path = args.output.clone().unwrap_or_else(|| PathBuf::from(format!("{key}.json")));
    if path == Path::new(PIPE) {
        io::stdout().write_all(file.as_bytes())?;
        return Ok(Ending::Whole);
    }
    let mut to = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&path)
        .with_context(|| format!("{}: cannot be written anew", path.display()))?;
    to.write_all(file.as_bytes())?;
    let path = path.display();
    writeln!(
        io::stderr(),
        "{path} is written. Fill every empty place with the words of your licensed copy; \
         `burnout-score lint {path}` names those that are left."
    )
    .ok();
    Ok(Ending::Whole)
}

fn list() -> Result<Ending> {
    let mut to = io::stdout().lock();
    for (name, text) in keys::all() {
        let key: Value = serde_json::from_str(text)?;
        let text = |pointer| key.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
        writeln!(to, "{name}\t{}\t{}", text("/title"), text("/sources/status"))?;
    }
    Ok(Ending::Whole)
}

/// The file of a key with an empty place for every text that it needs.
///
/// # Errors
/// When the key itself has mistakes.
pub fn with_places(name: &str, key: &str) -> Result<Value> {
    let tree = asked::tree(name, key)?;
    let instrument = loading::instrument(&Node::new(&tree))
        .with_context(|| format!("the key {name} has mistakes"))?;
    let mut file: Map<String, Value> = serde_json::from_str(key)?;
    let mut licence = Map::new();
    licence.insert("terms".to_owned(), "".into());
    if let Some(Value::Object(known)) = file.remove("licence") {
        licence.extend(known);
    }
    for place in ["line", "holder", "expires"] {
        licence.entry(place).or_insert_with(|| "".into());
    }
    // Where it is read first: whose words these are.
    let place = file.keys().position(|name| name == "validated").unwrap_or(0);
    file.shift_insert(place, "licence".to_owned(), licence.into());
    file.insert("text".to_owned(), text(&instrument));
    Ok(file.into())
}

fn text(instrument: &Instrument) -> Value {
    let mut text = Map::new();
    for place in ["intro", "look_back", "stem"] {
        text.insert(place.to_owned(), "".into());
    }
    let sets = instrument.option_sets().iter();
    let sets = sets.map(|set| (&set.id, places(set.options.iter().map(|option| &option.id))));
    text.insert("options".to_owned(), object(sets));
    text.insert("items".to_owned(), places(instrument.items().iter().map(|item| &item.id)));
    let scales = instrument.scales().iter().map(|scale| (&scale.id, words(scale)));
    text.insert("scales".to_owned(), object(scales));
    if !instrument.blocks().is_empty() {
        let blocks = instrument.blocks().iter();
        let blocks = blocks.map(|block| (&block.id, json!({ "look_back": "" })));
        text.insert("blocks".to_owned(), object(blocks));
    }
    if !instrument.signs().is_empty() {
        let domains = places(instrument.signs().iter().map(|sign| &sign.domain));
        let options = places(instrument.signs().iter().map(|sign| &sign.id));
        let signs = json!({ "question": "", "none": "", "domains": domains, "options": options });
        text.insert("signs".to_owned(), signs);
    }
    if !instrument.context().is_empty() {
        let asked = instrument.context().iter().map(|asked| {
            let options = places(asked.options.iter().map(|option| &option.id));
            (&asked.id, json!({ "question": "", "options": options }))
        });
        text.insert("context".to_owned(), object(asked));
    }
    text.into()
}

fn words(scale: &Scale) -> Value {
    let mut words = Map::new();
    words.insert("name".to_owned(), "".into());
    if scale.made_of == MadeOf::Facets {
        let facets = places(scale.parts().iter().map(|part| &part.id));
        words.insert("facets".to_owned(), facets);
    }
    if !scale.bands.is_empty() {
        let bands = scale.bands.iter().map(|band| (&band.id, json!({ "label": "" })));
        words.insert("bands".to_owned(), object(bands));
    }
    words.into()
}

fn places<'a>(ids: impl Iterator<Item = &'a String>) -> Value {
    object(ids.map(|id| (id, "".into())))
}

fn object<'a>(entries: impl Iterator<Item = (&'a String, Value)>) -> Value {
    entries.map(|(id, value)| (id.clone(), value)).collect::<Map<_, _>>().into()
}
