//! Takes a module apart the way `www/embed/join.js` puts it together: instructions by themselves, and the numbers
//! after each kind of instruction by themselves; those of which there are most by what is done with them. Packed, that makes
//! the one file 17 KB (9 %) smaller; see `pairs` for the instructions.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use wasmparser::{Parser, Payload};

use super::pairs::pair;

/// The parts that are no numbers after an instruction; those have twice its code, and one more for a second number.
const HEAD: usize = 0;
const TAIL: usize = 1;
const CODE: usize = 2;
const LOCALS: usize = 3;

/// The offsets of what is read from the memory, and of what is written to it.
const READ: usize = 2 * 40 + 1;
const WRITTEN: usize = 2 * 54 + 1;
/// The first of the parts by use: of numbers of locals, and of constants.
const GOTTEN: usize = 512;
const CONSTANTS: usize = 1024;
/// What is added to the part of a number with which something else is reckoned first.
const RECKONED: usize = 256;
/// A part by use that is shorter than this does not pay.
const SHORT: usize = 100;

const END: u8 = 11;
const BRANCHES: u8 = 14;
const GET: u8 = 32;
const SET: u8 = 33;
const TEE: u8 = 34;
const CONST: u8 = 65;
const ADD: u8 = 106;
const F32: u8 = 67;
const F64: u8 = 68;
const LONG: u8 = 252;

/// How many numbers follow an instruction. One that no module has had yet is not known.
fn numbers(code: u8) -> Result<usize> {
    Ok(match code {
        0 | 1 | 5 | 11 | 15 | 26 | 27 | 67..=196 | 209 | LONG => 0,
        2..=4 | 12..=14 | 16 | 32..=38 | 63..=66 | 208 | 210 => 1,
        17 | 40..=62 => 2,
        _ => bail!("www/embed/join.js does not know the instruction {code}"),
    })
}

/// The same for one of two bytes, by the second.
fn numbers_of_long(code: u8) -> Result<usize> {
    Ok(match code {
        0..=7 => 0,
        8 | 10 | 12 | 14 => 2,
        9 | 11 | 13 | 15..=17 => 1,
        _ => bail!("www/embed/join.js does not know the instruction 252 {code}"),
    })
}

/// A module in its parts.
pub(super) struct Apart {
    /// Of the whole module, in bytes.
    length: usize,
    parts: Parts,
}

impl Apart {
    pub(super) fn new(wasm: &[u8]) -> Result<Self> {
        let all = take_apart(wasm, &|_| true)?.0;
        let pays = |use_of: usize| all.get(&use_of).is_some_and(|part| part.len() >= SHORT);
        let mut parts = take_apart(wasm, &pays)?;
        if let Some(code) = parts.0.get_mut(&CODE) {
            *code = pair(code);
        }
        Ok(Self { length: wasm.len(), parts })
    }

    /// The texts and the module as one run of bytes: two lines of JSON, in which no byte is zero, and the parts.
    pub(super) fn with(&self, texts: &str) -> Result<Vec<u8>> {
        let parts = &self.parts.0;
        let lengths = parts.iter().map(|(part, bytes)| (part, bytes.len())).collect::<Vec<_>>();
        ensure!(!texts.contains(['\n', '\0']), "the texts are more than one line");
        let mut all = format!("{}\n{texts}", json!([self.length, lengths])).into_bytes();
        parts.values().for_each(|bytes| all.extend(bytes));
        Ok(all)
    }
}

/// `pays` says of a part by use whether there is to be one.
fn take_apart(wasm: &[u8], pays: &dyn Fn(usize) -> bool) -> Result<Parts> {
    let mut parts = Parts::default();
    let mut place = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::CodeSectionStart { count, range, .. } => {
                place = range.start + size_of(count.try_into()?);
                parts.put(HEAD, wasm.get(..place))?;
                parts.put(TAIL, wasm.get(range.end..))?;
            }
            Payload::CodeSectionEntry(body) => {
                let range = body.range();
                place += size_of(range.len());
                ensure!(
                    place == range.start,
                    "a length in the module has more bytes than it needs"
                );
                place = range.end;
                let body = wasm.get(range).unwrap_or_default();
                // What comes after an instruction is known to the browser's side before the numbers are.
                let mut bare = Parts::default();
                Walk { body, ahead: &[], parts: &mut bare, pays: &|_| false }.function()?;
                let ahead = bare.0.remove(&CODE).unwrap_or_default();
                Walk { body, ahead: &ahead, parts: &mut parts, pays }.function()?;
            }
            _ => {}
        }
    }
    Ok(parts)
}

/// How many bytes a number has that is written as shortly as can be.
fn size_of(number: usize) -> usize {
    std::iter::successors(Some(number >> 7), |rest| Some(rest >> 7))
        .take_while(|&rest| rest > 0)
        .count()
        + 1
}

#[derive(Default)]
struct Parts(BTreeMap<usize, Vec<u8>>);

impl Parts {
    fn put(&mut self, part: usize, bytes: Option<&[u8]>) -> Result<()> {
        let bytes = bytes.context("the module ends too early")?;
        self.0.entry(part).or_default().extend(bytes);
        Ok(())
    }
}

struct Walk<'a> {
    /// What is left of it.
    body: &'a [u8],
    /// The instructions that are left of it.
    ahead: &'a [u8],
    parts: &'a mut Parts,
    pays: &'a dyn Fn(usize) -> bool,
}

impl Walk<'_> {
    fn function(&mut self) -> Result<()> {
        for _ in 0..self.number(LOCALS)? {
            self.number(LOCALS)?;
            self.byte(LOCALS)?;
        }
        let mut depth = 1;
        while depth > 0 {
            let code = self.byte(CODE)?;
            let part = 2 * usize::from(code);
            match code {
                2..=4 => depth += 1,
                END => depth -= 1,
                F32 => (0..4).try_for_each(|_| self.byte(part).map(drop))?,
                F64 => (0..8).try_for_each(|_| self.byte(part).map(drop))?,
                BRANCHES => {
                    for _ in 0..self.number(part)? {
                        self.number(part)?;
                    }
                }
                _ => {}
            }
            let count =
                if code == LONG { numbers_of_long(self.byte(CODE)?)? } else { numbers(code)? };
            for number in 0..count {
                self.number(self.part(code, number))?;
            }
        }
        ensure!(self.body.is_empty(), "a function goes on after its end");
        Ok(())
    }

    /// Where a number belongs that follows this instruction.
    fn part(&self, code: u8, number: usize) -> usize {
        let own = 2 * usize::from(code) + number;
        match (code, number) {
            (40..54, 1) => READ,
            (54..63, 1) => WRITTEN,
            (TEE, _) => 2 * usize::from(SET),
            (GET, _) => self.by_use(GOTTEN).unwrap_or(own),
            (CONST, _) => self.by_use(CONSTANTS).unwrap_or(own),
            _ => own,
        }
    }

    /// The part of a number by what is done with it: by the next instruction that does not only add a constant.
    fn by_use(&self, first: usize) -> Option<usize> {
        let place = self.ahead.iter().position(|code| !matches!(*code, CONST | ADD))?;
        let reckoned = if place > 0 { RECKONED } else { 0 };
        let part = first + reckoned + usize::from(*self.ahead.get(place)?);
        (self.pays)(part).then_some(part)
    }

    fn byte(&mut self, part: usize) -> Result<u8> {
        if part == CODE {
            self.ahead = self.ahead.get(1..).unwrap_or_default();
        }
        let (&byte, rest) = self.body.split_first().context("a function ends too early")?;
        self.body = rest;
        self.parts.put(part, Some(&[byte]))?;
        Ok(byte)
    }

    fn number(&mut self, part: usize) -> Result<u64> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.byte(part)?;
            // Of those that are counted by, none is negative or longer than this.
            value |= u64::from(byte & 127).checked_shl(shift).unwrap_or_default();
            shift += 7;
            if byte < 128 {
                return Ok(value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD as BASE64;

    use super::*;
    use crate::tools;
    use crate::workspace::Workspace;

    /// A number as modules write it.
    fn number(value: usize) -> Vec<u8> {
        let digits = (0..size_of(value)).map(|place| (value >> (7 * place)) & 127 | 128);
        let mut bytes = digits.filter_map(|digit| u8::try_from(digit).ok()).collect::<Vec<_>>();
        if let Some(last) = bytes.last_mut() {
            *last &= 127;
        }
        bytes
    }

    /// A module with one function of this body, and another that is longer than one byte can say.
    fn module(body: &[u8]) -> Vec<u8> {
        let long = [[1].as_slice(), &[200, 1, 127], &[1; 150], &[END]].concat();
        let code = [vec![2], number(body.len()), body.to_vec(), number(long.len()), long].concat();
        let mut wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x03\x02\0\0\x0a".to_vec();
        wasm.extend(number(code.len()));
        wasm.extend(code);
        wasm.extend(b"\0\x05\x04name");
        wasm
    }

    #[test]
    fn the_browsers_side_joins_what_is_split() -> Result<()> {
        // Numbers by their use: enough of one for a part by itself, one of another, and both with something added before.
        let mut used = [[32, 3, 65, 9, 106, 40, 0, 4].as_slice(); 110].concat();
        used.splice(0..0, [0]);
        used.extend([
            32, 5, 33, 6, 32, 7, 34, 8, 65, 1, 252, 8, 0, 0, 32, 2, 106, 65, 4, 106, 15, END,
        ]);
        let bodies: [&[u8]; 5] = [
            &[0, END],
            // Blocks in one another, a table of three branches, and one that has none but the last.
            &[0, 2, 64, 3, 64, 32, 0, 14, 2, 0, 1, 0, END, 65, 0, 14, 0, 0, END, END],
            // Numbers of all kinds, of which some look like the end.
            &[
                1, 1, 126, 67, 11, 11, 11, 11, 68, 0, 1, 2, 3, 4, 5, 6, 11, 66, 139, 0, 40, 2, 11,
                54, 2, 7, 17, 11, 0, END,
            ],
            &used,
            // What has two bytes.
            &[0, 252, 10, 0, 0, 252, 11, 0, 252, 2, 208, 112, 209, END],
        ];
        let workspace = Workspace::here()?;
        let mut files = Vec::new();
        let modules = bodies.map(module);
        for (number, module) in modules.iter().enumerate() {
            let path = workspace.scratch()?.join(format!("split-{number}"));
            fs::write(&path, Apart::new(module)?.with("{\"a\":[1]}")?)?;
            files.push(path.display().to_string());
        }
        let joined = tools::node(&workspace, "xtask/join.mjs", &files)?;
        let expected = modules.iter().map(|module| BASE64.encode(module)).collect::<Vec<_>>();
        assert_eq!(joined.lines().collect::<Vec<_>>(), expected);
        Ok(())
    }

    #[test]
    fn an_instruction_that_is_not_known_is_refused() {
        let apart = Apart::new(&module(&[0, 253, 12, END]));
        let error = apart.err().map(|error| error.to_string());
        assert_eq!(error.as_deref(), Some("www/embed/join.js does not know the instruction 253"));
    }
}
