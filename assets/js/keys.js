// Single letters go through what a page lists, and to places. Who does not want them switches them off in their
// settings (`data-keys="off"`); `?` shows them all.
import * as Turbo from "./turbo.js";
const WRITES = "input, textarea, select, [contenteditable], dialog";
const THINGS = "main [data-item], main .notice";
const PATIENCE_MS = 1500;

// Behind `g`: only places that the page itself leads to.
const PLACES = { h: "/", c: "/chat", e: "/everyone", a: "/announcements", g: "/groups", p: "/people", n: "/notices", m: "/my", d: "/desk" };

let going = 0; // until when a letter is a place, by the page's own clock

/** The sign that a key stands for, also on keyboards that write no letters of ours: there its place counts. */
function sign(event) {
  const key = event.key.toLowerCase();
  if (/^[!-~]$/.test(key)) return key;
  if (key === "؟") return "?";
  if (!/^\p{L}\p{M}*$/u.test(key) || /^\p{Script=Latin}/u.test(key)) return "";
  if (event.code === "Slash") return event.shiftKey ? "?" : "/";
  return /^Key([A-Z])$/.exec(event.code)?.[1].toLowerCase() ?? "";
}

const shown = (thing) => thing.getClientRects().length > 0;
const things = () => [...document.querySelectorAll(THINGS)].filter(shown);
const at_hand = () => document.activeElement.closest(THINGS) ?? document.querySelector("[data-at-hand]");

/** Takes a thing in hand: it has the focus, and the eye finds it. */
function take(thing) {
  for (const old of document.querySelectorAll("[data-at-hand]")) old.removeAttribute("data-at-hand");
  thing.setAttribute("data-at-hand", "");
  if (!thing.hasAttribute("tabindex")) thing.setAttribute("tabindex", "-1");
  thing.focus({ preventScroll: true });
  thing.scrollIntoView({ block: thing.offsetHeight > innerHeight / 2 ? "start" : "nearest" });
}

function step(by) {
  const all = things();
  const now = all.indexOf(at_hand());
  if (now >= 0) {
    const next = all[now + by];
    if (next) take(next);
    else if (by > 0) document.querySelector("main a[rel=next]")?.focus();
    return;
  }
  // None yet: the first that the reader sees.
  const top = document.querySelector(".top")?.getBoundingClientRect().bottom ?? 0;
  const first = all.find((each) => each.getBoundingClientRect().bottom > top + 8);
  if (first) take(first);
}

const first_shown = (root, path) => [...(root?.querySelectorAll(path) ?? [])].find(shown);
const press = (root, path) => first_shown(root, path)?.click();

/** Puts the cursor there; tells whether there is such a thing. */
function focus(root, path) {
  const found = first_shown(root, path);
  found?.focus();
  found?.scrollIntoView({ block: "nearest" });
  return !!found;
}

function write() {
  if (!focus(document, "#composer textarea, .talk-form textarea")) Turbo.visit("/posts/new");
}

function comment() {
  if (focus(document, "#comment-form textarea")) return;
  press(at_hand(), "a[href$='#comments']");
  // In a conversation: answers the message.
  at_hand()?.querySelector(".message-answer")?.click();
}

function menu() {
  const found = at_hand()?.querySelector("details.menu > summary");
  if (!found) return;
  found.parentElement.open = true;
  found.focus();
}

function search() {
  if (!focus(document, "#top-search")) Turbo.visit("/search");
}

/** All keys, in a window over the page; where that cannot be had, on a page of their own. */
async function list() {
  if (document.querySelector("dialog[open]")) return;
  let part = null;
  try {
    const answer = await fetch("/help/keys", { headers: { accept: "text/html" }, credentials: "same-origin" });
    const page = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    part = page?.querySelector("[data-keys-list]");
  } catch {
    // the page below is tried instead
  }
  if (!part) return Turbo.visit("/help/keys");
  const dialog = document.createElement("dialog");
  dialog.className = "keys-dialog";
  dialog.setAttribute("aria-labelledby", part.querySelector("h1").id);
  dialog.append(part);
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.showModal();
}

const DOES = {
  j: () => step(1),
  k: () => step(-1),
  o: () => press(at_hand(), ".post-meta a, .comment-meta a, .message-meta a, .notice-link"),
  n: write,
  c: comment,
  r: () => focus(at_hand(), ".reactions button"),
  m: menu,
  l: () => press(at_hand(), "[data-aloud=start]"),
  "/": search,
  "?": list,
};

document.addEventListener("keydown", (event) => {
  const { body } = document;
  if (body.dataset.keys === "off" || !body.dataset.me) return;
  if (event.ctrlKey || event.altKey || event.metaKey || event.getModifierState("AltGraph")) return;
  if (event.defaultPrevented || event.repeat || event.isComposing || event.target.closest?.(WRITES)) return;
  const key = sign(event);
  if (!key || (event.shiftKey && /[a-z]/.test(key))) return;
  const place = event.timeStamp < going ? PLACES[key] : null;
  going = 0;
  if (place) {
    event.preventDefault();
    event.stopImmediatePropagation();
    // On a phone some places stand in a menu that is closed.
    document.querySelector(`.places a[href="${place}"], .account a[href="${place}"]`)?.click();
    return;
  }
  // At the desk the keys that the page itself shows come first.
  if (document.querySelector(`[data-key="${CSS.escape(key)}"]`)) return;
  if (key === "g") going = event.timeStamp + PATIENCE_MS;
  else if (!DOES[key]) return;
  else DOES[key]();
  event.preventDefault();
});

document.addEventListener("turbo:before-cache", () => {
  for (const dialog of document.querySelectorAll("dialog.keys-dialog")) dialog.remove();
});
