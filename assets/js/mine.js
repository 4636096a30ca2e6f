// Makes what is sent live the reader's own: marks their things, and gives its forms the page's token.

/** A fragment is sent without the token; any form that the page came with has it. */
function fillTokens() {
  const empty = document.querySelectorAll('input[name="same_site"][value=""]');
  const token = document.querySelector('input[name="same_site"]:not([value=""])')?.value;
  if (token) for (const input of empty) input.setAttribute("value", token);
}

function mark() {
  fillTokens();
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
