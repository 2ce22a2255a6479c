//! What stands in a file before its engine: rendered by the program in `xtask/first`, as only that needs the views.

use std::env;

use anyhow::{Context, Result};
use xshell::cmd;

use super::texts::{INSTRUMENT, Language, REGIONS, Texts};
use crate::workspace::Workspace;

pub(super) fn html(workspace: &Workspace, texts: &Texts, language: &Language) -> Result<String> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let locale = &language.file;
    let all = texts.languages.iter().map(|each| each.file.as_str()).collect::<Vec<_>>();
    cmd!(
        workspace.shell,
        "{cargo} run --quiet --package first-words -- {INSTRUMENT} {locale} {REGIONS} {all...}"
    )
    .env("CARGO_TARGET_DIR", workspace.path("target"))
    .quiet()
    .read()
    .with_context(|| format!("the first words of {locale} cannot be rendered"))
}

#[cfg(test)]
mod tests {
    use burnout_screener::host::Accent;

    use super::*;
    use crate::tools;

    /// Of each channel these, so that every branch of the curve and both poles are met; and what is no colour.
    const CHANNELS: [&str; 6] = ["00", "0b", "47", "80", "c4", "ff"];
    const NONE: [&str; 4] = ["", "#12", "#12345g", "red"];

    #[test]
    fn a_colour_is_the_same_before_the_engine_and_after() -> Result<()> {
        let workspace = Workspace::here()?;
        let one = CHANNELS.iter().flat_map(|red| CHANNELS.map(|green| [red, green]));
        let of = |[red, green]: [&str; 2]| CHANNELS.map(|blue| format!("#{red}{green}{blue}"));
        let mut colours: Vec<String> = one.flat_map(of).collect();
        colours.extend(["#abc", "#FFF", "#0d6EfD"].map(str::to_owned));
        colours.extend(NONE.map(str::to_owned));
        let script = workspace.text("www/embed/accent.js")?;
        let print = "console.log(process.argv.slice(1).map((colour) => accent(colour).flat().join()).join('\\n'))";
        let mut arguments = vec!["-e".to_owned(), format!("{script}\n{print}"), "--".to_owned()];
        arguments.extend(colours.iter().cloned());
        let printed = tools::node(&workspace, "--input-type=module", &arguments)?;
        let lines: Vec<&str> = printed.split('\n').collect();
        for (place, colour) in colours.iter().enumerate() {
            let expected = Accent::new(colour).map_or_else(String::new, |accent| {
                format!("light,{},dark,{}", accent.light, accent.dark)
            });
            assert_eq!(lines.get(place).copied().unwrap_or_default(), expected, "{colour}");
        }
        Ok(())
    }
}
