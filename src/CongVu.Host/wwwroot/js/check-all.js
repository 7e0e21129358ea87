// A box in the head of a table that ticks all boxes of one name in the same form. Without script it is not shown.

/** @param {HTMLElement[]} boxes */
export function start(boxes) {
  for (const box of boxes) tickAll(/** @type {HTMLInputElement} */ (box));
}

/** @param {HTMLInputElement} all */
function tickAll(all) {
  const form = all.form;
  if (!form) return;
  const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(`input[type=checkbox][name="${all.dataset.checkAll}"]`)]).filter((box) => !box.disabled);
  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked > 0 && ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  };
  all.hidden = false;
  all.addEventListener("change", () => { for (const box of boxes) box.checked = all.checked; });
  for (const box of boxes) box.addEventListener("change", show);
  show();
}
