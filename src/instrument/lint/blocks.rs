//! Which items are asked together, and which only of those to whom they are offered.

use super::{at, no, paths, unique};
use crate::instrument::{Definition, Mistakes};
use crate::tree::shortened;

const MOST_BLOCKS: usize = 20;

pub(super) fn check(definition: &Definition, m: &mut Mistakes) {
    m.range("blocks", definition.blocks.len(), 0..=MOST_BLOCKS, "blocks");
    unique(&paths("blocks", "id", &mut definition.blocks.iter().map(|block| &block.id)), m);
    bank(definition, m);
    if definition.blocks.is_empty() {
        for (place, item) in definition.items.iter().enumerate() {
            if item.block.is_some() && !m.within("blocks") && !m.has("blocks") {
                m.add(at("items", place, "block"), "names a block, but the file has no blocks");
            }
        }
    } else if !m.lacks_ids("blocks") {
        members(definition, m);
    }
}

/// Each item is in one of them, and they are asked one after the other.
fn members(definition: &Definition, m: &mut Mistakes) {
    let mut last = 0;
    let mut used = vec![false; definition.blocks.len()];
    for (place, item) in definition.items.iter().enumerate() {
        let path = at("items", place, "block");
        let Some(name) = &item.block else {
            m.add(path, "must name a block, as the file has blocks");
            continue;
        };
        let Some(block) = definition.blocks.iter().position(|block| block.id == *name) else {
            m.add(path, no("block", name));
            continue;
        };
        if let Some(used) = used.get_mut(block) {
            *used = true;
        }
        // The bank stands after all other items, whatever it is asked with.
        if item.bank {
            continue;
        }
        if block < last {
            let what = "': items of one block stand together, and blocks in their order";
            m.add(path, ["comes too late for '", &shortened(name), what].concat());
        }
        last = last.max(block);
    }
    if m.lacks_ids("items") || m.within("items") {
        return;
    }
    for (place, _) in used.iter().enumerate().filter(|(_, used)| !**used) {
        m.add(at("blocks", place, "id"), "has no items");
    }
}

fn bank(definition: &Definition, m: &mut Mistakes) {
    let Some(first) = definition.items.iter().position(|item| item.bank) else { return };
    let path = at("items", first, "bank");
    if definition.profile.is_none() {
        m.add(path, "is true, but without a profile nothing more is ever offered");
    } else if first == 0 {
        m.add(path, "is true, but the first item is asked of everybody");
    }
    for (place, item) in definition.items.iter().enumerate().skip(first) {
        if !item.bank {
            m.add(at("items", place, "bank"), "must be true: items of the bank stand last");
        }
    }
}
