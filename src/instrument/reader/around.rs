//! Reads what stands around the items: their blocks, the signs, the questions about the situation.

use crate::instrument::{
    BlockDefinition, ContextDefinition, ContextOption, Meaning, Mistakes, SignDefinition,
    SignMeaning, When,
};
use crate::tree::Node;

impl BlockDefinition {
    pub(super) fn collect(node: &Node<'_>, m: &mut Mistakes) -> Self {
        m.only(node, &["id"]);
        Self { id: m.text(node, "id") }
    }
}

impl SignDefinition {
    pub(super) fn collect(node: &Node<'_>, m: &mut Mistakes) -> Self {
        m.only(node, &["id", "domain", "means"]);
        Self {
            id: m.text(node, "id"),
            domain: m.text(node, "domain"),
            means: m.optional(node, "means", SignMeaning::read),
        }
    }
}

impl ContextDefinition {
    pub(super) fn collect(node: &Node<'_>, m: &mut Mistakes) -> Self {
        m.only(node, &["id", "when", "options"]);
        let times = [("before", When::Before), ("after", When::After)];
        Self {
            id: m.text(node, "id"),
            when: m
                .optional(node, "when", |node| node.choice(&times, "before or after"))
                .unwrap_or_default(),
            options: m.each(node, "options", |m, option| {
                m.only(option, &["id", "means"]);
                ContextOption {
                    id: m.text(option, "id"),
                    means: m.optional(option, "means", Meaning::read),
                }
            }),
        }
    }
}
