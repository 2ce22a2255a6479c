//! Makes a module of the engine simple enough to be turned into JavaScript: what binaryen's translator has no words for, or takes
//! less exactly than WebAssembly does, is said in other instructions. The module that is served stays as it is.
//!
//! - The table of JavaScript values becomes an object of JavaScript, reached by imports.
//! - Functions that give several numbers hand them over by imports.
//! - Runs of bytes are copied and filled by imports, too: the translator would make stores of some that it then refuses.
//! - A number that is too large for a whole one becomes the largest there is, as in Rust; JavaScript would take its last 32 bits.

use std::io;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{
    BlockType, CodeSection, EntityType, ExportSection, Function, FunctionSection, ImportSection,
    Instruction, Module, RefType, TableSection, TypeSection, ValType,
};
use wasmparser::{
    CodeSectionReader, Export, ExternalKind, FuncType, FunctionBody, FunctionSectionReader,
    ImportSectionReader, Operator, Parser, Table, TableSectionReader, TypeRef, TypeSectionReader,
};

/// Where the added imports come from.
const MODULE: &str = "beside";
/// What they are called, in the order of their numbers.
const NAMES: [&str; 8] = ["get", "set", "grow", "put", "copy", "fill", "two", "three"];
const ADDED: u32 = 8;
const GET: u32 = 0;
const SET: u32 = 1;
const GROW: u32 = 2;
const PUT: u32 = 3;
const COPY: u32 = 4;
const FILL: u32 = 5;
const TWO: u32 = 6;
const THREE: u32 = 7;
/// The functions at the end of the module.
const SIGNED: u32 = 0;
const UNSIGNED: u32 = 1;

/// What a translator gets.
pub(super) struct Lowered {
    pub(super) wasm: Vec<u8>,
    /// The name by which the glue knows the table of JavaScript values, and how long that is to begin with.
    pub(super) table: (String, u64),
}

/// The same module in fewer kinds of instructions.
pub(super) fn lower(wasm: &[u8]) -> Result<Lowered> {
    let mut module = Module::new();
    let mut lower = Lower::default();
    lower
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .context("the WebAssembly cannot be made simpler")?;
    let name = lower.name.context("the table of JavaScript values has no name")?;
    let (_, length) = lower.table.context("the engine has no table of JavaScript values")?;
    Ok(Lowered { wasm: module.finish(), table: (name, length) })
}

#[derive(Default)]
struct Lower {
    /// How many types there are before those of the added imports.
    types: u32,
    /// How many functions come from outside before the added ones.
    imported: u32,
    /// How many functions of its own it has.
    own: u32,
    /// How many numbers a function of each type gives, and each of its own functions.
    results: Vec<usize>,
    giving: Vec<usize>,
    /// How many of those have been seen.
    seen: usize,
    /// The number of the table of JavaScript values, and its length.
    table: Option<(u32, u64)>,
    name: Option<String>,
}

type Outcome = Result<(), reencode::Error<io::Error>>;

fn refused(why: impl Into<String>) -> reencode::Error<io::Error> {
    reencode::Error::UserError(io::Error::other(why.into()))
}

impl Lower {
    fn is_of_values(&self, table: u32) -> bool {
        self.table.is_some_and(|(number, _)| number == table)
    }

    /// The function with this place among the added ones.
    fn call(&self, place: u32) -> Instruction<'static> {
        Instruction::Call(self.imported + place)
    }

    /// What stands for an instruction, where something else does.
    fn instead(&self, operator: &Operator<'_>) -> Option<Vec<Instruction<'static>>> {
        use Instruction as I;
        let floor = |least: f64| [I::F64Const(least.into()), I::F64Max];
        let below = |most: f64| [I::F64Const(most.into()), I::F64Min];
        let signed = || {
            let whole = [I::I32TruncSatF64S];
            [&floor(f64::from(i32::MIN))[..], &below(f64::from(i32::MAX)), &whole].concat()
        };
        let unsigned =
            || [&floor(0.0)[..], &below(f64::from(u32::MAX)), &[I::I32TruncSatF64U]].concat();
        let wide = |rest: Vec<Instruction<'static>>| [vec![I::F64PromoteF32], rest].concat();
        Some(match operator {
            Operator::TableGet { table } if self.is_of_values(*table) => vec![self.call(GET)],
            Operator::TableSet { table } if self.is_of_values(*table) => vec![self.call(SET)],
            Operator::TableGrow { table } if self.is_of_values(*table) => vec![self.call(GROW)],
            Operator::TableFill { table } if self.is_of_values(*table) => vec![self.call(PUT)],
            Operator::MemoryCopy { .. } => vec![self.call(COPY)],
            Operator::MemoryFill { .. } => vec![self.call(FILL)],
            Operator::I32TruncSatF64S => signed(),
            Operator::I32TruncSatF64U => unsigned(),
            Operator::I32TruncSatF32S => wide(signed()),
            Operator::I32TruncSatF32U => wide(unsigned()),
            Operator::I64TruncSatF64S => vec![self.call_last(SIGNED)],
            Operator::I64TruncSatF64U => vec![self.call_last(UNSIGNED)],
            Operator::I64TruncSatF32S => wide(vec![self.call_last(SIGNED)]),
            Operator::I64TruncSatF32U => wide(vec![self.call_last(UNSIGNED)]),
            _ => return None,
        })
    }

    /// How the numbers are handed over that a function gives.
    fn handing_over(
        &self,
        giving: usize,
    ) -> Result<Option<Instruction<'static>>, reencode::Error<io::Error>> {
        match giving {
            0 | 1 => Ok(None),
            2 => Ok(Some(self.call(TWO))),
            3 => Ok(Some(self.call(THREE))),
            _ => Err(refused(format!("a function gives {giving} numbers"))),
        }
    }

    /// Refuses what would mean something else afterwards, or nothing.
    fn check(&self, operator: &Operator<'_>, giving: usize) -> Outcome {
        let is_early = giving > 1 && matches!(operator, Operator::Return);
        let is_block = matches!(
            operator,
            Operator::Block { blockty: wasmparser::BlockType::FuncType(_) }
                | Operator::Loop { blockty: wasmparser::BlockType::FuncType(_) }
                | Operator::If { blockty: wasmparser::BlockType::FuncType(_) }
        );
        let is_size =
            matches!(operator, Operator::TableSize { table } if self.is_of_values(*table));
        match is_early || is_block || is_size {
            true => {
                Err(refused(format!("xtask/src/build/lower.rs does not know {operator:?} here")))
            }
            false => Ok(()),
        }
    }

    /// The function with this place among those at the end of the module.
    fn call_last(&self, place: u32) -> Instruction<'static> {
        Instruction::Call(self.imported + ADDED + self.own + place)
    }
}

/// A function that gives the nearest whole number of 64 bits towards zero; nothing for what is no number.
fn nearest(
    least: f64,
    lowest: i64,
    most: f64,
    highest: i64,
    whole: Instruction<'static>,
) -> Function {
    use Instruction as I;
    let kind = BlockType::Result(ValType::I64);
    let (given, end) = (I::LocalGet(0), I::End);
    let mut function = Function::new([]);
    let lower =
        [given.clone(), I::F64Const(least.into()), I::F64Lt, I::If(kind), I::I64Const(lowest)];
    let upper =
        [given.clone(), I::F64Const(most.into()), I::F64Ge, I::If(kind), I::I64Const(highest)];
    let other = [given.clone(), given.clone(), I::F64Eq, I::If(kind), given, whole, I::Else];
    let rest = [I::I64Const(0), end.clone(), end.clone(), end.clone(), end];
    for each in
        lower.into_iter().chain([I::Else]).chain(upper).chain([I::Else]).chain(other).chain(rest)
    {
        function.instruction(&each);
    }
    function
}

impl Reencode for Lower {
    type Error = io::Error;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error<Self::Error>> {
        Ok(if function < self.imported { function } else { function + ADDED })
    }

    fn table_index(&mut self, table: u32) -> Result<u32, reencode::Error<Self::Error>> {
        let before = self.table.is_some_and(|(number, _)| number < table);
        Ok(table - u32::from(before))
    }

    fn parse_type_section(
        &mut self,
        types: &mut TypeSection,
        section: TypeSectionReader<'_>,
    ) -> Outcome {
        for group in section.clone() {
            for each in group?.into_types() {
                self.results.push(each.unwrap_func().results().len());
            }
        }
        utils::parse_type_section(self, types, section)?;
        self.types = types.len();
        let (number, value) = (ValType::I32, ValType::Ref(RefType::EXTERNREF));
        types.ty().function([number], [value]);
        types.ty().function([number, value], []);
        types.ty().function([value, number], [number]);
        types.ty().function([number, value, number], []);
        types.ty().function([number; 3], []);
        types.ty().function([number; 3], []);
        types.ty().function([number; 2], []);
        types.ty().function([number; 3], []);
        types.ty().function([ValType::F64], [ValType::I64]);
        Ok(())
    }

    fn func_type(
        &mut self,
        kind: FuncType,
    ) -> Result<wasm_encoder::FuncType, reencode::Error<io::Error>> {
        let results = if kind.results().len() > 1 { &[] } else { kind.results() };
        Ok(wasm_encoder::FuncType::new(
            self.val_types(kind.params().to_vec())?,
            self.val_types(results.to_vec())?,
        ))
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Outcome {
        for import in section.clone().into_imports() {
            let is_function = matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_));
            self.imported += u32::from(is_function);
        }
        utils::parse_import_section(self, imports, section)?;
        for (kind, name) in (self.types..).zip(NAMES) {
            imports.import(MODULE, name, EntityType::Function(kind));
        }
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Outcome {
        for kind in section.clone() {
            let results = self.results.get(usize::try_from(kind?).unwrap_or_default());
            self.giving.push(results.copied().unwrap_or_default());
        }
        utils::parse_function_section(self, functions, section)?;
        self.own = functions.len();
        for _ in [SIGNED, UNSIGNED] {
            functions.function(self.types + ADDED);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Outcome {
        utils::parse_code_section(self, code, section)?;
        // Two to the power of 63, and of 64.
        const HALF: f64 = 9_223_372_036_854_775_808.0;
        code.function(&nearest(-HALF, i64::MIN, HALF, i64::MAX, Instruction::I64TruncF64S));
        code.function(&nearest(0.0, 0, 2.0 * HALF, -1, Instruction::I64TruncF64U));
        Ok(())
    }

    fn parse_table_section(
        &mut self,
        tables: &mut TableSection,
        section: TableSectionReader<'_>,
    ) -> Outcome {
        let all = section.into_iter().collect::<Result<Vec<Table<'_>>, _>>()?;
        let of_values = |table: &Table<'_>| table.ty.element_type.is_extern_ref();
        let found = (0..).zip(&all).find(|(_, table)| of_values(table));
        self.table = found.map(|(number, table)| (number, table.ty.initial));
        for table in all.into_iter().filter(|table| !of_values(table)) {
            self.parse_table(tables, table)?;
        }
        Ok(())
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Outcome {
        if export.kind == ExternalKind::Table && self.is_of_values(export.index) {
            self.name = Some(export.name.to_owned());
            return Ok(());
        }
        utils::parse_export(self, exports, export)
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Outcome {
        let mut function: Function = self.new_function_with_parsed_locals(&body)?;
        let giving = self.giving.get(self.seen).copied().unwrap_or_default();
        self.seen += 1;
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            let operator = reader.read()?;
            if reader.eof() {
                // The last `end`: all that is given lies there.
                if let Some(over) = self.handing_over(giving)? {
                    function.instruction(&over);
                }
            }
            self.check(&operator, giving)?;
            match self.instead(&operator) {
                Some(instructions) => instructions.iter().for_each(|each| {
                    function.instruction(each);
                }),
                None => {
                    function.instruction(&self.instruction(operator)?);
                }
            }
        }
        code.function(&function);
        Ok(())
    }
}
