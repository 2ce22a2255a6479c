//! Prints what stands in the one file of a language before its engine: `first-words INSTRUMENT LOCALE REGIONS ALL…`, each a file, and
//! last the locale files of all languages that there are.

use std::{env, fs};

use anyhow::{Context, Result, bail};
use burnout_screener::locale::LocaleFile;

fn main() -> Result<()> {
    let given = env::args().skip(1).collect::<Vec<_>>();
    let [instrument, locale, regions, all @ ..] = given.as_slice() else {
        bail!("three files and those of all languages are wanted, {} given", given.len());
    };
    let read = |file: &String| fs::read_to_string(file).with_context(|| file.clone());
    let named = |file| {
        let locale: LocaleFile = serde_json::from_str(&read(file)?)?;
        Ok([locale.language, locale.name, String::new()])
    };
    let tongues = all.iter().map(named).collect::<Result<Vec<_>>>()?.concat();
    let content =
        first_words::content(&read(instrument)?, &read(locale)?, &read(regions)?, tongues)?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    println!("{}", runtime.block_on(first_words::rendered(content)));
    Ok(())
}
