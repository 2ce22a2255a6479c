// Before every script that looks into the widget. `root` is its document, or its shadow root in the inline mode.
const seen = (node) => node.checkVisibility({ visibilityProperty: true });
// Blanks of a width of their own are a part of the text.
const tidy = (text) => text.replace(/[ \t\n]+/g, " ").trim();
// The words that are to be seen: layout copies are not.
const said = (node, without = "none") => {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const words = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (seen(parent) && !parent.closest(without)) words.push(walker.currentNode.data);
  }
  return tidy(words.join(" "));
};
const every = (selector) => [...root.querySelectorAll(selector)].filter(seen);
const button = (words) => every("button").find((node) => said(node) === words);
// What is asked: one question at the most.
const asked = () => every(".stage > div").filter((node) => every("h2").some((heading) => node.contains(heading)) && node.querySelector("button.option:not(.tick)"));
const options = (set) => [...set.querySelectorAll("button.option")].filter(seen);
const active = () => (root.activeElement ?? document.activeElement);
