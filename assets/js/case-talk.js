// Closes the form of a talk in a case when the case is closed, and opens it again with what was typed: at once, on a page that is open.
import * as Turbo from "./turbo.js";

const closed = (place) => place.querySelector(".case-closed");
const form = (place) => place.querySelector("form")?.closest(".card");

/** Behind the words that it is closed the form waits out of sight and out of reach; what was typed in it stands under them. */
function close(place, words) {
  const line = form(place);
  const typed = line?.querySelector("textarea")?.value.trim() ?? "";
  const [said, unsent] = words.children;
  if (typed) {
    unsent.querySelector("blockquote").textContent = typed;
    said.append(unsent);
  }
  const writes = line?.contains(document.activeElement);
  closed(place)?.remove();
  place.prepend(said);
  if (line) line.hidden = line.inert = true;
  if (writes) said.focus({ preventScroll: true });
}

/** A page on which it was closed from the beginning has no form: it is fetched. */
function open(place) {
  const line = form(place);
  if (!line) return Turbo.session.refresh(location.href);
  const reads = closed(place)?.contains(document.activeElement);
  closed(place)?.remove();
  line.hidden = line.inert = false;
  if (reads) line.querySelector("textarea").focus({ preventScroll: true });
}

Turbo.StreamActions.case = function () {
  const place = document.getElementById(this.target);
  if (!place) return;
  // A change without words comes with an empty template.
  if (this.templateContent.firstElementChild) close(place, this.templateContent);
  else open(place);
};
