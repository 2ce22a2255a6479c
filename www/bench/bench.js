// The page for authors: starts the bench, hands it files, and shows what it finds good in a frame, as a page of a clinic would.
import load, { Workbench } from "glue";

const OWN = "burnout-screener";
// An author who types is not to see the preview begin anew at each letter.
const PAUSE = 600;

const at = (id) => document.getElementById(id);
const preview = at("preview");

function bytes(text) {
  const raw = atob(text);
  return Uint8Array.from(raw, (letter) => letter.charCodeAt(0));
}

let shown;
let frame;

addEventListener("message", ({ source, data }) => {
  if (!frame || source !== frame.contentWindow?.[0] || data?.[OWN] !== 1) return;
  if (data.type === "ready") {
    const settings = { attributes: {}, names: [], tag: false };
    source.postMessage({ [OWN]: 1, type: "configure", settings, brought: shown }, "*");
  } else if (data.type === "height" && Number.isInteger(data.height)) {
    frame.style.height = `${data.height}px`;
  }
});

// A file that was begun with is another one at each change: so is the frame.
function see() {
  at("seen").hidden = false;
  preview.replaceChildren(at("frame").content.cloneNode(true));
  frame = preview.firstElementChild;
}

let waiting;
function show(text) {
  shown = text;
  clearTimeout(waiting);
  waiting = setTimeout(see, PAUSE);
}

async function start() {
  await load({ module_or_path: bytes(at("wasm").textContent) });
  const bench = new Workbench(at("bench"), "", show);
  const read = (file) => file?.text().then((text) => bench.open(text));
  at("open").addEventListener("change", ({ target }) => {
    read(target.files[0]);
    // The same file can be chosen again, after a change.
    target.value = "";
  });
  at("sample").addEventListener("click", () => bench.open(at("example").textContent.trim()));
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    read(event.dataTransfer?.files[0]);
  });
  for (const button of document.querySelectorAll("[data-width]")) {
    button.addEventListener("click", () => (preview.style.maxWidth = button.dataset.width && `${button.dataset.width}px`));
  }
  document.body.dataset.state = "running";
}

start().catch((reason) => {
  at("bench").textContent = `The bench cannot start: ${reason.message}`;
});
