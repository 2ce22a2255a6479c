import type { Plugin } from "vite";

/** A plugin for Vite: the files of the package stand below `folder`, `burnout-screener` where nothing is named. */
export default function burnoutScreener(options?: { folder?: string }): Plugin;
