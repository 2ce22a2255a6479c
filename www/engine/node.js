// For Node, Deno and Bun: the module is read from where this file stands.
import { readFile } from "node:fs/promises";
import load, { Instrument, score } from "./engine.js";

await load({ module_or_path: await readFile(new URL("./engine.wasm", import.meta.url)) });
export { Instrument, score };
