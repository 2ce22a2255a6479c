// The app script of the inner document: shows the first words as soon as the settings are agreed on with the loader two documents
// further out, and has the widget put in their place when its engine is there.
import { engine } from "engine";
import { byWidget } from "table";
import { alone, begin, configured, renewed, say, step, turn, words } from "./channel.js";
import { first } from "./first.js";
import { painted } from "./painted.js";

const LONGEST_TEXT = 2000;
const LONGEST_NAME = 64;
const MOST_NAMES = 50;
const LARGEST_FILE = 2000000;
const PATIENCE = 1000;

const page = document.documentElement;
const notice = document.getElementById("notice");

// Everything from outside is plain data of known shape and bounded length; the rest is left behind. A file comes as its text:
// however deep it goes, and though it may hold null, which the widget must see and name.
function bounded(name, text) {
  if (typeof text !== "string" || text.length > LARGEST_FILE) throw new Error(`the ${name} cannot be read: larger than 2 MB`);
  return { file: JSON.parse(text) };
}

function lines(brought) {
  if (brought === undefined) return;
  try {
    return bounded("lines", brought);
  } catch (reason) {
    console.error(`burnout-screener: those built in are shown: ${reason.message}`);
  }
}

// Throws where an instrument is brought that cannot be used: nobody is to answer other questions than the page means.
function checked({ settings, brought, hostRegions, speaks }) {
  const attributes = {};
  for (const name of byWidget) {
    const text = settings?.attributes?.[name];
    // Nothing that is longer can be used, but it has to be named.
    if (typeof text === "string") attributes[name] = text.slice(0, LONGEST_TEXT);
  }
  const names = Array.isArray(settings?.names) ? settings.names : [];
  const named = names.slice(0, MOST_NAMES).filter((name) => typeof name === "string" && name.length <= LONGEST_NAME);
  const given = { attributes, names: named, tag: settings?.tag === true };
  const own = brought === undefined ? {} : { brought: bounded("instrument", brought) };
  return { settings: given, ...own, hostRegions: lines(hostRegions), speaks: speaks === true && !!crypto.subtle };
}

let widget;
let failed = false;

function fail(reason) {
  if (failed) return;
  failed = true;
  console.error("burnout-screener: the self-check stopped:", reason);
  widget?.end();
  document.body.prepend(notice);
  turn("failed");
}

// Whether a browser runs what the engine is made of, and the policy of this document lets it: a module without a function, with
// a value of JavaScript in a type. Where it is refused, it is refused at once.
function runs() {
  try {
    return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0));
  } catch {
    return false;
  }
}

async function start() {
  addEventListener("error", (event) => event.error && fail(event.error));
  addEventListener("unhandledrejection", (event) => fail(event.reason));
  let touched = false;
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, () => (touched = true), { once: true, capture: true });
  if (!runs()) {
    // The script tag has another file. Where there is none, nobody must wait for ever.
    say("no-wasm");
    setTimeout(fail, alone ? 0 : PATIENCE, new Error("no WebAssembly"));
    return;
  }
  // Until the engine takes over, and only where the questions are the built-in ones: of others it alone has the words.
  const before = first();
  begin();
  let given;
  const agreed = new Promise((resolve, reject) => {
    const settle = (handed) => {
      given = checked(handed);
      resolve();
      if (widget) return widget.run(given).catch(fail);
      if (!before || given.brought) return;
      before.dress(given);
      turn("first");
    };
    // What a clinic has baked into its own file holds where no page configures it.
    const baked = { settings: { attributes: JSON.parse(document.getElementById("baked").textContent) } };
    if (alone) return settle(baked);
    const wait = setTimeout(settle, PATIENCE, baked);
    configured.then((handed) => {
      clearTimeout(wait);
      // A host page that was busy answers late: while nobody has begun, that is not too late.
      if (!given || !touched) settle(handed);
    }).catch(reject);
  });
  try {
    // Until they have agreed, the page around shows nothing of this, and unpacking would hold up what it is to show.
    await agreed;
    await painted();
    const { mounting, ...parts } = await engine();
    widget = await mounting(parts, { before, fail, renewed, say, step, turn, words });
    if (!failed) await widget.run(given);
  } catch (reason) {
    fail(reason);
  }
}

if (page.dataset.state === "loading") start();
