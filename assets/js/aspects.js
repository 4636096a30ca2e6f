// After a menu of aspects was saved in its place, the focus is where it was: on the menu, or on what is wrong.
document.addEventListener("turbo:frame-render", (event) => {
  const frame = event.target;
  if (!frame.matches(".aspects-of")) return;
  (frame.querySelector("details[open] .problems") ?? frame.querySelector("summary"))?.focus();
});
