// Where the page is scrolled to at the beginning and at the end of the questions. What of it a header covers that stays where
// it is while the page is scrolled is left free; nothing here knows of an answer.

// Looked at this far below the upper edge of the window: a header may leave a gap above it, or lie under another bar.
const DEPTHS = [1, 40];

/** How much at the top of the window is covered, as the host says, or as far as it can be seen now. */
export function covered(element) {
  const told = element.getAttribute("scroll-offset");
  if (told) return Number(told) || 0;
  let free = 0;
  const { left, width } = element.getBoundingClientRect();
  for (let node of DEPTHS.flatMap((depth) => document.elementsFromPoint(left + width / 2, depth))) {
    for (; node && !node.contains(element); node = node.parentElement) {
      const { bottom } = node.getBoundingClientRect();
      // What covers more is no header, and goes away again.
      if (/fixed|sticky/.test(getComputedStyle(node).position) && bottom < innerHeight / 2) free = Math.max(free, bottom);
    }
  }
  return free;
}

/**
 * Questions are shown whole, so that nothing has to be scrolled for any of them; of all else the beginning. `keep` is told how
 * much at the top has to be kept free.
 */
export function show(element, asking, keep = () => {}) {
  const top = () => element.getBoundingClientRect().top;
  keep(covered(element));
  if (asking || top() < covered(element)) element.scrollIntoView({ behavior: "instant", block: asking ? "nearest" : "start" });
  // Only there is seen what a header does that sticks.
  const free = covered(element);
  keep(free);
  if (top() < free) scrollBy({ top: top() - free, behavior: "instant" });
}
