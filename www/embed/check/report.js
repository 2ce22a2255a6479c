// How the web master is told: in the console, and where they asked for it on the page too.
import { name as NAME } from "table";
import { dress } from "../dress.js";

const CSS = `
:host { all: initial; display: block; margin: 1rem; }
section { padding: 1rem 1.25rem; border: 2px solid #1d5c67; border-radius: 12px; background: #fff; color: #26211c; font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h2 { margin: 0 0 0.5rem; font-size: 1.25rem; }
p { margin: 0.5rem 0 0; }
pre { margin: 0.25rem 0 0; padding: 0.5rem 0.75rem; border-radius: 8px; background: #f7f2ea; color: #26211c; font: 13px/1.45 ui-monospace, monospace; white-space: pre-wrap; }
summary { cursor: pointer; }
`;

const head = (found) => {
  const count = found.filter(({ note }) => !note).length;
  if (!count) return "nothing stands in the way that can be seen from this page";
  return count === 1 ? "one thing stands in the way" : `${count} things stand in the way`;
};

/** One message, however much there is. */
export function toConsole(found, asked) {
  const lines = found.flatMap(({ what, how = {} }, place) => [
    `${place + 1}. ${what}.`,
    ...Object.entries(how).map(([where, line]) => `   ${where}: ${line.replaceAll("\n", "\n      ")}`),
  ]);
  if (!asked) lines.push(`To see this on the page, open it with ?${NAME}-check behind its address.`);
  console.warn([`${NAME}: ${head(found)}.`, ...lines].join("\n"));
}

function make(tag, parent, words) {
  const node = document.createElement(tag);
  if (words) node.textContent = words;
  parent.append(node);
  return node;
}

/** Everything is put there as text. */
export function toPage(found, element) {
  const host = document.createElement("div");
  const shadow = host.attachShadow({ mode: "open" });
  dress(shadow, CSS);
  const box = make("section", shadow);
  box.lang = "en";
  box.dir = "ltr";
  make("h2", box, `Self-check: ${head(found)}`);
  for (const { what, how = {} } of found) {
    make("p", box, `${what}.`);
    for (const [where, line] of Object.entries(how)) {
      const fold = make("details", box);
      make("summary", fold, where);
      make("pre", fold, line);
    }
  }
  make("p", box, `Only who opens this page with ?${NAME}-check sees this.`);
  if (element?.isConnected) element.before(host);
  else document.body.prepend(host);
}
