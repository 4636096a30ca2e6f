// Keeps the number of what is unread, notices and conversations, in the title of the window, too: there a page in the
// background shows it.
const MOST = 99;

const number_in = (id) => document.querySelector(`#${id} [aria-hidden]`)?.textContent.trim() ?? "";

document.addEventListener("turbo:before-stream-render", (event) => {
  if (!["unread", "chats-unread"].includes(event.target.target)) return;
  const render = event.detail.render;
  event.detail.render = async (element) => {
    await render(element);
    const title = document.querySelector("title[data-plain]");
    if (!title) return;
    const numbers = ["unread", "chats-unread"].map(number_in);
    const all = numbers.reduce((sum, words) => sum + (parseInt(words, 10) || 0), 0);
    const shown = all > MOST || numbers.some((words) => words.endsWith("+")) ? `${MOST}+` : all;
    document.title = (all ? `(${shown}) ` : "") + title.dataset.plain;
  };
});
