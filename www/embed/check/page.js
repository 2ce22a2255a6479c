// What of the clinic's own page stands in the way: the tag, the place, and what lies over it.
import { name as NAME } from "table";
import { covered } from "../host/scroll.js";
import { isOwn, names, ownTags } from "../host/who.js";

const NARROW = 280;
const PLACE = `<${NAME}></${NAME}>`;
const label = (node) => `<${node.localName}${node.id && ` id="${node.id}"`}${node.className && ` class="${node.className}"`}>`;

/** Tags that somebody holds back until a visitor agrees, or that an optimiser has put off. */
function heldBack() {
  const ours = (tag) => [tag.getAttribute("src"), tag.dataset.src].some((src) => src?.includes(NAME));
  const held = [...document.querySelectorAll("script")].filter((tag) => ours(tag) && !ownTags().includes(tag));
  return held.map((tag) => ({
    what: `a tag of ours is held back: type="${tag.type}"${tag.dataset.src ? ", with data-src in place of src" : ""}. A consent manager or an optimiser does that. The self-check sets no cookie and sends nothing`,
    how: { "Consent manager": "put the tag into the group that is always allowed (necessary)", WordPress: `leave ${NAME}.js out of "delay", "defer" and "combine" in the optimiser` },
  }));
}

function ofTag(tag) {
  if (!tag?.src || isOwn(tag) || names.some((name) => tag.hasAttribute(`data-${name}`))) return [];
  return [
    {
      what: `this script has the name ${new URL(tag.src).pathname}. Renamed, it is not known as ours; in a bundle, its files are elsewhere`,
      how: { Renamed: `<script async data-${NAME} src="…">`, Bundled: `customElements.get("${NAME}").define("/folder/of/our/files/")` },
    },
  ];
}

function noPlace() {
  const waits = ownTags().find(({ dataset }) => dataset.target);
  if (waits) return [{ what: `data-target="${waits.dataset.target}" is not on this page`, how: { "Any site": "name an element of this page, or leave data-target out" } }];
  if (!ownTags().length && heldBack().length) return [];
  return [
    {
      what: `there is no place for it on this page: no ${PLACE}, and the tag is in the head or was put into the body by code`,
      how: { "Any site": `${PLACE}, where it belongs`, "Where elements are taken out": `<div class="${NAME}"></div>` },
    },
  ];
}

/** What is around the element and shows less of it than there is. */
function cutOff(element) {
  const { height, width } = element.getBoundingClientRect();
  for (let node = element.parentElement; node && node !== document.body; node = node.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(node);
    if ((overflowY === "hidden" && node.clientHeight + 1 < height) || (overflowX === "hidden" && node.clientWidth + 1 < width)) return node;
  }
}

function ofPlace(element) {
  if (!element.isConnected) return [];
  const { width } = element.getBoundingClientRect();
  const found = [];
  if (!element.getClientRects().length) found.push({ what: "its place is not to be seen at the moment: a closed tab, or display: none", how: { "Any site": "open that part of the page, and look again" } });
  else if (width < NARROW) found.push({ what: `its place is only ${Math.round(width)} pixels wide`, how: { CSS: `${NAME} { flex: 1 1 100%; min-width: ${NARROW}px }` } });
  const around = cutOff(element);
  if (around) found.push({ what: `${label(around)} cuts it off: overflow is hidden there`, how: { CSS: "max-height: none, once it is open; or measure again at screener-resize" } });
  const free = covered(element);
  if (free && !element.hasAttribute("scroll-offset")) {
    found.push({ note: true, what: `a header covers the upper ${Math.round(free)} pixels of the window. That much is left free by itself`, how: { "If it covers more when the page moves": `scroll-offset="…"` } });
  }
  return found;
}

/** Everything on the page that can be told without asking anybody. */
export function ofPage(tag) {
  const elements = [...document.querySelectorAll(NAME)];
  const found = [...heldBack(), ...ofTag(tag), ...elements.flatMap(ofPlace)];
  return elements.length ? found : found.concat(noPlace());
}
