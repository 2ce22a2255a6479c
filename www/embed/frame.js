// The app script of the inner document: unpacks the texts and the Wasm, agrees on the settings with the loader two documents further
// out, mounts the widget, and says how high it is. What it says is a function of the step alone, never of an answer.
import load, { mount } from "glue";
import { byWidget } from "table";
import { join } from "./join.js";
import { unpack } from "./lzma.js";
import { around } from "./page.js";

const OWN = "burnout-screener";
const LONGEST_TEXT = 2000;
const LONGEST_NAME = 64;
const MOST_NAMES = 50;
const LARGEST_FILE = 2000000;
const PATIENCE = 1000;
const HELD = 500;

const page = document.documentElement;
const notice = document.getElementById("notice");
const host = parent.parent;
// The outer document is the top one: nobody to speak to.
const alone = host === parent;

const say = (type, more) => alone || host.postMessage({ [OWN]: 1, type, ...more }, "*");

const step = (asking) => say("step", { asking });

const take = (id) => {
  const block = document.getElementById(id);
  block.remove();
  return block.textContent;
};

async function engine() {
  const text = atob(take("wasm"));
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  const { texts, module } = join(unpack(bytes));
  await load({ module_or_path: module });
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
function checked({ settings, brought, hostRegions }) {
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
  return { settings: given, ...own, hostRegions: lines(hostRegions) };
}

const configured = new Promise((resolve) => {
  addEventListener("message", function hear({ source, data }) {
    if (alone || source !== host || data?.[OWN] !== 1 || data.type !== "configure") return;
    removeEventListener("message", hear);
    // The loader sets the height from here on: no scrollbar of our own.
    page.dataset.embedded = "";
    resolve(data);
  });
});

// During the questions nothing at all is said, unless the page around has another width for them.
let height;
let quiet;

// What does not fit into the window scrolls inside. Decided by what is there without a scrollbar, which would need more room.
function fit() {
  page.removeAttribute("data-long");
  page.toggleAttribute("data-long", quiet > 0 && document.body.getBoundingClientRect().height > innerHeight);
}

function measure() {
  // Not at once: that would change what is being measured.
  requestAnimationFrame(fit);
  if (quiet === innerWidth) return;
  if (quiet) quiet = innerWidth;
  const now = Math.ceil(document.body.getBoundingClientRect().height);
  if (now && now !== height) say("height", { height: (height = now) });
}

/**
 * To reach with Tab what is not in the window, a browser scrolls the page around, and further for a lower answer. So Tab asks for
 * the whole frame first, and waits until it is there, or a moment where it cannot be.
 */
function keepWhole() {
  let whole = true;
  let asked;
  new IntersectionObserver((seen) => {
    whole = seen.pop().intersectionRatio > 0.99;
    if (whole) asked = undefined;
  }, { threshold: [0.99, 1] }).observe(document.getElementById("whole"));
  addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || !quiet || whole) return;
    if (!asked) step(true);
    asked ??= event.timeStamp;
    if (event.timeStamp < asked + HELD) event.preventDefault();
  });
}

let mounted;
let services;

function fail(reason) {
  console.error("burnout-screener: the self-check stopped:", reason);
  services?.end();
  page.dataset.state = "failed";
  document.body.prepend(notice);
}

function run(texts, given) {
  // Yew keeps its listeners on the element it was mounted on: a second start gets a new one.
  const root = document.createElement("main");
  root.className = "bs";
  services?.end();
  mounted?.unmount();
  document.querySelector(".bs")?.remove();
  document.body.append(root);
  const settings = { isolated: true, keeps: false, release: RELEASE, languages: [...navigator.languages], ...given.settings };
  const own = {
    step({ asking }) {
      quiet = 0;
      fit();
      // Before the step is told, and not a frame later: the order of what is said must not depend on how fast somebody is.
      measure();
      if (asking) quiet = innerWidth;
      fit();
      scrollTo(0, 0);
      step(asking);
    },
    screen: () => scrollTo(0, 0),
    leave: () => say("leave"),
  };
  services = around(root, { tell: (told) => mounted.tell(told), own });
  mounted = mount(root, { ...texts, ...given, settings }, services.take, fail);
  page.dataset.state = "running";
  notice.remove();
}

async function start() {
  addEventListener("error", (event) => event.error && fail(event.error));
  addEventListener("unhandledrejection", (event) => fail(event.reason));
  let touched = false;
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, () => (touched = true), { once: true, capture: true });
  say("ready", { release: RELEASE });
  try {
    const texts = await engine();
    const wait = new Promise((resolve) => setTimeout(resolve, alone ? 0 : PATIENCE));
    const given = await Promise.race([configured, wait]);
    run(texts, checked(given ?? {}));
    // A host page that was busy answers late: while nobody has begun, that is not too late.
    if (!given) configured.then((late) => touched || run(texts, checked(late))).catch(fail);
  } catch (reason) {
    fail(reason);
  }
  keepWhole();
  new ResizeObserver(measure).observe(document.body);
  addEventListener("resize", fit);
}

if (page.dataset.state === "loading") start();
