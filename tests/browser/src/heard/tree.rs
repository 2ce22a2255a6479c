//! The browser's own accessibility tree: what it hands to a screen reader of the page and of the frames in it.

use std::collections::HashMap;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::browser::Browser;

/// Something that a screen reader can tell of.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// Which element it is, for as long as the page stands.
    pub(super) element: i64,
    pub(super) role: String,
    pub(super) name: String,
    /// What is said after its name, such as "pressed".
    pub(super) states: Vec<String>,
    pub(super) has_focus: bool,
    pub(super) children: Vec<Node>,
}

/// The words for what a button, a field or a heading is like.
const STATES: [(&str, &str, &str); 9] = [
    ("checked", "true", "checked"),
    ("checked", "false", "not checked"),
    ("pressed", "true", "pressed"),
    ("pressed", "false", "not pressed"),
    ("expanded", "true", "expanded"),
    ("expanded", "false", "collapsed"),
    ("disabled", "true", "unavailable"),
    ("busy", "true", "busy"),
    ("readonly", "true", "read only"),
];

impl Node {
    /// From here to what has the focus, with both; empty where nothing has it but the page.
    pub(super) fn to_focus(&self) -> Vec<&Self> {
        for child in &self.children {
            let mut path = child.to_focus();
            if !path.is_empty() {
                path.insert(0, self);
                return path;
            }
        }
        if self.has_focus && self.role != "RootWebArea" { vec![self] } else { Vec::new() }
    }
}

/// The frames of a page, with the element that each stands in.
pub(super) struct Frames(Vec<(String, i64)>);

impl Frames {
    /// All of them. They have to be in the process of the page.
    pub(super) async fn of(browser: &Browser) -> Result<(String, Self)> {
        let answer = browser.devtools("Page.getFrameTree", json!({})).await?;
        let top = answer.get("frameTree").context("no frames")?;
        let mut frames = Vec::new();
        let mut open = vec![top];
        while let Some(tree) = open.pop() {
            for child in tree.get("childFrames").and_then(Value::as_array).into_iter().flatten() {
                let id = frame_id(child)?;
                let owner = browser.devtools("DOM.getFrameOwner", json!({ "frameId": id })).await?;
                frames.push((id, owner.get("backendNodeId").and_then(Value::as_i64).unwrap_or(0)));
                open.push(child);
            }
        }
        Ok((frame_id(top)?, Self(frames)))
    }

    /// The frame in an element.
    pub(super) fn within(&self, element: i64) -> Option<&str> {
        self.0.iter().find(|(_, owner)| *owner == element).map(|(id, _)| id.as_str())
    }
}

fn frame_id(tree: &Value) -> Result<String> {
    let id = tree.pointer("/frame/id").and_then(Value::as_str);
    Ok(id.context("a frame without an id")?.to_owned())
}

/// The tree of one frame, without what is hidden from screen readers.
pub(super) async fn tree(browser: &Browser, frame: &str) -> Result<Node> {
    let answer =
        browser.devtools("Accessibility.getFullAXTree", json!({ "frameId": frame })).await?;
    let nodes = answer.get("nodes").and_then(Value::as_array).context("no tree")?;
    let by_id: HashMap<&str, &Value> =
        nodes.iter().filter_map(|node| Some((node.get("nodeId")?.as_str()?, node))).collect();
    let root = nodes.first().context("an empty tree")?;
    grown(root, &by_id).into_iter().next().context("the whole frame is hidden")
}

/// A node with what is in it. What is ignored leaves what is in it behind.
fn grown(node: &Value, by_id: &HashMap<&str, &Value>) -> Vec<Node> {
    let ids = node.get("childIds").and_then(Value::as_array).into_iter().flatten();
    let children = ids.filter_map(|id| by_id.get(id.as_str()?));
    let children: Vec<Node> = children.flat_map(|child| grown(child, by_id)).collect();
    if node.get("ignored") == Some(&Value::Bool(true)) {
        return children;
    }
    let text = |part: &str| {
        let value = node.get(part).and_then(|part| part.get("value")).and_then(Value::as_str);
        value.unwrap_or_default().to_owned()
    };
    let property = |name: &str| {
        let all = node.get("properties").and_then(Value::as_array)?;
        let found = all.iter().find(|each| each.get("name").and_then(Value::as_str) == Some(name));
        Some(found?.pointer("/value/value")?.to_string().trim_matches('"').to_owned())
    };
    let mut role = text("role");
    if let Some(level) = property("level").filter(|_| role == "heading") {
        role = format!("heading {level}");
    }
    let mut states: Vec<String> = STATES
        .iter()
        .filter(|(name, value, _)| property(name).as_deref() == Some(value))
        .map(|(_, _, said)| (*said).to_owned())
        .collect();
    // A field is told with what is typed into it; a dialog with what describes it.
    states.extend([text("description")].into_iter().filter(|text| !text.is_empty()));
    vec![Node {
        element: node.get("backendDOMNodeId").and_then(Value::as_i64).unwrap_or(0),
        name: if role == "StaticText" { text("name") } else { tidy(&text("name")) },
        has_focus: property("focused").as_deref() == Some("true"),
        role,
        states,
        children,
    }]
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
