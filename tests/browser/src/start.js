// First in every page that races, and in our frame: says when there is something to read, when the first question can be
// answered, how long the longest task was, how much the page jumped, and what it takes from an answer to the picture.
const clock = () => performance.timeOrigin + performance.now();
const task = () => new Promise((done) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = done;
  channel.port2.postMessage(0);
});
const frame = () => new Promise(requestAnimationFrame);
// Until what has been changed is on the picture.
const drawn = () => frame().then(task);
const seen = (selector) => [...document.querySelectorAll(selector)].filter((node) => node.checkVisibility({ visibilityProperty: true }));
const until = async (look) => {
  for (let found; ; await frame()) if ((found = look())) return found;
};
// Until the picture is out on which something is to be seen.
const pictured = async (look) => {
  do await frame();
  while (!look());
  return task();
};
// Not every engine tells both.
const watch = (type, take) => {
  if (PerformanceObserver.supportedEntryTypes.includes(type)) new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
};

const ROUNDS = 60;
// From one picture to the next, in whole milliseconds.
const FRAME = 17;
const race = { longest: 0, shift: 0, paints: [] };
watch("longtask", ({ duration }) => (race.longest = Math.max(race.longest, duration)));
watch("layout-shift", ({ value }) => (race.shift += value));

async function answer(find) {
  for (let round = 0; round < ROUNDS; round++) {
    // Whoever presses has found it already, and does so at any time between two pictures.
    const button = find(round);
    await drawn();
    await new Promise((done) => setTimeout(done, (round * 5) % FRAME));
    const begun = performance.now();
    button.click();
    await drawn();
    race.paints.push(performance.now() - begun);
  }
}

async function peer() {
  await pictured(() => seen("#form label").length && seen("#form input[type=radio]").length);
  race.words = race.question = clock();
  await answer((round) => seen("#form input[type=radio]").at((round * 7 + 1) % 20));
}

const heard = (name) => new Promise((done) => addEventListener("message", ({ data }) => data?.[name] && done(data[name])));

async function ours(tell) {
  const seeable = heard("seeable");
  // Nobody presses what the page around does not show yet.
  await seeable;
  (await until(() => seen(".step[data-step=welcome] button.primary")[0])).click();
  await pictured(() => seen(".stage button.option").length);
  race.question = clock();
  await until(() => document.documentElement.dataset.state === "running");
  // Past the questions about the situation, to the first statement.
  while (!seen(".stage .options.row").length) {
    (seen(".stage button.option")[0] ?? seen("button.primary")[0]).click();
    await drawn();
  }
  // Every second time back, so that the same statement is answered over and over.
  await answer((round) => {
    const options = seen(".stage button.option");
    return round % 2 ? seen(".turn button")[0] : options[(round * 7 + 1) % options.length];
  });
  tell();
}

const page = top;
let done;
window.measuring = new Promise((resolve) => (done = resolve));
const finish = (measured) => {
  window.measured = measured;
  done();
};
if (page !== self) ours(() => page.postMessage({ race }, "*"));
else {
  const place = () => document.querySelector("burnout-screener")?.shadowRoot;
  const inside = () => place()?.querySelector("iframe");
  // The title and what is said under it, in the page around or in the frame, whichever comes first.
  const title = () => place()?.querySelector(".title + p")?.checkVisibility();
  // What is not shown yet has not been read.
  const shown = () => inside() && getComputedStyle(inside()).visibility === "visible";
  const words = pictured(() => title() || shown()).then(clock);
  const seeable = pictured(shown);
  seeable.then(() => inside().contentWindow[0].postMessage({ seeable: true }, "*"));
  const ofFrame = heard("race");
  Promise.all([ofFrame, words, seeable]).then(([{ question, longest, paints }, words]) => {
    finish({ ...race, words, question, longest: Math.max(longest, race.longest), paints });
  });
  addEventListener("DOMContentLoaded", () => document.getElementById("form") && peer().then(() => finish(race)));
}
