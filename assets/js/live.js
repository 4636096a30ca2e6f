// One socket a page: says what the page shows, and applies what the server sends about it.
import * as Turbo from "./turbo.js";

const FIRST_WAIT_MS = 500;
// A box that starts again is not asked by a thousand pages in one second.
const SPREAD_MS = 4_500;
const LONGEST_WAIT_MS = 30_000;
const SAY_SO_AFTER_MS = 6_000;
const BEAT_MS = 5_000;
// Pages in the background beat once a minute; one that has not for so long was asleep.
const ASLEEP_MS = 90_000;
// The place went to a newer page of the same person; this one comes back when it is looked at.
const ELSEWHERE = 4001;
// The hours of use are over, which the page says; it stays as it is, with what was typed, and asks for nothing more.
const SHUT = 4003;

let socket = null;
let topics = "";
let since = 0;
let marks = {};
let spread = SPREAD_MS;
let retry = 0;
let silence = 0;
let beat = Date.now();

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
    spread = SPREAD_MS;
    clearTimeout(silence);
    silence = 0;
    say("");
    mine.send(JSON.stringify({ topics: topics.split(" "), since, marks }));
  };
  mine.onmessage = (event) => mine === socket && receive(JSON.parse(event.data));
  mine.onclose = (event) => mine === socket && lost(event.code);
}

function receive(message) {
  if (typeof message.seq === "number" && message.seq > since) since = message.seq;
  if (typeof message.mark === "number") marks[message.topic] = message.mark;
  if (message.topic && !topics.split(" ").includes(message.topic)) topics += ` ${message.topic}`;
  if (message.html) Turbo.renderStreamMessage(message.html);
  if (message.refresh) Turbo.session.refresh(location.href);
}

// What the page offers is not what its reader may do any more, or again. Where it is so for many, each has a moment of their own.
let fetching = 0;
Turbo.StreamActions.anew = function () {
  clearTimeout(fetching);
  fetching = setTimeout(() => Turbo.session.refresh(location.href), Number(this.getAttribute("wait")));
};

/** Tries again, later each time, and not in step with all the other tablets of the house. */
function lost(code) {
  socket = null;
  if (code === SHUT) topics = "";
  if (!topics) return;
  silence ||= setTimeout(() => say(state()?.dataset.away ?? ""), SAY_SO_AFTER_MS);
  if (code === ELSEWHERE) return;
  retry = setTimeout(open, FIRST_WAIT_MS + Math.random() * spread);
  spread = Math.min(spread * 2, LONGEST_WAIT_MS);
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
  clearTimeout(fetching);
  topics = meta("live-topics");
  since = Number(meta("live-since")) || 0;
  marks = JSON.parse(meta("live-marks") || "{}");
  if (topics) open();
}

/** A tablet that wakes up does not wait for its turn; nor does it believe a connection from before its sleep. */
function wake() {
  const slept = Date.now() - beat > ASLEEP_MS;
  beat = Date.now();
  if (!topics) return;
  if (slept) close();
  if (!socket) open();
}

document.addEventListener("turbo:load", follow);
window.addEventListener("pagehide", close);
window.addEventListener("pageshow", (event) => {
  if (event.persisted) follow();
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") wake();
});
window.addEventListener("focus", wake);
window.addEventListener("online", () => {
  close();
  wake();
});
window.addEventListener("offline", () => {
  if (!socket) return;
  close();
  lost();
});
setInterval(() => {
  if (Date.now() - beat > ASLEEP_MS) wake();
  beat = Date.now();
}, BEAT_MS);
// Where somebody writes: whatever shows a conversation says so, and the server decides who hears of it.
document.addEventListener("live:typing", (event) => {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ typing: event.detail }));
});
