// Writing in a conversation: Enter sends where there is a keyboard, a draft is kept while one looks elsewhere, an
// answer says what it answers, and others see that somebody writes.
import * as Turbo from "./turbo.js";

const TYPING_MS = 3_000;
const SHOWN_MS = 5_000;

const form_of = (node) => node?.closest?.("form[data-talk]");
const draft = (form) => `talk-draft:${document.body.dataset.me}:${form.getAttribute("action")}`;
const fingers = matchMedia("(hover: none) and (pointer: coarse)");
let said = -TYPING_MS;

document.addEventListener("keydown", (event) => {
  const form = form_of(event.target);
  if (!form || event.target.name !== "body" || event.isComposing || event.defaultPrevented) return;
  if (event.key === "Enter" && !event.shiftKey && !event.altKey && !fingers.matches) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.key === "Escape" && form.elements.answers.value) {
    event.preventDefault();
    answer(form, "", null);
  } else if (event.key === "ArrowUp" && !event.target.value) {
    // The last of one's own, to be changed.
    const own = [...document.querySelectorAll(".message-own .message-menu a[href$='/edit']")].at(-1);
    if (own) (event.preventDefault(), Turbo.visit(own.href));
  }
});

function grow(text) {
  if (CSS.supports("field-sizing", "content")) return;
  text.style.blockSize = "auto";
  text.style.blockSize = `${text.scrollHeight + 2}px`;
}

function keep(form) {
  const text = form.elements.body;
  const typed = text.value;
  // A page that is drawn anew leaves it alone, and nobody is asked: it is kept.
  form.toggleAttribute("data-written", !!typed);
  form.toggleAttribute("data-kept", !!typed);
  grow(text);
  try {
    if (typed) sessionStorage.setItem(draft(form), typed);
    else sessionStorage.removeItem(draft(form));
  } catch {
    // no room: it stands in the page
  }
}

document.addEventListener("input", (event) => {
  const form = form_of(event.target);
  if (!form || event.target.name !== "body") return;
  keep(form);
  const topic = form.closest("[data-topic]")?.dataset.topic;
  if (topic && event.target.value && event.timeStamp - said > TYPING_MS) {
    said = event.timeStamp;
    document.dispatchEvent(new CustomEvent("live:typing", { detail: topic }));
  }
});

document.addEventListener("talk:sent", (event) => {
  answer(event.target, "", null);
  keep(event.target);
  said = -TYPING_MS;
});
document.addEventListener("reset", (event) => {
  const form = form_of(event.target);
  if (form) setTimeout(() => (answer(form, "", null), keep(form)));
});

/** Says above the text what it answers. */
function answer(form, id, words) {
  form.elements.answers.value = id;
  const bar = form.querySelector("#talk-answering");
  if (!bar) return;
  bar.hidden = !id;
  bar.querySelector("[data-words]").replaceChildren(...(words ?? []));
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-reply]");
  const form = document.querySelector("form[data-talk]");
  if (link && form) {
    event.preventDefault();
    const message = link.closest(".message");
    const who = document.createElement("strong");
    who.textContent = message.querySelector(".person-name, .message-bubble > .unseen")?.textContent ?? "";
    const text = message.querySelector(".prose")?.textContent ?? message.querySelector(".photos img")?.alt ?? message.querySelector(".message-file-name")?.textContent ?? "";
    link.closest("details").open = false;
    answer(form, link.dataset.reply, [who, ` ${text.trim().slice(0, 120)}`]);
    form.elements.body.focus();
  } else if (event.target.closest?.("[data-answer-none]") && form) {
    event.preventDefault();
    answer(form, "", null);
    form.elements.body.focus();
  }
  const copy = event.target.closest?.("[data-copy]");
  if (copy) {
    // The clipboard's own script needs a secure context, and this box has none.
    const range = document.createRange();
    range.selectNodeContents(copy.closest(".message").querySelector(".prose"));
    const chosen = getSelection();
    chosen.removeAllRanges();
    chosen.addRange(range);
    document.execCommand("copy");
    chosen.removeAllRanges();
    copy.closest("details").open = false;
    copy.closest("details").querySelector("summary").focus();
  }
  // A message that is on the page is found there.
  const jump = event.target.closest?.("[data-jump]");
  const found = jump && document.getElementById(`message-${jump.dataset.jump}`);
  if (found) {
    event.preventDefault();
    point(found);
  }
});

function point(message) {
  message.scrollIntoView({ block: "center" });
  message.classList.remove("message-found");
  void message.offsetWidth; // so that it shines again
  message.classList.add("message-found");
  message.setAttribute("tabindex", "-1");
  message.focus({ preventScroll: true });
}

let fading = 0;
Turbo.StreamActions.typing = function () {
  const place = document.getElementById(this.target);
  if (!place) return;
  place.replaceChildren(this.templateContent);
  clearTimeout(fading);
  fading = setTimeout(() => place.replaceChildren(), SHOWN_MS);
};
document.addEventListener("talk:changed", () => document.getElementById("talk-typing")?.replaceChildren());

/** What was typed here before. */
function recall(form) {
  const text = form.elements.body;
  const kept = sessionStorage.getItem(draft(form));
  if (kept && !text.value) text.value = kept;
  keep(form);
}
document.addEventListener("talk:opened", (event) => recall(event.target));

function open() {
  const form = document.querySelector("form[data-talk]");
  if (!form) return;
  const text = form.elements.body;
  recall(form);
  const found = /^#message-\d+$/.test(location.hash) && document.querySelector(location.hash);
  if (found) point(found);
  else if (!fingers.matches || form.elements.answers.value) text.focus({ preventScroll: true });
}
document.addEventListener("turbo:load", open);

// A phone's keyboard lies over the page: what is written stays above it.
function fit() {
  const view = window.visualViewport;
  const covered = document.querySelector(".talk") && view && view.scale === 1 && innerHeight - view.height > 80;
  document.body.style.blockSize = covered ? `${view.height}px` : "";
  if (covered) scrollTo(0, 0);
}
window.visualViewport?.addEventListener("resize", fit);
