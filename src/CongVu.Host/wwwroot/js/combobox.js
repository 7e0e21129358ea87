// Comboboxes by the ARIA pattern: a text box with a list under it. Over a select (everything is known) or a search address.

/** @typedef {{ value: string, text: string, group?: string | null, note?: string | null, disabled?: boolean }} Choice */

/** @param {HTMLElement[]} places */
export function start(places) {
  places.forEach((place, number) => {
    if (place instanceof HTMLSelectElement) overSelect(place, number); else overSearch(place, number);
  });
}

/** @param {string} text */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

/** @param {HTMLSelectElement} select @param {number} number */
function overSelect(select, number) {
  /** @type {Choice[]} */
  const all = [...select.options].filter((o) => o.value !== "").map((o) => ({
    value: o.value, text: o.text, note: o.dataset.note, disabled: o.disabled,
    group: o.parentElement instanceof HTMLOptGroupElement ? o.parentElement.label : null,
  }));
  const keys = all.map((c) => fold(`${c.text} ${c.note ?? ""}`));
  const box = document.createElement("input");
  box.type = "text";
  box.className = select.className; // keeps the arrow that says there is a list
  box.placeholder = select.options[0]?.value === "" ? select.options[0].text : "Gõ vài chữ để tìm";
  box.autocomplete = "off";
  for (const name of ["aria-describedby", "aria-invalid", "aria-required"]) {
    const value = select.getAttribute(name);
    if (value) box.setAttribute(name, value);
  }
  box.id = select.id;
  select.removeAttribute("id");
  box.disabled = select.disabled;
  const place = document.createElement("div");
  place.className = "cv-combobox";
  select.before(place);
  select.hidden = true;
  place.append(box, select);
  box.value = select.value === "" ? "" : select.selectedOptions[0]?.text ?? "";
  wire(place, box, number, {
    find: async (typed) => {
      const words = fold(typed).split(/\s+/).filter(Boolean);
      return all.filter((_, i) => words.every((w) => keys[i].includes(w))).slice(0, 200);
    },
    choose: (choice) => {
      select.value = choice?.value ?? "";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    },
    chosen: () => (select.value === "" ? "" : select.selectedOptions[0]?.text ?? ""),
    keepsText: false,
  });
}

/** @param {HTMLElement} place @param {number} number */
function overSearch(place, number) {
  const value = /** @type {HTMLInputElement} */ (place.querySelector("input[type=hidden]"));
  const box = /** @type {HTMLInputElement} */ (place.querySelector("input[type=text]"));
  let text = value.value === "" ? "" : box.value;
  wire(place, box, number, {
    find: async (typed) => {
      if (typed.trim().length < 2) return [];
      const address = new URL(place.dataset.source ?? "", location.href);
      address.searchParams.set("q", typed.trim());
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    },
    choose: (choice) => {
      value.value = choice?.value ?? "";
      text = choice?.text ?? "";
      value.dispatchEvent(new Event("change", { bubbles: true }));
    },
    chosen: () => text,
    keepsText: true,
  });
}

/**
 * @param {HTMLElement} place @param {HTMLInputElement} box @param {number} number
 * @param {{ find: (typed: string) => Promise<Choice[]>, choose: (choice: Choice | null) => void, chosen: () => string, keepsText: boolean }} source
 */
function wire(place, box, number, source) {
  const list = document.createElement("ul");
  list.className = "cv-options";
  list.id = `lua-chon-${number}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", `Gợi ý cho ${box.labels?.[0]?.textContent ?? "ô này"}`);
  list.hidden = true;
  place.append(list);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");

  /** @type {Choice[]} */ let choices = [];
  let at = -1;
  let asked = 0;
  let timer = 0;

  const hide = () => {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
    at = -1;
  };

  /** @param {string} sentence */
  const say = (sentence) => {
    const line = document.createElement("li");
    line.textContent = sentence;
    line.setAttribute("role", "option");
    line.setAttribute("aria-disabled", "true");
    list.replaceChildren(line);
  };

  const search = async (/** @type {string} */ typed) => {
    const turn = ++asked;
    try {
      const found = await source.find(typed);
      if (turn !== asked) return;
      choices = found;
      at = -1;
      draw(typed);
    } catch {
      if (turn !== asked) return;
      choices = [];
      say("Không tìm được lúc này. Thử lại sau.");
    }
    list.hidden = list.childElementCount === 0;
    box.setAttribute("aria-expanded", String(!list.hidden));
  };

  const draw = (/** @type {string} */ typed) => {
    list.replaceChildren();
    let group = "";
    choices.forEach((choice, index) => {
      if (choice.group && choice.group !== group) {
        group = choice.group;
        const head = document.createElement("li");
        head.className = "cv-option-group";
        head.setAttribute("role", "presentation");
        head.textContent = group;
        list.append(head);
      }
      const line = document.createElement("li");
      line.id = `${list.id}-${index}`;
      line.setAttribute("role", "option");
      line.setAttribute("aria-selected", "false");
      if (choice.disabled) line.setAttribute("aria-disabled", "true");
      line.textContent = choice.text;
      if (choice.note) {
        const note = document.createElement("span");
        note.className = "cv-second";
        note.textContent = choice.note;
        line.append(note);
      }
      // The box must keep the focus, or leaving it would take back the typing before the click arrives.
      line.addEventListener("mousedown", (event) => event.preventDefault());
      line.addEventListener("click", () => take(index));
      list.append(line);
    });
    if (choices.length === 0 && typed.trim().length > 1) say("Không có kết quả nào khớp.");
  };

  const take = (/** @type {number} */ index) => {
    const choice = choices[index];
    if (!choice || choice.disabled) return;
    source.choose(choice);
    box.value = choice.text;
    hide();
  };

  const move = (/** @type {number} */ step) => {
    if (choices.length === 0) return;
    at = (at + step + choices.length) % choices.length;
    for (const line of list.querySelectorAll("[role=option]")) line.setAttribute("aria-selected", String(line.id === `${list.id}-${at}`));
    const line = document.getElementById(`${list.id}-${at}`);
    line?.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", line?.id ?? "");
  };

  box.addEventListener("input", () => {
    if (source.keepsText) source.choose(null);
    clearTimeout(timer);
    timer = window.setTimeout(() => search(box.value), source.keepsText ? 200 : 0);
  });
  box.addEventListener("click", () => { if (list.hidden && !source.keepsText) search(""); });
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) search(source.keepsText ? box.value : ""); else move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && !list.hidden && at >= 0) {
      event.preventDefault();
      take(at);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      hide();
    }
  });
  box.addEventListener("blur", () => {
    hide();
    if (box.value.trim() === "") source.choose(null);
    else if (!source.keepsText) box.value = source.chosen();
  });
}
