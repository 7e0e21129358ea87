// Live checks: a moment after the last change the form goes to its data-live-checks address, which saves the draft and answers with the
// list of checks as they are now. Without script the "Lưu" button does the same.
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
  let sending = false;
  let again = false;
  let leaving = false;
  /** @type {Promise<void>} */ let answered = Promise.resolve();

  async function check() {
    sending = true;
    try {
      const answer = await fetch(form.dataset.liveChecks ?? "", { method: "POST", body: new FormData(form), headers: { Accept: "text/html" } });
      if (answer.status === 409) throw new Error("Có người khác vừa sửa bản soạn này. Bấm Lưu để xem hai bản.");
      if (!answer.ok) throw new Error("Chưa kiểm tra được. Những gì đã nhập vẫn còn trên trang.");
      const version = answer.headers.get("X-Version");
      if (version) for (const field of document.querySelectorAll("input[name='phien-ban']")) /** @type {HTMLInputElement} */ (field).value = version;
      if (target) target.innerHTML = await answer.text();
      if (says) says.textContent = `Đã giữ bản soạn lúc ${new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" })}`;
    } catch (problem) {
      if (says) says.textContent = problem instanceof Error && problem.name === "Error" ? problem.message : "Không liên lạc được với máy chủ. Những gì đã nhập vẫn còn trên trang.";
    } finally {
      sending = false;
      if (again && !leaving) timer = window.setTimeout(now, pause);
      again = false;
    }
  }

  const now = () => {
    timer = 0;
    if (sending) again = true; else answered = check();
  };

  const later = () => {
    leaving = false;
    clearTimeout(timer);
    timer = window.setTimeout(now, pause);
  };

  // A check under way saves a version of its own: a form of the page sent meanwhile would clash with oneself, and one sent
  // before the check would lose what was typed in this one. Heard before all others.
  window.addEventListener("submit", async (event) => {
    const sent = /** @type {HTMLFormElement} */ (event.target);
    if (!sent.querySelector("input[name='phien-ban']")) return;
    clearTimeout(timer);
    if (timer && sent !== form) now();
    timer = 0;
    leaving = true;
    if (!sending) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    await answered;
    sent.requestSubmit(event.submitter);
  }, true);

  form.addEventListener("input", later);
  form.addEventListener("change", later);
}
