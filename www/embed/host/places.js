// Where a self-check is meant: after a script tag of ours or in its target, and in <div class="burnout-screener">. Exactly one
// appears there, whoever puts the place into the page and whenever, and what stands there already is adopted.
import { name as NAME } from "table";
import { complain, current, isOwn, names, ownTags } from "./who.js";

// Survives when a page is cloned or saved, so that the copy is known again.
const MARK = "data-by-tag";
const MADE = `${NAME}[${MARK}]`;
const WRITTEN = `${NAME}:not([${MARK}])`;
const PLACE = `div.${NAME}`;

const loading = () => document.readyState === "loading";

/** What stands with data- in front at the source is what the element is to have. */
function copy(source, element) {
  for (const name of names) {
    const value = source.getAttribute(`data-${name}`);
    if (value === element.getAttribute(name)) continue;
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}

/** Makes the element that stands at the source its own, or a new one. Any copy of this script can read whose it is. */
function serve(source, there, put) {
  const element = there?.matches(MADE) ? there : document.createElement(NAME);
  element[NAME] = source;
  source[NAME] = element;
  element.setAttribute(MARK, "");
  copy(source, element);
  if (element !== there) put(element);
  return element;
}

// Put where the page is still coming in: an element that somebody wrote may stand further down, and then that was meant.
let early = [];
const written = () => document.querySelector(`${WRITTEN}, ${PLACE}`);
// In the head, or put straight into the body by code: frameworks do that with every tag, wherever it was written.
const isStray = (tag) => tag.closest("head") || (tag.parentNode === document.body && tag.async && !tag.hasAttribute("async"));

// The same target is not filled a second time: whoever took the self-check out of it meant that.
const filled = new WeakMap();

function place(tag) {
  const { target } = tag.dataset;
  if (target) {
    const there = document.querySelector(target);
    if (!there || filled.get(tag) === there) return;
    serve(tag, there.querySelector(`:scope > ${MADE}`), (element) => there.append(element));
    filled.set(tag, there);
  } else if (!tag[NAME]) {
    if (written()) tag[NAME] = 1;
    else if (!isStray(tag)) {
      const element = serve(tag, tag.nextElementSibling, (element) => tag.after(element));
      if (loading()) early.push(element);
    }
  }
}

function look() {
  for (const div of document.querySelectorAll(PLACE)) {
    const made = div.querySelector(MADE);
    if (div.querySelector(WRITTEN)) made?.remove();
    else {
      if (!made || made !== div[NAME]) serve(div, made, (element) => div.append(element));
      // What stands there is for whoever has no script, as it is in the element.
      for (const { style, localName } of div.children) if (localName !== NAME) style.display = "none";
    }
  }
  if (early[0] && written()) early.forEach((element) => element.remove());
  if (!loading()) early = [];
  try {
    ownTags().forEach(place);
  } catch (why) {
    complain("data-target:", why);
  }
}

/** The tag that this copy of the script runs from: it may have a name that no other copy knows. */
export const placeOwn = () => isOwn(current) && place(current);

/** Looks now, and whenever the page changes. */
export function watch() {
  new MutationObserver((changes) => {
    for (const { attributeName, target } of changes) if (attributeName && target[NAME]?.matches?.(MADE)) copy(target, target[NAME]);
    look();
  }).observe(document, { childList: true, subtree: true, attributeFilter: names.map((name) => `data-${name}`) });
  look();
  document.addEventListener("readystatechange", look);
  // Whoever has seen nothing wants to know why.
  setTimeout(() => document[NAME] || complain(`nothing to do: no <${NAME}> here`), 5000);
}
