// One stay of the self-check in its place, from the first word until the page takes it away: what is read meanwhile, the frame
// or the module, and the panel where neither comes.
import { byWidget, name as NAME } from "table";
import { codes, english } from "texts";
import { examine } from "./doctor.js";
import { DEAD, isolated, other } from "./isolated.js";
import { say } from "./panel.js";
import { around, nearest } from "./tongue.js";
import { base, complain, home, told } from "./who.js";

/** After how long nothing is waited for any longer, in milliseconds. */
const ALTOGETHER = 40000;
// About so high is the welcome page in a place of this width: what stands below it does not jump when the frame tells. What is
// narrower is higher, and then what stands below is below the window too.
const WIDE = 680;
const welcome = (width) => (width && width < WIDE ? 718 : 624);

/**
 * The language that is asked for, or else that of the page around, so that both are in one, or else what the browser asks for;
 * its few words come from a file of their own, but for English.
 */
function language(element) {
  const asked = element.lang;
  const found = asked && nearest(asked, codes);
  if (found) return found;
  if (asked) complain(`lang="${asked}" is none of ${codes}`);
  for (const tag of [around(element), ...navigator.languages]) {
    const near = nearest(tag, codes);
    if (near) return near;
  }
  return "en";
}

/** What the host set, as it stands: the widget makes something of it, and names what it does not know. */
function settings(element) {
  const attributes = {};
  for (const name of byWidget) attributes[name] = element.getAttribute(name);
  const source = element[NAME];
  const tag = source !== 1;
  return { attributes, tag, names: (tag ? source : element).getAttributeNames() };
}

/** Goes where the host page sends people who leave; the way back leads past this page. */
function goAway(element) {
  const asked = element.getAttribute("leave-to");
  if (asked === null) return;
  const { protocol, href } = new URL(asked, document.baseURI);
  if (/^https?:$/.test(protocol)) location.replace(href);
  else complain(`leave-to="${asked}" is not an address on the web`);
}

/** Begins in the root of the element and gives the function that ends it. */
export function showing(element, shadow, inline, tell, step) {
  const code = language(element);
  let text = code === "en" && english;
  const box = document.createElement("div");
  shadow.append(box);
  let room;
  const height = () => (room ??= welcome(box.clientWidth));
  let notice;
  let over;
  let stop;
  let from;
  // What the box holds beside the frame: calm words, the panel, or nothing.
  const put = (state) => {
    notice?.remove();
    box.className = `box ${state}`;
    box.style.minHeight = state === "wait" ? `${height()}px` : "";
    notice = state ? say(box, element, text, state === "fail") : undefined;
  };
  const fail = (why) => {
    complain("the self-check is not shown:", why);
    if (over) return;
    clearTimeout(late);
    text ||= english;
    put("fail");
    tell("failed");
    examine({ element, from, code, inline, notice });
  };
  const late = setTimeout(fail, ALTOGETHER, DEAD);
  const alive = (frame) => {
    clearTimeout(late);
    if (frame) frame.title = (text || english).title;
    put("");
    tell("ready");
  };
  const leave = () => {
    tell("leave");
    goAway(element);
  };
  // The frame takes no words but those that its file was built to know.
  const speak = (asked, hand) =>
    codes.includes(asked) && import(`${from}${NAME}.${asked}.words.js`).then((file) => hand(file.default, file.title), complain);
  const start = async () => {
    // Where it is known, what is to be loaded is asked for at once.
    if (!home()) await told();
    if (over) return;
    from = base(element);
    if (!text) {
      import(`${from}${NAME}.${code}.js`)
        .then((file) => {
          text = file.default;
          if (box.className === "box wait") put("wait");
        })
        .catch(complain);
    }
    const rare = inline || element.matches("[instrument], [regions]");
    const more = rare && (await import(`${from}${NAME}.more.js`));
    // Without the host's own lines there are still the built-in ones; without its instrument there is no self-check.
    const [own, ownLines] = rare ? await Promise.all([more.brought(element, "instrument"), more.brought(element, "regions").catch(complain)]) : [];
    if (over) return;
    // Only the file with .any. in its name knows other questions than the built-in ones; and that without WebAssembly, which
    // knows one language.
    const file = (kind) => `${from}${NAME}.${kind}${code}.html#embed`;
    const plain = file("no-wasm.");
    const best = globalThis.WebAssembly ? file(own ? "any." : "") : plain;
    const given = { settings: settings(element), brought: own, hostRegions: ownLines, speaks: !own && best !== plain };
    stop = inline ? more.integrated(shadow, from, code, given, other, fail, alive, step, leave) : isolated(box, best, [plain, `${from}${NAME}.no-wasm.en.html#embed`], height, given, fail, alive, step, leave, speak);
  };
  // Before anything is laid out: what is to be loaded is on its way meanwhile.
  start().catch(fail);
  put("wait");
  const watch = new ResizeObserver(() => tell("resize"));
  watch.observe(element);
  return () => {
    over = true;
    watch.disconnect();
    clearTimeout(late);
    stop?.();
    box.remove();
  };
}
