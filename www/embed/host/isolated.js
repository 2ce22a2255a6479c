// The frame, and everything that is ever said between it and the page.
import { name as NAME, sandbox } from "table";

export const DEAD = "does not come alive: is the file there?";
const AFTER_LOAD = 6000;
const LOWEST = 100;
const HIGHEST = 20000;

export const other = (release) => `is of release ${release}`;

/**
 * Puts the frame of a file into the box, `height()` high, or of the first of the others that is there, where it cannot run, and
 * gives the function that ends it. What happens is told to `fail`, `alive`, …
 */
export function isolated(box, src, others, height, given, fail, alive, step, leave, speak) {
  let frame;
  let heard;
  const inner = () => frame.contentWindow?.length && frame.contentWindow[0];
  let wanted;
  let asking = false;
  let kept = 0;
  // No taller during the questions than what the window shows: what does not fit scrolls inside, where no page sees it.
  const fit = () => {
    const seen = Math.max(Math.min(innerHeight, document.documentElement.clientHeight || innerHeight) - kept, LOWEST);
    frame.style.height = `${asking ? Math.min(wanted, seen) : wanted}px`;
  };
  const hear = ({ source, origin, data }) => {
    if (origin !== "null" || data?.[NAME] !== 1 || source !== inner()) return;
    if (data.type === "ready") {
      heard = true;
      clearTimeout(late);
      // Two that do not know each other must not pretend to.
      if (data.release !== RELEASE) {
        over.abort();
        return lost(other(data.release));
      }
      source.postMessage({ [NAME]: 1, type: "configure", ...given }, "*");
      alive(frame);
    } else if (data.type === "height" && Number.isInteger(data.height)) {
      wanted = Math.min(Math.max(data.height, LOWEST), HIGHEST);
      fit();
    } else if (data.type === "step") {
      asking = data.asking === true;
      step(asking, (free) => {
        kept = free;
        fit();
      });
    } else if (data.type === "language") {
      speak(data.language, (text, title) => {
        frame.title = title;
        source.postMessage({ [NAME]: 1, type: "words", language: data.language, text }, "*");
      });
    } else if (data.type === "leave") {
      leave();
    } else if (data.type === "no-wasm" && !others.includes(src)) {
      // They have one language.
      given.speaks = false;
      instead(others[0]);
    }
  };
  const lost = (why) => fail(`${src} ${why}`);
  // Some have those files in English alone.
  const dead = () => (src === others[0] && src !== others[1] ? instead(others[1]) : lost(DEAD));
  let late;
  // Another file is another frame: the way back through the history has no step more.
  const put = () => {
    clearTimeout(late);
    frame?.remove();
    frame = document.createElement("iframe");
    frame.onload = () => {
      if (heard) return;
      // An error page loads too, and so does a file that is shown as text: those hold no document of ours.
      if (inner()) late = setTimeout(dead, AFTER_LOAD);
      else dead();
    };
    frame.allow = "clipboard-write";
    frame.sandbox = sandbox;
    frame.src = src;
    box.append(frame);
    // Not before: a look at the width lays out the page, and the file is asked for by now.
    wanted = height();
    fit();
  };
  const instead = (other) => {
    src = other;
    put();
  };
  // Its signal is what a listener looks for.
  const over = new AbortController();
  addEventListener("message", hear, over);
  addEventListener("resize", fit, over);
  put();
  return () => {
    over.abort();
    clearTimeout(late);
    frame.remove();
  };
}
