// Keeps a draft on the server: the form's fields go to its data-autosave address a few seconds after the last change.
import { state } from "./forms.js";

const pause = 3000;

/** @param {HTMLElement[]} forms */
export function start(forms) {
  for (const form of forms) keep(/** @type {HTMLFormElement} */ (form));
}

/** @param {HTMLFormElement} form */
function keep(form) {
  const says = form.querySelector("[data-draft-state]");
  let timer = 0;
  let kept = state(form);
  let sending = false;

  async function send() {
    const now = state(form);
    if (now === kept || sending) return;
    sending = true;
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    try {
      const answer = await fetch(form.dataset.autosave ?? "", { method: "POST", body: data, headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      kept = renewed(now, answer.headers.get("X-Version"));
      form.dataset.saved = kept;
      if (says) says.textContent = `Đã giữ bản nháp lúc ${new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" })}`;
    } catch {
      if (says) says.textContent = "Chưa giữ được bản nháp. Những gì đã nhập vẫn còn trên trang, hệ thống sẽ thử lại.";
      timer = window.setTimeout(send, pause * 5);
    } finally {
      sending = false;
    }
  }

  /** The next save builds on the version that this one made. @param {string} sent @param {string | null} version */
  function renewed(sent, version) {
    const field = /** @type {HTMLInputElement | null} */ (form.querySelector("input[name='phien-ban']"));
    if (!version || !field) return sent;
    field.value = version;
    const values = new URLSearchParams(sent);
    values.set(field.name, version);
    return values.toString();
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(send, pause);
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden) send(); });
}
