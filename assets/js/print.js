// Opens the browser's own print window: slips, sheets. Without a script the browser's menu does it, so the button shows itself.

document.addEventListener("turbo:load", () => {
  for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
});

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-print]")) window.print();
});
