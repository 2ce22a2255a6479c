// In every frame of a page that is measured: begins the self-check as soon as it can be begun, says when the first
// question can be answered, and then answers for as long as it is asked to: a page, a page of the review, the result.
const clock = () => performance.timeOrigin + performance.now();
const task = () => new Promise((done) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = done;
  channel.port2.postMessage(0);
});
const frame = () => new Promise(requestAnimationFrame);
const find = (selector) => document.querySelector(`.step ${selector}`);

// What each act costs until the page is as it should be, and until that is on the picture.
async function timed(rounds, act) {
  const [paints, costs] = [[], []];
  for (let round = 0; round < rounds; round++) {
    await frame();
    const begun = performance.now();
    if (!act(round)) continue;
    await task();
    costs.push(performance.now() - begun);
    await frame();
    await task();
    paints.push(performance.now() - begun);
  }
  return { paints, costs };
}

function answer(rounds) {
  const radios = [...document.querySelectorAll("input[type=radio]")];
  return timed(rounds, (round) => {
    // Never the one that is chosen: that would be no answer.
    const radio = radios[(round * 7 + 1) % radios.length];
    if (radio.checked) return false;
    radio.click();
    return true;
  });
}

// Page after page to the review, with the first question of each left out.
async function leaveOut() {
  for (let bar = find("progress"); bar && bar.value < bar.max; bar = find("progress")) {
    const questions = [...document.querySelectorAll(".step fieldset.question")];
    for (const [place, question] of questions.slice(1).entries()) {
      const radios = [...question.querySelectorAll("input")];
      if (!radios.some((radio) => radio.checked)) radios[place % radios.length].click();
    }
    find(".nav .primary").click();
    await task();
  }
}

async function seeResult() {
  for (let nav = find(".nav"); !document.querySelector('.step[data-step="result"]'); nav = find(".nav")) {
    // On a page of the review it is the last button.
    nav.lastElementChild.click();
    await task();
  }
}

// Another region is chosen: everything on the page may depend on what was done.
function actOnResult(rounds) {
  return timed(rounds, () => {
    const list = document.querySelector(".region select");
    list.selectedIndex = (list.selectedIndex + 1) % list.length;
    list.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  });
}

let begun = false;
async function look() {
  const start = document.querySelector('.step[data-step="welcome"] button.primary');
  if (start && !begun) {
    begun = true;
    start.click();
  }
  if (!document.querySelector("input[type=radio]")) return requestAnimationFrame(look);
  await task();
  const first = clock();
  // Past the questions about the situation: what is measured is answering items.
  while (begun && !document.querySelector(".options.scale")) {
    find("button.primary").click();
    await frame();
  }
  const speed = { first, ...(await answer(120)), review: [], result: [] };
  if (begun) {
    await leaveOut();
    speed.review = (await answer(40)).costs;
    await seeResult();
    speed.result = (await actOnResult(40)).costs;
  }
  top.postMessage({ speed }, "*");
}
requestAnimationFrame(look);
if (top === self) addEventListener("message", ({ data }) => data?.speed && (window.measured ??= data.speed));
