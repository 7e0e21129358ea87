// From the seat card to the receipt. What the candidate does is in the log (link.js) before anything else happens with it.
// @ts-check
/** @import { Receipt, Session, View } from "./types.js" */
import { carried, mayCarry } from "./carry.js";
import { Clock, hourOf, left } from "./clock.js";
import { enter, Link, Refusal } from "./link.js";
import { look, lookAsBefore } from "./look.js";
import { showReceipt } from "./receipt.js";
import { Sheet } from "./sheet.js";
import { Store } from "./store.js";

const announceAt = [15, 5, 1];
/** @param {string} id */
const at = id => /** @type {HTMLElement} */ (document.getElementById(id));
/** @param {string} id */
const input = id => /** @type {HTMLInputElement} */ (at(id));

/** @type {Store} */ let store;
/** @type {Session} */ let session;
/** @type {Clock} */ let clock;
/** @type {Link} */ let link;
/** @type {Sheet | null} */ let sheet = null;
let state = "", earlier = 0, sealing = false, finishing = false, fetching = false, announced = 0;

/** @param {"enter" | "wait" | "work" | "check" | "done" | "stop"} name */
function screen(name) {
  const section = at(name);
  if (!section.hidden) return;
  for (const other of document.querySelectorAll("main > section")) /** @type {HTMLElement} */ (other).hidden = other !== section;
  document.body.dataset.screen = name;
  /** @type {HTMLElement | null} */ (section.querySelector("h1, h2"))?.focus({ preventScroll: true });
}

/** @param {string} words */
function say(words) { at("said").textContent = words; }

/** @param {string} heading @param {string} words */
function stopWith(heading, words) {
  at("stop-heading").textContent = heading;
  at("stop-words").textContent = words;
  screen("stop");
}

function newToken() {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32)))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

at("enter-form").addEventListener("submit", async event => {
  event.preventDefault();
  const [number, code, move] = ["number", "code", "move"].map(id => input(id).value.trim());
  const button = /** @type {HTMLButtonElement} */ (at("enter-button"));
  button.disabled = true;
  at("enter-error").textContent = "";
  try {
    const token = await store.proposal(`${number} ${move}`.trim().toUpperCase(), newToken);
    const welcome = await enter({ number, code, token, move: move === "" ? null : move });
    session = { token, welcome, time: null, ack: 0, earlier: 0, receipt: null };
    await store.save(session, true);
    start();
  } catch (e) {
    at("enter-error").textContent = e instanceof Refusal ? e.message : "Không liên lạc được với máy chủ. Kiểm tra dây mạng rồi bấm Vào phòng thi lại, hoặc báo kỹ thuật viên.";
    if (e instanceof Refusal && (e.what === "needs-move" || e.what === "wrong-move")) { at("move-field").hidden = false; input("move").focus(); }
  } finally { button.disabled = false; }
});

function start() {
  const w = session.welcome;
  at("who").textContent = `${w.name} · SBD ${w.number} · ${w.room}, máy số ${w.place}`;
  at("wait-exam").textContent = `${w.exam} · ${w.sittingName} · ${w.minutes} phút`;
  if (w.profile?.contrast) look("contrast", "1");
  if (w.profile?.scale) look("zoom", String(w.profile.scale));
  clock = new Clock(session.time);
  link = new Link(store, session, clock);
  link.addEventListener("state", e => void follow(/** @type {CustomEvent<View>} */ (e).detail));
  for (const name of ["saved", "lost"]) link.addEventListener(name, tellLine);
  link.addEventListener("refused", e => refused(/** @type {CustomEvent<Refusal>} */ (e).detail));
  link.addEventListener("broken", () => stopWith("Máy này không ghi được bài", "Đĩa của máy đã đầy hoặc bị khóa. Không tắt máy; báo giám thị ngay."));
  screen("wait");
  void link.run();
  setInterval(tick, 500);
  void reopen();
}

/** After a reload, with or without network: the paper that is kept here. */
async function reopen() {
  const paper = await store.paper(session.token);
  if (paper === undefined) return;
  await show(paper);
  if (state === "") changed(clock.base.state);
  link.write("load").catch(() => {});
}

/** @param {import("./types.js").Paper} paper */
async function show(paper) {
  // The old sheet stays in use until the new one stands: what is answered or turned meanwhile is read again.
  let writing, entries;
  do {
    sheet?.flush();
    writing = link.writing;
    await writing;
    entries = await store.tail(session.token, 0);
    sheet?.flush();
  } while (link.writing !== writing);
  const place = sheet?.current ?? 1;
  sheet = new Sheet(paper, { write: (kind, question, body) => void link.write(kind, question, body).catch(() => {}) },
    { question: at("question"), map: at("map"), flag: at("flag"), before: at("before"), after: at("after"), place: at("answered") });
  sheet.replay(entries);
  sheet.show(Math.min(place, paper.questions.length));
  screen("work");
}

/** @param {View} view */
async function follow(view) {
  tellLine();
  if (view.receipt) { await finish(); return; }
  if (!view.live) {
    if (link.pending === 0) { link.stop(); await store.leave(); stopWith("Đã chuyển sang máy khác", "Thí sinh đang làm bài ở máy khác. Mọi phần bài trên máy này đã về máy chủ."); at("stop-next").hidden = false; }
    else stopWith("Đã chuyển sang máy khác", "Máy này đang gửi nốt phần bài còn lại. Chưa tắt máy.");
    return;
  }
  if (view.state !== state) changed(view.state);
  if (view.state === "running" && (sheet === null || view.earlier > earlier)) await fetchPaper(view.earlier);
}

/** @param {string} now */
function changed(now) {
  const before = state;
  state = now;
  at("veil").hidden = now !== "paused";
  at("over").hidden = now !== "ended";
  at("work-inner").inert = now === "paused" || now === "ended";
  if (now === "paused") say("Giám thị tạm dừng phòng thi. Đồng hồ dừng, bài được giữ nguyên.");
  else if (now === "running" && before === "paused") say("Thi tiếp.");
  if (now === "ended" && sheet === null) stopWith("Đã hết giờ làm bài", "Máy này chưa mở đề. Báo giám thị.");
  if (now === "absent") stopWith("Đã ghi vắng mặt", "Báo giám thị nếu có nhầm lẫn.");
  if (now === "unchecked" || now === "waiting") {
    at("wait-words").textContent = now === "unchecked" ? "Chờ giám thị kiểm tra giấy tờ." : "Giấy tờ đã kiểm tra. Chờ giám thị bắt đầu tính giờ.";
    screen("wait");
  }
}

/** @param {number} seen */
async function fetchPaper(seen) {
  if (fetching) return;
  fetching = true;
  try {
    sheet?.flush();
    const paper = await link.paper();
    earlier = seen;
    // Without room for the whole paper the machine would not outlast a cut.
    await store.keepPaper(session.token, paper);
    await show(paper);
  } catch (e) {
    if (e instanceof Refusal) refused(e);
  } finally { fetching = false; }
}

/** @param {Refusal} refusal */
function refused(refusal) {
  if (["gap", "conflict"].includes(refusal.what)) return;
  if (refusal.what === "sealed") void finish();
  else if (refusal.what === "unknown" || refusal.what === "other-machine") stopWith("Máy chủ không nhận máy này", refusal.message);
  else say(refusal.message);
}

function tick() {
  if (session.receipt !== null || link.stopped) return;
  at("clock").textContent = clock.base.remaining > 1e12 ? "" : left(clock.remaining);
  const minutes = Math.ceil(clock.remaining / 60_000);
  at("clock").classList.toggle("short", minutes <= 5);
  if (state === "running" && announceAt.includes(minutes) && announced !== minutes) { announced = minutes; say(`Còn ${minutes} phút.`); }
  tellLine();
  if ((state === "running" || state === "ended") && clock.remaining <= 0 && sheet !== null) void timeUp();
}

function tellLine() {
  const line = at("line"), lost = link.lostAt > 0;
  const words = lost ? `Mất mạng từ ${hourOf(link.lostAt)}. Bài vẫn lưu trên máy, cứ làm tiếp.` : link.pending > 0 ? "Đã lưu trên máy, đang gửi về máy chủ." : link.savedAt > 0 ? `Đã về máy chủ lúc ${hourOf(link.savedAt)}.` : "Đang nối với máy chủ.";
  if (line.textContent !== words) line.textContent = words;
  if (line.dataset.lost !== String(lost)) { if (lost) say(words); else if (line.dataset.lost === "true") say("Đã có mạng trở lại."); line.dataset.lost = String(lost); }
  at("carry").hidden = !(lost && state === "ended" && mayCarry());
}

/** The machine locks itself by its own clock and asks once more: perhaps time was added. */
async function timeUp() {
  if (sealing) return;
  sealing = true;
  sheet?.flush();
  at("work-inner").inert = true;
  await link.writing;
  await link.send();
  if (link.lostAt === 0 && state === "running" && clock.remaining > 0) { at("work-inner").inert = false; sealing = false; return; }
  changed("ended");
  screen("work");
  say("Hết giờ làm bài. Bài đang được nộp; không tắt máy.");
  await handIn(true);
  sealing = false;
}

/** @param {boolean} [quiet] */
async function handIn(quiet = false) {
  try {
    const receipt = await link.seal();
    await done(receipt);
  } catch (e) {
    if (e instanceof Refusal && e.what === "sealed") { await finish(); return; }
    if (!quiet) at("check-error").textContent = e instanceof Refusal ? e.message : "Chưa nộp được vì chưa gửi hết về máy chủ. Bài vẫn lưu trên máy; thử lại sau ít giây, nếu vẫn mất mạng thì báo giám thị.";
    // Tried again with the next tick.
    await new Promise(r => setTimeout(r, 2000));
  }
}

/** The paper was sealed, here or by the council. What did not reach the server before stays on this machine. */
async function finish() {
  if (finishing || session.receipt !== null) return;
  finishing = true;
  try {
    const receipt = await link.receipt();
    if (link.pending === 0) { await done(receipt); return; }
    link.stop();
    stopWith("Bài đã được niêm phong", `Mã biên nhận: ${receipt.code}. Còn ${link.pending} mục trên máy chưa kịp về máy chủ. Không tắt máy; báo giám thị để lập biên bản.`);
  } catch (e) {
    if (e instanceof Refusal) say(e.message);
  } finally { finishing = false; }
}

/** @param {Receipt} receipt */
async function done(receipt) {
  session.receipt = receipt;
  link.stop();
  await store.finish(session);
  showDone();
}

function showDone() {
  if (session.receipt === null) return;
  at("who").textContent = `${session.welcome.name} · SBD ${session.welcome.number}`;
  showReceipt(session.receipt);
  screen("done");
}

at("before").addEventListener("click", () => sheet?.show(sheet.current - 1, true));
at("after").addEventListener("click", () => sheet?.show(sheet.current + 1, true));
at("flag").addEventListener("click", () => sheet?.toggleFlag());
at("hand-in").addEventListener("click", () => {
  if (sheet === null) return;
  sheet.flush();
  const open = sheet.unanswered, flagged = [...sheet.flagged].sort((a, b) => a - b);
  at("check-open").textContent = open.length === 0 ? "Đã trả lời tất cả các câu." : `Còn ${open.length} câu chưa trả lời: ${open.join(", ")}.`;
  at("check-flagged").textContent = flagged.length === 0 ? "" : `Câu đánh dấu xem lại: ${flagged.join(", ")}.`;
  at("check-error").textContent = "";
  screen("check");
});
at("check-back").addEventListener("click", () => screen("work"));
at("check-go").addEventListener("click", async () => {
  const button = /** @type {HTMLButtonElement} */ (at("check-go"));
  button.disabled = true;
  await handIn();
  button.disabled = false;
});
for (const id of ["done-next", "stop-next"]) at(id).addEventListener("click", async () => { await store.leave(); location.reload(); });
at("carry").addEventListener("click", async () => {
  const file = await carried(session, await store.tail(session.token, 0)), anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(file);
  anchor.download = `bai-thi-${session.welcome.number}.congvu`;
  anchor.click();
  URL.revokeObjectURL(anchor.href);
});
document.addEventListener("keydown", event => { if (document.body.dataset.screen === "work" && !at("work-inner").inert) sheet?.key(event); });
for (const name of ["visibilitychange", "pagehide"]) addEventListener(name, () => sheet?.flush(), true);
addEventListener("blur", () => { if (state === "running" && sheet !== null) { sheet.flush(); link.write("away").catch(() => {}); } });
addEventListener("focus", () => { if (state === "running" && sheet !== null) link.write("back").catch(() => {}); });

// One window at a time: the one opened last goes on.
const windows = new BroadcastChannel("congvu-room");
windows.postMessage("opened");
windows.addEventListener("message", () => { if (link !== undefined) link.stop(); stopWith("Bài đang mở ở cửa sổ khác", "Đóng cửa sổ này và làm tiếp ở cửa sổ mới mở."); });

async function boot() {
  lookAsBefore();
  void navigator.serviceWorker?.register("/phong-thi/sw.js", { scope: "/phong-thi" }).catch(() => {});
  try { store = await Store.open(); }
  catch { stopWith("Trình duyệt này không lưu được bài trên máy", "Không dùng cửa sổ ẩn danh. Báo kỹ thuật viên đổi trình duyệt hoặc máy."); return; }
  const known = await store.current();
  if (known === undefined) { screen("enter"); input("number").focus(); return; }
  session = known;
  if (session.receipt !== null) showDone(); else start();
}
void boot();
