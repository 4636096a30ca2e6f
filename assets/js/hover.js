// A person's name, held under the pointer or reached by Tab, shows them in short. The link itself stays the way there.
const WAIT_MS = 450;
const GRACE_MS = 250;

let link = null; // whose card is open or on its way
let card = null;
let waiting = 0;
let leaving = 0;

const person = (node) => node.closest?.("a.person-name[href^='/people/']");
const inside = (node) => card?.contains(node) || (link && link === person(node));

function close() {
  clearTimeout(waiting);
  clearTimeout(leaving);
  card?.remove();
  card = link = null;
}

/** Under the name, or over it where there is more room; always whole in the window. */
function place() {
  const name = link.getBoundingClientRect();
  const size = card.getBoundingClientRect();
  const rtl = getComputedStyle(link).direction === "rtl";
  const left = rtl ? name.right - size.width : name.left;
  const below = name.bottom + size.height + 12 < innerHeight || name.top < size.height + 12;
  card.style.left = `${Math.max(8, Math.min(left, innerWidth - size.width - 8))}px`;
  card.style.top = `${below ? name.bottom + 4 : name.top - size.height - 4}px`;
}

async function show(target) {
  let words = "";
  try {
    const answer = await fetch(`${new URL(target.href).pathname}/card`, { headers: { accept: "text/html" }, credentials: "same-origin" });
    if (answer.ok) words = await answer.text();
  } catch {
    return; // without the network the link is enough
  }
  if (link !== target || !target.isConnected) return;
  card = new DOMParser().parseFromString(words, "text/html").querySelector(".hover-card");
  if (!card) return;
  // Right after the name, so that Tab goes from it into the card.
  target.after(card);
  place();
}

function plan(target) {
  if (target === link) return clearTimeout(leaving);
  close();
  link = target;
  waiting = setTimeout(() => show(target), WAIT_MS);
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return; // a finger follows the link
  const target = person(event.target);
  if (inside(event.target)) clearTimeout(leaving);
  else if (target) plan(target);
});

document.addEventListener("pointerout", (event) => {
  if (!link || !inside(event.target) || (event.relatedTarget && inside(event.relatedTarget))) return;
  clearTimeout(leaving);
  // Whoever works in the card by keyboard keeps it.
  leaving = setTimeout(() => card?.contains(document.activeElement) || close(), GRACE_MS);
});

document.addEventListener("focusin", (event) => {
  const target = person(event.target);
  if (link && !inside(event.target)) close();
  if (target && !card?.contains(target) && target.matches(":focus-visible")) plan(target);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !link) return;
  const back = card?.contains(document.activeElement) ? link : null;
  close();
  back?.focus();
  close(); // focusing it again plans no new card
});

document.addEventListener("scroll", (event) => card && !card.contains(event.target) && close(), { capture: true, passive: true });
addEventListener("resize", close);
document.addEventListener("turbo:before-cache", close);
document.addEventListener("turbo:before-render", close);
