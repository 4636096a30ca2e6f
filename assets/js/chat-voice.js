// Closes the line one writes in where one may not write any more, and opens it again: at once, on a page that is open, and
// with all that was typed and chosen. Why it is closed is said in its place.
import * as Turbo from "./turbo.js";

const talk = () => document.querySelector(".talk[data-voice]");
const form = () => talk()?.querySelector("form[data-talk]");
const closed = () => document.getElementById("talk-closed");

/** Behind the words that it is closed a form waits out of sight and out of reach, as it is. */
function settle() {
  const line = form();
  if (!line) return;
  const shut = !!closed();
  line.hidden = shut;
  line.inert = shut;
}

function close(words) {
  const old = closed();
  if (old) old.replaceWith(words);
  else form()?.before(words);
}

/** What is said over the line one writes in: what will wait, and how much one can still send today. */
function say(fresh) {
  const line = form();
  line.querySelectorAll(":scope > .waits").forEach((old) => old.remove());
  line.querySelector(":scope > .talk-answering").after(...fresh.querySelectorAll(":scope > .waits"));
}

function open(fresh) {
  if (form()) say(fresh);
  else {
    fresh.elements.same_site.value = document.querySelector("#act input[name=same_site]")?.value ?? "";
    closed()?.before(fresh);
  }
  closed()?.remove();
}

Turbo.StreamActions.voice = function () {
  if (talk()?.dataset.voice !== this.getAttribute("topic")) return;
  const fresh = this.templateContent.firstElementChild;
  const had_form = !!form();
  const writes = form()?.contains(document.activeElement) || closed()?.contains(document.activeElement);
  if (fresh.matches("form")) open(fresh);
  else close(fresh);
  settle();
  // What was typed before there was no form is kept elsewhere.
  if (!had_form && form()) form().dispatchEvent(new CustomEvent("talk:opened", { bubbles: true }));
  if (writes) (closed() ?? form()?.elements.body)?.focus({ preventScroll: true });
};

// A page that was fetched anew says by itself whether it is closed; the form in which somebody wrote is still the old one.
for (const kind of ["turbo:load", "turbo:render", "turbo:morph"]) document.addEventListener(kind, settle);
