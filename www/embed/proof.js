/** The SHA-256 of these bytes or texts; nothing where a browser offers none. */
export async function proof(parts) {
  const digest = await crypto.subtle?.digest("SHA-256", await new Blob(parts).arrayBuffer());
  return digest && btoa(String.fromCharCode(...new Uint8Array(digest)));
}
