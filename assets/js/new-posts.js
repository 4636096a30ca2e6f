// What arrives at the top of a stream waits behind a bar, so that nothing moves under a reader's eyes.

const stream_of = (bar) => document.getElementById(bar.getAttribute("aria-controls"));
const bar_for = (stream) => document.querySelector(`[data-new-posts][aria-controls="${CSS.escape(stream.id)}"]`);

function count(bar) {
  const number = stream_of(bar).querySelectorAll(":scope > [data-waits]").length;
  const words = bar.dataset.words.split("|"); // for 1, 2, … and last: for more
  bar.hidden = number === 0;
  bar.querySelector("[data-words-shown]").textContent = words[Math.min(number, words.length) - 1] ?? "";
}

document.addEventListener("turbo:before-stream-render", (event) => {
  const change = event.target;
  const stream = document.getElementById(change.target);
  const bar = stream && bar_for(stream);
  if (!bar || change.action !== "prepend") return;
  for (const item of change.templateElement.content.children) {
    // What one has just written oneself is no news.
    if (item.dataset.author && item.dataset.author === document.body.dataset.me) continue;
    item.hidden = true;
    item.setAttribute("data-waits", "");
  }
  const render = event.detail.render;
  event.detail.render = async (element) => {
    await render(element);
    count(bar);
  };
});

document.addEventListener("click", (event) => {
  const bar = event.target.closest?.("[data-new-posts]");
  if (!bar) return;
  const waiting = [...stream_of(bar).querySelectorAll(":scope > [data-waits]")];
  for (const item of waiting) {
    item.hidden = false;
    item.removeAttribute("data-waits");
  }
  count(bar);
  const first = waiting[0];
  if (first) {
    first.setAttribute("tabindex", "-1");
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "start" });
  }
});
