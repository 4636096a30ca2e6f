// Says what has been read, once somebody looks at it; keeps the numbers and the list of conversations true.
import * as Turbo from "./turbo.js";

const PAUSE_MS = 2_000;
const SPREAD_MS = 1_000;
let timer = 0;
let sent = 0;

const list = () => document.getElementById("messages");
const same_site = () => document.querySelector("#act input[name=same_site]")?.value ?? "";

/** The newest that somebody sees now; 0 where nobody looks. */
function seen() {
  const here = list();
  const box = document.getElementById("talk-scroll");
  if (!here || !box || document.visibilityState !== "visible" || !document.hasFocus()) return 0;
  const end = box.getBoundingClientRect().bottom + 8;
  const shown = [...here.querySelectorAll(".message[data-place]")].findLast((each) => each.getBoundingClientRect().bottom <= end + each.offsetHeight / 2);
  return Number(shown?.dataset.place ?? 0);
}

async function tell() {
  timer = 0;
  const here = list();
  const place = seen();
  if (!here || place <= Number(here.dataset.read)) return;
  sent = Date.now();
  here.dataset.read = place;
  try {
    const answer = await fetch(`/chat/${here.dataset.conversation}/read`, {
      method: "POST",
      body: new URLSearchParams({ same_site: same_site(), place }),
      headers: { accept: "text/vnd.turbo-stream.html" },
      credentials: "same-origin",
    });
    if (!answer.ok) throw new Error(answer.statusText);
    Turbo.renderStreamMessage(await answer.text());
    renew();
  } catch {
    here.dataset.read = 0; // without the network, or where the box was busy, it is said later
  }
}

function plan() {
  if (timer || seen() <= Number(list()?.dataset.read ?? 0)) return;
  const rest = Math.max(0, sent + PAUSE_MS - Date.now());
  timer = setTimeout(tell, rest ? rest + Math.random() * SPREAD_MS : 0);
}

for (const kind of ["talk:changed", "turbo:load", "visibilitychange"]) document.addEventListener(kind, plan);
window.addEventListener("focus", plan);
// What was not said, or not seen yet when the page was laid out, is looked at again.
setInterval(plan, 2 * PAUSE_MS);
document.addEventListener("scroll", (event) => event.target.id === "talk-scroll" && plan(), { capture: true, passive: true });

let renewing = 0;
/** Fetches the rows of the list anew, a little later: what comes together is drawn once. */
function renew() {
  clearTimeout(renewing);
  if (!document.getElementById("chat-list")) return;
  renewing = setTimeout(async () => {
    const place = document.getElementById("chat-list");
    if (!place) return;
    const { open, before } = place.dataset;
    const which = open ? `?open=${open}` : before ? `?before=${before}` : "";
    try {
      const answer = await fetch(`/chat/list${which}`, { headers: { accept: "text/html" }, credentials: "same-origin" });
      if (!answer.ok || answer.redirected) return;
      const fresh = document.createElement("div");
      fresh.innerHTML = await answer.text();
      Turbo.morphChildren(place, fresh);
    } catch {
      // the next word of the box tries again
    }
  }, 150 + Math.random() * 350);
}
Turbo.StreamActions["chat-list"] = renew;
document.addEventListener("talk:changed", renew);

let anew = 0;
Turbo.StreamActions["talk-anew"] = function () {
  clearTimeout(anew);
  anew = setTimeout(() => Turbo.session.refresh(location.href), Math.random() * 3_000);
};
