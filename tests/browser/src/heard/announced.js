// Writes down what the live regions of a document say, in order, as a screen reader hears it: a change of the words of a region that
// was there before, or an alert that comes. A region that comes with its words may stay unheard, and is told of as that.
window.announced = [];
{
  const REGIONS = "[role=status], [role=alert], [aria-live]";
  const quiet = (node) => node.closest("[aria-hidden=true], [inert]") || !node.checkVisibility({ visibilityProperty: true });
  const text = (node) => node.textContent.replace(/\s+/g, " ").trim();
  const known = new Map();
  const look = (tell) => {
    for (const node of document.querySelectorAll(REGIONS)) {
      if (quiet(node)) continue;
      const [before, now] = [known.get(node), text(node)];
      known.set(node, now);
      if (!tell || !now || before === now) continue;
      const comes = before === undefined && node.role !== "alert";
      window.announced.push(comes ? `unheard, as it comes with its words: “${now}”` : `“${now}”`);
    }
  };
  look(false);
  new MutationObserver(() => look(true)).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}
