// A plugin for Vite, and for what is built on it: serves the files while you work, and adds them to what is built.
import { readFileSync } from "node:fs";
import { files } from "./files.js";

const NAME = "burnout-screener";
const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", json: "application/json", wasm: "application/wasm" };

export default function burnoutScreener({ folder = NAME } = {}) {
  let server = false;
  return {
    name: NAME,
    // As it is: what Vite bundles beforehand would be served from a folder of its own.
    config: () => ({ optimizeDeps: { exclude: [NAME] } }),
    configResolved(config) {
      server = Boolean(config.build.ssr);
    },
    configureServer({ middlewares }) {
      middlewares.use(`/${folder}`, (request, response, next) => {
        const name = request.url.split(/[?#]/)[0].slice(1);
        const from = files.get(name);
        if (!from) return next();
        response.setHeader("Content-Type", TYPES[name.split(".").pop()]);
        response.end(readFileSync(from));
      });
    },
    generateBundle() {
      // The part of a site that runs on a server serves no files.
      if (server || this.environment?.config?.consumer === "server") return;
      for (const [name, from] of files) this.emitFile({ type: "asset", fileName: `${folder}/${name}`, source: readFileSync(from) });
    },
  };
}
