// The server's clock as far as this machine knows it. Between contacts the machine's running clock counts, which no one can set; the wall clock only bridges a reload.
// @ts-check
/** @import { Time, View } from "./types.js" */

export class Clock {
  /** @param {Time | null} last as kept at the last contact */
  constructor(last) {
    this.at = performance.now();
    /** @type {Time} */
    this.base = last ?? { now: Date.now(), clock: 0, remaining: Number.MAX_SAFE_INTEGER, state: "waiting", wall: Date.now() };
    const gap = last === null ? 0 : Math.max(0, Date.now() - last.wall);
    this.base = { ...this.base, now: this.base.now + gap, clock: this.base.clock + gap, remaining: this.base.remaining - (this.base.state === "running" ? gap : 0) };
  }

  /** @param {View} view */
  set(view) {
    this.at = performance.now();
    this.base = { now: view.now, clock: view.clock, remaining: view.remaining, state: view.state, wall: Date.now() };
  }

  get #gone() { return performance.now() - this.at; }
  get now() { return this.base.now + this.#gone; }
  get clock() { return Math.round(this.base.clock + this.#gone); }
  get remaining() { return Math.max(0, this.base.remaining - (this.base.state === "running" ? this.#gone : 0)); }

  /** To be kept, so that a reload without network goes on from here. @returns {Time} */
  snapshot() { return { now: this.now, clock: this.clock, remaining: this.remaining, state: this.base.state, wall: Date.now() }; }
}

const hour = new Intl.DateTimeFormat("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });

/** @param {number} instant */
export const hourOf = instant => hour.format(instant);

/** @param {number} milliseconds */
export function left(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000), h = Math.floor(seconds / 3600), m = Math.floor(seconds / 60) % 60, s = seconds % 60;
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`;
}
