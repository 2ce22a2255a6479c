//! The answers of one person as another program has them.

use std::fmt;

use crate::figure::figure;
use crate::instrument::{Instrument, ResponseOption};
use crate::response::Responses;
use crate::spelling::nearest;
use crate::tree::{Node, Tree, TreeError, shortened};

const FIELDS: [&str; 3] = ["answers", "context", "signs"];

/// What is wrong with the answers of a person: everything, a line each, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenError(Vec<String>);

impl fmt::Display for GivenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl std::error::Error for GivenError {}

impl From<TreeError> for GivenError {
    fn from(error: TreeError) -> Self {
        Self(vec![error.to_string()])
    }
}

/// Reads `{ "answers": { "item": 3 }, "context": { "question": "option" }, "signs": ["sign"] }`: an answer is the value
/// of an option or its id; `null`, or no answer at all, is an item that was left out. Context and signs may be missing.
///
/// # Errors
/// With everything that the instrument does not know or offer: nothing is scored in silence.
pub fn given(instrument: &Instrument, tree: &Tree) -> Result<Responses, GivenError> {
    let node = Node::new(tree);
    let mut wrong = Vec::new();
    for name in node.names().filter(|name| !FIELDS.contains(name)) {
        wrong.push(unknown(&node.path_of(name), "a field", name, &FIELDS));
    }
    let mut responses = Responses::new(instrument);
    let ids: Vec<&str> = instrument.items().iter().map(|item| item.id.as_str()).collect();
    let answers = node.field("answers")?;
    each(&answers, "an item", &ids, &mut wrong, |item, answer| {
        let options = instrument.options(item);
        let option = chosen(answer, options).ok_or_else(|| {
            let offered = options.iter().map(|option| option.value.to_string());
            offered.collect::<Vec<_>>().join(", ")
        })?;
        responses.set_item(instrument, item, Some(option));
        Ok(())
    })?;
    if let Some(context) = node.field("context")?.present() {
        let ids: Vec<&str> = instrument.context().iter().map(|asked| asked.id.as_str()).collect();
        each(&context, "a question about the situation", &ids, &mut wrong, |question, answer| {
            let asked = instrument.context().get(question);
            let options = asked.map(|asked| asked.options.as_slice()).unwrap_or_default();
            let place = match answer {
                Tree::Text(id) => options.iter().position(|option| option.id == *id),
                _ => None,
            };
            let option = place.and_then(|place| u8::try_from(place).ok()).ok_or_else(|| {
                options.iter().map(|option| option.id.as_str()).collect::<Vec<_>>().join(", ")
            })?;
            responses.set_context(instrument, question, Some(option));
            Ok(())
        })?;
    }
    if let Some(signs) = node.field("signs")?.present() {
        let ids: Vec<&str> = instrument.signs().iter().map(|sign| sign.id.as_str()).collect();
        let ticked = signs.list(|sign| {
            let id = sign.text()?;
            let place = ids.iter().position(|known| *known == id);
            if place.is_none() {
                wrong.push(unknown(&sign.path(), "a sign", &id, &ids));
            }
            Ok(place)
        })?;
        let ticked: Vec<usize> = ticked.into_iter().flatten().collect();
        responses.set_signs(instrument, Some(&ticked));
    }
    if wrong.is_empty() { Ok(responses) } else { Err(GivenError(wrong)) }
}

/// Takes each answer to its question by `set`, which gives back what is offered where the answer is nothing of it.
fn each(
    node: &Node<'_>,
    what: &str,
    ids: &[&str],
    wrong: &mut Vec<String>,
    mut set: impl FnMut(usize, &Tree) -> Result<(), String>,
) -> Result<(), GivenError> {
    let answers = node.table(|answer| Ok(answer.tree().cloned()))?;
    for (id, answer) in answers.into_entries() {
        let path = node.path_of(&id);
        match (ids.iter().position(|known| *known == id), answer) {
            (None, _) => wrong.push(unknown(&path, what, &id, ids)),
            (Some(_), None | Some(Tree::Null)) => {}
            (Some(place), Some(answer)) => {
                if let Err(offered) = set(place, &answer) {
                    let said = match &answer {
                        Tree::Number(value) => figure(*value),
                        Tree::Text(text) => ["'", &shortened(text), "'"].concat(),
                        _ => "neither a number nor a text".to_owned(),
                    };
                    wrong.push(format!("{path} is {said}; offered are {offered}"));
                }
            }
        }
    }
    Ok(())
}

/// The option with this value or id.
fn chosen(answer: &Tree, options: &[ResponseOption]) -> Option<u8> {
    let place = match answer {
        Tree::Number(value) => options.iter().position(|each| f64::from(each.value) == *value),
        Tree::Text(id) => options.iter().position(|each| each.id == *id),
        _ => None,
    };
    u8::try_from(place?).ok()
}

fn unknown(path: &str, what: &str, id: &str, known: &[&str]) -> String {
    let meant = nearest(id, known).map(|name| format!("; did you mean '{name}'?"));
    format!("{path} is not {what} of this instrument{}", meant.unwrap_or_default())
}
