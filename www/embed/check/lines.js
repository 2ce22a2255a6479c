// All that the panel has room for, where more than the script tag's own code could be loaded: a sentence on what may help, and
// every line of every region, with its name.
import { languages, lines } from "lines";
import { contactLink } from "table";
import { dress } from "../dress.js";

const CSS = `
ul { margin: 12px 0 0; padding: 0; columns: 17rem; list-style: none; }
li { padding: 4px 0; break-inside: avoid; }
`;

function make(tag, parent, words = "") {
  const node = document.createElement(tag);
  node.textContent = words;
  parent.append(node);
  return node;
}

/** A contact with the words around it. Facts are not for a page translator, and their digits keep their order. */
function contact(item, way, said, calls) {
  const [before, after] = way.split(/\{.*?\}/);
  item.append(before);
  const fact = make(calls ? "a" : "bdi", item, said);
  if (calls) fact.href = `tel:${said.replace(/[^+\d]/g, "")}`;
  fact.dir = "ltr";
  fact.translate = false;
  item.append(after);
}

/** Completes the panel of the element. */
export function complete(panel, element) {
  const { text, ways, elsewhere } = languages[panel.lang];
  panel.firstElementChild.after(make("p", panel, text));
  const link = element.getAttribute(contactLink)?.slice(0, 500) ?? "";
  if (link.startsWith("https://")) make("bdi", make("p", panel), link);
  const names = new Intl.DisplayNames([panel.lang], { type: "region" });
  const list = make("ul", panel);
  for (const [id, all] of lines) {
    const item = make("li", list, `${id === "WORLD" ? elsewhere : names.of(id)}: `);
    all.forEach(([name, contacts], number) => {
      if (number) item.append(" · ");
      if (name) make("bdi", item, name).translate = false;
      contacts.forEach((said, place) => {
        if (!said) return;
        item.append(" ");
        contact(item, ways[place], said, !place);
      });
    });
  }
  dress(panel.getRootNode(), CSS);
}
