// Puts the photos of an album in order: by dragging, and by the buttons without losing one's place on the page.
let held = null; // the row that is dragged, and what stood after it

const rows = (list) => [...list.querySelectorAll(":scope > li")];

function begin() {
  for (const grip of document.querySelectorAll("[data-order] [data-grip]")) grip.hidden = false;
}

function say(words) {
  const place = document.querySelector("[data-order-said]");
  if (place) place.textContent = words;
}

/** Sends where a photo goes, and shows the order that the box then gives. */
async function move(row, fields, step) {
  const form = row.querySelector("form");
  const list = row.closest("[data-order]");
  const body = new URLSearchParams(new FormData(form));
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  let fresh = null;
  try {
    const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin", headers: { accept: "text/html" } });
    if (answer.ok) fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-order]");
  } catch {
    // without the network the page says so itself when it is loaded anew
  }
  if (!fresh) return location.reload();
  list.replaceWith(fresh);
  begin();
  const now = fresh.querySelector(`[data-photo="${row.dataset.photo}"]`);
  const place = Number(fresh.dataset.earlier) + rows(fresh).indexOf(now) + 1;
  const figure = place.toLocaleString(document.documentElement.lang || undefined);
  say(now ? fresh.dataset.said.replace("%", figure) : fresh.dataset.saidAway);
  if (step) (now ?? fresh).querySelector(`button[value="${step}"]`)?.focus();
}

function drop(keep) {
  const { row, after } = held;
  held = null;
  row.classList.remove("order-held");
  const list = row.closest("[data-order]");
  if (!keep) return list.insertBefore(row, after);
  const next = row.nextElementSibling?.dataset.photo ?? list.dataset.next;
  if (row.nextElementSibling !== after) move(row, next ? { before: next } : { step: "last" });
}

document.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest?.("[data-grip]");
  if (!grip || event.button !== 0 || held) return;
  event.preventDefault();
  const row = grip.closest("li");
  held = { row, after: row.nextElementSibling };
  row.classList.add("order-held");
});

// The others make room: were the row itself taken out and put in again, a finger would lose it.
document.addEventListener("pointermove", (event) => {
  if (!held) return;
  const { row } = held;
  const middle = (other) => other.getBoundingClientRect().top + other.offsetHeight / 2;
  while (row.previousElementSibling && event.clientY < middle(row.previousElementSibling)) row.after(row.previousElementSibling);
  while (row.nextElementSibling && event.clientY > middle(row.nextElementSibling)) row.before(row.nextElementSibling);
  if (event.clientY < 96) scrollBy(0, -16);
  else if (event.clientY > innerHeight - 96) scrollBy(0, 16);
});

document.addEventListener("pointerup", () => held && drop(true));
document.addEventListener("pointercancel", () => held && drop(false));
document.addEventListener("keydown", (event) => {
  if (held && event.key === "Escape") drop(false);
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest?.("[data-order] .order-steps");
  const step = event.submitter?.value;
  if (!form || !step) return;
  event.preventDefault();
  move(form.closest("li"), { step }, step);
});

document.addEventListener("turbo:load", begin);
document.addEventListener("turbo:render", begin);
