// The board of a room comes anew every few seconds, while the page is looked at.
// @ts-check
const every = 4000;

for (const board of document.querySelectorAll("[data-board]")) {
  setInterval(async () => {
    if (document.hidden || board.contains(document.activeElement)) return;
    try {
      const answer = await fetch(board.getAttribute("data-board") ?? "", { headers: { Accept: "text/html" }, redirect: "error" });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      board.replaceChildren(...page.body.childNodes);
    } catch { /* the next time */ }
  }, every);
}
