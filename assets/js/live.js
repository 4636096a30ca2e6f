// One socket a page: says what the page shows, and applies what the server sends about it.
import * as Turbo from "./turbo.js";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const SAY_SO_AFTER_MS = 6_000;

let socket = null;
let topics = "";
let since = 0;
let wait = FIRST_WAIT_MS;
let retry = 0;
let silence = 0;

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";
const state = () => document.getElementById("live-state");

function say(words) {
  const place = state();
  if (place && place.textContent !== words) place.textContent = words;
}

function open() {
  clearTimeout(retry);
  const address = new URL("/live", location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  const mine = (socket = new WebSocket(address));
  mine.onopen = () => {
    wait = FIRST_WAIT_MS;
    clearTimeout(silence);
    silence = 0;
    say("");
    mine.send(JSON.stringify({ topics: topics.split(" "), since }));
  };
  mine.onmessage = (event) => mine === socket && receive(JSON.parse(event.data));
  mine.onclose = () => mine === socket && lost();
}

function receive(message) {
  if (typeof message.seq === "number" && message.seq > since) since = message.seq;
  if (message.topic && !topics.split(" ").includes(message.topic)) topics += ` ${message.topic}`;
  if (message.html) Turbo.renderStreamMessage(message.html);
  if (message.refresh) Turbo.session.refresh(location.href);
}

/** Tries again, later each time, and not in step with the thirty other tablets of the class. */
function lost() {
  socket = null;
  if (!topics) return;
  silence ||= setTimeout(() => say(state()?.dataset.away ?? ""), SAY_SO_AFTER_MS);
  retry = setTimeout(open, wait * (0.5 + Math.random()));
  wait = Math.min(wait * 2, LONGEST_WAIT_MS);
}

function close() {
  clearTimeout(retry);
  const old = socket;
  socket = null;
  old?.close();
}

/** Begins anew with each page: between its making and its showing something may have happened. */
function follow() {
  close();
  topics = meta("live-topics");
  since = Number(meta("live-since")) || 0;
  if (topics) open();
}

document.addEventListener("turbo:load", follow);
window.addEventListener("pagehide", close);
window.addEventListener("pageshow", (event) => {
  if (event.persisted) follow();
});
// A tablet that wakes up does not wait for its turn.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && topics && !socket) open();
});
