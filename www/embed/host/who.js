// Who we are, whatever our file is called, and in which folders our files may be: where script tags of ours stand, or where
// code says. Attributes and meta tags may have been written by somebody who must not run scripts on this page.
import { byLoader, byWidget, name as NAME } from "table";

/** All attributes that can stand on a tag or a div, with data- in front. */
export const names = [...byLoader, ...byWidget];

export const complain = (what, why = "") => console.error(`${NAME}: ${what}`, why);

// What somebody holds back by another type is left alone.
const RUNS = /^(module|(text|application)\/javascript|)$/i;
// The last part of the path begins with our name.
const OURS = new RegExp(`^[^?#]*/${NAME}[^/?#]*([?#]|$)`);
/** In milliseconds. */
const PATIENCE = 4000;
// Whatever has the name `currentScript` on a page stands in its place.
const isFile = (tag) => tag?.localName === "script" && /^(http|file)/.test(tag.src);

/** The tag that this code runs from, where a browser tells: it does not for a module. */
export const current = document.currentScript;

/** Whether it is a script tag of ours: by its name, by its mark, or because it has us running and something to set. */
export const isOwn = (tag) =>
  isFile(tag) &&
  RUNS.test(tag.type) &&
  (OURS.test(tag.src) || (tag === current ? [NAME, ...names] : [NAME]).some((name) => tag.hasAttribute(`data-${name}`)));

export const ownTags = () => [...document.scripts].filter(isOwn);

export const folder = (url) => new URL(".", new URL(url, document.baseURI)).href;
const below = (base) => folder(base.replace(/\/?$/, "/"));
const folders = new Set();

let tell;
const defined = new Promise((resolve) => (tell = resolve));

/** Code of the page says in which folder our files are. */
export const define = (base) => tell(folders.add(below(base)));

/** Waits until somebody has said that, for a while: a page that came from a server stands before its own code runs. */
export const told = () => Promise.race([defined, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);

/** Where our files most likely are: last of all where a script of another name lies that has us in it, as a bundle has. */
export function home() {
  ownTags().forEach(({ src }) => folders.add(folder(src)));
  return [...folders, isFile(current) && folder(current.src)][0];
}
home();

/** The folder of this element's files. */
export function base(element) {
  const asked = element.getAttribute("base");
  const known = home();
  const from = asked !== null ? below(asked) : element[NAME].src ? folder(element[NAME].src) : known;
  if (from && (asked === null || folders.has(from))) return from;
  throw new Error(`base="${asked}" is not the folder of a script tag, nor define()d`);
}
