// For components of Svelte: `import type {} from "burnout-screener/svelte"`.
import type { HTMLAttributes } from "svelte/elements";
import type { BurnoutScreenerAttributes, BurnoutScreenerElement } from "./attributes.js";

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "burnout-screener": Omit<HTMLAttributes<BurnoutScreenerElement>, "lang"> & BurnoutScreenerAttributes;
  }
}
