// The script of the frame that holds the engine's bytes and nothing else: it unpacks them in slices and hands them to the frame
// beside it, once. In that frame's document they would hold up the first words: a document in an attribute begins when the whole
// attribute is there.
import { join } from "./join.js";
import { unpack } from "./lzma.js";
import { slices } from "./slices.js";

const OWN = "burnout-screener";
// A multiple of four letters, which are three bytes.
const PART = 1 << 15;

const app = parent[0];
const say = (type, more, transferred = []) => app.postMessage({ [OWN]: 1, type, ...more }, "*", transferred);

async function decoded(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const { over, next } = slices();
  const bytes = new Uint8Array(text.length);
  let to = 0;
  for (let from = 0; from < text.length; from += PART) {
    for (const letter of atob(text.slice(from, from + PART))) bytes[to++] = letter.charCodeAt(0);
    if (over()) await next();
  }
  return bytes.subarray(0, to);
}

async function hand() {
  const block = document.getElementById("bytes");
  block.remove();
  try {
    const { texts, module } = await join(await unpack(await decoded(block.textContent)));
    say("engine", { texts, module }, [module.buffer]);
  } catch (reason) {
    say("engine", { why: reason.message });
  }
}

addEventListener("message", function hear({ source, data }) {
  if (source !== app || data?.[OWN] !== 1 || data.type !== "want") return;
  removeEventListener("message", hear);
  hand();
});
if (document.documentElement.dataset.state === "loading") say("here");
