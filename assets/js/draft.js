// Keeps what stands in a composer as a draft: a few seconds after the last key, and at once when the page is left.

const PAUSE_MS = 3_000;
const LONGEST_MS = 10_000;
const waiting = new WeakMap(); // form → { timer, since }

const form_of = (node) => node?.closest?.("form[data-draft]");
const forms = () => document.querySelectorAll("form[data-draft]");

// Photos that did not travel yet are sent with the post.
const waits_to_travel = (form) => form.querySelector("[data-picked] li");

/** What stands in the form, with the photos that are kept already and what is typed beside them. */
function fields(form) {
  const all = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  if (waits_to_travel(form)) all.push(["with-photos", "yes"]);
  return new URLSearchParams(all);
}

function say(form, words) {
  const place = form.querySelector("#draft-state");
  // A reader is not told the same twice.
  if (place && place.textContent !== words) place.textContent = words;
}

function stop(form) {
  clearTimeout(waiting.get(form)?.timer);
  waiting.delete(form);
}

async function keep(form) {
  stop(form);
  const sent = fields(form);
  try {
    const address = `${form.dataset.draft}?quiet=yes`;
    const answer = await fetch(address, { method: "POST", body: sent, credentials: "same-origin", keepalive: true });
    if (!answer.ok) return plan(form, LONGEST_MS);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    say(form, page.body.textContent.trim());
    // Nothing would be lost any more, but for photos that did not travel.
    const whole = sent.toString() === fields(form).toString() && !waits_to_travel(form);
    if (whole) form.setAttribute("data-kept", "");
  } catch {
    plan(form, LONGEST_MS); // without the network it is tried again
  }
}

function plan(form, pause) {
  if (!form.isConnected) return;
  const { timer, since } = waiting.get(form) ?? { timer: 0, since: Date.now() };
  clearTimeout(timer);
  const rest = Math.max(0, since + LONGEST_MS - Date.now());
  waiting.set(form, { since, timer: setTimeout(() => keep(form), Math.min(pause, rest)) });
}

for (const kind of ["input", "change"]) {
  document.addEventListener(kind, (event) => {
    const form = form_of(event.target);
    if (!form || event.target.type === "file") return;
    form.removeAttribute("data-kept");
    plan(form, PAUSE_MS);
  });
}

// What is sent is kept no more. A button with an address of its own only looks at it, or keeps it.
document.addEventListener(
  "submit",
  (event) => form_of(event.target) && !event.submitter?.hasAttribute("formaction") && stop(event.target),
  true,
);
document.addEventListener("reset", (event) => form_of(event.target) && stop(event.target));

function flush() {
  for (const form of forms()) if (waiting.has(form)) keep(form);
}
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && flush());
window.addEventListener("pagehide", flush);
document.addEventListener("turbo:before-render", flush);
