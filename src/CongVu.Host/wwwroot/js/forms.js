// Forms: nothing typed is lost by a slip, nothing is sent twice.

/** Wires every form of the page. */
export function guardForms() {
  let leavingByForm = false;

  for (const form of document.querySelectorAll("form")) {
    if (form.hasAttribute("data-guard")) warnBeforeLeaving(form, () => leavingByForm);
    if (form.hasAttribute("data-enter-moves")) form.addEventListener("keydown", enterMoves);
    if (form.method === "post") form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      leavingByForm = true;
      sendOnce(event, form);
    });
  }

  // Coming back with the Back button shows the page as it was left: make its buttons usable again.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    leavingByForm = false;
    for (const button of document.querySelectorAll("button[data-sent]")) {
      button.removeAttribute("data-sent");
      button.removeAttribute("aria-disabled");
    }
  });
}

/** @param {HTMLFormElement} form @param {() => boolean} leavingByForm */
function warnBeforeLeaving(form, leavingByForm) {
  const first = state(form);
  // What came back with errors was typed too, and is not kept anywhere yet.
  const cameBack = form.querySelector("[data-errors]") !== null;
  window.addEventListener("beforeunload", (event) => {
    if (leavingByForm() || form.dataset.saved === state(form)) return;
    if (cameBack || state(form) !== first) event.preventDefault();
  });
}

/** @param {HTMLFormElement} form */
export function state(form) {
  return new URLSearchParams([...new FormData(form)].map(([name, value]) =>
    [name, typeof value === "string" ? value : `${value.name}:${value.size}`])).toString();
}

/** Enter goes to the next field, as clerks' hands expect; Ctrl+Enter sends. @param {KeyboardEvent} event */
function enterMoves(event) {
  const field = /** @type {HTMLInputElement} */ (event.target);
  if (event.key !== "Enter" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.isComposing) return;
  if (!field.matches("input:not([type=submit]):not([type=button]), select") || !field.form) return;
  event.preventDefault();
  const fields = [...field.form.elements].filter((e) =>
    e.matches("input:not([type=hidden]), select, textarea, button") && !(/** @type {HTMLInputElement} */ (e)).disabled &&
    /** @type {HTMLElement} */ (e).offsetParent !== null);
  /** @type {HTMLElement | undefined} */ (fields[fields.indexOf(field) + 1])?.focus();
}

/** @param {SubmitEvent} event @param {HTMLFormElement} form */
function sendOnce(event, form) {
  const button = event.submitter ?? form.querySelector("button:not([type=button])");
  if (!button) return;
  if (button.hasAttribute("data-sent")) {
    event.preventDefault();
    return;
  }
  // A disabled button would not post its own name and value, so it is marked instead.
  button.setAttribute("data-sent", "");
  button.setAttribute("aria-disabled", "true");
  if (form.hasAttribute("data-download-form")) window.setTimeout(() => {
    button.removeAttribute("data-sent");
    button.removeAttribute("aria-disabled");
  }, 3000);
}
