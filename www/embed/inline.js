// Integration mode: the same widget as an ES module, mounted in a shadow root of the host page. The loader imports it.
import load, { prepare } from "glue";
import css from "style";
import { inApp } from "./in-app.js";
import { around, opened } from "./page.js";

const KEPT = "burnout-screener";

/** The release, which the loader compares with its own. */
export const release = RELEASE;

const folder = new URL(".", import.meta.url).href;

// One engine for all widgets of the page: what breaks it breaks them all, and it cannot be started a second time.
const running = new Set();
let broken;
function breaks(message) {
  broken = message;
  running.forEach((fail) => fail(message));
}

let engine;
function started() {
  if (broken) throw new Error(broken);
  engine ??= load({ module_or_path: new URL("burnout-screener.wasm", import.meta.url) }).catch((cause) => {
    // A failed download must not fail every later widget of the page too.
    engine = undefined;
    if (!(cause instanceof WebAssembly.CompileError)) throw cause;
    throw new Error(`mode="inline" needs 'wasm-unsafe-eval' in the page's script-src: ${cause.message}`);
  });
  return engine;
}

let sheet;
function dress(shadow) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  shadow.adoptedStyleSheets = [...(shadow.adoptedStyleSheets ?? []), sheet];
}

async function texts(language) {
  const url = new URL(`${language}.json`, import.meta.url);
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json();
}

/** What this browser keeps for this website; nothing at all where it keeps nothing. */
function store() {
  try {
    localStorage.getItem(KEPT);
    return localStorage;
  } catch {
    return undefined;
  }
}

/**
 * What is kept for an instrument: under its own key, and under the one that the first version had for all of them. `seen` is
 * what is compared before anything is written in its place.
 */
function kept(store, key) {
  const instrument = key.slice(KEPT.length + 1);
  const files = [];
  const old = [];
  let broken = false;
  for (const name of [key, KEPT]) {
    const text = store.getItem(name);
    if (text === null) continue;
    try {
      const file = JSON.parse(text);
      if (name === KEPT) {
        if (file?.instrument?.id !== instrument) continue;
        old.push(name);
      }
      files.push(opened(file));
    } catch (reason) {
      broken ||= name === key;
      console.error(`burnout-screener: what was kept in this browser cannot be read: ${reason.message}`);
    }
  }
  return { files, broken, old, seen: store.getItem(key) };
}

// Only the widget on paper: everything beside the way from it up to the body is left out while the browser prints.
function printAlone(host) {
  const away = [];
  for (let node = host; node && node !== document.body; node = node.parentElement ?? node.getRootNode().host) {
    for (const other of node.parentNode?.children ?? []) if (other !== node) away.push(other);
  }
  const hide = new CSSStyleSheet();
  hide.replaceSync(`@media print { [data-${KEPT}-away] { display: none !important } }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, hide];
  away.forEach((node) => node.setAttribute(`data-${KEPT}-away`, ""));
  addEventListener("afterprint", () => {
    away.forEach((node) => node.removeAttribute(`data-${KEPT}-away`));
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== hide);
  }, { once: true });
  print();
}

/**
 * Mounts the widget in `shadow` and gives the function that takes it down again. `brought` and `hostRegions` are the texts of
 * JSON files of the page: the widget refuses what it cannot use.
 */
export async function start(shadow, { language, settings, brought, hostRegions, onStep, onLeave, onFailure }) {
  const [setup] = await Promise.all([texts(language), started()]);
  dress(shadow);
  const root = document.createElement("div");
  root.className = "bs";
  root.lang = setup.locale.language;
  root.dir = setup.locale.direction;
  shadow.append(root);
  const keeper = store();
  const file = (text) => text && { file: JSON.parse(text) };
  Object.assign(setup, { brought: file(brought), hostRegions: file(hostRegions) });
  const tongues = brought ? undefined : setup.tongues;
  setup.settings = { isolated: false, keeps: !!keeper, inApp: inApp(navigator.userAgent), release: RELEASE, languages: [...navigator.languages], tongues, ...settings };
  const over = new AbortController();
  let mounted;
  let seen;
  let watched;
  let services;
  const drop = () => {
    mounted = undefined;
    running.delete(failed);
    over.abort();
    services.end();
    root.remove();
  };
  const failed = (message) => {
    // After a panic there is nothing left to take down but the element.
    drop();
    onFailure(message);
  };
  const tell = (told) => mounted?.tell(told);
  const own = {
    step: onStep,
    leave: onLeave,
    speak: (language) =>
      texts(language).then(({ locale }) => {
        if (!mounted) return;
        root.lang = locale.language;
        root.dir = locale.direction;
        mounted.tell({ ...setup, locale });
      }, (reason) => console.error(`burnout-screener: ${reason.message}`)),
    print: () => printAlone(shadow.host),
    look({ id, key }) {
      const found = kept(keeper, key);
      // What another tab changed unasked is joined before anything is written over it.
      if (id) seen = found.seen;
      watched = key;
      tell({ told: "store", id, files: found.files, broken: found.broken });
    },
    keep({ id, key, text }) {
      // Another tab has written since: what it wrote is joined first.
      if (keeper.getItem(key) !== seen) return own.look({ id, key });
      const { old } = kept(keeper, key);
      keeper.setItem(key, text);
      seen = keeper.getItem(key);
      if (seen === text) old.forEach((name) => keeper.removeItem(name));
      tell({ told: "done", id, yes: seen === text });
    },
    forget({ key }) {
      const { old } = kept(keeper, key);
      [key, ...old].forEach((name) => keeper.removeItem(name));
      seen = keeper.getItem(key);
      tell({ told: "forgotten", yes: seen === null && kept(keeper, key).files.length === 0 });
    },
  };
  // Another tab of this website keeps a check, or erases all of them.
  addEventListener("storage", ({ key }) => {
    if (watched && [watched, KEPT, null].includes(key)) own.look({ id: 0, key: watched });
  }, { signal: over.signal });
  services = around(root, { tell, own });
  running.add(failed);
  // What ends without a panic, as for want of memory, is heard of nowhere else.
  addEventListener("error", ({ error }) => {
    if (error instanceof WebAssembly.RuntimeError && error.stack.includes(folder)) breaks(error.message);
  }, { signal: over.signal });
  try {
    mounted = prepare(setup, services.take, breaks);
    mounted.mount(root, {});
  } catch (reason) {
    drop();
    throw reason;
  }
  return () => {
    mounted?.unmount();
    drop();
  };
}
