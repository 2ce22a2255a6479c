// The first script of each of the inner documents. It takes away what the Content-Security-Policy does not stop (DNS prefetch,
// preconnect, WebRTC, and in engines without Trusted Types the parsing of text as HTML), and then lets the next one start. It
// stands before everything that could be laid out before it has run, which would be for nothing.
const page = document.documentElement;
const { apply } = Reflect;

for (const name of Object.getOwnPropertyNames(window)) {
  if (/RTC|^DOMParser$|^XSLTProcessor$/.test(name)) delete window[name];
}
// innerHTML, setHTML, parseHTMLUnsafe and whatever of the kind an engine brings next; a document of another kind makes
// its first element by itself, and a class of one's own makes any.
const { prototype: registry } = CustomElementRegistry;
for (const owner of [Element.prototype, ShadowRoot.prototype, Document.prototype, Document, Range.prototype, DOMImplementation.prototype, registry]) {
  for (const name of Object.getOwnPropertyNames(owner)) {
    if (/HTML|^createContextualFragment$|^createDocument$|^define$|^write(ln)?$/.test(name)) delete owner[name];
  }
}

const fix = (name, wrap) => {
  const native = Document.prototype[name];
  const value = function (...given) {
    return wrap(native, this, given);
  };
  Object.defineProperty(Document.prototype, name, { value, writable: false, configurable: false });
};

// The finished element is asked for its name: what was passed in could read differently the second time.
const localName = Object.getOwnPropertyDescriptor(Element.prototype, "localName").get;
const none = [];
const refused = { __proto__: null };
for (const name of ["link", "iframe", "frame", "script", "meta", "base", "object", "embed"]) refused[name] = true;
const create = (native, self, given) => {
  const element = apply(native, self, given);
  const name = apply(localName, element, none);
  if (refused[name]) throw new TypeError(`burnout-screener: <${name}> cannot be made in this document`);
  return element;
};
fix("createElement", create);
fix("createElementNS", create);
// "insertHTML" is one more parser.
fix("execCommand", (native, self, given) => given[0] === "copy" && apply(native, self, ["copy"]));

// What is saved is never markup: the frame may go to a blob, and would be a document without this script there.
const type = Object.getOwnPropertyDescriptor(Blob.prototype, "type").get;
const { createObjectURL } = URL;
const { split } = String.prototype;
const saved = { __proto__: null };
for (const name of ["text/csv", "text/calendar", "application/json", "application/fhir+json"]) saved[name] = true;
const value = (blob) => {
  if (saved[apply(split, apply(type, blob, none), [";"])[0]]) return apply(createObjectURL, URL, [blob]);
  throw new TypeError("burnout-screener: a file of this type cannot be made in this document");
};
Object.defineProperty(URL, "createObjectURL", { value, writable: false, configurable: false });

// Without a state, and with any other than "loading" and "running", the style shows the failure panel.
page.dataset.state = "loading";
addEventListener("error", (event) => {
  // A report without an error object is the ResizeObserver's, and harmless.
  if (event.error && page.dataset.state === "loading") page.dataset.state = "failed";
});
if (origin !== "null") {
  page.dataset.state = "refused";
  console.error("burnout-screener: embed burnout-screener.js, or open the file by itself");
}
