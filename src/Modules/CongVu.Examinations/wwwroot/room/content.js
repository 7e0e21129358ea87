// Texts of questions. What the server sends is built anew from an allow-list, element by element: whatever a question holds, it brings no script, style or address.
// @ts-check

const elements = new Set(("p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre hr table caption colgroup col thead tbody tfoot tr td th figure figcaption "
  + "b strong i em u s sub sup small code kbd samp var q cite abbr span br ruby rb rt rp bdo").split(" "));
const attributes = new Set(["colspan", "rowspan", "scope", "lang", "dir", "start"]);
const mathMl = "http://www.w3.org/1998/Math/MathML";
const mathAttributes = new Set(["display", "mathvariant", "stretchy", "fence", "separator", "accent", "linethickness", "columnalign", "rowalign", "notation", "open", "close", "separators"]);

/** @typedef {Record<string, { type: string, data: string }>} Media */

/** @param {string} tag @param {Record<string, string>} [properties] @param {...(Node | string)} children */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** @param {string} text @param {Media} media @param {(id: string) => Node | null} gap @returns {DocumentFragment} */
export function content(text, media, gap = () => null) {
  const fragment = document.createDocumentFragment();
  const parsed = new DOMParser().parseFromString(`<c>${text}</c>`, "text/xml");
  if (parsed.querySelector("parsererror") !== null) { fragment.append(text.replace(/<[^>]*>/g, " ")); return fragment; }
  for (const node of parsed.documentElement.childNodes) copy(node, fragment, media, gap);
  return fragment;
}

/** @param {Node} node @param {Node} into @param {Media} media @param {(id: string) => Node | null} gap */
function copy(node, into, media, gap) {
  if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) { into.appendChild(document.createTextNode(node.nodeValue ?? "")); return; }
  if (!(node instanceof Element)) return;
  const name = node.localName;
  if (name === "gap") { const field = gap(node.getAttribute("id") ?? ""); if (field !== null) into.appendChild(field); return; }
  if (name === "img") { into.appendChild(picture(node.getAttribute("src") ?? "", node.getAttribute("alt") ?? "", media)); return; }
  if (name === "audio" || name === "video") { into.appendChild(sound(node.getAttribute("src") ?? "", media)); return; }
  const math = node.namespaceURI === mathMl;
  if (!math && !elements.has(name)) { for (const child of node.childNodes) copy(child, into, media, gap); return; }
  const element = math ? document.createElementNS(mathMl, name) : document.createElement(name);
  for (const { name: attribute, value } of node.attributes) if ((math ? mathAttributes : attributes).has(attribute)) element.setAttribute(attribute, value);
  for (const child of node.childNodes) copy(child, element, media, gap);
  into.appendChild(element);
}

/** @param {string} name @param {string} alt @param {Media} media */
export function picture(name, alt, media) {
  const medium = media[name];
  if (medium === undefined || !medium.type.startsWith("image/")) return make("p", {}, alt === "" ? "(Không có hình)" : `(Hình: ${alt})`);
  return make("img", { src: `data:${medium.type};base64,${medium.data}`, alt });
}

/** Plays from the paper itself, so that it needs no network. @param {string} name @param {Media} media */
function sound(name, media) {
  const medium = media[name], box = make("p", { class: "sound" }), play = make("button", { type: "button" }, "Nghe"), told = make("span", { role: "status" });
  box.append(play, " ", told);
  /** @type {{ context: AudioContext, source: AudioBufferSourceNode } | null} */
  let playing = null;
  const stop = () => { playing?.source.stop(); void playing?.context.close(); playing = null; play.textContent = "Nghe lại"; };
  play.addEventListener("click", async () => {
    if (playing !== null) { stop(); return; }
    try {
      const context = new AudioContext();
      const buffer = await context.decodeAudioData(Uint8Array.from(atob(medium?.data ?? ""), c => c.charCodeAt(0)).buffer);
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.connect(context.destination);
      source.addEventListener("ended", () => { if (playing?.source === source) stop(); });
      source.start();
      playing = { context, source };
      play.textContent = "Dừng";
      told.textContent = `Dài ${Math.round(buffer.duration)} giây`;
    } catch { told.textContent = "Máy này không phát được đoạn ghi âm. Báo giám thị."; }
  });
  return box;
}
