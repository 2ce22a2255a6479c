// The script tag: defines <burnout-screener>, and puts one where a tag of ours stands. It runs in the host page, as a
// classic script or a module, so nothing here may throw, need eval or inline styles, or know where it was loaded from.
import { byLoader, byWidget, sandbox } from "table";
import { languages, lines } from "texts";
import { panel } from "./panel.js";

const NAME = "burnout-screener";
const DEAD = "does not come alive: is the file there, and does the page's CSP allow it as frame-src?";
const AFTER_LOAD = 6000;
const ALTOGETHER = 40000;
const LOWEST = 100;
const FETCH = 8000;
const LARGEST_FILE = 2000000;
const HIGHEST = 20000;

const complain = (what, why = "") => console.error(`${NAME}: ${what}`, why);
const ownTags = () => [...document.querySelectorAll(`script[src*="${NAME}.js"]`)].filter(({ src }) => /^(http|file)/.test(src));
const folder = (url) => new URL(".", url).href;
const below = (base) => folder(new URL(base.replace(/\/?$/, "/"), document.baseURI));
// Where our files may be: what script tags of ours name, or code. An attribute may have been written by somebody who must not
// run scripts on this page.
const folders = new Set();
const learn = () => ownTags().forEach(({ src }) => folders.add(folder(src)));
learn();

// CSSOM passes every CSP, and "important" every style sheet of the host page.
const dress = (node, rules) => {
  for (const name in rules) node.style.setProperty(name, rules[name], "important");
};

function language(element) {
  const asked = element.lang || "en";
  const known = Object.keys(languages);
  const match = (tag) => known.find((code) => code.toLowerCase() === tag.toLowerCase());
  const found = match(asked) || match(asked.split("-")[0]);
  if (!found) complain(`lang="${asked}" is not one of ${known}; English is used`);
  return found || "en";
}

function base(element) {
  const asked = element.getAttribute("base");
  learn();
  const from = asked === null ? [...folders][0] : below(asked);
  if (folders.has(from)) return from;
  throw new Error(`base="${asked}" is not the folder of a script tag with ${NAME}.js: tell it to define() of the element's class`);
}

/** What the host set, as it stands: the widget makes something of it, and names what it does not know. */
function settings(element) {
  const attributes = {};
  for (const name of byWidget) attributes[name] = element.getAttribute(name);
  const tag = element[NAME] !== 1;
  return { attributes, tag, names: tag ? element[NAME] : element.getAttributeNames() };
}

/** The text of the file that an attribute names: JSON, whatever it says. */
async function brought(element, attribute) {
  const url = element.getAttribute(attribute);
  if (url === null) return;
  try {
    const answer = await fetch(new URL(url, document.baseURI), { signal: AbortSignal.timeout(FETCH) });
    if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (let part = {}; !part.done; text += part.value ?? "") {
      if (text.length > LARGEST_FILE) throw reader.cancel(), new Error("it is larger than 2 MB");
      part = await reader.read();
    }
    JSON.parse(text);
    return text;
  } catch (why) {
    throw new Error(`${attribute}="${url}" cannot be read: ${why.message}`);
  }
}

/** Goes where the host page sends people who leave; the way back leads past this page. */
function leave(element) {
  const asked = element.getAttribute("leave-to");
  if (asked === null) return;
  const { protocol, href } = new URL(asked, document.baseURI);
  if (/^https?:$/.test(protocol)) location.replace(href);
  else complain(`leave-to="${asked}" is not an address on the web`);
}

// Questions are shown whole, so that nothing has to be scrolled for any of them; of all else the beginning.
function show(element, asking) {
  if (asking || element.getBoundingClientRect().top < 0) {
    element.scrollIntoView({ behavior: "instant", block: asking ? "nearest" : "start" });
  }
}

const other = (release) => `is of release ${release}, this script of ${RELEASE}`;

/** The frame, and everything that is ever said between it and the page. Gives the function that ends it. */
function isolated(shadow, { element, from, text, code, given, fail, alive }) {
  const frame = document.createElement("iframe");
  let heard = false;
  const inner = () => frame.contentWindow?.length && frame.contentWindow[0];
  let wanted = 480;
  let asking = false;
  // No taller during the questions than what the window shows: what does not fit scrolls inside, where no page sees it.
  const fit = () => {
    const seen = Math.max(Math.min(innerHeight, document.documentElement.clientHeight || innerHeight), LOWEST);
    dress(frame, { height: `${asking ? Math.min(wanted, seen) : wanted}px` });
  };
  const hear = ({ source, origin, data }) => {
    if (origin !== "null" || data?.[NAME] !== 1 || source !== inner()) return;
    if (data.type === "ready") {
      heard = true;
      clear();
      // Two that do not know each other must not pretend to.
      if (data.release !== RELEASE) {
        removeEventListener("message", hear);
        return lost(other(data.release));
      }
      alive();
      dress(frame, { visibility: "visible" });
      source.postMessage({ [NAME]: 1, type: "configure", ...given }, "*");
    } else if (data.type === "height" && Number.isInteger(data.height)) {
      wanted = Math.min(Math.max(data.height, LOWEST), HIGHEST);
      fit();
    } else if (data.type === "step") {
      asking = data.asking === true;
      fit();
      show(element, asking);
    } else if (data.type === "leave") {
      leave(element);
    }
  };
  const lost = (why) => {
    dress(frame, { visibility: "hidden", height: "0" });
    fail(`${frame.src} ${why}`);
  };
  const timers = [setTimeout(lost, ALTOGETHER, DEAD)];
  const clear = () => timers.forEach(clearTimeout);
  // An error page of the server loads too.
  frame.onload = () => heard || timers.push(setTimeout(lost, AFTER_LOAD, DEAD));
  frame.title = text.title;
  frame.allow = "clipboard-write";
  frame.sandbox = sandbox;
  // The same scheme as the documents inside, whatever the theme: where they differ, a browser paints the frame opaque.
  dress(frame, { all: "initial", display: "block", width: "100%", border: "0", "color-scheme": "light dark" });
  fit();
  // Only the file with .any. in its name knows other questions than the built-in ones.
  frame.src = `${from}${NAME}.${given.brought ? "any." : ""}${code}.html#embed`;
  addEventListener("message", hear);
  addEventListener("resize", fit);
  shadow.append(frame);
  return () => {
    removeEventListener("message", hear);
    removeEventListener("resize", fit);
    clear();
    frame.remove();
  };
}

/** Integration mode: the module mounts the widget in the closed shadow root. */
function inline(shadow, { element, from, code, given, fail, alive }) {
  let over = false;
  let stop;
  const late = setTimeout(fail, ALTOGETHER, `${from}inline/ ${DEAD}`);
  const setup = { ...given, language: code, onStep: ({ asking }) => show(element, asking), onLeave: () => leave(element), onFailure: fail };
  import(`${from}inline/${NAME}.js`)
    .then((module) => {
      if (module.release !== RELEASE) throw new Error(other(module.release));
      return module.start(shadow, setup);
    })
    .then((end) => {
      alive();
      stop = end;
      if (over) stop();
    })
    .catch(fail)
    .finally(() => clearTimeout(late));
  return () => {
    over = true;
    clearTimeout(late);
    stop?.();
  };
}

class Screener extends HTMLElement {
  /** Code of the page says in which folder our files are. */
  static define(base) {
    folders.add(below(base));
  }

  #shadow;
  #mode;
  #run;

  connectedCallback() {
    // A framework may set the attributes just after inserting the element.
    queueMicrotask(() => this.isConnected && !this.#run && this.#start());
  }

  // With this, a move by moveBefore() keeps the frame and the answers in it.
  connectedMoveCallback() {}

  disconnectedCallback() {
    const end = () => {
      this.#run?.stop();
      this.#run = undefined;
    };
    // The inline widget survives being moved. A moved frame is loaded anew by the browser, so there is nothing to keep.
    if (this.#mode === "inline") setTimeout(() => this.isConnected || end());
    else end();
  }

  #pick() {
    const asked = this.getAttribute("mode") ?? "isolated";
    if (asked === "inline" || asked === "isolated") return asked;
    complain(`mode="${asked}" is neither isolated nor inline; isolated is used`);
    return "isolated";
  }

  async #start() {
    this.#mode ??= this.#pick();
    const code = language(this);
    const text = languages[code];
    let notice;
    let stop;
    let over = false;
    const alive = () => notice?.remove();
    const fail = (why) => {
      complain("the self-check is not shown:", why);
      alive();
      if (!over) this.#shadow?.append((notice = panel(text, code, lines, dress)));
    };
    this.#run = {
      stop() {
        over = true;
        alive();
        stop?.();
      },
    };
    try {
      // Open on purpose: what protects is the frame. Inline, closed keeps the host's listeners and style apart from ours.
      this.#shadow ??= this.attachShadow({ mode: this.#mode === "inline" ? "closed" : "open" });
      const from = base(this, this.#mode);
      // Without the host's own lines there are still the built-in ones; without its instrument there is no self-check.
      const [own, ownLines] = await Promise.all([brought(this, "instrument"), brought(this, "regions").catch(complain)]);
      if (over) return;
      const given = { settings: settings(this), brought: own, hostRegions: ownLines };
      stop = (this.#mode === "inline" ? inline : isolated)(this.#shadow, { element: this, from, text, code, given, fail, alive });
    } catch (why) {
      fail(why);
    }
  }
}
Screener.prototype[NAME] = 1;

function place(tag) {
  const target = tag.dataset.target;
  if (!target && document.querySelector(`${NAME}:not([data-by-tag])`)) return;
  const element = document.createElement(NAME);
  element.setAttribute("data-by-tag", "");
  // Read by any copy of this script, as it may be another that defines the element.
  element[NAME] = tag.getAttributeNames();
  element.setAttribute("base", folder(tag.src));
  for (const name of [...byLoader, ...byWidget]) {
    const value = tag.getAttribute(`data-${name}`);
    if (value !== null) element.setAttribute(name, value);
  }
  if (target) document.querySelector(target).append(element);
  else if (tag.closest("head")) document.body.append(element);
  else tag.after(element);
}

function placeAll() {
  for (const tag of ownTags()) {
    // Seen by every copy of this script that the page may hold.
    if (tag[NAME]) continue;
    tag[NAME] = 1;
    try {
      place(tag);
    } catch (why) {
      complain(`data-target="${tag.dataset.target}" is not on the page`, why);
    }
  }
}

const there = customElements.get(NAME);
if (!there) customElements.define(NAME, Screener);
if (there && !there.prototype[NAME]) complain(`another script has defined <${NAME}>; this one does nothing`);
// An element may stand below the tag: only the whole document tells whether one has to be made.
else if (document.readyState === "loading") document.addEventListener("readystatechange", placeAll, { once: true });
else placeAll();
