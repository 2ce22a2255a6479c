// Where the engine is a part of this script: only the texts are taken up, from the document itself.
import { painted } from "./painted.js";

/** The texts; the module is WebAssembly's, of which there is none. */
export async function engine() {
  await painted();
  return { texts: JSON.parse(document.getElementById("texts").textContent) };
}
