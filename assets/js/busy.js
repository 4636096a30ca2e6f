// Shows that something is being waited for, once it takes longer than 300 ms, and lets no form go twice.

const PATIENCE_MS = 300;
const waiting = new WeakMap();

function begin(form, button) {
  form.setAttribute("aria-busy", "true");
  const timer = setTimeout(() => button?.classList.add("waiting-ring"), PATIENCE_MS);
  waiting.set(form, { button, timer });
}

function end(form) {
  const state = waiting.get(form);
  if (!state) return;
  waiting.delete(form);
  clearTimeout(state.timer);
  state.button?.classList.remove("waiting-ring");
  form.removeAttribute("aria-busy");
}

document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (form.method === "get" || form.method === "dialog") return;
    if (waiting.has(form)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    begin(form, event.submitter ?? form.querySelector("button:not([type=button])"));
    // A form that no script takes over leaves the page; should it not, it may be sent again after a while.
    if (form.dataset.turbo === "false") setTimeout(() => end(form), 8000);
  },
  true,
);
document.addEventListener("turbo:submit-end", (event) => end(event.target));
document.addEventListener("courtyard:sent", (event) => end(event.target));
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[aria-busy]")) end(form);
});
