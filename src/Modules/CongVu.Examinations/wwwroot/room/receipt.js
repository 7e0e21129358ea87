// The receipt of a sealed paper: what the candidate copies or photographs to compare with the published list.
// @ts-check
/** @import { Receipt } from "./types.js" */
import { hourOf } from "./clock.js";
import { shape } from "./hotspot.js";

/** @param {string} id */
const at = id => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {Receipt} receipt */
export function showReceipt(receipt) {
  at("receipt-at").textContent = hourOf(receipt.at);
  at("receipt-answered").textContent = String(receipt.answered);
  at("receipt-score").textContent = receipt.score ? told(receipt.score) : "Hội đồng thi công bố sau";
  at("receipt-code").textContent = receipt.code;
  at("receipt-hash").textContent = receipt.receipt;
  at("receipt-qr").replaceChildren(...(receipt.qr === undefined ? [] : [qr(receipt.qr)]));
}

/** @param {import("./types.js").ToldScore} score */
function told(score) {
  /** @param {number} hundredths */
  const points = hundredths => (hundredths / 100).toLocaleString("vi-VN", { maximumFractionDigits: 2 });
  return `${points(score.points)}/${points(score.max)} điểm, ${score.passed ? "đạt" : "không đạt"} (${score.source})`;
}

/** @param {string[]} rows */
function qr(rows) {
  const picture = shape("svg", { viewBox: `0 0 ${rows.length} ${rows.length}`, role: "img", "aria-label": "Mã QR của biên nhận", "shape-rendering": "crispEdges" });
  picture.append(shape("rect", { width: rows.length, height: rows.length, fill: "#fff" }), shape("path", { d: rows.flatMap((row, y) => [...row].map((dark, x) => dark === "1" ? `M${x} ${y}h1v1h-1z` : "")).join("") }));
  return picture;
}
