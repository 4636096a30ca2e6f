// Opens the browser's own print window: slips, sheets.

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-print]")) window.print();
});
