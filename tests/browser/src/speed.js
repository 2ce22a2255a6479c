// In every frame of a page that is measured: walks through the self-check, and says what acts cost on the way: an answer, an
// answer in the review, something on the result.
const task = () => new Promise((done) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = done;
  channel.port2.postMessage(0);
});
const frame = () => new Promise(requestAnimationFrame);
const find = (selector) => document.querySelector(`.step ${selector}`);

// What each act costs until the page is as it should be.
async function timed(rounds, act) {
  const costs = [];
  for (let round = 0; round < rounds; round++) {
    await frame();
    const begun = performance.now();
    act(round);
    await task();
    costs.push(performance.now() - begun);
  }
  return costs;
}

const shown = (selector) => [...document.querySelectorAll(selector)].filter((node) => node.checkVisibility({ visibilityProperty: true }));

// Of the screen before, so that the same question is answered over and over.
function answer(rounds) {
  return timed(rounds, (round) => {
    const options = shown(".stage button.option");
    if (round % 2) shown(".turn button")[0].click();
    else options[(round * 7 + 1) % options.length].click();
  });
}

// One statement after the other, with every fourth left out, until they come back.
async function leaveOut() {
  for (let place = 0, bar = find("progress"); bar && bar.value < bar.max; bar = find("progress"), place++) {
    const options = shown(".stage button.option");
    // Before a block stands what to keep in mind.
    if (!options.length) shown(".step .nav button")[0].click();
    else (place % 4 ? options[place % options.length] : shown(".turn button").at(-1)).click();
    await task();
  }
}

async function seeResult() {
  while (!document.querySelector('.step[data-step="result"]')) {
    // Where something is offered or asked the way on is the last button, elsewhere the first.
    const on = shown(".offer button").at(-1) ?? shown(".turn button").at(-1) ?? shown(".step .nav button")[0];
    on.click();
    await task();
  }
}

// Another region is chosen: everything on the page may depend on what was done.
function actOnResult(rounds) {
  let next = 0;
  return timed(rounds, () => {
    const places = document.querySelectorAll(".regions button");
    places[next++ % places.length].click();
  });
}

let begun = false;
async function look() {
  const start = document.querySelector('.step[data-step="welcome"] button.primary');
  if (start && !begun) {
    begun = true;
    start.click();
  }
  if (!document.querySelector(".stage")) return requestAnimationFrame(look);
  // Past the questions about the situation: what is measured is answering items.
  while (!shown(".options.row").length) {
    (shown(".stage button.option")[0] ?? shown("button.primary")[0]).click();
    await frame();
  }
  const speed = { answer: await answer(120) };
  await leaveOut();
  speed.review = await answer(40);
  await seeResult();
  // The lines, and then the other places.
  for (const part of [".help-bar .unfold", ".place .unfold"]) {
    document.querySelector(part).click();
    await task();
  }
  speed.result = await actOnResult(40);
  top.postMessage({ speed }, "*");
}
requestAnimationFrame(look);
if (top === self) addEventListener("message", ({ data }) => data?.speed && (window.measured ??= data.speed));
