//! The files that a recipe in docs/sites shows: blocks with a name beside the language.

use anyhow::{Context, Result};
use xtask::workspace::Workspace;

/// The text of one of them.
pub(crate) fn file(recipe: &str, name: &str) -> Result<String> {
    let page = format!("docs/sites/{recipe}.md");
    let text = Workspace::here()?.text(&page)?;
    find(&text, name).with_context(|| format!("{page} has no block with the name {name}"))
}

fn find(text: &str, name: &str) -> Option<String> {
    let mut lines = text.lines();
    lines.find(|line| {
        let opens = line.strip_prefix("```").and_then(|rest| rest.split_once(' '));
        opens.is_some_and(|(_, named)| named == name)
    })?;
    let block = lines.take_while(|line| *line != "```");
    Some(block.map(|line| format!("{line}\n")).collect())
}

#[test]
fn a_block_is_found_by_its_name() {
    let text = "a\n```html b.html\n<p>\n```\n```html c.html\n<q>\n<r>\n```\n";
    assert_eq!(find(text, "c.html").as_deref(), Some("<q>\n<r>\n"));
    assert_eq!(find(text, "d.html"), None);
}
