// Size of letters and contrast, kept for this machine.
// @ts-check
const zooms = [100, 125, 150, 175, 200];

/** @param {"zoom" | "contrast"} what @param {string} value */
export function look(what, value) {
  document.documentElement.dataset[what] = value;
  try { localStorage.setItem(`congvu-room-${what}`, value); } catch { /* private window: only until it closes */ }
}

/** As the last candidate or the last reload left it. */
export function lookAsBefore() {
  try {
    for (const what of /** @type {const} */ (["zoom", "contrast"])) { const kept = localStorage.getItem(`congvu-room-${what}`); if (kept !== null) document.documentElement.dataset[what] = kept; }
  } catch { /* as above */ }
}

/** @param {string} id @param {() => void} act */
const on = (id, act) => document.getElementById(id)?.addEventListener("click", act);
/** @param {number} step */
const zoomBy = step => look("zoom", String(zooms[Math.max(0, Math.min(zooms.length - 1, zooms.indexOf(Number(document.documentElement.dataset.zoom ?? "100")) + step))]));
on("larger", () => zoomBy(1));
on("smaller", () => zoomBy(-1));
on("contrast", () => look("contrast", document.documentElement.dataset.contrast === "1" ? "0" : "1"));
