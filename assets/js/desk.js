// Keys at the desk: each thing that has one says so itself (`data-key`), and the page shows it.
const WRITES = "input, textarea, select, [contenteditable]";

document.addEventListener("keydown", (event) => {
  if (document.body.dataset.keys === "off") return;
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
  if (event.key.length !== 1 || event.target.closest?.(WRITES)) return;
  const thing = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!thing || thing.disabled) return;
  event.preventDefault();
  // What needs a reason first asks for it.
  const needed = thing.dataset.needs && document.getElementById(thing.dataset.needs);
  if (needed && !needed.value) needed.focus();
  else thing.click();
});
