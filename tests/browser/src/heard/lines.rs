//! An accessibility tree in the order in which a screen reader reads it on, one line for each thing that it stops at.

use super::tree::Node;

/// How a kind of node is read.
enum Read {
    /// As its words alone, which may be a part of a sentence.
    Words,
    /// By its name, with nothing of what is in it.
    Whole,
    /// By its name, and then what is in it.
    Around,
    /// As what is in it, with a pause before and after.
    Apart,
    /// As what is in it.
    Through,
    /// Not at all.
    Never,
}

fn read(node: &Node) -> Read {
    match node.role.as_str() {
        "StaticText" => Read::Words,
        "InlineTextBox" | "LineBreak" | "ListMarker" => Read::Never,
        "button" | "link" | "textbox" | "image" | "checkbox" => Read::Whole,
        role if role.starts_with("heading") || role.starts_with("Disclosure") => Read::Whole,
        // What has no name is told of by nothing but what is in it.
        "group" if node.name.is_empty() => Read::Apart,
        "RootWebArea" | "generic" | "none" | "strong" | "emphasis" | "LabelText" => Read::Through,
        "paragraph" | "form" | "status" | "Details" | "Section" | "caption" | "sectionheader" => {
            Read::Apart
        }
        _ => Read::Around,
    }
}

/// What a thing is called, what it is and how it is.
pub(super) fn told(node: &Node) -> String {
    let role = match node.role.as_str() {
        "DisclosureTriangle" | "DisclosureTriangleGrouped" => "button",
        "Iframe" => "frame",
        "DescriptionList" => "list of terms",
        role => role,
    };
    let name = if node.name.is_empty() { String::new() } else { format!(" “{}”", node.name) };
    let states: String = node.states.iter().map(|state| format!(", {state}")).collect();
    format!("{role}{name}{states}")
}

/// Whether it is told of when the focus comes into it.
pub(super) fn is_around(node: &Node) -> bool {
    matches!(read(node), Read::Around)
}

#[derive(Default)]
struct Reader {
    lines: Vec<String>,
    words: String,
    depth: usize,
    /// Of a list, before the first line of each of its items.
    bullet: bool,
}

/// Everything in a tree; `frame` gives what is in the frame of an element.
pub(super) fn lines(node: &Node) -> Vec<String> {
    let mut reader = Reader::default();
    reader.read(node);
    reader.pause();
    reader.lines
}

impl Reader {
    fn read(&mut self, node: &Node) {
        match read(node) {
            Read::Never => {}
            Read::Words => self.says(&node.name),
            // Its words are the name of the field in it, which is told with the field.
            Read::Through if node.role == "LabelText" => {
                for child in
                    node.children.iter().filter(|child| !matches!(read(child), Read::Words))
                {
                    self.read(child);
                }
            }
            Read::Through => self.read_all(node),
            Read::Apart => {
                self.pause();
                self.read_all(node);
                self.pause();
            }
            Read::Whole => {
                self.pause();
                self.line(&told(node));
            }
            Read::Around if node.role == "listitem" => {
                self.pause();
                self.bullet = true;
                self.depth += 1;
                self.read_all(node);
                self.pause();
                self.depth -= 1;
                self.bullet = false;
            }
            Read::Around if node.role == "term" => {
                self.pause();
                self.read_all(node);
                self.words.push_str(": ");
            }
            Read::Around if node.role == "definition" => {
                self.read_all(node);
                self.pause();
            }
            Read::Around if node.role == "row" => {
                self.pause();
                let cells: Vec<&str> =
                    node.children.iter().map(|cell| cell.name.as_str()).collect();
                self.line(&format!("row: {}", cells.join("; ")));
            }
            Read::Around => {
                self.pause();
                self.line(&told(node));
                self.depth += 1;
                self.read_all(node);
                self.pause();
                self.depth -= 1;
            }
        }
    }

    fn read_all(&mut self, node: &Node) {
        for child in &node.children {
            self.read(child);
        }
    }

    /// Goes on with a sentence. Two words of two elements are two words.
    fn says(&mut self, words: &str) {
        let ends = self.words.chars().next_back().is_some_and(|last| !last.is_whitespace());
        if ends && words.chars().next().is_some_and(char::is_alphanumeric) {
            self.words.push(' ');
        }
        self.words.push_str(words);
    }

    /// Ends a sentence that was read in parts.
    fn pause(&mut self) {
        let words = std::mem::take(&mut self.words);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            self.line(&words);
        }
    }

    fn line(&mut self, words: &str) {
        let is_item = std::mem::take(&mut self.bullet);
        let (depth, bullet) = if is_item { (self.depth - 1, "• ") } else { (self.depth, "") };
        self.lines.push(format!("{}{bullet}{words}", "  ".repeat(depth)));
    }
}
