// Menus are details elements; script only closes them where people expect it.

/** Closes an open menu on Escape, on a click elsewhere, and on its own "Để sau" button. */
export function closeMenus() {
  for (const button of document.querySelectorAll("[data-close]")) {
    /** @type {HTMLElement} */ (button).hidden = false;
    button.addEventListener("click", () => close(button.closest("details")));
  }

  document.addEventListener("click", (event) => {
    for (const menu of opened()) {
      if (!menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const menu = opened().at(-1);
    if (menu) close(menu);
  });
}

/** @returns {HTMLDetailsElement[]} */
function opened() {
  return [...document.querySelectorAll(/** @type {"details"} */ ("details.cv-menu[open]"))];
}

/** @param {HTMLDetailsElement | null} menu */
function close(menu) {
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
}
