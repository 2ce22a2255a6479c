//! The size table of `dist/`, the budgets that fail a build, and the integrity of each file.

use anyhow::{Context, Result, bail};

use crate::build;
use crate::tools;
use crate::workspace::Workspace;

/// What a file may weigh behind gzip -9, in KB of 1000 bytes.
const BUDGETS: [(&str, usize); 3] = [
    ("burnout-screener.en.html", 175),
    ("burnout-screener.any.en.html", 214),
    ("burnout-screener.js", 4),
];

struct Size {
    file: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the table, and fails when a file is over its budget.
pub fn report(workspace: &Workspace) -> Result<()> {
    let sizes = measure(workspace)?;
    println!("{:<42}{:>10}{:>10}{:>10}", "dist/ (bytes)", "raw", "gzip -9", "brotli 11");
    for Size { file, raw, gzip, brotli } in &sizes {
        println!("{file:<42}{raw:>10}{gzip:>10}{brotli:>10}");
    }
    println!("\nintegrity, as in {} and for a script tag with crossorigin", build::INTEGRITY);
    let values = workspace.json(&format!("dist/{}", build::INTEGRITY))?;
    for (file, value) in values.as_object().context("the integrity of no file is known")? {
        println!("{file:<42}{}", value.as_str().unwrap_or_default());
    }
    let over = over_budget(&sizes);
    if !over.is_empty() {
        bail!("{}", over.join("; "));
    }
    Ok(())
}

fn measure(workspace: &Workspace) -> Result<Vec<Size>> {
    let files = workspace.files("dist")?;
    let printed = tools::node(workspace, "xtask/measure.mjs", &files)?;
    files
        .into_iter()
        .zip(printed.lines())
        .map(|(file, line)| {
            let mut numbers = line.split(' ').map(str::parse::<usize>);
            let mut next = || numbers.next().context("xtask/measure.mjs printed too few numbers");
            let (raw, gzip, brotli) = (next()??, next()??, next()??);
            Ok(Size { file: file.trim_start_matches("dist/").to_owned(), raw, gzip, brotli })
        })
        .collect()
}

fn over_budget(sizes: &[Size]) -> Vec<String> {
    let mut messages = Vec::new();
    for (file, kilobytes) in BUDGETS {
        match sizes.iter().find(|size| size.file == file) {
            Some(size) if size.gzip <= kilobytes * 1000 => {}
            Some(size) => messages.push(format!(
                "{file} is {} bytes behind gzip, over its budget of {kilobytes} KB",
                size.gzip
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
            size("burnout-screener.en.html", 175_000),
            size("burnout-screener.any.en.html", 193_000),
            size("burnout-screener.js", 4_001),
        ];
        assert_eq!(
            over_budget(&sizes),
            ["burnout-screener.js is 4001 bytes behind gzip, over its budget of 4 KB"]
        );
    }
}
