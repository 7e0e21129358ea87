// Entry of every page. Each module looks for the marks it knows and leaves all else alone; without script the pages work too.
import { watchKeys } from "./keys.js";
import { guardForms } from "./forms.js";
import { closeMenus } from "./menus.js";
import { watchNetwork } from "./network.js";

watchKeys();
guardForms();
closeMenus();
watchNetwork();

/**
 * Loads a module only where its mark is on the page.
 * @param {string} mark CSS selector
 * @param {() => Promise<{ start: (elements: HTMLElement[]) => void }>} load
 */
function where(mark, load) {
  const found = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(mark)]);
  if (found.length > 0) load().then((module) => module.start(found));
}

where("[data-chart]", () => import("./charts.js"));
where("[data-combobox]", () => import("./combobox.js"));
where("form[data-selection]", () => import("./selection.js"));
where("form[data-autosave]", () => import("./autosave.js"));
where("form[data-live-checks]", () => import("./checks.js"));
where("[data-check-all]", () => import("./check-all.js"));
where("[data-job]", () => import("./job.js"));

// The summary of errors is what the eye and the screen reader need first.
/** @type {HTMLElement | null} */ (document.querySelector("[data-errors]"))?.focus();
