//! The custom-elements manifest, which editors and documentation tools read.

use anyhow::Result;
use burnout_screener::host::table::{
    Attribute, Default, ELEMENT, EVENTS, Event, LANG, Named, PARTS, PROPERTIES,
};
use serde_json::{Value, json};

use super::{Lists, description, on_element, property};
use crate::workspace::Workspace;

const SCHEMA: &str = "2.1.0";
const CLASS: &str = "BurnoutScreenerElement";

/// The text of `custom-elements.json`.
pub(crate) fn manifest(workspace: &Workspace) -> Result<String> {
    let lists = Lists::read(workspace)?;
    let attributes = on_element().map(|each| attribute(each, &lists)).collect::<Vec<_>>();
    // Every element has a property for its language already.
    let own = on_element().filter(|each| each.name != LANG.name);
    let members = own.map(|each| member(each, &lists)).collect::<Vec<_>>();
    let module = format!("{ELEMENT}.js");
    let value = json!({
        "schemaVersion": SCHEMA,
        "modules": [{
            "kind": "javascript-module",
            "path": module,
            "declarations": [{
                "kind": "class",
                "customElement": true,
                "name": CLASS,
                "tagName": ELEMENT,
                "description": "A self-check for people who help others. Answers never leave the device, and the element hands none to the page.",
                "superclass": { "name": "HTMLElement" },
                "attributes": attributes,
                "members": members,
                "events": EVENTS.iter().map(event).collect::<Vec<_>>(),
                "slots": [],
                "cssParts": named(&PARTS),
                "cssProperties": named(&PROPERTIES),
            }],
            "exports": [{
                "kind": "custom-element-definition",
                "name": ELEMENT,
                "declaration": { "name": CLASS, "module": module },
            }],
        }],
    });
    Ok(serde_json::to_string_pretty(&value)? + "\n")
}

fn attribute(attribute: &Attribute, lists: &Lists) -> Value {
    let mut value = json!({
        "name": attribute.name,
        "description": description(attribute),
        "type": { "text": lists.kind(attribute) },
    });
    if let (Default::Value(default), Some(fields)) = (attribute.default, value.as_object_mut()) {
        fields.insert("default".to_owned(), default.into());
    }
    value
}

fn member(attribute: &Attribute, lists: &Lists) -> Value {
    json!({
        "kind": "field",
        "name": property(attribute.name),
        "attribute": attribute.name,
        "reflects": true,
        "description": description(attribute),
        "type": { "text": format!("{} | null", lists.kind(attribute)) },
    })
}

fn event(event: &Event) -> Value {
    json!({
        "name": event.name,
        "description": event.meaning,
        "type": { "text": format!("CustomEvent<{}>", event.detail) },
    })
}

fn named(all: &[Named]) -> Vec<Value> {
    all.iter().map(|each| json!({ "name": each.name, "description": each.meaning })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A value by its way in the file.
    fn at<'a>(value: &'a Value, way: &str) -> &'a Value {
        value.pointer(way).unwrap_or(&Value::Null)
    }

    #[test]
    fn the_manifest_has_the_shape_that_tools_expect() -> Result<()> {
        let value: Value = serde_json::from_str(&manifest(&Workspace::here()?)?)?;
        assert_eq!(at(&value, "/schemaVersion"), "2.1.0");
        let (class, export) = ("/modules/0/declarations/0", "/modules/0/exports/0");
        for (way, wanted) in [
            ("/modules/0/kind", "javascript-module"),
            (&format!("{class}/kind"), "class"),
            (&format!("{class}/tagName"), "burnout-screener"),
            (&format!("{class}/superclass/name"), "HTMLElement"),
            (&format!("{export}/kind"), "custom-element-definition"),
            (&format!("{export}/name"), "burnout-screener"),
        ] {
            assert_eq!(at(&value, way), wanted, "{way}");
        }
        assert_eq!(at(&value, &format!("{class}/customElement")), true);
        let name = at(&value, &format!("{class}/name"));
        assert_eq!(name, at(&value, &format!("{export}/declaration/name")));
        let path = at(&value, "/modules/0/path");
        assert_eq!(path, at(&value, &format!("{export}/declaration/module")));
        for list in ["attributes", "members", "events", "slots", "cssParts", "cssProperties"] {
            assert!(at(&value, &format!("{class}/{list}")).is_array(), "{list}");
        }
        Ok(())
    }

    #[test]
    fn every_attribute_of_the_element_has_a_name_a_type_and_a_description() -> Result<()> {
        let value: Value = serde_json::from_str(&manifest(&Workspace::here()?)?)?;
        let attributes = at(&value, "/modules/0/declarations/0/attributes").as_array().cloned();
        let attributes = attributes.unwrap_or_default();
        assert_eq!(attributes.len(), on_element().count());
        for (found, known) in attributes.iter().zip(on_element()) {
            assert_eq!(at(found, "/name"), known.name);
            for way in ["/type/text", "/description"] {
                assert!(at(found, way).as_str().is_some_and(|text| !text.is_empty()), "{found}");
            }
        }
        Ok(())
    }
}
