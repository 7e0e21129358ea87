// Draws charts from the data of their figure; the numbers stay in the table under it.
// @ts-ignore the bundle carries no types
import { init } from "/lib/echarts/echarts.min.js?v=6.1.0";

/** @typedef {{ kind: string, title: string, categories: string[], series: { name: string, values: (number | null)[], tone?: string }[], unit?: string, target?: number, targetTitle?: string }} Model */

const colours = ["#1f4e8c", "#c99a2e", "#1e7f5c", "#7a4b8f", "#b4532a", "#4a7fb5", "#8a8f3a", "#5c6773"];
/** The bars of the Gantt have the same. @type {Record<string, string>} */
const tones = { good: "#1e7f5c", warn: "#c08416", bad: "#b42318", info: "#3f74b8", quiet: "#98a4b1" };
const ink = { color: "#1b2430", fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 13 };
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

/** @param {HTMLElement[]} places */
export function start(places) {
  for (const place of places) {
    /** @type {Model} */
    const model = JSON.parse(place.dataset.chart ?? "{}");
    place.hidden = false;
    const chart = init(place, null, { renderer: "svg" });
    chart.setOption(model.kind === "pie" ? pie(model) : axes(model, place.clientWidth));
    place.setAttribute("role", "img");
    place.setAttribute("aria-label", `Biểu đồ: ${model.title}. Số liệu ở bảng bên dưới.`);
    const table = place.parentElement?.querySelector("[data-chart-table]");
    if (table instanceof HTMLDetailsElement) table.open = false;
    new ResizeObserver(() => {
      chart.resize();
      if (model.kind !== "pie") chart.setOption({ xAxis: { axisLabel: labels(model, place.clientWidth) } });
    }).observe(place);
    window.addEventListener("beforeprint", () => { if (table instanceof HTMLDetailsElement) table.open = true; });
  }
}

/** @param {number | null | undefined} value @param {string} [unit] */
function words(value, unit) {
  if (value === null || value === undefined) return "–";
  return value.toLocaleString("vi-VN", { maximumFractionDigits: 2 }) + (unit === "%" ? "%" : unit ? ` ${unit}` : "");
}

/** @param {Model} model */
function common(model) {
  return {
    animation: !still, animationDuration: 300, color: colours, textStyle: ink,
    legend: model.series.length > 1 ? { bottom: 0, textStyle: ink, icon: "roundRect" } : undefined,
    tooltip: { trigger: model.kind === "pie" ? "item" : "axis", renderMode: "richText", valueFormatter: (/** @type {number} */ v) => words(v, model.unit), textStyle: ink },
  };
}

/** Names under the axis: all of them where there is room, broken over lines. @param {Model} model @param {number} width */
function labels(model, width) {
  const room = Math.floor((width - 70) / model.categories.length) - 6;
  return room > 40 ? { ...ink, interval: 0, width: room, overflow: "break", lineHeight: 17 } : { ...ink, hideOverlap: true };
}

/** @param {Model} model @param {number} width */
function axes(model, width) {
  const line = model.kind === "line";
  const top = model.series.flatMap((s) => s.values).reduce((/** @type {number} */ m, v) => Math.max(m, v ?? 0), model.target ?? 0);
  return {
    ...common(model),
    grid: { left: 8, right: 24, top: 24, bottom: model.series.length > 1 ? 36 : 8, containLabel: true },
    xAxis: { type: "category", data: model.categories, boundaryGap: !line, axisLabel: labels(model, width), axisTick: { show: false }, axisLine: { lineStyle: { color: "#8793a1" } } },
    yAxis: { type: "value", minInterval: model.unit === "%" ? undefined : 1, max: model.unit === "%" && top <= 100 && top > 50 ? 100 : undefined, axisLabel: { ...ink, formatter: (/** @type {number} */ v) => words(v, model.unit === "%" ? "%" : undefined) }, splitLine: { lineStyle: { color: "#dde3ea" } } },
    series: model.series.map((series, index) => ({
      type: line ? "line" : "bar", name: series.name, data: series.values, connectNulls: false,
      stack: model.kind === "stackedBar" ? "chung" : undefined,
      itemStyle: series.tone ? { color: tones[series.tone] } : undefined,
      barMaxWidth: 48, lineStyle: { width: 2.5, type: index % 2 ? "dashed" : "solid" }, symbol: ["circle", "rect", "triangle", "diamond"][index % 4], symbolSize: 8,
      label: { show: model.series.length === 1 && model.categories.length <= 12, position: "top", ...ink, formatter: (/** @type {{ value: number }} */ p) => words(p.value) },
      markLine: index === 0 && model.target !== undefined ? {
        silent: true, symbol: "none", lineStyle: { color: "#b42318", type: "dashed", width: 1.5 }, data: [{ yAxis: model.target }],
        label: { ...ink, color: "#9f1f15", position: model.target * 2 > top ? "insideStartBottom" : "insideStartTop", formatter: `${model.targetTitle ?? "Mục tiêu"} ${words(model.target, model.unit)}` },
      } : undefined,
    })),
  };
}

/** @param {Model} model */
function pie(model) {
  const values = model.series[0]?.values ?? [];
  const byName = new Map(model.categories.map((name, index) => [name, values[index]]));
  return {
    ...common(model),
    legend: { bottom: 0, textStyle: ink, icon: "roundRect", formatter: (/** @type {string} */ name) => `${name}: ${words(byName.get(name))}` },
    series: [{
      type: "pie", radius: ["42%", "68%"], center: ["50%", "38%"], itemStyle: { borderColor: "#ffffff", borderWidth: 2 },
      data: model.categories.map((name, index) => ({ name, value: values[index] })),
      label: { show: false },
    }],
  };
}
