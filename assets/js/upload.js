// Photos in a form: choose, drop or paste them, describe each, and see how far they have travelled. In a form that is
// kept as a draft each travels as soon as it is chosen, and waits there with the text. In a message documents, too.
import * as Turbo from "./turbo.js";

const chosen = new WeakMap(); // form → [{ file, address, alt }], documents with `paper` instead of the last two

const form_of = (node) => node?.closest?.("form[data-upload]");
const photos_of = (form) => chosen.get(form) ?? chosen.set(form, []).get(form);
const picker_of = (form) => form.querySelector("input[type=file]:not([data-documents])");
const documents_of = (form) => form.querySelector("input[data-documents]");
const kept_rows = (form) => [...form.querySelectorAll("[data-kept-photos] > li:not([hidden])")];

function say(form, words) {
  const place = form.querySelector("[data-upload-problem]");
  if (!place) return;
  place.hidden = !words;
  place.querySelector("[data-words]").textContent = words ?? "";
}

function add(form, files) {
  const photos = photos_of(form);
  const settings = form.dataset;
  const problems = new Set();
  for (const file of files) {
    const picture = !file.type || file.type.startsWith("image/");
    if (is_document(form, file)) add_document(form, file, problems);
    else if (!picture || !picker_of(form)) problems.add(documents_of(form)?.dataset.notDocument ?? settings.notPhoto);
    else if (file.size > Number(settings.bytesMax)) problems.add(settings.tooLarge.replace("%name%", file.name));
    else if (photos.filter(({ paper }) => !paper).length + kept_rows(form).length >= Number(settings.photosMax)) problems.add(settings.tooMany);
    else {
      const photo = { file, address: URL.createObjectURL(file), alt: "" };
      photos.push(photo);
      travels(form, photo);
    }
  }
  say(form, [...problems].join(" "));
  if (photos.length && form.hasAttribute("data-guard")) form.setAttribute("data-written", "");
  draw(form);
}

/** Does this form take it as a document? What it is, its name says; the box looks at what is in it. */
function is_document(form, file) {
  const endings = documents_of(form)?.accept.split(",") ?? [];
  return endings.some((ending) => file.name.toLowerCase().endsWith(ending));
}

function add_document(form, file, problems) {
  const picked = photos_of(form);
  const settings = documents_of(form).dataset;
  if (file.size > Number(settings.bytesMax)) problems.add(form.dataset.tooLarge.replace("%name%", file.name));
  else if (picked.filter(({ paper }) => paper).length >= Number(settings.most)) problems.add(settings.tooMany);
  else picked.push({ file, paper: true });
}

/** How large it is, as the box says it once it is sent: cut to one digit after the point, below ten. */
function size_words(bytes) {
  const [unit, of] = bytes < 1000 ? ["byte", 1] : bytes < 1_000_000 ? ["kilobyte", 1000] : ["megabyte", 1_000_000];
  const words = new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, unitDisplay: unit === "byte" ? "long" : "short" });
  const whole = bytes / of;
  return words.format(whole < 10 ? Math.floor(whole * 10) / 10 : Math.floor(whole));
}

/** The row of a chosen document. */
function document_row(form, paper) {
  const row = form.querySelector("template[data-picked-document]").content.firstElementChild.cloneNode(true);
  const { name, size } = paper.file;
  row.querySelector("[data-sort]").textContent = name.split(".").at(-1).toLowerCase();
  row.querySelector("[data-name]").textContent = name;
  row.querySelector("[data-size]").textContent = size_words(size);
  const remove = row.querySelector("button");
  remove.setAttribute("aria-label", `${remove.getAttribute("aria-label")}: ${name}`);
  remove.addEventListener("click", () => {
    const picked = photos_of(form);
    picked.splice(picked.indexOf(paper), 1);
    draw(form);
    documents_of(form).focus();
  });
  return row;
}

function draw(form) {
  const list = form.querySelector("[data-picked]");
  const pattern = form.querySelector("template[data-picked-photo]");
  const photos = photos_of(form);
  list.replaceChildren(
    ...photos.map((photo, place) => {
      if (photo.paper) return document_row(form, photo);
      const row = pattern.content.firstElementChild.cloneNode(true);
      const alt = row.querySelector("input");
      row.querySelector("img").src = photo.address;
      photo.row = row;
      alt.id = `${form.id}-alt-${place}`;
      alt.value = photo.alt;
      row.querySelector("label").htmlFor = alt.id;
      alt.addEventListener("input", () => (photo.alt = alt.value));
      const remove = row.querySelector("button");
      remove.setAttribute("aria-label", `${remove.getAttribute("aria-label")} ${place + 1}`);
      remove.addEventListener("click", () => {
        URL.revokeObjectURL(photo.address);
        photos.splice(place, 1);
        draw(form);
        picker_of(form).focus();
      });
      return row;
    }),
  );
}

const travelling = new WeakMap(); // form → the promise that all chosen until now have arrived

/** One photo after the other, so that they stay in the order in which they were chosen. */
function travels(form, photo) {
  if (!form.dataset.draft) return;
  const all = (travelling.get(form) ?? Promise.resolve()).then(() => keep(form, photo));
  travelling.set(form, all);
  all.then(() => travelling.get(form) === all && travelling.delete(form));
}

/** Keeps a photo with what stands in its form. One that does not arrive stays here, and is sent with the post. */
async function keep(form, photo) {
  if (!form.isConnected || !photos_of(form).includes(photo)) return;
  const body = new FormData();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  body.append(picker_of(form).name, photo.file, photo.file.name);
  body.append("alt", photo.alt);
  try {
    const answer = await fetch(`${form.dataset.draft}?quiet=yes`, { method: "POST", body, credentials: "same-origin" });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const row = page.querySelector("li.picked-photo");
    const words = page.body.firstChild?.textContent.trim() ?? "";
    if (!row) return say(form, words);
    arrives(form, photo, document.importNode(row, true));
    const place = form.querySelector("#draft-state");
    if (place) place.textContent = words;
    if (!photos_of(form).length) form.setAttribute("data-kept", "");
  } catch {
    // Without the network it is sent with the post.
  }
}

/** The row of a photo that waits here becomes that of one that is kept; whoever is describing it goes on. */
function arrives(form, photo, row) {
  const photos = photos_of(form);
  const place = photos.indexOf(photo);
  if (place < 0) row.querySelector("[name=left-out]").checked = row.hidden = true; // taken out on its way
  const typed = photo.row?.querySelector("input");
  const alt = row.querySelector("[name=kept-alt]");
  const writes = typed && typed === document.activeElement;
  const at = typed?.selectionStart;
  const changed = alt.value !== photo.alt;
  alt.value = photo.alt;
  form.querySelector("[data-kept-photos]").append(row);
  if (place >= 0) photos.splice(place, 1);
  photo.row?.remove();
  URL.revokeObjectURL(photo.address);
  if (writes) {
    alt.focus();
    alt.setSelectionRange(at, at);
  }
  if (changed || place < 0) alt.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-leave-out]");
  const form = button?.form;
  if (!form) return;
  const row = button.closest("li");
  const tick = row.querySelector("[name=left-out]");
  tick.checked = true;
  row.hidden = true;
  tick.dispatchEvent(new Event("change", { bubbles: true }));
  picker_of(form)?.focus();
});

document.addEventListener("change", (event) => {
  const form = form_of(event.target);
  if (!form || (event.target !== picker_of(form) && event.target !== documents_of(form))) return;
  const files = [...event.target.files];
  event.target.value = "";
  add(form, files);
});

document.addEventListener("paste", (event) => {
  const form = form_of(event.target);
  const files = [...(event.clipboardData?.files ?? [])];
  if (!form || !files.length) return;
  event.preventDefault();
  add(form, files);
});

for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const form = form_of(event.target);
    if (!form || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("drop-here", kind === "dragover");
    if (kind === "drop") add(form, event.dataTransfer.files);
  });
}

document.addEventListener("submit", (event) => {
  const form = form_of(event.target);
  // What is on its way arrives first, whatever is done with the form then.
  const all = form && travelling.get(form);
  if (all) {
    event.preventDefault();
    event.stopImmediatePropagation();
    const bar = form.querySelector("progress");
    bar.hidden = false;
    bar.removeAttribute("value");
    const { submitter } = event;
    all.then(() => {
      finished(form);
      form.requestSubmit(submitter);
    });
    return;
  }
  // Photos travel with the post, and not when it is only looked at or kept.
  if (event.submitter?.hasAttribute("formaction")) return;
  if (!form || event.defaultPrevented || !photos_of(form).length) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  send(form, event.submitter);
}, true);

function send(form, submitter) {
  const body = new FormData(form, submitter);
  const [photos, documents] = [picker_of(form)?.name, documents_of(form)?.name];
  for (const name of [photos, documents]) if (name) body.delete(name);
  for (const { file, alt, paper } of photos_of(form)) {
    body.append(paper ? documents : photos, file, file.name);
    if (!paper) body.append("alt", alt);
  }
  const bar = form.querySelector("progress");
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("accept", "text/vnd.turbo-stream.html, text/html, application/xhtml+xml");
  request.upload.onprogress = (step) => {
    bar.hidden = false;
    if (step.lengthComputable) bar.value = step.loaded / step.total;
    // All sent: the box is now turning and measuring the pictures, and nobody knows for how long.
    if (step.loaded === step.total) bar.removeAttribute("value");
  };
  request.onload = () => arrived(form, request);
  request.onerror = request.ontimeout = () => {
    finished(form);
    say(form, form.dataset.noNetwork);
    form.setAttribute("data-written", "");
  };
  say(form, null);
  form.removeAttribute("data-written");
  request.send(body);
}

function finished(form) {
  const bar = form.querySelector("progress");
  bar.hidden = true;
  bar.value = 0;
  form.dispatchEvent(new CustomEvent("courtyard:sent", { bubbles: true }));
}

function arrived(form, request) {
  finished(form);
  const ok = request.status >= 200 && request.status < 300;
  if (ok) {
    const sent = photos_of(form);
    chosen.delete(form);
    draw(form); // first, so that no copy of the page still asks for their addresses
    for (const { address } of sent) if (address) URL.revokeObjectURL(address);
  }
  const kind = request.getResponseHeader("content-type") ?? "";
  if (ok && kind.startsWith("text/vnd.turbo-stream.html")) {
    Turbo.renderStreamMessage(request.responseText);
    form.reset();
    draw(form);
  } else if (ok) {
    Turbo.visit(request.responseURL || location.href, { action: "replace" });
  } else {
    failed(form, request);
  }
}

/** Shows the problems that the server found; text, photos and descriptions stay as they are. */
function failed(form, request) {
  form.setAttribute("data-written", "");
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  const found = [...page.querySelectorAll(".problems li, .problem")].map((each) => each.textContent.trim());
  const words = [...new Set(found)].join(" ");
  say(form, words || form.dataset.notTaken);
  form.querySelector("[data-upload-problem]")?.scrollIntoView({ block: "nearest" });
}
