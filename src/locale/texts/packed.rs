//! The words of the built-in questions as the one file holds them.

use super::{ByVoice, ScaleWords, Texts};
use crate::locale::BandText;
use crate::packed::{Packed, Unpacking, packed_fields};
use crate::tree::Tree;

packed_fields! {
    ScaleWords { name, facets, bands }
    BandText { label, text }
}

impl Packed for ByVoice {
    fn pack(&self, to: &mut Vec<Tree>) {
        let mut last = "";
        for text in &self.0 {
            to.push(if text == last { Tree::Null } else { Tree::Text(text.clone()) });
            last = text;
        }
    }

    fn unpack(from: &mut Unpacking) -> Self {
        let mut last = String::new();
        Self(std::array::from_fn(|_| {
            if let Tree::Text(text) = from.next() {
                last = text;
            }
            last.clone()
        }))
    }
}

impl Packed for Texts {
    fn pack(&self, to: &mut Vec<Tree>) {
        self.title.pack(to);
        self.intro.pack(to);
        self.look_back.pack(to);
        self.stem.pack(to);
        self.options.pack(to);
        self.blocks.pack(to);
        self.items.pack(to);
        self.scales.pack(to);
        self.signs.pack(to);
        self.context.pack(to);
        self.largest.pack(to);
    }

    fn unpack(from: &mut Unpacking) -> Self {
        Self {
            title: Packed::unpack(from),
            intro: Packed::unpack(from),
            look_back: Packed::unpack(from),
            stem: Packed::unpack(from),
            options: Packed::unpack(from),
            blocks: Packed::unpack(from),
            items: Packed::unpack(from),
            scales: Packed::unpack(from),
            signs: Packed::unpack(from),
            context: Packed::unpack(from),
            largest: Packed::unpack(from),
        }
    }
}
