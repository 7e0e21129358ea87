// The question on the screen, the map of all questions, and what was answered so far.
// @ts-check
/** @import { Answer, Paper, Question } from "./types.js" */
import { content, make } from "./content.js";
import { field } from "./parts.js";

const typingPause = 1000, essayPause = 5000;

export class Sheet {
  /** @param {Paper} paper @param {{ write: (kind: string, question: number, body?: string) => void }} log @param {{ question: HTMLElement, map: HTMLElement, flag: HTMLElement, before: HTMLElement, after: HTMLElement, place: HTMLElement }} at */
  constructor(paper, log, at) {
    this.paper = paper;
    this.log = log;
    this.at = at;
    /** @type {Map<number, Answer>} */
    this.answers = new Map();
    this.flagged = new Set(paper.flagged);
    this.current = 1;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {number | null} place of an answer that is typed and not written down yet */
    this.unwritten = null;
    for (const [place, body] of Object.entries(paper.answers)) this.#take(Number(place), body);
    at.map.replaceChildren(...paper.questions.map(q => {
      const button = make("button", { type: "button" }, String(q.place));
      button.addEventListener("click", () => this.show(q.place, true));
      return make("li", {}, button);
    }));
  }

  /** @param {number} place @param {string} body */
  #take(place, body) {
    try { this.answers.set(place, JSON.parse(body)); } catch { /* an entry of another program */ }
  }

  /** What a log of this machine says beyond what the paper came with. @param {import("./types.js").Entry[]} entries */
  replay(entries) {
    for (const entry of entries) {
      if (entry.q == null) continue;
      if (entry.k === "answer") this.#take(entry.q, entry.b ?? "");
      else if (entry.k === "flag") { if (entry.b === "1") this.flagged.add(entry.q); else this.flagged.delete(entry.q); }
    }
  }

  /** @param {number} place */
  isAnswered(place) { return Object.keys(this.answers.get(place) ?? {}).length > 0; }

  get unanswered() { return this.paper.questions.filter(q => !this.isAnswered(q.place)).map(q => q.place); }

  /** @param {number} place @param {boolean} [focus] */
  show(place, focus = false) {
    this.flush();
    const question = this.paper.questions[place - 1];
    if (question === undefined) return;
    this.current = place;
    const heading = make("h2", { tabindex: "-1" }, `Câu ${place}`, make("small", {}, ` / ${this.paper.questions.length} · ${(question.points / 100).toLocaleString("vi-VN")} điểm`));
    this.at.question.replaceChildren(heading, this.#body(question));
    this.at.question.scrollTop = 0;
    if (focus) heading.focus({ preventScroll: true });
    this.log.write("open", place);
    this.draw();
  }

  /** @param {Question} question */
  #body(question) {
    const fields = new Map(question.parts.map((part, at) => [part.id, { part, ...field(part, {
      value: this.answers.get(question.place)?.[part.id], media: this.paper.media, label: `Chỗ trống ${at + 1}`,
      change: (value, typing) => this.#change(question.place, part.id, value, typing === true ? part.kind === "extended-text" ? essayPause : typingPause : 0),
    }) }]));
    const placed = new Set();
    const stem = make("div", { class: "stem" }, content(question.text, this.paper.media, id => { const f = fields.get(id); if (f === undefined || !f.inline || placed.has(id)) return null; placed.add(id); return f.node; }));
    const body = make("div", {}, stem);
    for (const [id, f] of fields) if (!placed.has(id)) body.append(f.inline ? make("p", {}, make("label", {}, "Trả lời: ", f.node)) : f.node);
    return body;
  }

  /** @param {number} place @param {string} part @param {import("./types.js").Value | undefined} value @param {number} pause */
  #change(place, part, value, pause) {
    const answer = { ...this.answers.get(place) };
    if (value === undefined) delete answer[part]; else answer[part] = value;
    if (JSON.stringify(answer) === JSON.stringify(this.answers.get(place) ?? {})) { if (pause === 0) this.flush(); return; }
    this.answers.set(place, answer);
    this.draw();
    if (this.unwritten !== null && this.unwritten !== place) this.flush();
    this.unwritten = place;
    // While typing goes on the timer is not put off, so a long text is written down every few seconds.
    if (pause === 0) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), pause);
  }

  /** Writes down what was typed last. */
  flush() {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.unwritten === null) return;
    const place = this.unwritten;
    this.unwritten = null;
    this.log.write("answer", place, JSON.stringify(this.answers.get(place)));
  }

  /** @param {number} [place] */
  toggleFlag(place = this.current) {
    const on = !this.flagged.has(place);
    if (on) this.flagged.add(place); else this.flagged.delete(place);
    this.log.write("flag", place, on ? "1" : "0");
    this.draw();
  }

  draw() {
    this.paper.questions.forEach((q, at) => {
      const button = this.at.map.querySelectorAll("button")[at], answered = this.isAnswered(q.place), flagged = this.flagged.has(q.place);
      button.className = `${answered ? "answered" : ""} ${flagged ? "flagged" : ""}`;
      button.setAttribute("aria-label", `Câu ${q.place}, ${answered ? "đã trả lời" : "chưa trả lời"}${flagged ? ", đánh dấu xem lại" : ""}`);
      if (q.place === this.current) button.setAttribute("aria-current", "true"); else button.removeAttribute("aria-current");
    });
    this.at.flag.setAttribute("aria-pressed", String(this.flagged.has(this.current)));
    this.at.place.textContent = `Đã trả lời ${this.paper.questions.length - this.unanswered.length}/${this.paper.questions.length} câu`;
    this.at.before.toggleAttribute("disabled", this.current === 1);
    this.at.after.toggleAttribute("disabled", this.current === this.paper.questions.length);
  }

  /** Keys that answer and move; true when one was taken. @param {KeyboardEvent} event */
  key(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.ctrlKey || event.altKey || event.metaKey || target.matches("textarea, select, input[type=text], input[type=number]")) return false;
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") this.show(this.current + (event.key === "ArrowLeft" ? -1 : 1), true);
    else if (event.key === "f" || event.key === "F") this.toggleFlag();
    else if (/^[1-9]$/.test(event.key)) /** @type {HTMLElement | null} */ (this.at.question.querySelector(`[data-choice="${event.key}"]`))?.click();
    else return false;
    event.preventDefault();
    return true;
  }
}
