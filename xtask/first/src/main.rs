//! Prints what stands in the one file of a language before its engine: `first-words INSTRUMENT LOCALE REGIONS`, each a file.

use std::{env, fs};

use anyhow::{Context, Result, bail};

fn main() -> Result<()> {
    let [_, files @ ..] = env::args().collect::<Vec<_>>().try_into().map_or_else(
        |given: Vec<String>| bail!("three files are wanted, {} given", given.len().max(1) - 1),
        |given: [String; 4]| Ok(given),
    )?;
    let [instrument, locale, regions] = &files;
    let read = |file: &String| fs::read_to_string(file).with_context(|| file.clone());
    let content = first_words::content(&read(instrument)?, &read(locale)?, &read(regions)?)?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    println!("{}", runtime.block_on(first_words::rendered(content)));
    Ok(())
}
