// Offers names while `@` or `#` is typed in a text: arrows choose, Enter or Tab takes, Escape closes.
const PAUSE_MS = 120;
const MARK = /(?:^|[\s([{"'¡¿.,;:!?«“])([@#])([\p{L}\p{M}\p{N}_.\-]{0,32})$/u;

let field = null; // the text that is written in, while a list is open or asked for
let list = null;
let timer = 0;
let asked = 0;

const options = () => [...(list?.querySelectorAll("[role=option]") ?? [])];
const chosen = () => list?.querySelector("[aria-selected=true]");
// A line that asks for a person is nothing but a name; in a longer text a name begins with its mark.
const isLine = (text) => text.matches("input");
const marked = (text) => {
  if (isLine(text)) return ["", "@", text.value.trim().replace(/^@/, "")];
  return text.selectionStart === text.selectionEnd ? MARK.exec(text.value.slice(0, text.selectionStart)) : null;
};

function address(text, mark) {
  const to = new URL(text.dataset.suggest, location.href);
  to.searchParams.set("kind", mark[1] === "@" ? "people" : "tags");
  to.searchParams.set("q", mark[2]);
  for (const input of text.form?.querySelectorAll("fieldset[data-audience] input:checked, fieldset[data-audience] select") ?? []) {
    if (!input.disabled && input.name) to.searchParams.append(input.name, input.value);
  }
  return to;
}

function say(words) {
  let place = document.getElementById("suggest-said");
  if (!place) {
    place = document.createElement("div");
    place.id = "suggest-said";
    place.className = "unseen";
    place.setAttribute("role", "status");
    document.body.append(place);
  }
  place.textContent = words;
}

function close() {
  clearTimeout(timer);
  asked += 1;
  list?.remove();
  list = null;
  for (const name of ["aria-controls", "aria-activedescendant"]) field?.removeAttribute(name);
  field = null;
}

function choose(option) {
  for (const each of options()) each.setAttribute("aria-selected", String(each === option));
  field.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function take(option) {
  const text = field;
  const mark = marked(text);
  close();
  if (!mark) return;
  if (isLine(text)) {
    text.value = option.dataset.name.slice(1);
    return;
  }
  const begin = text.selectionStart - mark[2].length - 1;
  text.setRangeText(`${option.dataset.name} `, begin, text.selectionStart, "end");
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

async function ask(text, mark) {
  const turn = (asked += 1);
  let answer;
  try {
    answer = await fetch(address(text, mark), { headers: { accept: "text/html" }, credentials: "same-origin" });
  } catch {
    return; // without the network one writes the name oneself
  }
  const words = answer.ok ? await answer.text() : "";
  // Something was typed meanwhile, or the field was left.
  if (turn !== asked || document.activeElement !== text) return;
  let drawn = new DOMParser().parseFromString(words, "text/html").querySelector("[role=listbox]");
  list?.remove();
  // A name that is typed whole needs no list over the button that comes next.
  const all = drawn?.querySelectorAll("[role=option]") ?? [];
  if (isLine(text) && all.length === 1 && all[0].dataset.name === `@${mark[2]}`) drawn = null;
  list = drawn;
  if (!drawn) {
    field?.removeAttribute("aria-activedescendant");
    field?.removeAttribute("aria-controls");
    return;
  }
  field = text;
  (text.closest(".joined") ?? text).after(drawn);
  text.setAttribute("aria-autocomplete", "list");
  text.setAttribute("aria-controls", drawn.id);
  // A press must not take the cursor out of the text.
  drawn.addEventListener("pointerdown", (event) => event.preventDefault());
  drawn.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) take(option);
  });
  choose(options()[0]);
  say(drawn.dataset.said);
}

function plan(text) {
  clearTimeout(timer);
  const mark = marked(text);
  if (mark) timer = setTimeout(() => ask(text, mark), PAUSE_MS);
  else close();
}

document.addEventListener("input", (event) => {
  if (event.target.matches?.("[data-suggest]") && !event.isComposing) plan(event.target);
});

// An empty line offers whom one knows.
document.addEventListener("focusin", (event) => {
  if (event.target.matches?.("input[data-suggest]") && !event.target.value) plan(event.target);
});

document.addEventListener(
  "keydown",
  (event) => {
    if (!list || event.target !== field || event.isComposing) return;
    const all = options();
    const place = all.indexOf(chosen());
    if (event.key === "ArrowDown") choose(all[(place + 1) % all.length]);
    else if (event.key === "ArrowUp") choose(all[(place + all.length - 1) % all.length]);
    else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey) take(chosen());
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  },
  true,
);

document.addEventListener("focusout", (event) => event.target === field && close());
document.addEventListener("turbo:before-cache", close);
