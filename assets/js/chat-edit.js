// "Edit" turns a message into its form where it stands. Escape goes back to it, saving shows what it says now, and an error
// comes back beside what was typed. What comes of the message meanwhile waits until its form is gone.
import * as Turbo from "./turbo.js";

const FORM = "form[data-edit-here]";
const fingers = matchMedia("(hover: none) and (pointer: coarse)");

const message_of = (node) => node.closest(".message");

function grow(text) {
  if (CSS.supports("field-sizing", "content")) return;
  text.style.blockSize = "auto";
  text.style.blockSize = `${text.scrollHeight + 2}px`;
}

async function begin(link) {
  const message = message_of(link);
  const { id } = message;
  const there = message.querySelector(FORM);
  if (there) return there.elements.body.focus();
  let form = null;
  try {
    const answer = await fetch(`${link.href}?here=yes`, { headers: { accept: "text/html" }, credentials: "same-origin" });
    if (answer.ok && !answer.redirected) form = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(FORM);
  } catch {
    // the page below says what is wrong
  }
  if (!form) return Turbo.visit(link.href);
  // It may have been drawn anew while the form was asked for.
  const now = document.getElementById(id);
  if (!now || now.querySelector(FORM)) return;
  now.querySelector("details.message-menu").open = false;
  now.querySelector(".message-bubble").append(document.importNode(form, true));
  now.classList.add("message-changing");
  const text = now.querySelector(FORM).elements.body;
  grow(text);
  text.focus({ preventScroll: true });
  text.setSelectionRange(text.value.length, text.value.length);
  text.form.scrollIntoView({ block: "nearest" });
}

/** The message stands there again, and whoever changed it goes on beside it. */
function end(form) {
  const message = message_of(form);
  form.remove();
  message.classList.remove("message-changing");
  message.querySelector(".message-menu > summary")?.focus({ preventScroll: true });
  message.dispatchEvent(new CustomEvent("talk:unchanging", { bubbles: true }));
}

function say(form, words) {
  const place = form.querySelector("[data-problem]");
  place.hidden = !words;
  place.querySelector("[data-words]").textContent = words;
  if (words) form.elements.body.setAttribute("aria-invalid", "true");
  else form.elements.body.removeAttribute("aria-invalid");
}

async function save(form) {
  let words = "";
  let answer = null;
  try {
    answer = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      headers: { accept: "text/vnd.turbo-stream.html, text/html" },
      credentials: "same-origin",
    });
    words = await answer.text();
  } catch {
    answer = null;
  }
  form.dispatchEvent(new CustomEvent("courtyard:sent", { bubbles: true }));
  if (!form.isConnected) return;
  if (answer?.ok && answer.headers.get("content-type")?.startsWith("text/vnd.turbo-stream.html")) {
    end(form);
    return Turbo.renderStreamMessage(words);
  }
  const problem = answer && new DOMParser().parseFromString(words, "text/html").querySelector(`${FORM} [data-problem]:not([hidden])`);
  say(form, problem?.textContent.trim() || (answer ? form.dataset.notTaken : form.dataset.noNetwork));
  form.elements.body.focus();
}

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-edit-none]")) return end(event.target.closest(FORM));
  const link = event.target.closest?.(".message-own .message-menu a[href$='/edit']");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  begin(link);
});

document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.(FORM);
  if (!form || event.isComposing || event.defaultPrevented) return;
  if (event.key === "Escape") {
    event.preventDefault();
    end(form);
  } else if (event.key === "Enter" && event.target.name === "body" && !event.shiftKey && !event.altKey && !fingers.matches) {
    event.preventDefault();
    form.requestSubmit();
  }
});

document.addEventListener("input", (event) => event.target.closest?.(FORM) && event.target.name === "body" && grow(event.target));

document.addEventListener(
  "submit",
  (event) => {
    if (!event.target.matches?.(FORM)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    save(event.target);
  },
  true,
);
