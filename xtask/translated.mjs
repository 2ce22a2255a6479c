// Prints what the functions of a module give for many numbers: first by WebAssembly, then as the JavaScript that was made of it.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const [wasm, script] = process.argv.slice(2);
const out = `${script}.joined.mjs`;
await build({ entryPoints: ["www/embed/translated.js"], alias: { translated: script }, bundle: true, format: "esm", outfile: out });
const joined = await import(pathToFileURL(out));

const LARGE = [31, 32, 53, 63, 64, 80].flatMap((bits) => [2 ** bits, 2 ** bits - 1, 2 ** bits * (1 - 2 ** -53)]);
const NUMBERS = [0, -0, 0.5, 1.5, 7.99, 1e9, ...LARGE, Infinity].flatMap((number) => [number, -number]).concat(NaN);

function told({ Module, Instance }) {
  const { exports } = new Instance(new Module(readFileSync(wasm)), { a: { same: (value) => value } });
  exports.values.set(0, "a value");
  const before = new Uint8Array(exports.memory.buffer);
  const all = Object.keys(exports).filter((name) => /^f/.test(name)).sort();
  const lines = all.flatMap((name) => NUMBERS.map((number) => `${name} ${number}: ${exports[name](number)}`));
  return [...lines, exports.values.length, exports.values.get(0), before.byteLength, exports.memory.buffer.byteLength].join("\n");
}

console.log(`${told(WebAssembly)}\n\n${told(joined.WebAssembly)}`);
