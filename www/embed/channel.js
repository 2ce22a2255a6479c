// What is said to the loader two documents further out, and what is heard from there. What is said is a function of the step
// alone, never of an answer, before the engine is there and after.
const OWN = "burnout-screener";
const HELD = 500;

const page = document.documentElement;
const host = parent.parent;

/** Whether the outer document is the top one: nobody to speak to. */
export const alone = host === parent;

/** Says something to the loader. */
export const say = (type, more) => alone || host.postMessage({ [OWN]: 1, type, ...more }, "*");

/** What the loader hands over, once. */
export const configured = new Promise((resolve) => {
  addEventListener("message", function hear({ source, data }) {
    if (alone || source !== host || data?.[OWN] !== 1 || data.type !== "configure") return;
    removeEventListener("message", hear);
    // The loader sets the height from here on: no scrollbar of our own.
    page.dataset.embedded = "";
    resolve(data);
  });
});

/** What it brings of another language, each time that one was asked for. */
export const words = (take) =>
  addEventListener("message", ({ source, data }) => {
    if (alone || source !== host || data?.[OWN] !== 1 || data.type !== "words") return;
    take(data);
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
  // What only says that something is coming has no height that anybody needs.
  if (page.dataset.state === "loading") return;
  // Not at once: that would change what is being measured.
  requestAnimationFrame(fit);
  if (quiet === innerWidth) return;
  if (quiet) quiet = innerWidth;
  const now = Math.ceil(document.body.getBoundingClientRect().height);
  if (now && now !== height) say("height", { height: (height = now) });
}

/** Shows what stands for this state: see frame.css. What has failed stays so. */
export function turn(state) {
  if (page.dataset.state !== "failed") page.dataset.state = state;
  // With the next picture: to lay it out now would make a long task longer.
  requestAnimationFrame(measure);
}

const told = (asking) => say("step", { asking });

/** The same step stands there in other words: how high that is goes by the language and the step alone. */
export function renewed() {
  if (quiet) quiet = 1;
  scrollTo(0, 0);
  requestAnimationFrame(measure);
}

/** Another step is shown. */
export function step(asking) {
  quiet = 0;
  fit();
  // Before the step is told, and not a frame later: the order of what is said must not depend on how fast somebody is.
  measure();
  if (asking) quiet = innerWidth;
  fit();
  scrollTo(0, 0);
  told(asking);
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
    if (!asked) told(true);
    asked ??= event.timeStamp;
    if (event.timeStamp < asked + HELD) event.preventDefault();
  });
}

/** Tells that the frame is there, and from now on how high it is. */
export function begin() {
  say("ready", { release: RELEASE });
  keepWhole();
  new ResizeObserver(measure).observe(document.body);
  addEventListener("resize", fit);
}
