// The line to the server. What is not acknowledged is sent again until it is; one message at a time, so that entries arrive in order.
// @ts-check
/** @import { Entry, Paper, Receipt, Session, View, Welcome } from "./types.js" */

const api = "/phong-thi/api/";
const patience = 15_000;
const largest = 300_000;
const most = 500;

/** The server said no; `what` is a code of docs/exam-protocol.md. */
export class Refusal extends Error {
  /** @param {number} status @param {{ error?: string, message?: string, ack?: number, view?: View }} body */
  constructor(status, body) {
    super(body.message ?? "Máy chủ từ chối yêu cầu này.");
    this.status = status;
    this.what = body.error ?? "";
    this.view = body.view ?? null;
    this.ack = body.view?.ack ?? body.ack ?? null;
  }
}

/** The locked-down browser gives the proof of its configuration to scripts as well. @returns {Record<string, string>} */
function proof() {
  const key = /** @type {any} */ (globalThis).SafeExamBrowser?.security?.configKey;
  return typeof key === "string" && key !== "" ? { "X-SafeExamBrowser-ConfigKeyHash": key } : {};
}

/** @param {string} what @param {string | null} token @param {unknown} [body] */
async function ask(what, token, body) {
  const answer = await fetch(api + what, {
    method: body === undefined ? "GET" : "POST", cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(patience),
    headers: { Accept: "application/json", ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...(token === null ? {} : { Authorization: `Seat ${token}` }), ...proof() },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  if (answer.ok) return JSON.parse(text);
  /** @type {{ error?: string, message?: string }} */
  let told = {};
  try { told = JSON.parse(text); } catch { /* a proxy's page */ }
  // A server that is down or busy is like a network that is gone: ask again later.
  if (answer.status >= 500 || answer.status === 429 || told.error === undefined) throw new TypeError(`status ${answer.status}`);
  throw new Refusal(answer.status, told);
}

/** @param {{ number: string, code: string, token: string, move: string | null }} card @returns {Promise<Welcome>} */
export async function enter(card) {
  try { return await ask("vao", null, card); }
  catch (e) {
    if (e instanceof TypeError && e.message === "status 429") throw new Refusal(429, { error: "too-many", message: "Nhập sai quá nhiều lần. Đợi 10 phút hoặc báo giám thị." });
    throw e;
  }
}

export class Link extends EventTarget {
  /** @param {import("./store.js").Store} store @param {Session} session @param {import("./clock.js").Clock} clock */
  constructor(store, session, clock) {
    super();
    this.store = store;
    this.session = session;
    this.clock = clock;
    this.last = session.ack;
    /** Server time of the last acknowledgement. */
    this.savedAt = 0;
    /** Server time since which nothing answers; 0 while the line is good. */
    this.lostAt = 0;
    this.live = true;
    this.stopped = false;
    this.failures = 0;
    /** @type {() => void} */
    this.rested = () => {};
    addEventListener("online", () => this.rested());
    /** @type {Promise<unknown>} */
    this.writing = Promise.resolve();
  }

  get pending() { return this.last - this.session.ack; }

  /** Writes an entry down here, then sends it. Kept when it is on this machine's disk. @param {string} kind @param {number} [question] @param {string} [body] */
  write(kind, question, body) {
    const what = { c: this.clock.clock, k: kind, q: question ?? null, b: body ?? null };
    const written = this.writing.then(async () => {
      this.last = await this.store.append(this.session.token, what, this.session.ack);
      this.session.time = this.clock.snapshot();
      await this.store.save(this.session);
      this.#tell("saved");
      this.wake();
    });
    this.writing = written.catch(e => this.dispatchEvent(new CustomEvent("broken", { detail: e })));
    return written;
  }

  stop() { this.stopped = true; this.wake(); }

  async run() {
    const entries = await this.store.tail(this.session.token, 0);
    this.last = Math.max(this.last, this.session.ack, ...entries.slice(-1).map(e => e.s));
    while (!this.stopped) {
      const more = await this.send();
      if (this.stopped) break;
      if (!more && (this.pending === 0 || this.failures > 0)) await this.#rest();
    }
  }

  /** Sends what is not acknowledged, or only asks how things stand. True when there is more to send. */
  async send() {
    const tail = await this.store.tail(this.session.token, this.session.ack, most + 1);
    /** @type {Entry[]} */
    const entries = [];
    let size = 0;
    for (const entry of tail) {
      size += (entry.b?.length ?? 0) * 3 + 80;
      if (entries.length === most || (entries.length > 0 && size > largest)) break;
      entries.push(entry);
    }
    const more = entries.length < tail.length;
    try {
      await this.#take(await ask("gui", this.session.token, { entries, more }));
      return more || this.pending > 0;
    } catch (e) {
      if (e instanceof Refusal) await this.#refused(e, entries);
      else this.#lost();
      return false;
    }
  }

  /** @param {View} view */
  async #take(view) {
    const was = this.lostAt;
    [this.failures, this.lostAt] = [0, 0];
    this.clock.set(view);
    if (view.ack > this.session.ack || this.savedAt === 0) this.savedAt = view.now;
    Object.assign(this.session, { ack: Math.max(view.ack, this.session.ack), time: this.clock.snapshot() });
    this.last = Math.max(this.last, this.session.ack);
    this.live = view.live;
    await this.store.save(this.session);
    if (was > 0 && view.state === "running" && view.live) this.write("found");
    this.#tell("state", view);
  }

  /** @param {Refusal} refusal @param {Entry[]} sent */
  async #refused(refusal, sent) {
    this.failures++;
    if (refusal.what === "gap" && refusal.ack !== null) this.session.ack = refusal.ack;
    else if (refusal.what === "conflict" && refusal.ack !== null && sent.length > 0) {
      await this.writing;
      await this.store.renumber(this.session.token, sent[0].s, refusal.ack);
      this.session.ack = Math.max(this.session.ack, refusal.ack);
      const entries = await this.store.tail(this.session.token, this.session.ack);
      this.last = Math.max(this.session.ack, ...entries.slice(-1).map(e => e.s));
    }
    if (refusal.view !== null) {
      this.clock.set(refusal.view);
      this.#tell("state", refusal.view);
    }
    this.#tell("refused", refusal);
  }

  #lost() {
    this.failures++;
    if (this.lostAt === 0) {
      this.lostAt = this.clock.now;
      if (this.clock.base.state === "running") this.write("lost").catch(() => {});
    }
    this.#tell("lost");
  }

  /** A new entry does not hurry a line that is down. */
  wake() { if (this.failures === 0 || this.stopped) this.rested(); }

  /** @returns {Promise<void>} */
  #rest() {
    const calm = this.clock.base.state === "running" && this.live ? 5000 : 2000;
    const pause = this.failures === 0 ? calm : Math.min(15_000, 500 * 2 ** this.failures) * (0.75 + Math.random() / 2);
    return new Promise(done => {
      const timer = setTimeout(done, pause);
      this.rested = () => { clearTimeout(timer); done(); };
    });
  }

  /** @returns {Promise<Paper>} */
  paper() { return ask("de", this.session.token); }

  /** The receipt of a paper that is sealed. @returns {Promise<Receipt>} */
  receipt() { return ask("nop", this.session.token, { last: this.session.ack }); }

  /** Hands in for good, once everything is on the server. @returns {Promise<Receipt>} */
  async seal() {
    await this.writing;
    while (this.pending > 0) {
      const before = this.session.ack;
      await this.send();
      if (this.session.ack === before) throw new TypeError("not all is on the server");
    }
    return ask("nop", this.session.token, { last: this.last });
  }

  /** @param {string} name @param {unknown} [detail] */
  #tell(name, detail) { this.dispatchEvent(new CustomEvent(name, { detail })); }
}
