// <burnout-screener>: what can be set on it, and what it tells the page.
import css from "place";
import { name as NAME } from "table";
import { dress } from "../dress.js";
import { show } from "./scroll.js";
import { showing } from "./showing.js";
import { complain, define, names } from "./who.js";

// The first of them is `lang`, which is a property of every element.
const ALL = [...names, "base"];
const property = (name) => name.replace(/-./g, (part) => part[1].toUpperCase());

export class Screener extends HTMLElement {
  // The others are read when they are needed, or once.
  static observedAttributes = ALL.filter((name) => !/-to$|-offset|mode/.test(name));
  static define = define;

  #shadow;
  #inline;
  #end;
  #asking;

  connectedCallback() {
    // Read by every copy of this script: something was there.
    document[NAME] = 1;
    // What code set before this script was there is set once more, where it is heard.
    for (const name of ALL.map(property)) {
      if (!{}.hasOwnProperty.call(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    this.#begin();
  }

  // With this, a move by moveBefore() keeps the frame and the answers in it.
  connectedMoveCallback() {}

  disconnectedCallback() {
    // The inline widget survives being moved. A moved frame is loaded anew by the browser, so there is nothing to keep.
    if (this.#inline) setTimeout(() => this.isConnected || this.#stop());
    else this.#stop();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#end || before === now) return;
    if (this.#asking !== undefined) return complain(`${name} is used the next time`);
    this.#stop();
    this.#begin();
  }

  // A framework may set the attributes just after inserting the element.
  #begin() {
    queueMicrotask(() => this.isConnected && !this.#end && this.#start());
  }

  #start() {
    try {
      const mode = this.getAttribute("mode") ?? "isolated";
      if (!/^(inline|isolated)$/.test(mode)) complain(`mode="${mode}" is not used`);
      this.#inline ??= mode === "inline";
      // Open on purpose: what protects is the frame. Inline, closed keeps the host's listeners and style apart from ours.
      this.#shadow ??= this.attachShadow({ mode: this.#inline ? "closed" : "open" });
      dress(this.#shadow, css);
      this.#end = showing(this, this.#shadow, this.#inline, this.#tell, this.#step);
    } catch (why) {
      complain("the self-check is not shown:", why);
    }
  }

  #stop() {
    this.#end?.();
    this.#end = this.#asking = undefined;
  }

  /** All that a page ever hears: that something happened, and of a step whether it asks. */
  #tell = (type, detail) => this.dispatchEvent(new CustomEvent(`screener-${type}`, { bubbles: true, composed: true, detail }));

  #step = (asking, keep) => {
    show(this, asking, keep);
    if (asking === (this.#asking ?? false)) return;
    this.#asking = asking;
    this.#tell("step", { asking });
  };
}
Screener.prototype[NAME] = 1;

for (const name of ALL.slice(1)) {
  Object.defineProperty(Screener.prototype, property(name), {
    get() {
      return this.getAttribute(name);
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}
