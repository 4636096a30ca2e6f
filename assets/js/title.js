// Keeps the number of unread notices in the title of the window, too: there a page in the background shows it.
document.addEventListener("turbo:before-stream-render", (event) => {
  if (event.target.target !== "unread") return;
  const render = event.detail.render;
  event.detail.render = async (element) => {
    await render(element);
    const title = document.querySelector("title[data-plain]");
    const number = document.querySelector("#unread [aria-hidden]")?.textContent.trim();
    if (title) document.title = (number ? `(${number}) ` : "") + title.dataset.plain;
  };
});
