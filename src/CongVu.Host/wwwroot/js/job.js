// Follows a job that runs on the server, and goes on to its result.

/** @param {HTMLElement[]} places */
export function start(places) {
  for (const place of places) follow(place);
}

/** @param {HTMLElement} place */
async function follow(place) {
  const bar = place.querySelector("progress");
  const text = place.querySelector("[data-job-text]");
  for (let wait = 500; ; wait = Math.min(wait * 1.3, 5000)) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    try {
      const answer = await fetch(place.dataset.job ?? "", { headers: { Accept: "application/json" } });
      if (!answer.ok) continue;
      /** @type {{ state: "Waiting" | "Running" | "Done" | "Dead", progress: number, text?: string, error?: string }} */
      const now = await answer.json();
      if (bar) bar.value = now.progress;
      if (text && now.text) text.textContent = now.text;
      if (now.state === "Dead") {
        if (text) text.textContent = `Không thành công: ${now.error ?? "xem thông báo."}`;
        return;
      }
      if (now.state !== "Done") continue;
      if (place.dataset.jobReturn) location.assign(place.dataset.jobReturn);
      else location.reload();
      return;
    } catch {
      // The line is cut; the notice of the page says so, and we ask again.
    }
  }
}
