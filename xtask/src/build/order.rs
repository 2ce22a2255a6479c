//! Puts functions that resemble one another side by side in the module. Rust makes many near copies of a generic
//! function, and LZMA names a near place in fewer bits than a far one: the one file becomes 3 KB (2 %) smaller.

use std::collections::HashMap;
use std::io;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// Functions are compared by the runs of this many bytes that they share.
const RUN: usize = 4;
/// A run in more functions than this says nothing about which belong together.
const COMMON: usize = 60;
/// How much a run counts that is shared with the last function, the one before it, and so on.
const WEIGHTS: [usize; 3] = [6, 3, 2];
/// Keeps tiny functions, which resemble everything, from coming first.
const FLOOR: usize = 30;

/// The same module with its functions in another order.
pub(super) fn cluster(wasm: &[u8]) -> Result<Vec<u8>> {
    let (imported, bodies) = functions(wasm)?;
    let order = chain(&bodies);
    let mut places = vec![0; order.len()];
    for (place, &function) in order.iter().enumerate() {
        if let Some(slot) = places.get_mut(function) {
            *slot = place;
        }
    }
    let mut module = Module::new();
    Reorder { imported, order, places }
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .context("the WebAssembly cannot be put in order")?;
    Ok(module.finish())
}

fn functions(wasm: &[u8]) -> Result<(usize, Vec<&[u8]>)> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported +=
                        usize::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                bodies.push(wasm.get(body.range()).unwrap_or_default())
            }
            _ => {}
        }
    }
    Ok((imported, bodies))
}

/// Each function is followed by the one, of those left, that is most like the last few.
fn chain(bodies: &[&[u8]]) -> Vec<usize> {
    let runs = bodies.iter().map(|body| runs(body)).collect::<Vec<_>>();
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (function, runs) in runs.iter().enumerate() {
        for &run in runs {
            holders.entry(run).or_default().push(function);
        }
    }
    holders.retain(|_, functions| functions.len() <= COMMON);

    let mut order = Vec::new();
    let mut left = vec![true; bodies.len()];
    let mut next = (!bodies.is_empty()).then_some(0);
    while let Some(function) = next {
        order.push(function);
        if let Some(slot) = left.get_mut(function) {
            *slot = false;
        }
        let is_left = |function: &usize| left.get(*function) == Some(&true);
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for (last, weight) in order.iter().rev().zip(WEIGHTS) {
            for run in runs.get(*last).into_iter().flatten() {
                for &other in holders.get(run).into_iter().flatten().filter(|other| is_left(other))
                {
                    *shared.entry(other).or_default() += weight;
                }
            }
        }
        let length = |function: usize| runs.get(function).map_or(0, Vec::len) + FLOOR;
        next = shared
            .into_iter()
            // As fractions; of equals the first, so that the order is always the same.
            .max_by(|&(a, in_a), &(b, in_b)| {
                (in_a * length(b)).cmp(&(in_b * length(a))).then(b.cmp(&a))
            })
            .map(|(function, _)| function)
            .or_else(|| left.iter().position(|&left| left));
    }
    order
}

fn runs(body: &[u8]) -> Vec<&[u8]> {
    let mut runs = body.windows(RUN).collect::<Vec<_>>();
    runs.sort_unstable();
    runs.dedup();
    runs
}

struct Reorder {
    /// How many functions come from outside: their numbers stay.
    imported: usize,
    /// The old number at each new place.
    order: Vec<usize>,
    /// The new place of each old number.
    places: Vec<usize>,
}

impl Reencode for Reorder {
    type Error = io::Error;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error<Self::Error>> {
        let own =
            usize::try_from(function).ok().and_then(|number| number.checked_sub(self.imported));
        let Some(own) = own else { return Ok(function) };
        let place =
            self.places.get(own).and_then(|place| u32::try_from(self.imported + place).ok());
        place.ok_or_else(|| {
            reencode::Error::UserError(io::Error::other("a function that is not there is named"))
        })
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for &function in &self.order {
            functions.function(types.get(function).copied().unwrap_or_default());
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for function in self.order.clone() {
            if let Some(body) = bodies.get(function) {
                utils::parse_function_body(self, code, body.clone())?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_copies_come_side_by_side() {
        let bodies: [&[u8]; 4] =
            [b"the first function", b"another one, longer", b"the first functions", b""];
        assert_eq!(chain(&bodies), [0, 2, 1, 3]);
    }

    #[test]
    fn a_call_follows_the_function_that_it_names() -> Result<()> {
        // Two functions without arguments; the second one calls itself.
        let code = [10, 9, 2, 2, 0, 11, 4, 0, 16, 1, 11];
        let mut wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x03\x02\0\0".to_vec();
        wasm.extend(code);
        let mut reversed = Reorder { imported: 0, order: vec![1, 0], places: vec![1, 0] };
        let mut module = Module::new();
        reversed.parse_core_module(&mut module, Parser::new(0), &wasm)?;
        assert!(module.finish().ends_with(&[4, 0, 16, 0, 11, 2, 0, 11]));
        Ok(())
    }
}
