// What a host page can do to find out what is answered, put in before anything of ours: a session recorder, listeners
// on everything, and a hand on every function and setter of the page. `spy.haul()` gives all that it collected.
(() => {
  const events = [];
  const messages = [];
  const mutations = [];
  const inRoots = [];
  const entries = [];
  const recorder = [];
  const texts = new Set();
  const later = new Set();
  const roots = [];
  // On a page around the clinic's, the frame with that in it.
  const widget = () => document.querySelector("burnout-screener, #clinic");
  const name = (node) => (node?.localName ?? String(node)) + (node?.id ? `#${node.id}` : "");

  const KINDS = "keydown keyup keypress beforeinput input change compositionstart pointerdown pointerup pointermove pointerover pointerout mousedown mouseup mousemove mouseover mouseout click dblclick auxclick contextmenu touchstart touchmove touchend wheel focusin focusout selectstart selectionchange copy cut paste dragstart scroll toggle submit animationstart transitionrun beforeprint afterprint";
  for (const kind of KINDS.split(" ")) {
    const hear = (event) => {
      const box = widget()?.getBoundingClientRect();
      const { clientX: x, clientY: y } = event;
      const inside = Boolean(box && x >= box.left && x < box.right && y >= box.top && y < box.bottom);
      events.push({ kind, target: name(event.target), path: event.composedPath().map(name).join(), key: event.key, text: event.data ?? event.target?.value, x, y, inside });
    };
    addEventListener(kind, hear, { capture: true, passive: true });
  }
  // Before the self-check has said that it asks, and so before anything can be answered: how far the page is by then with what came
  // in is a matter of chance. A page around the clinic's hears that page's own word alone.
  let begun = false;
  const early = () => !begun;
  addEventListener("message", ({ data }) => {
    messages.push(JSON.stringify(data));
    begun ||= data === "a clinic" || data?.asking === true;
  }, true);
  const look = (into) => (list) => {
    for (const { type, target, attributeName: of, addedNodes } of list) {
      of === "cd_frame_id_" || into.push({ early: early(), type, target: name(target), of, value: of && target.getAttribute(of), added: [...addedNodes].map((node) => node.outerHTML ?? node.data) });
    }
  };
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver(look(mutations)).observe(document, everything);
  const insides = new MutationObserver(look(inRoots));
  for (const type of PerformanceObserver.supportedEntryTypes) {
    const options = type === "event" ? { type, buffered: true, durationThreshold: 16 } : { type, buffered: true };
    new PerformanceObserver((list) => entries.push(...list.getEntries().map((entry) => [...Object.values(entry.toJSON()), name(entry.target ?? entry.element)].join()))).observe(options);
  }

  // Without the mark that a driver leaves on the frame it goes into.
  const unmarked = (text = "") => text.replace(/ cd_frame_id_="\w*"/g, "");
  // Every text that passes through a function or a setter of the page, and every root that is made.
  const note = (values) => {
    for (const value of values) {
      if (typeof value !== "string" || /^[0-9a-f]{32}$/.test(value)) continue;
      texts.add(value);
      // By this a driver finds its way into the frame, sooner or later.
      if (!early() && value !== "burnout-screener") later.add(value);
    }
  };
  const { apply } = Reflect;
  const grip = (owner) => {
    if (!owner) return;
    for (const [key, own] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      if (key === "constructor" || !own.configurable) continue;
      for (const part of ["value", "set"]) {
        const native = own[part];
        if (typeof native !== "function" || /^class/.test(Function.prototype.toString.call(native))) continue;
        own[part] = function (...given) {
          note(given);
          const result = apply(native, this, given);
          if (key === "attachShadow") {
            roots.push(result);
            insides.observe(result, everything);
          }
          return result;
        };
      }
      Object.defineProperty(owner, key, own);
    }
  };
  for (const owner of [Element, HTMLElement, HTMLInputElement, Node, CharacterData, Document, Storage, History, XMLHttpRequest, WebSocket, MessagePort, Clipboard]) {
    grip(owner.prototype);
  }
  for (const [owner, key] of [[window, "fetch"], [window, "postMessage"], [navigator, "sendBeacon"], [JSON, "stringify"], [JSON, "parse"]]) {
    const native = owner[key];
    Object.defineProperty(owner, key, {
      configurable: true,
      value(...given) {
        note(given);
        return apply(native, this, given);
      },
    });
  }

  const tried = (what) => {
    try {
      return String(what());
    } catch (why) {
      return why.name;
    }
  };
  // What may be asked of a frame's windows across origins, and what may not.
  const reached = () => {
    const frame = widget()?.shadowRoot?.querySelector("iframe") ?? document.querySelector("#clinic");
    const windows = [];
    for (let of = frame?.contentWindow; of; of = of.length && of[0]) windows.push(of);
    const asks = [
      (of) => of.document.body.innerText,
      (of) => of.location.href,
      (of) => of.name,
      (of) => of.getSelection(),
      (of) => of.frameElement,
      (of) => of.localStorage,
      (of) => of.eval("document.body.innerText"),
      (of) => of.length,
      (of) => Object.getOwnPropertyNames(of).filter((key) => !/^\d+$/.test(key)).sort(),
    ];
    return [tried(() => frame?.contentDocument), ...windows.flatMap((of) => asks.map((ask) => tried(() => ask(of))))];
  };
  // The page's own search, also told to search in frames.
  const found = (words) => words.filter((word) => {
    getSelection().removeAllRanges();
    return tried(() => window.find(word, true, false, true, false, true, false)) === "true";
  });
  const selected = () => {
    document.execCommand("selectAll");
    const text = getSelection().toString();
    getSelection().removeAllRanges();
    return text;
  };

  const tree = () => unmarked(widget()?.getHTML?.({ shadowRoots: [widget().shadowRoot].filter(Boolean) }));

  const options = { emit: (event) => recorder.push({ early: early(), ...event }), maskAllInputs: false, maskInputOptions: {}, recordCanvas: true, collectFonts: true, userTriggeredOnInput: true };
  addEventListener("DOMContentLoaded", () => rrweb.record({ ...options, recordCrossOriginIframes: CROSS_ORIGIN }));

  Object.defineProperty(window, "spy", {
    value: {
      haul: () => ({
        recorder, events, messages, mutations, inRoots, entries,
        page: [unmarked(document.documentElement.outerHTML), document.body.innerText, reached().join(), tree()],
        selected: selected(),
        // What ran in the page's own world: nothing of a frame's.
        caught: [...texts].sort(),
        caughtLater: [...later].sort(),
        roots: roots.map((root) => unmarked(root.innerHTML)),
      }),
      found,
    },
  });
})();
