//! The element's types for TypeScript, React's JSX included.

use anyhow::Result;
use burnout_screener::host::table::{Attribute, Default, ELEMENT, EVENTS, Event, LANG};

use super::{Lists, description, on_element, property};
use crate::workspace::Workspace;

const HEAD: &str = "// Made by `cargo xtask dist` from src/host/table.rs.\n";

/// The text of `burnout-screener.d.ts`.
pub(crate) fn types(workspace: &Workspace) -> Result<String> {
    let lists = Lists::read(workspace)?;
    let attributes = on_element().map(|attribute| field(attribute, &lists)).collect::<String>();
    // Every element has a property for its language already.
    let own = on_element().filter(|attribute| attribute.name != LANG.name);
    let properties = own.map(|attribute| accessor(attribute, &lists)).collect::<String>();
    let events = EVENTS.iter().map(heard).collect::<String>();
    Ok(format!(
        r#"{HEAD}
/** What a page can set on <{ELEMENT}>, at any time. While somebody answers, a change waits for the next time. */
export interface BurnoutScreenerAttributes {{
{attributes}}}

/**
 * The element. Each attribute is a property too. It hands no answer to the page. Its class has one function, for code that
 * loads it without a script tag: `customElements.get("{ELEMENT}").define("https://…/")` says where the files are.
 */
export interface BurnoutScreenerElement extends HTMLElement {{
{properties}}}

declare global {{
  interface HTMLElementTagNameMap {{
    "{ELEMENT}": BurnoutScreenerElement;
  }}
  interface HTMLElementEventMap {{
{events}  }}
}}

// @ts-ignore where there is no React, nothing is added to it
declare module "react" {{
  namespace JSX {{
    interface IntrinsicElements {{
      // @ts-ignore for the same reason
      "{ELEMENT}": Omit<import("react").HTMLAttributes<BurnoutScreenerElement>, "lang"> & import("react").RefAttributes<BurnoutScreenerElement> & BurnoutScreenerAttributes;
    }}
  }}
}}
"#
    ))
}

fn field(attribute: &Attribute, lists: &Lists) -> String {
    let default = match attribute.default {
        Default::Value(value) => format!("`{value}`"),
        Default::Otherwise(words) => words.to_owned(),
    };
    let (text, kind) = (description(attribute), lists.kind(attribute));
    format!("  /** {text} Default: {default}. */\n  \"{}\"?: {kind};\n", attribute.name)
}

fn accessor(attribute: &Attribute, lists: &Lists) -> String {
    let setter = lists.kind(attribute);
    let name = property(attribute.name);
    format!("  get {name}(): string | null;\n  set {name}(value: {setter} | null | undefined);\n")
}

fn heard(event: &Event) -> String {
    let Event { name, detail, meaning } = event;
    format!("    /** {meaning}. */\n    \"{name}\": CustomEvent<{detail}>;\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools;

    #[test]
    fn the_types_can_be_parsed_and_name_every_attribute_once() -> Result<()> {
        let workspace = Workspace::here()?;
        let text = types(&workspace)?;
        tools::node_modules(&workspace)?;
        tools::esbuild(&workspace, &["--loader=ts"], Some(&text))?;
        for attribute in on_element() {
            let field = format!("\n  \"{}\"?: ", attribute.name);
            assert_eq!(text.matches(&field).count(), 1, "{}", attribute.name);
        }
        assert!(!text.contains("\"target\""), "it stands on the tag alone");
        for event in EVENTS {
            assert_eq!(text.matches(&format!("\"{}\": CustomEvent<", event.name)).count(), 1);
        }
        assert_eq!(text.matches('{').count(), text.matches('}').count());
        Ok(())
    }

    #[test]
    fn words_become_a_union_and_a_region_may_be_one_of_the_hosts() -> Result<()> {
        let text = types(&Workspace::here()?)?;
        assert!(text.contains("  \"theme\"?: \"auto\" | \"light\" | \"dark\";\n"));
        assert!(text.contains("\"WORLD\" | (string & {});\n"));
        assert!(text.contains("  \"idle\"?: number | string;\n"));
        Ok(())
    }
}
