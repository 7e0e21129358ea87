// Keeps the rows picked in a table while its pages are turned. Without script only the rows of the open page are sent.

/** @param {HTMLElement[]} forms */
export function start(forms) {
  for (const form of forms) remember(/** @type {HTMLFormElement} */ (form));
}

/** @param {HTMLFormElement} form */
function remember(form) {
  // Another filter is another list: what was picked there is not meant here.
  const address = new URL(location.href);
  for (const key of ["trang", "sau", "truoc", "sort", "dir", "cot"]) address.searchParams.delete(key);
  const store = `chon:${form.dataset.selection}:${address.pathname}${address.search}`;
  const picked = new Set(/** @type {string[]} */ (JSON.parse(sessionStorage.getItem(store) ?? "[]")));
  const boxes = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll(`input[name="chon"][form="${form.id}"]`)]);
  const all = /** @type {HTMLInputElement | null} */ (document.getElementById(`bang-${form.dataset.selection}`)?.querySelector("[data-selection-page]") ?? null);
  const count = form.querySelector("[data-selection-count]");

  const show = () => {
    sessionStorage.setItem(store, JSON.stringify([...picked]));
    if (count) count.textContent = picked.size === 0 ? "Chọn dòng để làm cùng lúc" : `Đã chọn ${picked.size.toLocaleString("vi-VN")}`;
    const here = boxes.filter((box) => box.checked).length;
    if (all) {
      all.checked = here === boxes.length;
      all.indeterminate = here > 0 && here < boxes.length;
    }
  };

  for (const box of boxes) {
    box.checked = picked.has(box.value);
    box.addEventListener("change", () => {
      if (box.checked) picked.add(box.value); else picked.delete(box.value);
      show();
    });
  }

  if (all) {
    all.hidden = false;
    all.addEventListener("change", () => {
      for (const box of boxes) {
        box.checked = all.checked;
        if (all.checked) picked.add(box.value); else picked.delete(box.value);
      }
      show();
    });
  }

  form.addEventListener("formdata", (event) => {
    const here = new Set(boxes.map((box) => box.value));
    for (const id of picked) if (!here.has(id)) event.formData.append("chon", id);
  });
  form.addEventListener("submit", () => sessionStorage.removeItem(store));
  show();
}
