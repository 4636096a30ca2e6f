// Puts messages into their place in an open conversation, however they arrive: by the socket, by the answer to whoever
// sent them, or after a pause. Each stands once, in the order of its place; what is below and unseen is counted.
import * as Turbo from "./turbo.js";

const TOGETHER_MS = 10 * 60 * 1000; // message_views.rs has the same
const SHOWN_MAX = 300;
const NEAR_END_PX = 80;

const list = () => document.getElementById("messages");
const scroller = () => document.getElementById("talk-scroll");
const button = () => document.getElementById("talk-new");
const messages = () => [...(list()?.querySelectorAll(".message[data-place]") ?? [])];
const place_of = (message) => Number(message.dataset.place);

// The list is laid out from its end: the newest stands at 0, and what is further up has numbers below it.
const is_at_end = () => Math.abs(scroller()?.scrollTop ?? 0) < NEAR_END_PX;

/** Changes the list, and keeps what somebody reads where they read it. */
function keep(change) {
  const box = scroller();
  if (!box) return change();
  if (is_at_end() && !list().hasAttribute("data-later")) {
    change();
    box.scrollTop = 0;
    return;
  }
  const top = box.getBoundingClientRect().top;
  const held = [...list().children].find((each) => each.getBoundingClientRect().bottom > top);
  const before = held?.getBoundingClientRect().top ?? 0;
  change();
  if (held?.isConnected) box.scrollTop += held.getBoundingClientRect().top - before;
}

/** Says how a message begins: joined to what stands before it, the first of a day, or by itself. */
function join(message) {
  if (!message?.matches(".message[data-place]")) return;
  let before = message.previousElementSibling;
  const line = before?.matches(".talk-unread");
  if (line) before = before.previousElementSibling;
  const day = before?.dataset.day !== message.dataset.day;
  const close = Number(message.dataset.at) - Number(before?.dataset.at) < TOGETHER_MS;
  message.classList.toggle("message-first", day);
  message.classList.toggle("message-joined", !line && !day && close && before.dataset.author === message.dataset.author);
}

function count() {
  const bar = button();
  if (!bar) return;
  const number = Number(bar.dataset.count ?? 0) + 1;
  bar.dataset.count = number;
  bar.querySelector("[data-words]").textContent = bar.dataset.words.replace("%count%", number.toLocaleString(document.documentElement.lang));
  bar.hidden = false;
}

function forget() {
  const bar = button();
  if (!bar) return;
  bar.hidden = true;
  delete bar.dataset.count;
}

// The line above what was new, and the message before which it stands: both may be let go, and come back.
let line = null;

function mind_line() {
  const here = document.getElementById("unread-line");
  if (here) line = { here, before: here.nextElementSibling?.id };
}

function set_line() {
  if (!line) return;
  const message = document.getElementById(line.before);
  if (message) message.before(line.here);
  else line.here.remove();
  for (const each of [line.here.previousElementSibling, message]) join(each);
}

/** The link that leads on from an edge of what is shown. */
const more = (rel) => document.querySelector(`.talk-more a[rel=${rel}]`);

/** A long conversation stays light: what is farthest from what somebody reads is let go, and can be had again. */
function prune() {
  const all = messages();
  const many = all.length - SHOWN_MAX;
  if (many <= 0) return;
  const box = scroller().getBoundingClientRect();
  const first = all.findIndex((each) => each.getBoundingClientRect().bottom > box.top);
  const last = all.findLastIndex((each) => each.getBoundingClientRect().top < box.bottom);
  const from_end = first >= 0 && first < all.length - 1 - last;
  const gone = from_end ? all.slice(-many) : all.slice(0, many);
  // Whoever changes one is not robbed of it; whoever had one in hand goes on from where they read.
  if (gone.some((each) => each.matches(".message-changing"))) return;
  if (gone.some((each) => each.contains(document.activeElement))) scroller().focus({ preventScroll: true });
  const edge = from_end ? all.at(-many - 1) : all[many];
  const link = more(from_end ? "next" : "prev");
  if (!link) return;
  mind_line();
  // What is in sight stays; the edge may begin otherwise than before.
  hold(all[first] ?? edge, () => {
    link.search = `?${from_end ? "after" : "before"}=${place_of(edge)}`;
    link.parentElement.hidden = false;
    for (const message of gone) message.remove();
    if (from_end) {
      list().setAttribute("data-later", "");
      // What is on its way has its place at the end, which is not shown.
      for (const sending of list().querySelectorAll(".message-sending")) sending.remove();
    } else {
      join(edge);
    }
    set_line();
  });
}

/** Changes the list, and keeps this message where it is seen. */
function hold(message, change) {
  const box = scroller();
  const before = message?.getBoundingClientRect().top ?? 0;
  change();
  if (message?.isConnected) box.scrollTop += message.getBoundingClientRect().top - before;
}

function put(fresh) {
  const here = list();
  const key = fresh.dataset.key;
  const pending = key && here.querySelector(`.message-sending[data-key="${CSS.escape(key)}"]`);
  const old = document.getElementById(fresh.id);
  const all = messages().filter((message) => message !== old);
  const after = all.findLast((message) => place_of(message) < place_of(fresh));
  // There are others between what is shown and this: it is found further down.
  const beyond = here.hasAttribute("data-later") && (!after || after === all.at(-1)) && !old;
  // Of something older that only changed, this page shows nothing.
  const above = !after && !old && all.length > 0 && !document.querySelector(".talk-more a[rel=prev]")?.parentElement.hidden;
  if (above) return;
  if (beyond) {
    pending?.remove();
    if (fresh.dataset.author !== document.body.dataset.me) count();
    document.dispatchEvent(new CustomEvent("talk:changed"));
    return;
  }
  const new_one = !old && after === all.at(-1);
  const at_end = is_at_end();
  const at = document.activeElement;
  const focused = old?.contains(at) && (at.matches("summary") ? ".message-menu > summary" : "summary, a");
  // Who has read it is told by itself, and stays.
  const seen = old?.querySelector(":scope > .message-seen");
  if (seen && !fresh.matches(".message-held")) fresh.append(seen);
  const next = old?.nextElementSibling;
  keep(() => {
    old?.remove();
    pending?.remove();
    if (after) after.after(fresh);
    else here.prepend(fresh);
    here.parentElement.querySelector(".talk-empty")?.remove();
    join(fresh);
    join(fresh.nextElementSibling);
    join(next);
  });
  if (focused) fresh.querySelector(focused)?.focus({ preventScroll: true });
  if (new_one && fresh.dataset.author === document.body.dataset.me) scroller().scrollTop = 0;
  else if (new_one && !at_end) count();
  prune();
  document.dispatchEvent(new CustomEvent("talk:changed"));
}

// What comes of a message that its author is just changing waits until they are done.
const waiting = new Map(); // id → the message as it is now

Turbo.StreamActions.message = function () {
  const here = list();
  if (here?.dataset.conversation !== this.getAttribute("conversation")) return;
  const fresh = this.templateContent.firstElementChild;
  if (!fresh) return;
  if (document.getElementById(fresh.id)?.matches(".message-changing")) waiting.set(fresh.id, fresh);
  else put(fresh);
};
document.addEventListener("talk:unchanging", (event) => {
  const fresh = waiting.get(event.target.id);
  waiting.delete(event.target.id);
  if (fresh) put(fresh);
});
document.addEventListener("turbo:load", () => waiting.clear());

/** Puts the line that says who has read it under the newest of one's own that others have. */
Turbo.StreamActions["message-seen"] = function () {
  const here = list();
  if (here?.dataset.conversation !== this.getAttribute("conversation")) return;
  const line = this.templateContent.firstElementChild;
  const message = line && document.getElementById(`message-${this.getAttribute("message")}`);
  keep(() => {
    for (const old of here.querySelectorAll(".message-seen")) old.remove();
    message?.append(line);
  });
};

// What is taken away leaves its neighbours to be joined anew.
document.addEventListener("turbo:before-stream-render", (event) => {
  const { action, target } = event.target;
  if (action !== "remove" || !target?.startsWith("message-")) return;
  const next = document.getElementById(target)?.nextElementSibling;
  const render = event.detail.render;
  event.detail.render = async (element) => {
    await render(element);
    join(next);
  };
});

document.addEventListener("click", (event) => {
  const bar = event.target.closest?.("#talk-new");
  if (!bar || list()?.hasAttribute("data-later")) return; // there it leads to the newest page
  event.preventDefault();
  scroller().scrollTop = 0;
  forget();
  document.querySelector(".talk-form textarea")?.focus({ preventScroll: true });
});

document.addEventListener("scroll", (event) => event.target === scroller() && is_at_end() && !list().hasAttribute("data-later") && forget(), { capture: true, passive: true });

// Further messages of a long conversation come into the same page.
document.addEventListener("click", async (event) => {
  const link = event.target.closest?.(".talk-more a");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const later = link.rel === "next";
  link.setAttribute("aria-busy", "true");
  let page;
  try {
    const answer = await fetch(link.href, { headers: { accept: "text/html", "x-turbo-request-id": "more" }, credentials: "same-origin" });
    if (!answer.ok) throw new Error();
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return Turbo.visit(link.href);
  } finally {
    link.removeAttribute("aria-busy");
  }
  const fresh = page.getElementById("messages");
  const further = page.querySelector(`.talk-more a[rel=${link.rel}]`);
  if (!fresh || !further || !link.isConnected) return;
  const known = new Set(messages().map((message) => message.id));
  const items = [...fresh.children].filter((each) => each.matches(".message") && !known.has(each.id));
  const edge = messages().at(later ? -1 : 0);
  hold(edge, () => {
    if (later) (edge?.after(...items), list().toggleAttribute("data-later", fresh.hasAttribute("data-later")));
    else list().prepend(...items);
    link.href = further.getAttribute("href");
    link.parentElement.hidden = further.parentElement.hidden;
    set_line();
    for (const message of messages()) join(message);
  });
  prune();
  if (later && !list().hasAttribute("data-later")) document.dispatchEvent(new CustomEvent("talk:at-end"));
  (later ? items[0] : items.at(-1))?.querySelector("a")?.focus({ preventScroll: true });
});

// A menu opens to where there is room for it, and again where the window becomes another.
document.addEventListener("toggle", ({ target }) => target.open && target.matches?.(".message-menu") && place(target), true);
addEventListener("resize", () => document.querySelectorAll(".message-menu[open]").forEach(place));

function place(menu) {
  const box = scroller().getBoundingClientRect();
  const at = menu.getBoundingClientRect();
  menu.classList.add("menu-placed");
  const list = menu.querySelector(".menu-list");
  const down = box.bottom - at.bottom > at.top - box.top;
  menu.classList.toggle("menu-down", down);
  menu.classList.toggle("menu-up", !down);
  const rtl = getComputedStyle(menu).direction === "rtl";
  const on = (rtl ? at.right - box.left : box.right - at.left) > list.offsetWidth + 8;
  menu.classList.toggle("menu-on", on);
  menu.classList.toggle("menu-back", !on);
}

// Opens at what is new; without it, at the newest, where the list begins by itself.
function open() {
  line = null;
  mind_line();
  const box = scroller();
  if (!box || location.hash.startsWith("#message-")) return;
  document.getElementById("unread-line")?.scrollIntoView({ block: "center" });
}
document.addEventListener("turbo:load", open);
