// What a person reads where the self-check is not there yet, or cannot be shown: plain words, whom to call here, and a line of
// help. All of it is here, so that it stands there though nothing else can be loaded.
import { contactName, contactPhone, region, theme } from "table";
import { lines } from "texts";

const DIGITS = /^[\d +()./-]{2,40}$/;

function make(tag, parent, words) {
  const node = document.createElement(tag);
  node.textContent = words;
  parent.append(node);
  return node;
}

// Browsers write the country of a language so. `Intl.Locale` throws where a language is none, such as "C" on a bare Linux.
const COUNTRY = /-([A-Z]{2})\b/;

/** The line of the region that the host names, or else of the first country among the languages of the browser. */
function line(element) {
  const countries = navigator.languages.map((tag) => COUNTRY.exec(tag)?.[1]);
  return lines[[element.getAttribute(region), ...countries, "WORLD"].find((id) => ({}).hasOwnProperty.call(lines, id))];
}

/** A number to call, or an address: with words around it, where there are any. */
function contact(parent, said, ways) {
  const calls = DIGITS.test(said);
  const [before, after] = ways?.[calls ? 0 : 1] ?? ["", ""];
  parent.append(before);
  const fact = make(calls ? "a" : "bdi", parent, said);
  if (calls) fact.href = `tel:${said.replace(/[^+\d]/g, "")}`;
  // Facts: not for a page translator, and their digits keep their order.
  fact.dir = "ltr";
  fact.translate = false;
  parent.append(after);
}

/**
 * The first words until the self-check is there, where they will stand in it, or what stands in for it. Without a text, a number
 * speaks for itself.
 */
export function say(parent, element, text, failed) {
  const node = make("div", parent, "");
  const [scheme, who, phone] = [theme, contactName, contactPhone].map((name) => element.getAttribute(name) ?? "");
  node.className = "say";
  if (/^(light|dark)$/.test(scheme)) node.style.colorScheme = scheme;
  if (!failed) contact(make("p", node, text?.now), line(element));
  if (text) {
    node.lang = text.language;
    node.dir = text.direction;
    // Those of other questions only their engine has.
    const known = (!element.hasAttribute("instrument") && text.first) || [];
    for (const words of failed ? text.panel : [...known, text.loading]) make("p", node, words).className = words === known[0] ? "title" : "";
  }
  if (failed) {
    node.setAttribute("role", "alert");
    make("p", node, who && text.contact.join(who.slice(0, 120)));
    if (DIGITS.test(phone)) contact(make("p", node, ""), phone, text.ways);
    contact(make("p", node, ""), line(element), text?.ways);
  }
  return node;
}
