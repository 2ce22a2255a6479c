// Where the engine is a part of this script: only the texts are taken up, from the document itself.
import { mounting } from "./mounting.js";

/** The texts, and what takes the engine up; the module is WebAssembly's, of which there is none. */
export async function engine() {
  return { texts: JSON.parse(document.getElementById("texts").textContent), mounting };
}
