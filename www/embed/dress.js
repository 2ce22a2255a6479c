/** Gives a root this style too. Where sheets cannot be made, it is an element, which the policy of the page may refuse. */
export function dress(root, css) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    const element = document.createElement("style");
    element.textContent = css;
    (root.head ?? root).append(element);
  }
}
