// Says when the line is cut or the server does not answer; the page and what is typed in it stay.

const patience = 8000;

/** Shows and hides the notice of the layout. */
export function watchNetwork() {
  const notice = /** @type {HTMLElement | null} */ (document.querySelector("[data-offline]"));
  if (!notice) return;
  const show = (/** @type {boolean} */ cut) => { notice.hidden = !cut; };
  window.addEventListener("online", () => show(false));
  window.addEventListener("offline", () => show(true));
  show(!navigator.onLine);

  // A form sent to nowhere would be replaced by the browser's own error page, and what was typed would be gone with it.
  document.addEventListener("submit", async (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.method !== "post" || reached.delete(form) || !form.querySelector(typed)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (asking.has(form)) return;
    asking.add(form);
    const answered = await serverAnswers();
    asking.delete(form);
    show(!answered);
    if (!answered) return;
    reached.add(form);
    form.requestSubmit(event.submitter);
    // Where the browser itself refused (a required field), the next try asks again.
    reached.delete(form);
  }, true);
}

const typed = "textarea, select, input:not([type=hidden]):not([type=checkbox]):not([type=radio])";
/** Forms whose server has just answered. @type {Set<HTMLFormElement>} */
const reached = new Set();
/** @type {Set<HTMLFormElement>} */
const asking = new Set();

// Any answer will do: what the server thinks of itself is said by the page that comes.
async function serverAnswers() {
  if (!navigator.onLine) return false;
  try {
    await fetch("/health/live", { cache: "no-store", signal: AbortSignal.timeout(patience) });
    return true;
  } catch {
    return false;
  }
}
