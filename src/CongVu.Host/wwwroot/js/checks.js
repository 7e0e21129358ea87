// Live checks: a moment after the last change the form goes to its data-live-checks address, which saves the draft and answers with the
// list of checks as they are now. Without script the "Lưu" button does the same.
import { state } from "./forms.js";

const pause = 1200;

/** @param {HTMLElement[]} forms */
export function start(forms) {
  for (const form of forms) watch(/** @type {HTMLFormElement} */ (form));
}

/** @param {HTMLFormElement} form */
function watch(form) {
  const target = document.getElementById("kiem-tra");
  const says = form.querySelector("[data-draft-state]");
  let timer = 0;
  /** @type {Promise<void> | null} */ let running = null;

  async function check() {
    const sent = state(form);
    try {
      const answer = await fetch(form.dataset.liveChecks ?? "", { method: "POST", body: new FormData(form), headers: { Accept: "text/html" } });
      if (answer.status === 409) throw new Error("Có người khác vừa sửa hoặc trình bản soạn này. Bấm Lưu để xem hai bản.");
      if (!answer.ok) throw new Error("Chưa kiểm tra được. Những gì đã nhập vẫn còn trên trang.");
      const same = sent === state(form);
      const version = answer.headers.get("X-Version");
      if (version) for (const field of document.querySelectorAll("input[name='phien-ban']")) /** @type {HTMLInputElement} */ (field).value = version;
      if (target) show(target, await answer.text());
      if (same) form.dataset.saved = state(form); // leaving loses nothing now
      if (says) says.textContent = `Đã giữ bản soạn lúc ${new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" })}`;
    } catch (problem) {
      if (says) says.textContent = problem instanceof Error && problem.name === "Error" ? problem.message : "Không liên lạc được với máy chủ. Những gì đã nhập vẫn còn trên trang.";
    }
  }

  function go() {
    clearTimeout(timer);
    timer = 0;
    running = (running ?? Promise.resolve()).then(check).finally(() => { running = null; });
    return running;
  }

  const later = (/** @type {Event} */ event) => {
    if (/** @type {HTMLElement} */ (event.target).matches("input[name=item], [data-check-all]")) return; // picking rows is not typing
    clearTimeout(timer);
    timer = window.setTimeout(() => { if (running) running.finally(go); else go(); }, pause);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);

  // A form sent while a check is under way would carry the version before it, and be refused as somebody else's edit: it waits. Heard before all others.
  window.addEventListener("submit", (event) => {
    const sent = /** @type {HTMLFormElement} */ (event.target);
    if (sent.method !== "post") return;
    if (timer && sent !== form) go();
    clearTimeout(timer);
    timer = 0;
    if (!running) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    running.finally(() => sent.requestSubmit(/** @type {HTMLElement | null} */ (event.submitter)));
  }, true);
}

/** Shows the answer: the list itself, and what belongs elsewhere on the page (cells of a table) where it belongs. @param {HTMLElement} target @param {string} html */
function show(target, html) {
  target.innerHTML = html;
  for (const part of target.querySelectorAll("template[data-for]")) {
    const place = document.getElementById(/** @type {HTMLElement} */ (part).dataset.for ?? "");
    if (place) place.replaceChildren(/** @type {HTMLTemplateElement} */ (part).content);
    part.remove();
  }
}
