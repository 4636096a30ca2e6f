// Asks before a page is left in which somebody has written something that is not sent.
import * as Turbo from "./turbo.js";

// What is kept as a draft is not lost.
const written = () => document.querySelector("form[data-written]:not([data-kept])");
// A button with an address of its own looks at what was written, and does not send it.
const sends = (event) => !event.submitter?.hasAttribute("formaction");
let asking = true;
// A page that fetches itself anew leaves the form alone in which somebody writes (turbo.js): nothing is asked.
let anew = false;
const visit = Turbo.session.visit.bind(Turbo.session);
Turbo.session.visit = (address, how) => {
  anew = !!how?.refresh;
  try {
    visit(address, how);
  } finally {
    anew = false;
  }
};

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.hasAttribute("data-guard")) form.setAttribute("data-written", "");
});
document.addEventListener("submit", (event) => sends(event) && event.target.removeAttribute("data-written"));
document.addEventListener("reset", (event) => event.target.removeAttribute("data-written"));

// A form that could not be sent still holds what was typed.
document.addEventListener("turbo:submit-end", (event) => {
  const { success, fetchResponse } = event.detail;
  if (!success && !fetchResponse && event.target.hasAttribute("data-guard")) event.target.setAttribute("data-written", "");
});
// So does one that came back with problems; it is marked only now, since a marked form is not drawn anew.
document.addEventListener("turbo:render", () => {
  for (const form of document.querySelectorAll("form[data-guard]")) {
    if (form.querySelector(".problems, [aria-invalid]")) form.setAttribute("data-written", "");
  }
});

window.addEventListener("beforeunload", (event) => {
  if (written() && asking) event.preventDefault();
});

document.addEventListener("turbo:before-visit", (event) => {
  const form = written();
  if (!form || anew) return;
  if (window.confirm(form.dataset.guard)) form.removeAttribute("data-written");
  else event.preventDefault();
});

// Signing out on purpose is not asked about twice.
document.addEventListener("click", (event) => {
  asking = !event.target.closest?.("[data-leave]");
});
