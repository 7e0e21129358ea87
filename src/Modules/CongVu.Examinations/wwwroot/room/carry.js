// Last resort: the log as a file that two persons carry to another machine. Only the server can open it. Browsers encrypt only on https or on the machine itself.
// @ts-check
/** @import { Entry, Session } from "./types.js" */

export const mayCarry = () => globalThis.isSecureContext && crypto.subtle !== undefined;

/** @param {ArrayBuffer | Uint8Array<ArrayBuffer>} bytes */
function base64(bytes) {
  let text = "";
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text);
}

/** @param {Session} session @param {Entry[]} entries @returns {Promise<Blob>} */
export async function carried(session, entries) {
  const open = { sitting: session.welcome.sitting, seat: session.welcome.seat, epoch: session.welcome.epoch };
  const publicKey = await crypto.subtle.importKey("spki", Uint8Array.from(atob(session.welcome.carryKey), c => c.charCodeAt(0)), { name: "RSA-OAEP", hash: "SHA-256" }, false, ["encrypt"]);
  const secret = crypto.getRandomValues(new Uint8Array(32)), iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await crypto.subtle.importKey("raw", secret, "AES-GCM", false, ["encrypt"]);
  const text = new TextEncoder().encode(JSON.stringify({ token: session.token, entries }));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(`${open.sitting}/${open.seat}/${open.epoch}`) }, key, text);
  return new Blob([JSON.stringify({ format: "congvu-carried-1", ...open, key: base64(await crypto.subtle.encrypt("RSA-OAEP", publicKey, secret)), iv: base64(iv), data: base64(data) })], { type: "application/json" });
}
