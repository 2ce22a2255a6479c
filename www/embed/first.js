// What a person can do before the engine is there: begin, answer the questions before the first statement, go back, erase and
// leave. Any other button is remembered, and pressed once the engine stands there. What is shown was made with the file by the
// views themselves (src/ui/first.rs), so that nothing moves when the engine takes over.
import { accent } from "./accent.js";
import { say, step } from "./channel.js";

// As in src/ui/guard.rs.
const PAUSE = 300;
const RELEASED = 50;
const LEVEL = /^[1-6]$/;
const THEME = /^(light|dark)$/;

// What can be pressed or have the focus; the line in the help bar, which may be another one later, comes last.
const controls = (root) => [...root.querySelectorAll(".step :is(a, button, summary, h2), .unfold, .exit button"), root.querySelector("a.help-call")];

// The country of the first language that names one, as src/regions.rs finds it. Some browsers have languages that are none, such
// as "C": `Intl.Locale` throws at them.
const COUNTRY = /^[^-]+(?:-[^-]{3,})*-([a-z]{2})(?![^-])/i;
const country = (languages) => languages.map((tag) => COUNTRY.exec(tag)?.[1].toUpperCase()).find(Boolean);

/** Takes over what stands in the document; nothing where that is empty. */
export function first() {
  const root = document.querySelector(".bs");
  const form = root.firstChild;
  if (!form) return;
  const [questions, erased, ...others] = root.querySelectorAll("template");
  const regions = [...document.querySelectorAll("#notice [data-for]")];
  const copy = (template) => template.content.cloneNode(true).firstChild;
  const welcome = form.lastChild;
  const forStaff = welcome.querySelector("li[hidden]");
  const exit = form.querySelector(".exit");
  const bar = exit.parentNode;

  // The options that were pressed, null where a question was left out; none at all before the start.
  let pressed;
  let isErased = false;
  let since = -PAUSE;
  let held = false;
  let pending = -1;
  const screens = [questions, ...others];

  const forget = () => {
    controls(root)[pending]?.removeAttribute("aria-busy");
    pending = -1;
  };
  const show = (node, place) => {
    forget();
    place.replaceWith(node);
    since = performance.now();
    // Not that of a screen which only keeps room.
    (node.querySelector(".screen h2") ?? node.querySelector("h2")).focus({ preventScroll: true });
  };
  const stand = (node, asking) => {
    form.className = asking ? "card asking" : "card";
    show(node, form.lastChild);
    step(asking);
  };
  const screen = () => form.querySelector(".screen");
  const over = () => performance.now() - since >= PAUSE;

  function begin() {
    isErased = false;
    bar.append(exit);
    pressed = undefined;
    stand(welcome, false);
  }

  function answer(option) {
    // The last one can be changed until the engine goes on from it.
    if (pressed.length === screens.length) pressed.pop();
    pressed.push(option);
    const next = screens[pressed.length];
    if (next) {
      show(copy(next), screen());
      scrollTo(0, 0);
      return;
    }
    screen().querySelectorAll(".option").forEach((button, place) => button.setAttribute("aria-pressed", place === option));
  }

  function leave() {
    pressed = undefined;
    isErased = true;
    exit.remove();
    // In the order in which the engine tells it.
    say("leave");
    stand(copy(erased), false);
  }

  function press(button, clicks) {
    const options = pressed ? [...screen().querySelectorAll(".option")] : [];
    const turns = pressed ? [...screen().querySelectorAll(".turn button")] : [];
    if (button.closest(".exit")) leave();
    else if (button.matches("[data-step=welcome] .primary")) {
      pressed = [];
      stand(copy(questions), true);
    } else if (button.matches("[data-step=erased] .primary")) begin();
    // The finger that came down on one question must not answer the next one.
    else if (options.includes(button)) (clicks === 0 || (clicks === 1 && over())) && answer(options.indexOf(button));
    else if (button === turns[turns.length - 1]) answer(null);
    else if (button === turns[0] && pressed.length % screens.length === 0) {
      if (pressed.length) answer(null), pressed.pop();
      else begin();
    } else {
      forget();
      pending = controls(root).indexOf(button);
      button.setAttribute("aria-busy", "true");
    }
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("button, summary");
    if (!button) return;
    event.preventDefault();
    press(button, event.detail);
  });
  // As in page.js: a button that is pressed takes no focus.
  root.addEventListener("mousedown", (event) => event.target.closest("button, summary") && event.preventDefault());
  // As in src/ui/keys.rs.
  root.addEventListener("keydown", (event) => {
    if (!pressed) return;
    if (event.repeat && /^(Enter| )$/.test(event.key)) event.preventDefault();
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || !over() || !event.target.closest(".stage")) return;
    const option = screen().querySelectorAll(".option")[event.key - 1];
    if (option) press(option, 0);
  });

  // While something is held down, nothing may be put in its place: the press would be lost.
  const ended = new AbortController();
  const { signal } = ended;
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, () => (held = true), { signal, capture: true });
  for (const type of ["pointerup", "pointercancel", "keyup", "blur"]) addEventListener(type, () => setTimeout(() => (held = false), RELEASED), { signal, capture: true });
  // On the way back nobody finds what another has begun.
  addEventListener("pagehide", () => pressed && begin(), { signal });

  return {
    /** Shows it as a host wants it, with the line of the region; or without, where that is the host's own. */
    dress({ settings: { attributes }, hostRegions, speaks }) {
      if (!speaks) welcome.querySelector(".tongues")?.remove();
      const given = (name) => attributes[name]?.trim();
      const theme = given("theme");
      root.dataset.theme = THEME.test(theme) ? theme : "auto";
      for (const [surface, colour] of accent(given("accent") ?? "")) root.style.setProperty(`--host-accent-${surface}`, colour);
      const level = given("heading-level");
      if (LEVEL.test(level)) {
        for (const part of [root, questions.content, erased.content, ...others.map((template) => template.content)]) {
          part.querySelectorAll("h2").forEach((heading) => heading.setAttribute("aria-level", level));
        }
      }
      forStaff.toggleAttribute("hidden", given("employer") !== "yes");
      const of = (code) => code && regions.find((region) => region.dataset.for.split(" ").includes(code));
      const asked = given("region")?.toUpperCase();
      const own = of(asked);
      const found = (own?.dataset.for.startsWith(asked) && own) || of(country(navigator.languages)) || of("WORLD");
      const line = form.querySelector(".help-now");
      line.style.visibility = hostRegions || given("contact-always") === "yes" ? "hidden" : "";
      // As it stands in the panel, after the words that stand here before each.
      const call = found.firstElementChild.cloneNode(true);
      const who = document.createElement("span");
      who.className = "help-who";
      who.append(...call.childNodes);
      call.className = "help-call";
      call.append(line.querySelector(".help-lead"), " ", who);
      line.replaceChildren(call);
    },
    /** Waits until nothing is held down and no second tap is to be expected. */
    async calm() {
      do await new Promise((done) => setTimeout(done, RELEASED));
      while (held || !over());
    },
    /** What the engine has to know of what was done: a copy, which stays as it is when somebody goes on. */
    begun: () => (pressed ? { begun: [...pressed] } : { erased: isErased }),
    /** Puts what the engine shows in its place, with the focus and the last press. */
    giveWay(other) {
      const focused = controls(root).indexOf(document.activeElement);
      ended.abort();
      root.replaceWith(other);
      // It stands there already, and does not come in once more.
      requestAnimationFrame(() => other.getAnimations({ subtree: true }).forEach((animation) => animation.finish()));
      const to = controls(other);
      if (focused >= 0) to[focused]?.focus({ preventScroll: true });
      to[pending]?.click();
    },
  };
}
