// Runs in every document before its own scripts: writes down what a host page can hear, and what a policy refused.
// Nobody listens in our own documents: the engine that comes there as a message would be written down whole, on the time of the
// person.
// The roots are kept so that a test can look into a closed one; they stay as closed as they were for everyone else.
const watched = { heard: [], refused: [], roots: new Map() };
Object.defineProperty(window, "watched", { value: watched });
if (self === top) addEventListener("message", ({ data }) => watched.heard.push(JSON.stringify(data)));
addEventListener("securitypolicyviolation", (event) => watched.refused.push(`${event.violatedDirective} ${event.blockedURI}`));
const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function (options) {
  const root = attachShadow.call(this, options);
  watched.roots.set(this, root);
  return root;
};
