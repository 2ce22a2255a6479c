// What the person reads when the self-check cannot be shown: plain words and the crisis lines of every region.
/** Builds the panel by DOM calls; `dress` sets its style through CSSOM. */
export function panel(text, code, lines, dress) {
  const make = (tag, parent, words = "") => {
    const node = document.createElement(tag);
    node.textContent = words;
    parent?.append(node);
    return node;
  };
  const box = make("div");
  box.lang = code;
  box.dir = text.direction;
  box.setAttribute("role", "alert");
  dress(box, { display: "block", padding: "1rem", border: "1px solid", "border-radius": ".5rem" });
  dress(make("p", box, text.panel[0]), { "font-weight": "bold" });
  make("p", box, text.panel[1]);
  make("p", box, text.panel[2]);
  const list = make("ul", box);
  const names = new Intl.DisplayNames([code], { type: "region" });
  lines.forEach(([id, region]) => {
    const item = make("li", list, `${id === "WORLD" ? text.elsewhere : names.of(id)}: `);
    // Every line is [number to call, number to write to, address]; text.ways are the sentences around them.
    region.flat().forEach((contact, place) => {
      if (!contact) return;
      const [before, after] = text.ways[place % 3].split(/\{.*?\}/);
      if (item.childNodes.length > 1) item.append(" · ");
      item.append(before);
      const fact = make(place % 3 ? "bdi" : "a", item, contact);
      if (!(place % 3)) fact.href = `tel:${contact.replace(/[^+\d]/g, "")}`;
      // Facts: not for a page translator, and their digits keep their order.
      fact.dir = "ltr";
      fact.translate = false;
      item.append(after);
    });
  });
  return box;
}
