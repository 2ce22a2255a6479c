// The line to change, for each kind of server and site. Facts about servers; none of them is asked.

const unset = (name, path) => ({
  Apache: `in ${path}.htaccess:\nHeader unset ${name}\nHeader always unset ${name}`,
  nginx: `# with a header of its own, a location takes over none from around it\nlocation ${path} {\n  proxy_hide_header ${name};\n  add_header X-Content-Type-Options nosniff;\n}`,
  IIS: `in the web.config of ${path}:\n<system.webServer><httpProtocol><customHeaders><remove name="${name}" /></customHeaders></httpProtocol></system.webServer>`,
  Netlify: `in _headers, leave ${path}* out of the rule that sets ${name}`,
  WordPress: `in the plugin that sets ${name}, leave out ${path}; or as for Apache`,
});

const set = (name, value, path) => ({
  Apache: `in ${path}.htaccess:\nHeader always set ${name} "${value}"`,
  nginx: `location ${path} {\n  add_header ${name} "${value}" always;\n}`,
  IIS: `in the web.config of ${path}:\n<system.webServer><httpProtocol><customHeaders><remove name="${name}" /><add name="${name}" value="${value}" /></customHeaders></httpProtocol></system.webServer>`,
  Netlify: `in _headers:\n${path}*\n  ${name}: ${value}`,
  WordPress: `in the plugin that sets headers: ${name}: ${value} for ${path}; or as for Apache`,
});

/** A response header of our files, with a value or without it altogether. */
export const header = (name, value, path) => (value === undefined ? unset(name, path) : set(name, value, path));

/** Our files as what they are. */
export const types = (path) => ({
  Apache: `in ${path}.htaccess:\nAddType text/html .html\nAddType text/javascript .js\nAddType application/wasm .wasm`,
  nginx: `location ${path} {\n  types { text/html html; text/javascript js; application/json json; application/wasm wasm; }\n}`,
  IIS: `in the web.config of ${path}:\n<system.webServer><staticContent><remove fileExtension=".html" /><mimeMap fileExtension=".html" mimeType="text/html" /><remove fileExtension=".wasm" /><mimeMap fileExtension=".wasm" mimeType="application/wasm" /></staticContent></system.webServer>`,
  Netlify: `in _headers:\n${path}*.html\n  Content-Type: text/html; charset=utf-8`,
  WordPress: `do not put the files into the media library: copy the folder beside wp-content, or use our plugin`,
});

/** The files where the page looks for them. */
export const folder = (path) => ({
  Apache: `copy the whole folder dist/ to ${path}, and look whether a rewrite rule sends ${path} elsewhere`,
  nginx: `location ${path} {\n  try_files $uri =404;\n}`,
  IIS: `copy the whole folder dist/ to ${path}, and leave it out of URL Rewrite`,
  Netlify: `put the whole folder dist/ into what is published as ${path}`,
  WordPress: `copy the whole folder dist/ to ${path} by FTP, or use our plugin`,
});

/** One more source in the policy of the clinic's own page. */
export const policy = (directive, source) => ({
  Apache: `Header always set Content-Security-Policy "… ${directive} ${source}"`,
  nginx: `add_header Content-Security-Policy "… ${directive} ${source}" always;`,
  IIS: `<add name="Content-Security-Policy" value="… ${directive} ${source}" />`,
  Netlify: `in _headers: Content-Security-Policy: … ${directive} ${source}`,
  WordPress: `in the plugin that sets the policy, add ${source} to ${directive}`,
});
