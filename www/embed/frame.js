// The app script of the inner document: shows the first words as soon as the settings are agreed on with the loader two documents
// further out, and mounts the widget in their place when its engine is there.
import { engine } from "engine";
import { initSync, prepare } from "glue";
import { byWidget } from "table";
import { alone, begin, configured, renewed, say, step, turn, words } from "./channel.js";
import { dress } from "./dress.js";
import { first } from "./first.js";
import { inApp } from "./in-app.js";
import { around } from "./page.js";
import { proof } from "./proof.js";

const LONGEST_TEXT = 2000;
const LONGEST_NAME = 64;
const MOST_NAMES = 50;
const LARGEST_FILE = 2000000;
const PATIENCE = 1000;
// So much of a SHA-256 tells words from any others.
const KNOWN_BY = 22;

const page = document.documentElement;
const notice = document.getElementById("notice");

async function started() {
  const { texts: { style, ...texts }, module } = await engine();
  dress(document, style);
  // Compiled beside the page; what is left to do here takes no time.
  initSync({ module: await WebAssembly.compile(module) });
  return texts;
}

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

// Until the engine takes over, and only where the questions are the built-in ones: of others it alone has the words.
let before;
let mounted;
let services;
let failed = false;
// All that the engine was given, and the language that the person has asked for.
let setup;
let wanted;

function fail(reason) {
  if (failed) return;
  failed = true;
  console.error("burnout-screener: the self-check stopped:", reason);
  services?.end();
  document.body.prepend(notice);
  turn("failed");
}

let turns = 0;
async function run(texts, given) {
  const mine = ++turns;
  // Yew keeps its listeners on the element it was mounted on: a second start gets a new one.
  const root = document.createElement("main");
  root.className = "bs";
  services?.end();
  const tongues = given.speaks ? texts.tongues : undefined;
  const settings = { isolated: true, keeps: false, inApp: inApp(navigator.userAgent), release: RELEASE, languages: [...navigator.languages], tongues, ...given.settings };
  setup = { ...texts, ...given, settings };
  const own = {
    step: ({ asking }) => step(asking),
    screen: () => scrollTo(0, 0),
    leave: () => say("leave"),
    speak: (language) => say("language", { language: (wanted = language) }),
  };
  services = around(root, { tell: (told) => mounted?.tell(told), own });
  const widget = prepare(setup, services.take, fail);
  // In a task of its own: both together would hold up whoever presses something meanwhile.
  await (before ? before.calm() : new Promise((done) => setTimeout(done)));
  // Configured once more since then.
  if (mine !== turns) return;
  mounted?.unmount();
  // It renders a little later: until then what stands there stays.
  new MutationObserver((_, observer) => {
    observer.disconnect();
    if (before) before.giveWay(root);
    else document.querySelector(".bs").replaceWith(root);
    before = undefined;
    notice.remove();
    turn("running");
  }).observe(root, { childList: true });
  mounted = widget;
  widget.mount(root, before?.begun() ?? {});
}

// What the person has asked for, and that in the very words which this file was built to know: a page around can send others.
async function spoken({ language, text }) {
  if (!wanted || language !== wanted) return;
  wanted = undefined;
  const { tongues } = setup;
  if ((await proof([text])).slice(0, KNOWN_BY) !== tongues[tongues.indexOf(language) + 2]) return console.error(`burnout-screener: other words`);
  if (failed) return;
  mounted.tell({ ...setup, packed: JSON.parse(text) });
  page.lang = language;
  renewed();
  requestAnimationFrame(() => (page.dir = document.querySelector(".bs").firstChild.dir));
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
  before = first();
  begin();
  words(spoken);
  let given;
  let texts;
  const agreed = new Promise((resolve, reject) => {
    const settle = (handed) => {
      given = checked(handed);
      resolve();
      if (texts) return run(texts, given).catch(fail);
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
    const [unpacked] = await Promise.all([started(), agreed]);
    texts = unpacked;
    await run(texts, given);
  } catch (reason) {
    fail(reason);
  }
}

if (page.dataset.state === "loading") start();
