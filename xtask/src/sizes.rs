//! The size table of `dist/`, the budgets that fail a build, and the integrity of each file.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::build;
use crate::build::page::first_frame;
use crate::tools;
use crate::workspace::Workspace;

/// What a file may weigh behind gzip -9, in KB of 1000 bytes.
const ALONE: [(&str, usize); 2] = [("burnout-screener.js", 7), (FIRST_FRAME, 14)];
/// The same for the English file, by what stands before the language in its name: for the built-in questions, for any, and for
/// either without WebAssembly.
const PAGES: [(&str, usize); 3] = [("", 174), ("any.", 212), ("no-wasm.", 400)];
const PAGE: &str = "burnout-screener.";
const ENGLISH: &str = "en";
/// What the file of another language may weigh more: texts are longer in most, and letters take more bytes in some.
const OTHERS: usize = 6;

/// What of that has to be there before the frame shows anything. A server sends 14.6 KB, headers and all, before it hears anything
/// (RFC 6928): what fits into that saves a round trip.
const FIRST_FRAME: &str = "burnout-screener.en.html, first frame";

struct Size {
    file: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the table, and fails when a file is over its budget.
pub fn report(workspace: &Workspace) -> Result<()> {
    let sizes = measure(workspace)?;
    let languages = workspace.names("www/locales", ".json")?;
    println!("{:<42}{:>10}{:>10}{:>10}", "dist/ (bytes)", "raw", "gzip -9", "brotli 11");
    for Size { file, raw, gzip, brotli } in &sizes {
        println!("{file:<42}{raw:>10}{gzip:>10}{brotli:>10}");
    }
    println!("\n{:<12}{:>18}{:>14}{:>18}", "gzip -9", "built-in", "any", "no WebAssembly");
    for language in &languages {
        let own = |(between, _)| gzip(&sizes, &page(between, language));
        let [built_in, any, plain] = PAGES.map(|page| own(page).unwrap_or(0));
        println!("{language:<12}{built_in:>18}{any:>14}{plain:>18}");
    }
    println!("\nintegrity, as in {} and for a script tag with crossorigin", build::INTEGRITY);
    let values = workspace.json(&format!("dist/{}", build::INTEGRITY))?;
    for (file, value) in values.as_object().context("the integrity of no file is known")? {
        println!("{file:<42}{}", value.as_str().unwrap_or_default());
    }
    let over = over_budget(&sizes, &languages);
    if !over.is_empty() {
        bail!("{}", over.join("; "));
    }
    Ok(())
}

fn measure(workspace: &Workspace) -> Result<Vec<Size>> {
    let files = workspace.files("dist")?.into_iter();
    let mut files = files
        .filter(|file| !build::is_packed(file.trim_start_matches("dist/")))
        .collect::<Vec<_>>();
    let whole = workspace.text("dist/burnout-screener.en.html")?;
    let first = first_frame(&whole).context("the one file has no store")?;
    let path = workspace.scratch()?.join(FIRST_FRAME);
    fs::write(&path, first).with_context(|| path.display().to_string())?;
    files.push(path.display().to_string());
    let printed = tools::node(workspace, "xtask/measure.mjs", &files)?;
    files
        .into_iter()
        .zip(printed.lines())
        .map(|(file, line)| {
            let mut numbers = line.split(' ').map(str::parse::<usize>);
            let mut next = || numbers.next().context("xtask/measure.mjs printed too few numbers");
            let (raw, gzip, brotli) = (next()??, next()??, next()??);
            let name = file.strip_prefix("dist/").unwrap_or(FIRST_FRAME).to_owned();
            Ok(Size { file: name, raw, gzip, brotli })
        })
        .collect()
}

fn page(between: &str, language: &str) -> String {
    format!("{PAGE}{between}{language}.html")
}

fn gzip(sizes: &[Size], file: &str) -> Option<usize> {
    Some(sizes.iter().find(|size| size.file == file)?.gzip)
}

fn over_budget(sizes: &[Size], languages: &[String]) -> Vec<String> {
    let pages = languages.iter().flat_map(|language| {
        let more = if language == ENGLISH { 0 } else { OTHERS };
        PAGES.map(|(between, kilobytes)| (page(between, language), kilobytes + more))
    });
    let mut messages = Vec::new();
    let alone = ALONE.map(|(file, kilobytes)| (file.to_owned(), kilobytes));
    for (file, kilobytes) in pages.chain(alone) {
        match gzip(sizes, &file) {
            Some(size) if size <= kilobytes * 1000 => {}
            Some(size) => messages.push(format!(
                "{file} is {size} bytes behind gzip, over its budget of {kilobytes} KB"
            )),
            None => messages.push(format!("{file} is not in dist/")),
        }
    }
    messages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_over_its_budget_is_named() {
        let size = |file: &str, gzip| Size { file: file.to_owned(), raw: 0, gzip, brotli: 0 };
        let sizes = [
            size("burnout-screener.en.html", 174_000),
            size(FIRST_FRAME, 14_000),
            size("burnout-screener.any.en.html", 193_000),
            size("burnout-screener.no-wasm.en.html", 400_000),
            size("burnout-screener.es.html", 180_001),
            size("burnout-screener.no-wasm.es.html", 406_001),
            size("burnout-screener.js", 7_001),
        ];
        assert_eq!(
            over_budget(&sizes, &["en".to_owned(), "es".to_owned()]),
            [
                "burnout-screener.es.html is 180001 bytes behind gzip, over its budget of 180 KB",
                "burnout-screener.any.es.html is not in dist/",
                "burnout-screener.no-wasm.es.html is 406001 bytes behind gzip, over its budget of 406 KB",
                "burnout-screener.js is 7001 bytes behind gzip, over its budget of 7 KB",
            ]
        );
    }
}
