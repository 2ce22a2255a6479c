//! Gives the locals of each function that are named most the smallest numbers. The compiler numbers them as they come; this way
//! the same numbers stand in most functions, and the one file becomes 0.4 KB smaller.

use std::cmp::Reverse;
use std::convert::Infallible;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{CodeSection, Instruction, Module};
use wasmparser::{FunctionBody, Operator, Parser, Payload};

/// The same module with its locals numbered anew.
pub(super) fn renumber(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    let mut renumber = Renumber { arguments: arguments(wasm)?.into_iter(), numbers: Vec::new() };
    renumber
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .context("the locals of the WebAssembly cannot be numbered anew")?;
    Ok(module.finish())
}

/// How many arguments each function takes that has a body.
fn arguments(wasm: &[u8]) -> Result<Vec<usize>> {
    let (mut of_types, mut of_functions) = (Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::TypeSection(section) => {
                for function in section.into_iter_err_on_gc_types() {
                    of_types.push(function?.params().len());
                }
            }
            Payload::FunctionSection(section) => {
                for number in section {
                    let own = of_types.get(usize::try_from(number?)?);
                    of_functions.push(*own.context("a function has a type that is not there")?);
                }
            }
            _ => {}
        }
    }
    Ok(of_functions)
}

struct Renumber<I> {
    /// Of the functions that are still to come.
    arguments: I,
    /// The new number of each local of the present function.
    numbers: Vec<u32>,
}

impl<I: Iterator<Item = usize>> Reencode for Renumber<I> {
    type Error = Infallible;

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        let arguments = self.arguments.next().unwrap_or_default();
        self.numbers = numbers(arguments, &body)?;
        utils::parse_function_body(self, code, body)
    }

    fn instruction<'a>(
        &mut self,
        operator: Operator<'a>,
    ) -> Result<Instruction<'a>, reencode::Error<Self::Error>> {
        let new = |old: u32| {
            let place = usize::try_from(old).ok();
            place.and_then(|place| self.numbers.get(place)).copied().unwrap_or(old)
        };
        Ok(match operator {
            Operator::LocalGet { local_index } => Instruction::LocalGet(new(local_index)),
            Operator::LocalSet { local_index } => Instruction::LocalSet(new(local_index)),
            Operator::LocalTee { local_index } => Instruction::LocalTee(new(local_index)),
            other => utils::instruction(self, other)?,
        })
    }
}

/// By its old number the new one of each local. Arguments keep theirs, and those of one kind the place of that kind.
fn numbers(arguments: usize, body: &FunctionBody<'_>) -> wasmparser::Result<Vec<u32>> {
    let mut runs = vec![arguments];
    for run in body.get_locals_reader()? {
        runs.push(usize::try_from(run?.0).unwrap_or_default());
    }
    let mut named = vec![0_u32; runs.iter().sum()];
    for operator in body.get_operators_reader()? {
        if let Operator::LocalGet { local_index }
        | Operator::LocalSet { local_index }
        | Operator::LocalTee { local_index } = operator?
            && let Some(times) = usize::try_from(local_index).ok().and_then(|at| named.get_mut(at))
        {
            *times += 1;
        }
    }
    let mut order = (0..named.len()).collect::<Vec<_>>();
    let mut rest = order.get_mut(arguments..).unwrap_or_default();
    for run in runs.into_iter().skip(1) {
        let (these, others) = rest.split_at_mut(run);
        these.sort_by_key(|&local| Reverse(named.get(local).copied()));
        rest = others;
    }
    let mut numbers = vec![0; order.len()];
    for (new, old) in (0..).zip(order) {
        if let Some(number) = numbers.get_mut(old) {
            *number = new;
        }
    }
    Ok(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one function that takes a number, and has these locals and this body.
    fn module(locals: &[u8], body: &[u8]) -> Vec<u8> {
        let function = [locals, body, &[11]].concat();
        let mut wasm = b"\0asm\x01\0\0\0\x01\x05\x01\x60\x01\x7f\0\x03\x02\x01\0\x0a".to_vec();
        let length = u8::try_from(function.len()).unwrap_or_default();
        wasm.extend([length + 2, 1, length]);
        wasm.extend(function);
        wasm
    }

    #[test]
    fn what_is_named_most_has_the_smallest_number_of_its_kind() -> Result<()> {
        // An argument, two whole numbers, and two that have fractions.
        let locals = [2, 2, 127, 2, 124];
        let before = [32, 2, 34, 2, 33, 0, 32, 1, 33, 2, 32, 4, 33, 3, 32, 4, 33, 4];
        let after = [32, 1, 34, 1, 33, 0, 32, 2, 33, 1, 32, 3, 33, 4, 32, 3, 33, 3];
        assert_eq!(renumber(&module(&locals, &before))?, module(&locals, &after));
        Ok(())
    }

    #[test]
    fn of_those_that_are_named_alike_each_keeps_its_place() -> Result<()> {
        let module = module(&[1, 2, 127], &[32, 2, 33, 1]);
        assert_eq!(renumber(&module)?, module);
        Ok(())
    }
}
