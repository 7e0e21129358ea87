// Keyboard: / searches, g then a letter goes, ? shows the keys, Ctrl+Enter sends the form.

const typing = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";

/** Starts listening. Single letters are ignored while something is being typed. */
export function watchKeys() {
  let waitingForPlace = 0;

  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const form = target.closest("form");
      if (form && form.method === "post") {
        event.preventDefault();
        form.requestSubmit();
      }
      return;
    }

    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || target.closest(typing)) return;

    if (waitingForPlace) {
      clearTimeout(waitingForPlace);
      waitingForPlace = 0;
      const link = document.querySelector(`a[data-go="${CSS.escape(event.key.toLowerCase())}"]`);
      if (link) {
        event.preventDefault();
        location.assign(/** @type {HTMLAnchorElement} */ (link).href);
      }
    } else if (event.key === "/") {
      const box = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-search]"));
      if (box) {
        event.preventDefault();
        box.select();
        box.focus();
      }
    } else if (event.key === "g") {
      waitingForPlace = window.setTimeout(() => { waitingForPlace = 0; }, 1500);
    } else if (event.key === "?") {
      event.preventDefault();
      showKeys();
    }
  });

  for (const opener of document.querySelectorAll("[data-keys]")) {
    /** @type {HTMLElement} */ (opener).hidden = false;
    opener.addEventListener("click", showKeys);
  }
}

function showKeys() {
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById("phim-tat"));
  if (!dialog || dialog.open) return;
  const list = /** @type {HTMLElement} */ (dialog.querySelector("[data-places]"));
  if (list.childElementCount === 0) {
    for (const link of document.querySelectorAll("a[data-go-name]")) {
      const key = document.createElement("dt");
      const place = document.createElement("dd");
      for (const part of ["g", link.getAttribute("data-go") ?? ""]) {
        const cap = document.createElement("kbd");
        cap.textContent = part;
        key.append(cap, " ");
      }
      place.textContent = `Đến ${link.getAttribute("data-go-name")}`;
      list.append(key, place);
    }
  }
  dialog.showModal();
}
