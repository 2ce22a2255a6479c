// The page that bakes a clinic's own file: what is typed is checked and baked by the core, and shown as a page of the clinic
// would show it. It asks nobody, tells nobody and keeps nothing.
import load, { Generator } from "glue";

const OWN = "burnout-screener";
// Somebody who types is not to see the preview begin anew at each letter.
const PAUSE = 600;
const MINUTE = 60000;
// Lines for those are left out where there is room for one.
const FOR_ONE_ROLE = /carers|doctors|nurses/;

const at = (id) => document.getElementById(id);
const form = at("settings");
const list = JSON.parse(at("regions").textContent);
const { regions } = list;
const preview = at("preview");

/** What was chosen: a name and its value for each that is not empty. */
function chosen() {
  const { place, ...rest } = Object.fromEntries(new FormData(form));
  const settings = Object.entries(rest).map(([name, value]) => [name, value.trim()]);
  return { place, settings: settings.filter(([, value]) => value) };
}

const html = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
// A shortcode ends at a bracket, wherever it stands.
const shortcode = (text) => html(text).replace(/\[/g, "&#91;").replace(/\]/g, "&#93;");
// English goes without saying: such a page, or one that says nothing, gets it by itself.
const spoken = () => (code() === "en" ? [] : [["lang", code()]]);
const written = (settings, escape) => [...spoken(), ...settings].map(([name, value]) => ` ${name}="${escape(value)}"`).join("");

// By its parts: a page in one file holds this script, and must not end it here.
const element = (name, more, inside = "") => `<${name}${more}>${inside}</${name}>`;
const own = (settings, inside) => element(OWN, written(settings, html), inside);

// What is read inside the element where the script cannot run: there and nowhere else is it seen.
function instead(settings) {
  const { cannot, now } = template().dataset;
  const { region = "WORLD" } = Object.fromEntries(settings);
  const all = regions.find(({ id }) => id === region).lines;
  const call = all.find((line) => line.call && !FOR_ONE_ROLE.test(line.what))?.call;
  const line = call ? element("a", ` href="tel:${call.replace(/[^+\d]/g, "")}" dir="ltr"`, html(call)) : html(all.find((line) => line.web).web);
  const way = code() === "en" ? "" : ` lang="${code()}" dir="auto"`;
  return `\n${element("noscript", "", element("p", way, html(cannot)))}\n${element("p", way, `${html(now)}: ${line}`)}\n`;
}

const lines = {
  html: (settings) => `${own(settings, instead(settings))}\n${element("script", ` async src="/${OWN}/${OWN}.js"`)}`,
  wordpress: (settings) => `[burnout_screener${written(settings, shortcode)}]`,
  module: (settings) => `import { define } from "${OWN}";\ndefine("/${OWN}/");\n\n${own(settings)}`,
  frame: () => element("iframe", ` src="${name()}" title="Self-check" allow="clipboard-write" width="100%" height="740" style="border: 0"`),
};
const policies = {
  html: "default-src 'self' is enough",
  wordpress: "default-src 'self' is enough",
  module: "default-src 'self' is enough",
  frame: "frame-src and the address of your file; send no policy with the file, it has its own inside",
  file: "none is needed: the file has its own inside",
};

const code = () => at("language").value;
const name = () => `self-check.${code()}.html`;
const template = () => document.querySelector(`template[data-language="${code()}"]`);
const widget = () => template().content.cloneNode(true).firstElementChild;

// What was typed and can be used: nothing else stands in any lines, in the file, or in what people will see.
let good = [];

// What the frame says is heard as the script tag would hear it, and it is told the same.
let frame;
addEventListener("message", ({ source, data }) => {
  if (!frame || source !== frame.contentWindow?.[0] || data?.[OWN] !== 1) return;
  if (data.type === "ready") {
    const settings = { attributes: Object.fromEntries(good), names: [], tag: false };
    source.postMessage({ [OWN]: 1, type: "configure", settings }, "*");
  } else if (data.type === "height" && Number.isInteger(data.height)) {
    frame.style.height = `${data.height}px`;
  }
});

let waiting;
function see() {
  preview.replaceChildren((frame = widget()));
}

function say(text) {
  at("said").textContent = text;
}

function save(generator) {
  // The outer document as it stands in dist/: as an attribute it has lost the line break at its end.
  const file = `${widget().getAttribute("srcdoc")}\n`;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([generator.bake(file, good.flat())], { type: "text/html" }));
  link.download = name();
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), MINUTE);
  say(`${link.download} is saved.`);
}

async function copy() {
  const text = document.querySelector(`[data-lines="${chosen().place}"]`)?.textContent ?? "";
  try {
    await navigator.clipboard.writeText(text);
    say("Copied.");
  } catch {
    say("Your browser does not allow that: select the lines and copy them by hand.");
  }
}

function show(generator) {
  const { place, settings } = chosen();
  const told = generator.wrong(settings.flat());
  const wrong = new Map();
  for (let i = 0; i < told.length; i += 2) wrong.set(told[i], told[i + 1]);
  for (const field of form.querySelectorAll("[aria-describedby]")) {
    const message = wrong.get(field.name);
    field.setAttribute("aria-invalid", message !== undefined);
    at(`${field.name}-wrong`).textContent = message === undefined ? "" : `This must be ${message}.`;
  }
  for (const part of document.querySelectorAll("[data-place]")) part.hidden = part.dataset.place !== place;
  good = settings.filter(([name]) => !wrong.has(name));
  for (const block of document.querySelectorAll("[data-lines]")) block.textContent = lines[block.dataset.lines](good);
  at("csp").textContent = policies[place];
  at("copy").hidden = place === "file";
  at("save").disabled = wrong.size > 0;
  say("");
  clearTimeout(waiting);
  waiting = setTimeout(see, PAUSE);
}

async function start() {
  const text = atob(at("wasm").textContent);
  await load({ module_or_path: Uint8Array.from(text, (letter) => letter.charCodeAt(0)) });
  const generator = new Generator(list);
  form.addEventListener("input", () => show(generator));
  form.addEventListener("submit", (event) => event.preventDefault());
  at("save").addEventListener("click", () => save(generator));
  at("copy").addEventListener("click", copy);
  show(generator);
  document.body.dataset.state = "running";
}

start().catch((reason) => {
  at("trouble").hidden = false;
  at("trouble").textContent = `This page cannot start: ${reason.message}`;
});
