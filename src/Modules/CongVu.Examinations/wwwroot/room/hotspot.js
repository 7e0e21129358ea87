// Answers given on a picture: named areas, or any point. Everything can be done with the keyboard too.
// @ts-check
/** @import { Choice, Part, Value } from "./types.js" */
import { content, make } from "./content.js";

const svg = "http://www.w3.org/2000/svg";

/** @param {string} tag @param {Record<string, string | number>} attributes */
export function shape(tag, attributes) {
  const element = document.createElementNS(svg, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

/** @param {Choice} choice @param {number} width @param {number} height */
function area(choice, width, height) {
  const at = (choice.coords ?? "").split(/[ ,]+/).map(c => c.endsWith("%") ? parseFloat(c) / 100 * width : parseFloat(c));
  switch (choice.shape) {
    case "rect": return shape("rect", { x: at[0], y: at[1], width: Math.max(0, at[2] - at[0]), height: Math.max(0, at[3] - at[1]) });
    case "circle": return shape("circle", { cx: at[0], cy: at[1], r: at[2] });
    case "ellipse": return shape("ellipse", { cx: at[0], cy: at[1], rx: at[2], ry: at[3] });
    case "poly": return shape("polygon", { points: at.join(" ") });
    default: return shape("rect", { x: 0, y: 0, width, height });
  }
}

/** @param {Part} part @param {import("./parts.js").Use} use @param {typeof import("./content.js").picture} picture @param {(value: Value | undefined) => string[]} listed */
export function hotspot(part, use, picture, listed) {
  const given = new Set(listed(use.value)), shown = part.picture, box = make("div", { class: "hotspot" });
  if (shown == null) return box;
  const image = picture(shown.name, shown.alt, use.media), layer = shape("svg", { "aria-hidden": "true" });
  const tell = () => { const all = [...given]; use.change(all.length === 0 ? undefined : all.length === 1 ? all[0] : all); };
  const size = () => {
    const [width, height] = [shown.width || (image instanceof HTMLImageElement ? image.naturalWidth : 0) || 400, shown.height || (image instanceof HTMLImageElement ? image.naturalHeight : 0) || 300];
    layer.setAttribute("viewBox", `0 0 ${width} ${height}`);
    draw(width, height);
  };
  const list = make("div", { class: "areas" });
  /** @param {number} width @param {number} height */
  const draw = (width, height) => part.freePoint ? points(width, height) : areas(width, height);

  /** @param {number} width @param {number} height */
  function areas(width, height) {
    layer.replaceChildren(...part.choices.map((choice, at) => {
      const drawn = area(choice, width, height);
      drawn.setAttribute("class", given.has(choice.id) ? "area on" : "area");
      drawn.addEventListener("click", () => list.querySelectorAll("input")[at].click());
      return drawn;
    }));
    if (list.childNodes.length > 0) return;
    part.choices.forEach((choice, at) => {
      const tick = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", "data-choice": String(at + 1) }));
      tick.checked = given.has(choice.id);
      tick.addEventListener("change", () => { if (tick.checked) given.add(choice.id); else given.delete(choice.id); tell(); size(); });
      list.append(make("label", { class: "choice" }, tick, make("span", {}, choice.text === "" ? `Vùng ${at + 1}` : content(choice.text, use.media))));
    });
  }

  /** @param {number} width @param {number} height */
  function points(width, height) {
    layer.replaceChildren(...[...given].map(p => { const [x, y] = p.split(" ").map(Number); return shape("circle", { cx: x, cy: y, r: Math.max(4, width / 80), class: "point" }); }));
    const fields = ["x", "y"].map((name, at) => /** @type {HTMLInputElement} */ (make("input", { type: "number", min: "0", max: String(at === 0 ? width : height), "aria-label": at === 0 ? `Điểm, từ trái sang (0 đến ${width})` : `Điểm, từ trên xuống (0 đến ${height})` })));
    const add = make("button", { type: "button" }, "Đánh dấu điểm"), clear = make("button", { type: "button" }, "Xóa các điểm");
    const put = (/** @type {number} */ x, /** @type {number} */ y) => { given.add(`${Math.round(x)} ${Math.round(y)}`); tell(); size(); };
    add.addEventListener("click", () => { if (fields.every(f => f.value !== "")) put(Number(fields[0].value), Number(fields[1].value)); });
    clear.addEventListener("click", () => { given.clear(); tell(); size(); });
    list.replaceChildren(make("p", { class: "hint" }, `Bấm vào hình để đánh dấu; đã đánh dấu ${given.size} điểm.`), ...fields, add, clear);
    layer.onclick = event => { const at = layer.getBoundingClientRect(); put((event.clientX - at.left) / at.width * width, (event.clientY - at.top) / at.height * height); };
  }

  box.append(make("div", { class: "picture" }, image, layer), list);
  if (image instanceof HTMLImageElement && !image.complete) image.addEventListener("load", size);
  size();
  return box;
}
