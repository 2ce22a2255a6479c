// What the widget may ask of the page around it, in both modes: print, copy, save, open a file, show that nothing is let
// out, and the watch over a page that nobody uses. Nothing in here goes on to the host page but what frame.js or inline.js say.
import { intl } from "./intl.js";
import { fault, isSealed, open, seal } from "./seal.js";

const LARGEST_FILE = 2000000;
const PROOF = 2000;
const PRINT = 1000;
const LOOK = 5000;
const WAIT = 10000;
const MINUTE = 60000;

/**
 * `tell` hands the widget what came of a request; `own` has what the mode does itself: `step`, `leave`, `speak`, and where there is a
 * store `look`, `keep` and `forget`. Gives the function that takes requests, and the one that ends it all.
 */
export function around(root, { tell, own }) {
  let locked;
  const ended = new AbortController();
  const { signal } = ended;
  const done = (id) => (yes) => tell({ told: "done", id, yes });
  const unsaved = (event) => event.preventDefault();

  const works = {
    ...own,
    guard: ({ on }) => (on ? addEventListener : removeEventListener)("beforeunload", unsaved),
    print: ({ id }) => printed(own.print ?? print, () => done(id)(false)),
    copy: ({ id, text }) => copy(root, text).then(done(id)),
    save: (file) => save(file).then(() => done(file.id)(true), () => done(file.id)(false)),
    watch: ({ minutes }) => watch(root, minutes * MINUTE, tell, signal),
    unlock,
    wait: ({ id }) => {
      const timer = setTimeout(done(id), WAIT, true);
      signal.addEventListener("abort", () => clearTimeout(timer));
    },
    prove: () => prove((yes) => tell({ told: "proof", yes })),
  };

  // Whoever chose another file meanwhile waits for that one alone.
  function unlock({ id, passphrase }) {
    const file = locked;
    if (!file) return tell({ told: "wrong", id });
    const still = (then) => (found) => file === locked && then(found);
    // What fails without a kind is a browser that unseals nothing here; it has no sentence of its own.
    return open(file, passphrase).then(still((text) => read(text, id)), still(({ kind }) => refuse(kind ?? "wrong", id)));
  }

  // Nobody is asked for the passphrase of a file that none opens.
  function refuse(kind, id) {
    if (kind !== "wrong") locked = undefined;
    tell({ told: kind, id });
  }

  /** Reads a file that was chosen, or with the id of a request what its passphrase opened. */
  async function read(text, id = 0) {
    let file;
    try {
      file = JSON.parse(text);
    } catch {
      return tell({ told: "unreadable", id });
    }
    const kind = isSealed(file) && (await fault(file));
    if (kind) return refuse(kind, id);
    locked = isSealed(file) ? file : undefined;
    tell(locked ? { told: "locked" } : { told: "opened", id, ...opened(file) });
  }

  root.addEventListener("change", ({ target }) => {
    const file = target.type === "file" && target.files[0];
    if (!file) return;
    if (file.size > LARGEST_FILE) tell({ told: "unreadable", id: 0 });
    else file.text().then((text) => read(text), () => tell({ told: "unreadable", id: 0 }));
    // The same file can be chosen again.
    target.value = "";
  }, { signal });

  // The name of a language.
  root.addEventListener("click", ({ target }) => target.closest(".tongues button") && own.speak(target.closest("button").lang), { signal });

  // Enter in a field would send the form: the page would be loaded anew, with the answers in its address.
  root.addEventListener("submit", (event) => event.preventDefault(), { signal });
  // Covered before it goes: whoever comes back to this page by the history sees no answer.
  addEventListener("pagehide", () => tell({ told: "away" }), { signal });
  // A button that is pressed takes no focus: to show it whole, a browser would scroll the host page too, and tell it where that is.
  root.addEventListener("mousedown", (event) => event.target.closest("button, summary") && event.preventDefault(), { signal });

  return {
    take(request) {
      // A question about a language is answered at once.
      if (Array.isArray(request)) return intl(...request);
      // A widget that is taken out as it begins still asks.
      if (signal.aborted) return;
      try {
        works[request.act]?.(request);
      } catch (reason) {
        console.error(`burnout-screener: ${request.act}: ${reason.message}`);
        done(request.id ?? 0)(false);
      }
    },
    end() {
      works.guard({});
      ended.abort();
    },
  };
}

/**
 * A check-in file with each of its checks as text, so that what the widget does not know can be carried along word for word.
 * In the first format one instrument stood for all of them.
 */
export function opened(file) {
  const { format, instrument, checks } = file ?? {};
  const whole = (check) => (format === 1 ? { instrument, ...check } : check);
  return { file, raw: Array.isArray(checks) ? checks.map((check) => JSON.stringify(whole(check)) ?? "") : [] };
}

// A frame that may not print says so nowhere: nothing happens, and no event tells of it.
function printed(work, failed) {
  const heard = new AbortController();
  addEventListener("beforeprint", () => heard.abort(), { signal: heard.signal });
  setTimeout(() => {
    if (heard.signal.aborted) return;
    heard.abort();
    failed();
  }, PRINT);
  work();
}

async function copy(root, text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The older way needs no permission, but text that is selected.
    const field = document.createElement("textarea");
    field.value = text;
    field.setAttribute("aria-hidden", "true");
    root.append(field);
    const active = root.getRootNode().activeElement;
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    active?.focus({ preventScroll: true });
    return copied;
  }
}

async function save({ name, kind, text, passphrase }) {
  const whole = passphrase ? await seal(text, passphrase) : text;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([whole], { type: kind }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), MINUTE);
}

// An image is the most harmless of requests. Its address belongs to nobody, and can never belong to anybody (RFC 2606).
function prove(answer) {
  const over = new AbortController();
  const say = (refused) => {
    over.abort();
    answer(refused);
  };
  const address = "https://nobody.invalid/";
  addEventListener("securitypolicyviolation", ({ blockedURI }) => address.startsWith(blockedURI) && say(true), { signal: over.signal });
  setTimeout(() => over.signal.aborted || say(false), PROOF);
  new Image().src = address;
}

/** Warns a minute before, and erases then. By the clock and not by a timer: a device may have slept. */
function watch(root, limit, tell, signal) {
  let last = Date.now();
  let warned = false;
  const seen = () => {
    last = Date.now();
    if (warned) tell({ told: "idle", yes: (warned = false) });
  };
  const look = () => {
    const idle = Date.now() - last;
    if (idle >= limit) {
      last = Date.now();
      warned = false;
      tell({ told: "wipe" });
    } else if (idle >= limit - MINUTE && !warned) {
      tell({ told: "idle", yes: (warned = true) });
    }
  };
  // Voice and switch control click without a pointer or a key.
  for (const type of ["pointerdown", "keydown", "click", "input"]) root.addEventListener(type, seen, { signal, capture: true });
  const timer = setInterval(look, LOOK);
  addEventListener("visibilitychange", look, { signal });
  signal.addEventListener("abort", () => clearInterval(timer));
}
