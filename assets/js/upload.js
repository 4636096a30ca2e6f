// Photos in a form: choose, drop or paste them, describe each, and see how far they have travelled.
import * as Turbo from "./turbo.js";

const chosen = new WeakMap(); // form → [{ file, address, alt }]

const form_of = (node) => node?.closest?.("form[data-upload]");
const photos_of = (form) => chosen.get(form) ?? chosen.set(form, []).get(form);
const picker_of = (form) => form.querySelector("input[type=file]");

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
    if (file.type && !file.type.startsWith("image/")) problems.add(settings.notPhoto);
    else if (file.size > Number(settings.bytesMax)) problems.add(settings.tooLarge.replace("%name%", file.name));
    else if (photos.length >= Number(settings.photosMax)) problems.add(settings.tooMany);
    else photos.push({ file, address: URL.createObjectURL(file), alt: "" });
  }
  say(form, [...problems].join(" "));
  if (photos.length && form.hasAttribute("data-guard")) form.setAttribute("data-written", "");
  draw(form);
}

function draw(form) {
  const list = form.querySelector("[data-picked]");
  const pattern = form.querySelector("template[data-picked-photo]");
  const photos = photos_of(form);
  list.replaceChildren(
    ...photos.map((photo, place) => {
      const row = pattern.content.firstElementChild.cloneNode(true);
      const alt = row.querySelector("input");
      row.querySelector("img").src = photo.address;
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

document.addEventListener("change", (event) => {
  const form = form_of(event.target);
  if (!form || event.target !== picker_of(form)) return;
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
  // Photos travel with the post, and not when it is only looked at or kept.
  if (event.submitter?.hasAttribute("formaction")) return;
  if (!form || event.defaultPrevented || !photos_of(form).length) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  send(form, event.submitter);
}, true);

function send(form, submitter) {
  const body = new FormData(form, submitter);
  const name = picker_of(form).name;
  body.delete(name);
  for (const { file, alt } of photos_of(form)) {
    body.append(name, file, file.name);
    body.append("alt", alt);
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
    for (const { address } of sent) URL.revokeObjectURL(address);
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
