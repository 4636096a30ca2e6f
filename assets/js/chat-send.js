// Sends messages without waiting: each is shown at once, sent under a name of its own in the order in which it was
// written, and sent again under the same name until the box says what became of it. So none is lost, and none doubled.
import * as Turbo from "./turbo.js";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

const store = () => `talk:${document.body.dataset.me}`;
const form = () => document.querySelector("form[data-talk]");
const pattern = () => document.getElementById("talk-pending");
const list = () => document.getElementById("messages");
const same_site = () => document.querySelector("#act input[name=same_site]")?.value ?? "";

let wait = FIRST_WAIT_MS;
let timer = 0;
let busy = false;

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(store()) ?? "[]");
  } catch {
    return [];
  }
}

function write(entries) {
  try {
    sessionStorage.setItem(store(), JSON.stringify(entries));
  } catch {
    // without room it is sent all the same, and only a reload would forget it
  }
  memory = entries;
}
let memory = null;
const entries = () => memory ?? (memory = read());
const change = (key, what) => write(entries().map((entry) => (entry.key === key ? { ...entry, ...what } : entry)));
const drop = (key) => write(entries().filter((entry) => entry.key !== key));

/** A name that nobody else gives; it needs no secure context. */
function name() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const drawn = (key) => list()?.querySelector(`.message-sending[data-key="${CSS.escape(key)}"]`);

function draw(entry) {
  const here = list();
  if (!here || form()?.getAttribute("action") !== entry.to) return;
  // It arrived before this page was made.
  if (here.querySelector(`.message[data-place][data-key="${CSS.escape(entry.key)}"]`)) return drop(entry.key);
  let row = drawn(entry.key);
  if (!row) {
    row = pattern().content.firstElementChild.cloneNode(true);
    row.dataset.key = entry.key;
    row.querySelector("[data-words]").textContent = entry.body;
    here.append(row);
    here.parentElement.querySelector(".talk-empty")?.remove();
  }
  const words = pattern().dataset;
  row.querySelector("[data-state]").textContent = entry.waits ? words.waiting : words.sending;
  row.querySelector(".message-meta").hidden = !!entry.why;
  row.querySelector(".message-refused").hidden = !entry.why;
  row.querySelector("[data-why]").textContent = entry.why || "";
}

function redraw() {
  for (const entry of entries()) draw(entry);
}

document.addEventListener(
  "submit",
  (event) => {
    const from = event.target;
    if (!from.matches?.("form[data-talk]") || event.submitter?.hasAttribute("formaction")) return;
    const key = from.elements.key;
    if (!pattern() || from.querySelector("[data-picked] li")) {
      // Photos and documents go their own way (upload.js); sent again after a fault, under the same name.
      key.value ||= name();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const text = from.elements.body;
    const body = text.value.trim();
    if (!body) return text.focus();
    const entry = { key: name(), to: from.getAttribute("action"), body, answers: from.elements.answers.value };
    write([...entries(), entry]);
    draw(entry);
    document.getElementById("talk-scroll").scrollTop = 0;
    text.value = "";
    from.dispatchEvent(new CustomEvent("talk:sent", { bubbles: true }));
    text.focus();
    pump();
  },
  true,
);
// After photos have gone, the next message has another name.
document.addEventListener("reset", (event) => event.target.matches?.("form[data-talk]") && (event.target.elements.key.value = ""));

async function pump() {
  if (busy) return;
  clearTimeout(timer);
  const entry = entries().find((each) => !each.why);
  if (!entry || !same_site()) return;
  busy = true;
  let outcome;
  try {
    outcome = await post(entry);
  } finally {
    busy = false;
  }
  if (outcome === "later") {
    if (!entry.waits) change(entry.key, { waits: true });
    redraw();
    timer = setTimeout(pump, wait * (0.5 + Math.random()));
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    return;
  }
  wait = FIRST_WAIT_MS;
  pump();
}

/** Sends one; says whether it has to be tried later. */
async function post(entry) {
  const body = new FormData();
  for (const [field, value] of [["same_site", same_site()], ["body", entry.body], ["answers", entry.answers], ["key", entry.key]]) body.append(field, value);
  let answer;
  let words;
  try {
    answer = await fetch(entry.to, { method: "POST", body, credentials: "same-origin", headers: { accept: "text/vnd.turbo-stream.html, text/html" } });
    words = await answer.text();
  } catch {
    return "later";
  }
  const stream = answer.headers.get("content-type")?.startsWith("text/vnd.turbo-stream.html");
  if (answer.ok && stream) {
    drop(entry.key);
    if (words) Turbo.renderStreamMessage(words);
    // Where it is shown by now, or nowhere any more.
    setTimeout(() => drawn(entry.key)?.remove(), 500);
    return "sent";
  }
  if (answer.status === 429 || answer.status >= 500) return "later";
  const page = new DOMParser().parseFromString(words, "text/html");
  const why = page.querySelector(".talk .problem:not([hidden])")?.textContent.trim() || page.querySelector(".talk-foot > .state")?.textContent.trim();
  change(entry.key, { why: why || pattern()?.dataset.refused || " ", waits: false });
  redraw();
  return "refused";
}

document.addEventListener("click", (event) => {
  const row = event.target.closest?.(".message-sending");
  const key = row?.dataset.key;
  if (event.target.closest?.("[data-again]") && key) {
    change(key, { why: "" });
    redraw();
    pump();
  } else if (event.target.closest?.("[data-back]") && key) {
    const entry = entries().find((each) => each.key === key);
    const text = form()?.elements.body;
    // While there is no line to write in, it stays where it is.
    if (!entry || !text) return;
    drop(key);
    row.remove();
    text.value = text.value ? `${entry.body}\n${text.value}` : entry.body;
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  }
  // Whoever signs out leaves nothing behind on a tablet that others use.
  if (event.target.closest?.("[data-leave]")) {
    memory = [];
    for (const kept of Object.keys(sessionStorage)) if (kept.startsWith("talk")) sessionStorage.removeItem(kept);
  }
});

window.addEventListener("online", () => {
  wait = FIRST_WAIT_MS;
  pump();
});
function begin() {
  memory = null;
  redraw();
  pump();
}
document.addEventListener("turbo:load", begin);
document.addEventListener("turbo:render", redraw);
