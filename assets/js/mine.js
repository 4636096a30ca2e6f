// Marks the reader's own things in fragments that are the same for everybody.
function mark() {
  const me = document.body.dataset.me;
  if (!me) return;
  for (const thing of document.querySelectorAll(`[data-author="${CSS.escape(me)}"]:not(.mine)`)) thing.classList.add("mine");
}
document.addEventListener("turbo:load", mark);
document.addEventListener("turbo:render", mark);
document.addEventListener("turbo:before-stream-render", (event) => {
  const render = event.detail.render;
  event.detail.render = async (element) => {
    await render(element);
    mark();
  };
});
