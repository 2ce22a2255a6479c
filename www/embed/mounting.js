// Puts the widget in the place of the first words, in the frame.
import { initSync, prepare } from "glue";
import { dress } from "./dress.js";
import { inApp } from "./in-app.js";
import { around } from "./page.js";
import { proof } from "./proof.js";

// So much of a SHA-256 tells words from any others.
const KNOWN_BY = 22;

/**
 * Takes the engine up. `outside` has what speaks to the loader, `fail` for what goes wrong, and the first words as `before`, if
 * there are any. Gives what shows the widget as a page wants it, and what ends it.
 */
export async function mounting({ texts: { style, ...texts }, module }, outside) {
  const page = document.documentElement;
  let { before } = outside;
  let mounted;
  let services;
  let ended = false;
  // All that the engine was given, and the language that the person has asked for.
  let setup;
  let wanted;
  let turns = 0;

  async function run(given) {
    const mine = ++turns;
    // Yew keeps its listeners on the element it was mounted on: a second start gets a new one.
    const root = document.createElement("main");
    root.className = "bs";
    services?.end();
    const tongues = given.speaks ? texts.tongues : undefined;
    const settings = { isolated: true, keeps: false, inApp: inApp(navigator.userAgent), release: RELEASE, languages: [...navigator.languages], tongues, ...given.settings };
    setup = { ...texts, ...given, settings };
    const own = {
      step: ({ asking }) => outside.step(asking),
      screen: () => scrollTo(0, 0),
      leave: () => outside.say("leave"),
      speak: (language) => outside.say("language", { language: (wanted = language) }),
    };
    services = around(root, { tell: (told) => mounted?.tell(told), own });
    const widget = prepare(setup, services.take, outside.fail);
    const begun = () => before?.begun() ?? {};
    // Each in a task of its own, while nothing is pressed: all together they would hold up whoever does.
    const pause = () => (before ? before.calm() : new Promise((done) => setTimeout(done)));
    await pause();
    // Configured once more since then.
    if (mine !== turns) return;
    const from = begun();
    const rendered = new Promise((done) => new MutationObserver(done).observe(root, { childList: true }));
    widget.mount(root, from);
    await rendered;
    await pause();
    const late = mine !== turns || ended;
    // Whoever went on meanwhile finds nothing undone.
    if (late || JSON.stringify(begun()) !== JSON.stringify(from)) {
      widget.unmount();
      return late ? undefined : run(given);
    }
    if (before) before.giveWay(root);
    else document.querySelector(".bs").replaceWith(root);
    before = undefined;
    mounted?.unmount();
    mounted = widget;
    document.getElementById("notice")?.remove();
    outside.turn("running");
  }

  // What the person has asked for, and that in the very words which this file was built to know: a page around can send others.
  async function spoken({ language, text }) {
    if (!wanted || language !== wanted) return;
    wanted = undefined;
    const { tongues } = setup;
    if ((await proof([text])).slice(0, KNOWN_BY) !== tongues[tongues.indexOf(language) + 2]) return console.error(`burnout-screener: other words`);
    if (ended) return;
    mounted.tell({ ...setup, packed: JSON.parse(text) });
    page.lang = language;
    outside.renewed();
    requestAnimationFrame(() => (page.dir = document.querySelector(".bs").firstChild.dir));
  }

  dress(document, style);
  // Compiled beside the page; what is left to do here takes no time.
  initSync({ module: await WebAssembly.compile(module) });
  outside.words(spoken);
  const end = () => {
    ended = true;
    services?.end();
  };
  return { run, end };
}
