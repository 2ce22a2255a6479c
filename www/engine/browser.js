// For browsers and bundlers: the module is fetched from where this file stands, once, and nothing else ever is.
import load, { Instrument, score } from "./engine.js";

await load({ module_or_path: fetch(new URL("./engine.wasm", import.meta.url)) });
export { Instrument, score };
