// Presses a page together as hard as a well-known tool can, and prints it: node press.mjs <page>.
import { minify } from "html-minifier-terser";

const pressed = await minify(process.argv[2], {
  caseSensitive: false,
  collapseBooleanAttributes: true,
  collapseWhitespace: true,
  minifyCSS: true,
  minifyJS: true,
  removeAttributeQuotes: true,
  removeComments: true,
  removeEmptyAttributes: true,
  removeEmptyElements: true,
  removeOptionalTags: true,
  removeRedundantAttributes: true,
  removeScriptTypeAttributes: true,
  sortAttributes: true,
  sortClassName: true,
});
process.stdout.write(pressed);
