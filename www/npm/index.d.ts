export type { BurnoutScreenerAttributes, BurnoutScreenerElement } from "./attributes.js";

/**
 * Says in which folder the files of the package are served: `/burnout-screener/`, where nothing is named. Call it once, in the
 * module that imports the package and right after the import. On a server it does nothing.
 */
export declare function define(base?: string): void;
