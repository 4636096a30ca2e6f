// Keeps the sentence "Seen by …" true while somebody chooses an audience. The server writes it.

const PAUSE_MS = 150;
const timers = new WeakMap();

async function refresh(fieldset) {
  const sentence = document.getElementById(fieldset.dataset.sentence);
  if (!sentence) return;
  const asked = new URLSearchParams();
  for (const input of fieldset.querySelectorAll("input:checked, select, input[type=text]")) {
    if (!input.disabled && input.name) asked.append(input.name, input.value);
  }
  const address = `${fieldset.dataset.address}?${asked}`;
  fieldset.dataset.asked = address;
  try {
    const answer = await fetch(address, { headers: { accept: "text/html" }, credentials: "same-origin" });
    const words = (await answer.text()).trim();
    // A later choice may have been answered first.
    if (answer.ok && fieldset.dataset.asked === address) {
      const page = new DOMParser().parseFromString(words, "text/html");
      sentence.textContent = page.body.textContent.trim();
    }
  } catch {
    // Without the network the old sentence stays; the server decides in any case.
  }
}

function showDetails(fieldset) {
  for (const detail of fieldset.querySelectorAll("[data-when]")) {
    const chosen = fieldset.querySelector(`input[value="${CSS.escape(detail.dataset.when)}"]`);
    detail.hidden = !chosen?.checked;
  }
}

document.addEventListener("change", (event) => {
  const fieldset = event.target.closest?.("fieldset[data-audience]");
  if (!fieldset) return;
  showDetails(fieldset);
  clearTimeout(timers.get(fieldset));
  timers.set(fieldset, setTimeout(() => refresh(fieldset), PAUSE_MS));
});

// A composer that was sent and emptied has its first audience again.
document.addEventListener("reset", (event) => {
  const fieldset = event.target.querySelector?.("fieldset[data-audience]");
  if (!fieldset) return;
  setTimeout(() => {
    showDetails(fieldset);
    refresh(fieldset);
  });
});

const begin = () => document.querySelectorAll("fieldset[data-audience]").forEach(showDetails);
document.addEventListener("turbo:load", begin);
document.addEventListener("turbo:render", begin);
