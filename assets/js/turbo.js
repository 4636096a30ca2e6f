// Turns links and forms into quick changes of page; without it every page still works.
import * as Turbo from "./turbo.js";

// Nothing may be fetched before somebody asks for it: some looks are recorded.
Turbo.config.drive.progressBarDelay = 300;
// A button that is disabled while its form is sent would lose the focus.
Turbo.config.forms.submitter = "aria-disabled";
document.addEventListener("turbo:before-prefetch", (event) => event.preventDefault());

// A form that somebody is writing in is left alone when the page round it is refreshed, also where the page that comes has none:
// then all of what it stands in stays.
document.addEventListener("turbo:before-morph-element", (event) => {
  if (!event.detail.newElement && event.target.querySelector?.("form[data-written]")) event.preventDefault();
  if (event.target.matches?.("form[data-written], form:has([data-picked] > li), .message-changing, details[open], .new-posts, .aloud")) event.preventDefault();
});

// What a script has opened or hidden must not be kept in the copy for the Back button.
document.addEventListener("turbo:before-cache", () => {
  for (const menu of document.querySelectorAll("details.menu[open]")) menu.open = false;
});

// After a form has come back with problems, begin at the list of them.
document.addEventListener("turbo:render", () => document.querySelector(".problems")?.focus());
