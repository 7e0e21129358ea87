// What this machine keeps: the log of each session, entry by entry, and the paper. Nothing is removed before the receipt is here.
// @ts-check
/** @import { Entry, Paper, Session } from "./types.js" */

const name = "congvu-room";

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const asked = request => new Promise((done, fail) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});

/** @param {IDBTransaction} transaction @returns {Promise<void>} */
const kept = transaction => new Promise((done, fail) => {
  transaction.oncomplete = () => done();
  transaction.onabort = transaction.onerror = () => fail(transaction.error);
});

/** @param {string} token */
const all = token => IDBKeyRange.bound([token, 0], [token, Number.MAX_SAFE_INTEGER]);

export class Store {
  /** @param {IDBDatabase} db */
  constructor(db) { this.db = db; }

  /** @returns {Promise<Store>} */
  static async open() {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("session", { keyPath: "token" });
      request.result.createObjectStore("log", { keyPath: ["token", "s"] });
      request.result.createObjectStore("paper");
      request.result.createObjectStore("current");
    };
    const store = new Store(await asked(request));
    // The browser may throw away what is not marked to stay when its disk is full.
    void navigator.storage?.persist?.().catch(() => false);
    return store;
  }

  /** @param {string[]} stores @param {IDBTransactionMode} mode */
  #begin(stores, mode) { return this.db.transaction(stores, mode, mode === "readwrite" ? { durability: "strict" } : undefined); }

  /** The session last opened here. @returns {Promise<Session | undefined>} */
  async current() {
    const transaction = this.#begin(["current", "session"], "readonly");
    const token = await asked(transaction.objectStore("current").get("token"));
    return token === undefined ? undefined : asked(transaction.objectStore("session").get(token));
  }

  /** @param {Session} session @param {boolean} [makeCurrent] */
  async save(session, makeCurrent = false) {
    const transaction = this.#begin(["session", "current"], "readwrite");
    transaction.objectStore("session").put(session);
    if (makeCurrent) transaction.objectStore("current").put(session.token, "token");
    await kept(transaction);
  }

  /** A token made before the server was asked, so that asking again after a lost answer is the same machine. @param {string} card @param {() => string} make @returns {Promise<string>} */
  async proposal(card, make) {
    const transaction = this.#begin(["current"], "readwrite");
    const proposals = transaction.objectStore("current");
    const known = await asked(proposals.get(`proposal ${card}`));
    const token = known ?? make();
    if (known === undefined) proposals.put(token, `proposal ${card}`);
    await kept(transaction);
    return token;
  }

  /** Forgets that a session is open here; what it holds stays. */
  async leave() {
    const transaction = this.#begin(["current"], "readwrite");
    transaction.objectStore("current").clear();
    await kept(transaction);
  }

  /** Writes one entry at the end of the log; it is on this machine's disk when the promise is kept. Sequences are given inside the transaction, so two windows never give the same.
   * @param {string} token @param {Omit<Entry, "s">} what @param {number} least @returns {Promise<number>} */
  async append(token, what, least) {
    const transaction = this.#begin(["log"], "readwrite");
    const log = transaction.objectStore("log");
    const cursor = await asked(log.openKeyCursor(all(token), "prev"));
    const last = cursor === null ? 0 : /** @type {[string, number]} */ (cursor.key)[1];
    const s = Math.max(last, least) + 1;
    log.put({ token, s, ...what });
    await kept(transaction);
    return s;
  }

  /** @param {string} token @param {number} after @param {number} [most] @returns {Promise<Entry[]>} */
  async tail(token, after, most) {
    const rows = await asked(this.#begin(["log"], "readonly").objectStore("log").getAll(IDBKeyRange.bound([token, after + 1], [token, Number.MAX_SAFE_INTEGER]), most));
    return rows.map(({ s, c, k, q, b }) => ({ s, c, k, q: q ?? null, b: b ?? null }));
  }

  /** The server holds other entries under these numbers (this machine's disk forgot what it had sent): ours go behind them. @param {string} token @param {number} from @param {number} ack */
  async renumber(token, from, ack) {
    const transaction = this.#begin(["log"], "readwrite");
    const log = transaction.objectStore("log");
    const rows = await asked(log.getAll(IDBKeyRange.bound([token, from], [token, Number.MAX_SAFE_INTEGER])));
    for (const row of rows) log.delete([token, row.s]);
    rows.forEach((row, at) => log.put({ ...row, s: Math.max(ack, from - 1) + 1 + at }));
    await kept(transaction);
  }

  /** @param {string} token @param {Paper} paper */
  async keepPaper(token, paper) {
    const transaction = this.#begin(["paper"], "readwrite");
    transaction.objectStore("paper").put(paper, token);
    await kept(transaction);
  }

  /** @param {string} token @returns {Promise<Paper | undefined>} */
  paper(token) { return asked(this.#begin(["paper"], "readonly").objectStore("paper").get(token)); }

  /** With the receipt in hand: the paper and the log go. @param {Session} session */
  async finish(session) {
    if (session.receipt === null) throw new Error("no receipt");
    const transaction = this.#begin(["session", "log", "paper"], "readwrite");
    transaction.objectStore("session").put(session);
    transaction.objectStore("log").delete(all(session.token));
    transaction.objectStore("paper").delete(session.token);
    await kept(transaction);
  }
}
