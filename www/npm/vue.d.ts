// For templates of Vue: `import type {} from "burnout-screener/vue"`.
import type { DefineComponent } from "vue";
import type { BurnoutScreenerAttributes } from "./attributes.js";

declare module "vue" {
  interface GlobalComponents {
    "burnout-screener": DefineComponent<BurnoutScreenerAttributes>;
  }
}
