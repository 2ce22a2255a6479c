// The doctor for web masters: says what stands in the way of the self-check, and the line to change. Loaded by the script tag's
// code where it failed, or where the page is opened with ?burnout-screener-check. It asks for our own files alone, from our own
// folder, and tells nobody but the console and the page.
import { name as NAME } from "table";
import { ofFiles } from "./check/files.js";
import { complete } from "./check/lines.js";
import { ofPage } from "./check/page.js";
import { toConsole, toPage } from "./check/report.js";

const PATIENCE = 15000;

/** Until the self-check is there, has failed, or has taken too long. */
function settled() {
  return new Promise((resolve) => {
    const end = () => resolve(document.querySelector(NAME));
    for (const type of ["ready", "failed"]) document.addEventListener(`screener-${type}`, end, { once: true });
    setTimeout(end, document.querySelector(NAME) ? PATIENCE : PATIENCE / 5);
  });
}

let looked = false;

/** Completes the panel, looks at everything, and says what it found: once a page, however many there are. */
export async function examine({ element, from, code, inline, notice, tag, shown }) {
  if (notice) complete(notice, element);
  if (looked) return;
  looked = true;
  const found = [];
  const there = element ?? (await settled());
  found.push(...ofPage(tag));
  if (!from) found.push({ what: "nothing says where our files are", how: { "Any site": `<script async src="…/${NAME}.js">`, Bundled: `customElements.get("${NAME}").define("…")` } });
  else found.push(...(await ofFiles({ from, code: code ?? "en", inline: inline ?? there?.getAttribute("mode") === "inline" })));
  toConsole(found, shown);
  if (shown) toPage(found, there);
}
