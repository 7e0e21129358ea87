// What a candidate answers with, for every kind of part. Each gives the value as it is now and takes one that was given before.
// @ts-check
/** @import { Part, Value } from "./types.js" */
import { content, make, picture } from "./content.js";
import { hotspot } from "./hotspot.js";

/** @typedef {{ node: Node, inline: boolean }} Field */
/** @typedef {{ value: Value | undefined, media: import("./content.js").Media, label: string, change: (value: Value | undefined, typing?: boolean) => void }} Use */

const letter = (/** @type {number} */ at) => String.fromCharCode(65 + at);
let names = 0;

/** @param {Value | undefined} value @returns {string[]} */
const listed = value => value === undefined ? [] : Array.isArray(value) ? value : [value];

/** @param {Part} part @param {Use} use @returns {Field} */
export function field(part, use) {
  switch (part.kind) {
    case "single-choice": case "true-false": return { node: choices(part, use, "radio"), inline: false };
    case "multiple-response": return { node: choices(part, use, "checkbox"), inline: false };
    case "matching": return { node: part.choices.some(c => c.set === 0) ? partners(part, use) : matching(part, use), inline: false };
    case "ordering": return { node: ordering(part, use), inline: false };
    case "gap-text": case "gap-numeric": return { node: gap(part, use), inline: true };
    case "inline-choice": return { node: select(part, use), inline: true };
    case "hotspot": return { node: hotspot(part, use, picture, listed), inline: false };
    default: return { node: essay(part, use), inline: false };
  }
}

/** @param {Part} part @param {Use} use @param {"radio" | "checkbox"} type */
function choices(part, use, type) {
  const group = make("fieldset", { class: "choices" }, make("legend", { class: "hidden" }, type === "radio" ? "Chọn một phương án" : "Chọn các phương án đúng")), name = `c${++names}`;
  if (type === "checkbox") group.append(make("p", { class: "hint" }, "Có thể chọn nhiều phương án."));
  part.choices.forEach((choice, at) => {
    const input = /** @type {HTMLInputElement} */ (make("input", { type, name, value: choice.id, "data-choice": String(at + 1) }));
    input.checked = listed(use.value).includes(choice.id);
    input.addEventListener("change", () => {
      const chosen = [...group.querySelectorAll("input:checked")].map(i => /** @type {HTMLInputElement} */ (i).value);
      use.change(type === "radio" ? chosen[0] : chosen.length === 0 ? undefined : chosen);
    });
    group.append(make("label", { class: "choice" }, input, make("span", { class: "letter" }, letter(at)), make("span", {}, content(choice.text, use.media))));
  });
  return group;
}

/** @param {Part} part @param {Use} use */
function matching(part, use) {
  const [left, right] = [1, 2].map(set => part.choices.filter(c => c.set === set));
  const box = make("div", { class: "matching" });
  const key = make("ol", { class: "key" }, ...right.map((r, at) => make("li", {}, make("span", { class: "letter" }, letter(at)), make("span", {}, content(r.text, use.media)))));
  const pairs = new Set(listed(use.value));
  left.forEach((l, row) => {
    const words = make("span", { id: `m${++names}` }, content(l.text, use.media)), group = make("div", { class: "row", role: "group", "aria-labelledby": words.id }, make("span", { class: "letter" }, String(row + 1)), words);
    const boxes = make("span", { class: "marks" });
    right.forEach((r, at) => {
      const tick = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", "aria-label": `Ghép với ${letter(at)}: ${plain(r.text)}` })), pair = `${l.id} ${r.id}`;
      tick.checked = pairs.has(pair);
      tick.addEventListener("change", () => {
        if (tick.checked && l.max === 1) for (const other of boxes.querySelectorAll("input")) if (other !== tick && other.checked) { other.checked = false; other.dispatchEvent(new Event("change")); }
        if (tick.checked) pairs.add(pair); else pairs.delete(pair);
        use.change(pairs.size === 0 ? undefined : [...pairs]);
      });
      boxes.append(make("label", {}, tick, letter(at)));
    });
    group.append(boxes);
    box.append(group);
  });
  return make("div", {}, make("p", { class: "hint" }, "Đánh dấu chữ cái của vế phải ghép với mỗi vế trái."), make("div", { class: "two" }, box, key));
}

/** Pairs within one list. @param {Part} part @param {Use} use */
function partners(part, use) {
  const box = make("div", { class: "matching" });
  const pairs = new Map(listed(use.value).flatMap(p => { const [a, b] = p.split(" "); return [[a, b], [b, a]]; }));
  const selects = /** @type {HTMLSelectElement[]} */ ([]);
  const tell = () => { const given = [...new Set([...pairs].map(([a, b]) => [a, b].sort().join(" ")))]; use.change(given.length === 0 ? undefined : given); };
  for (const choice of part.choices) {
    const words = make("span", { id: `m${++names}` }, content(choice.text, use.media));
    const list = /** @type {HTMLSelectElement} */ (make("select", { "aria-labelledby": words.id }, make("option", { value: "" }, "—"), ...part.choices.filter(c => c !== choice).map(c => make("option", { value: c.id }, plain(c.text)))));
    list.value = pairs.get(choice.id) ?? "";
    list.addEventListener("change", () => {
      for (const end of [choice.id, list.value]) { const other = pairs.get(end); pairs.delete(end); if (other !== undefined) pairs.delete(other); }
      if (list.value !== "") { pairs.set(choice.id, list.value); pairs.set(list.value, choice.id); }
      part.choices.forEach((c, at) => { selects[at].value = pairs.get(c.id) ?? ""; });
      tell();
    });
    selects.push(list);
    box.append(make("div", { class: "row" }, words, list));
  }
  return box;
}

/** @param {Part} part @param {Use} use */
function ordering(part, use) {
  const given = listed(use.value);
  let order = given.length === part.choices.length ? given : part.choices.map(c => c.id);
  const list = make("ol", { class: "order" }), keep = make("button", { type: "button" }, "Giữ thứ tự này"), told = make("span", { role: "status", class: "hint" }, given.length > 0 ? "Đã ghi thứ tự." : "Chưa trả lời.");
  const record = () => { use.change([...order]); told.textContent = "Đã ghi thứ tự."; };
  const draw = (/** @type {string} */ focus = "") => {
    list.replaceChildren(...order.map((id, at) => {
      const words = content(part.choices.find(c => c.id === id)?.text ?? "", use.media), name = plain(part.choices.find(c => c.id === id)?.text ?? "");
      const move = (/** @type {number} */ by, /** @type {string} */ sign, /** @type {string} */ word) => {
        const button = make("button", { type: "button", "aria-label": `Chuyển “${name}” ${word}`, "data-move": `${id} ${by}` }, sign);
        if (order[at + by] === undefined) button.setAttribute("disabled", "");
        button.addEventListener("click", () => { [order[at], order[at + by]] = [order[at + by], order[at]]; record(); draw(`${id} ${by}`); });
        return button;
      };
      return make("li", { class: "row" }, make("span", {}, words), make("span", { class: "marks" }, move(-1, "↑", "lên"), move(1, "↓", "xuống")));
    }));
    if (focus !== "") /** @type {HTMLElement | null} */ (list.querySelector(`[data-move="${CSS.escape(focus)}"]:not([disabled])`) ?? list.querySelector("button:not([disabled])"))?.focus();
  };
  keep.addEventListener("click", record);
  draw();
  return make("div", {}, list, keep, " ", told);
}

/** @param {Part} part @param {Use} use */
function gap(part, use) {
  const input = /** @type {HTMLInputElement} */ (make("input", { type: "text", class: "gap", autocomplete: "off", spellcheck: "false", maxlength: "500", "aria-label": use.label, ...(part.kind === "gap-numeric" ? { inputmode: "decimal" } : {}) }));
  input.value = listed(use.value)[0] ?? "";
  typed(input, use);
  return input;
}

/** @param {Part} part @param {Use} use */
function select(part, use) {
  const list = /** @type {HTMLSelectElement} */ (make("select", { class: "gap", "aria-label": use.label }, make("option", { value: "" }, "— chọn —"), ...part.choices.map(c => make("option", { value: c.id }, plain(c.text)))));
  list.value = listed(use.value)[0] ?? "";
  list.addEventListener("change", () => use.change(list.value === "" ? undefined : list.value));
  return list;
}

/** @param {Part} part @param {Use} use */
function essay(part, use) {
  const area = /** @type {HTMLTextAreaElement} */ (make("textarea", { rows: String(Math.min(30, Math.max(10, part.lines))), maxlength: "60000", spellcheck: "false", "aria-label": "Bài viết" })), count = make("p", { class: "hint" });
  area.value = listed(use.value)[0] ?? "";
  const tell = () => { const words = area.value.trim().split(/\s+/).filter(w => w !== "").length; count.textContent = `${words} từ`; };
  area.addEventListener("input", tell);
  tell();
  typed(area, use);
  return make("div", {}, area, count);
}

/** @param {HTMLInputElement | HTMLTextAreaElement} input @param {Use} use */
function typed(input, use) {
  const tell = (/** @type {boolean} */ typing) => use.change(input.value.trim() === "" ? undefined : input.value, typing);
  input.addEventListener("input", () => tell(true));
  input.addEventListener("change", () => tell(false));
}

/** @param {string} text */
function plain(text) { return content(text, {}).textContent?.replace(/\s+/g, " ").trim() ?? ""; }
