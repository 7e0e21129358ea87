// Says when the line is cut; the page and what is typed in it stay.

/** Shows and hides the notice of the layout. */
export function watchNetwork() {
  const notice = document.querySelector("[data-offline]");
  if (!notice) return;
  const show = () => { /** @type {HTMLElement} */ (notice).hidden = navigator.onLine; };
  window.addEventListener("online", show);
  window.addEventListener("offline", show);
  show();

  // A form sent without a line would be replaced by the browser's own error page.
  document.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    show();
  }, true);
}
