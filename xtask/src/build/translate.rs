//! The engine as JavaScript, for browsers in which WebAssembly is switched off or forbidden: the very module that is served,
//! turned into a script by binaryen's wasm2js.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::lower::{Lowered, lower};
use crate::tools;
use crate::workspace::Workspace;

/// How the translator begins what it makes of the module: a function that is given the imports, and gives the exports.
const BEGINS: &str = "function asmFunc(imports) {";
/// How it begins what would run that function at once.
const ENDS: &str = "\nvar retasmFunc = ";
/// How it lets go of a memory that has become too small.
const GROWS: &str = "buffer = newBuffer;";

/// Makes an ES module of it, which exports `begin` and `table`, and gives its place.
pub(super) fn translate(workspace: &Workspace, wasm: &[u8]) -> Result<PathBuf> {
    let Lowered { wasm, table: (name, length) } = lower(wasm)?;
    let scratch = workspace.scratch()?;
    let [module, script] = ["lowered.wasm", "translated.js"].map(|name| scratch.join(name));
    fs::write(&module, wasm).with_context(|| format!("cannot write {}", module.display()))?;
    let output = tools::wasm2js(workspace, &module)?;
    let table = json!({ "name": name, "length": length });
    let text = format!("{}\nexport const table = {table};\n", callable(&output)?);
    fs::write(&script, text).with_context(|| format!("cannot write {}", script.display()))?;
    Ok(script)
}

/// What the translator wrote, without what would run it at once; and with a memory that, when it has grown, takes the views of
/// the old one away, as that of WebAssembly does: the glue goes by that.
fn callable(output: &str) -> Result<String> {
    let (function, _) = output.split_once(ENDS).context("wasm2js begins nothing")?;
    ensure!(function.contains(BEGINS), "wasm2js has no function for the module");
    ensure!(function.matches(GROWS).count() == 1, "wasm2js lets no memory grow");
    let own: Vec<&str> = function.lines().filter(|line| !line.starts_with("import ")).collect();
    let detached = format!("new MessageChannel().port1.postMessage(null, [buffer]); {GROWS}");
    let text = own.join("\n").replace(GROWS, &detached);
    Ok(format!("{text}\nexport {{ asmFunc as begin }};"))
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, ConstExpr, DataSection, EntityType, ExportKind, ExportSection, Function,
        FunctionSection, ImportSection, Instruction as I, MemorySection, MemoryType, Module,
        RefType, TableSection, TableType, TypeSection, ValType,
    };

    use super::*;

    /// A number of 64 bits is told by its halves.
    fn halves(whole: I<'static>) -> [Vec<I<'static>>; 2] {
        let upper = vec![whole.clone(), I::I64Const(32), I::I64ShrU, I::I32WrapI64];
        [vec![whole, I::I32WrapI64], upper]
    }

    /// A module with a function for each way to make a whole number, one for what is done with the table and the memory, and one
    /// that gives two numbers.
    fn module() -> Vec<u8> {
        let narrow = |whole: I<'static>| vec![I::F32DemoteF64, whole];
        let mut bodies: Vec<Vec<I<'static>>> =
            vec![vec![I::I32TruncSatF64S], vec![I::I32TruncSatF64U]];
        bodies.extend([narrow(I::I32TruncSatF32S), narrow(I::I32TruncSatF32U)]);
        bodies.extend(halves(I::I64TruncSatF64S));
        bodies.extend(halves(I::I64TruncSatF64U));
        for body in &mut bodies {
            body.insert(0, I::LocalGet(0));
        }
        let zero = || I::I32Const(0);
        bodies.push(vec![
            // The value of the table becomes one in the memory that has grown, copied and filled.
            I::RefNull(wasm_encoder::HeapType::EXTERN),
            I::I32Const(2),
            I::TableGrow(0),
            I::I32Const(1),
            I::MemoryGrow(0),
            I::I32Add,
            zero(),
            I::I32Const(7),
            I::I32Const(3),
            I::MemoryFill(0),
            I::I32Const(70_000),
            zero(),
            I::I32Const(2),
            I::MemoryCopy { src_mem: 0, dst_mem: 0 },
            zero(),
            zero(),
            I::TableGet(0),
            I::Call(0),
            I::TableSet(0),
            I::I32Const(70_000),
            I::I32Load(wasm_encoder::MemArg { offset: 0, align: 0, memory_index: 0 }),
            I::I32Add,
        ]);
        let mut types = TypeSection::new();
        let value = ValType::Ref(RefType::EXTERNREF);
        types.ty().function([value], [value]);
        types.ty().function([ValType::F64], [ValType::I32]);
        types.ty().function([ValType::F64], [ValType::I32, ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("a", "same", EntityType::Function(0));
        let (mut functions, mut exports, mut code) =
            (FunctionSection::new(), ExportSection::new(), CodeSection::new());
        let two = vec![I::I32Const(3), I::LocalGet(0), I::I32TruncSatF64S];
        let kinds = bodies.iter().map(|_| 1).chain([2]).collect::<Vec<_>>();
        for ((kind, body), number) in kinds.into_iter().zip(bodies.iter().chain([&two])).zip(1..) {
            functions.function(kind);
            exports.export(&format!("f{number}"), ExportKind::Func, number);
            let mut function = Function::new([]);
            body.iter().chain([&I::End]).for_each(|each| {
                function.instruction(each);
            });
            code.function(&function);
        }
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::EXTERNREF,
            table64: false,
            minimum: 2,
            maximum: None,
            shared: false,
        });
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        exports.export("values", ExportKind::Table, 0).export("memory", ExportKind::Memory, 0);
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(0), *b"abc");
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&tables);
        module.section(&memories).section(&exports).section(&code).section(&data);
        module.finish()
    }

    #[test]
    fn javascript_gives_the_same_as_webassembly() -> Result<()> {
        let workspace = Workspace::here()?;
        tools::node_modules(&workspace)?;
        let wasm = workspace.scratch()?.join("told.wasm");
        fs::write(&wasm, module())?;
        let script = translate(&workspace, &module())?;
        let files = [wasm, script].map(|path| path.display().to_string());
        let told = tools::node(&workspace, "xtask/translated.mjs", &files)?;
        let (native, translated) = told.split_once("\n\n").context("only one of the two speaks")?;
        assert!(native.lines().count() > 9 * 10, "{told}");
        assert_eq!(native, translated);
        Ok(())
    }
}
