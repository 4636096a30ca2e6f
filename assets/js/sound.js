// A quiet sound when something new comes, for whoever asked for it: once in the whole browser, and not for what is read
// at once. It listens to the numbers that stand on every page; what is muted has none.

// What an open page shows is said to be read within this time; then the number falls again, on every page.
const SETTLES_MS = 1_500;
// How long pages hear each other out before one of them sounds.
const ASKS_MS = 250;
// Somebody who looks at a conversation reads what comes in it within this time, also where much comes together.
const READS_MS = 6_000;
// What comes within this time after a sound has had its sound.
const ENOUGH_MS = 3_000;
const KINDS = ["unread", "chats-unread"];

const me = Math.random();
const waits = new Map();
const pages = new BroadcastChannel("quiet-sound");
let context = null;
let asking = false;
let beaten = false;
let sounded = -Infinity;
let reads_until = -Infinity;

const wanted = () => document.body.dataset.sound === "on";
const whose = () => document.body.dataset.me ?? "";
const number_of = (kind) => parseInt(document.querySelector(`#${kind} [aria-hidden]`)?.textContent, 10) || 0;
const tell = (said) => pages.postMessage({ ...said, whose: whose() });

/** A browser lets a page sound only after somebody touched it. */
function wake() {
  if (!wanted() && !document.querySelector("[name=quiet_sound]")) return;
  context ??= new AudioContext();
  if (context.state === "suspended") context.resume();
}

/** Two short soft tones, the second higher. */
function sound() {
  const begin = context.currentTime + 0.02;
  for (const [place, pitch] of [587, 784].entries()) {
    const tone = context.createOscillator();
    const loud = context.createGain();
    const at = begin + place * 0.12;
    tone.frequency.value = pitch;
    loud.gain.setValueAtTime(0, at);
    loud.gain.linearRampToValueAtTime(0.05, at + 0.02);
    loud.gain.exponentialRampToValueAtTime(0.0001, at + 0.3);
    tone.connect(loud).connect(context.destination);
    tone.start(at);
    tone.stop(at + 0.32);
  }
}

/** Does somebody look at the list in which it stands? Of a conversation the number falls by itself. */
function looked_at(kind) {
  const list = kind === "unread" ? "/notices" : "/chat";
  return document.visibilityState === "visible" && location.pathname === list;
}

function risen(kind, before) {
  if (looked_at(kind)) {
    tell({ seen: kind });
    return;
  }
  if (waits.has(kind)) return;
  const settle = () => {
    // What is just read in some window of this browser falls again; what came elsewhere besides is heard then.
    const rest = reads_until - Date.now();
    if (rest > 0) return waits.set(kind, setTimeout(settle, rest));
    waits.delete(kind);
    if (number_of(kind) > before) ask();
  };
  waits.set(kind, setTimeout(settle, SETTLES_MS));
}

/** Whichever of the pages that would sound has the smallest number does; the others hear that it did. */
function ask() {
  if (asking || context?.state !== "running" || Date.now() - sounded < ENOUGH_MS) return;
  asking = true;
  beaten = false;
  tell({ asks: me });
  setTimeout(() => {
    if (!asking) return;
    asking = false;
    if (beaten) return;
    sounded = Date.now();
    tell({ sounded: true });
    sound();
  }, ASKS_MS);
}

pages.onmessage = ({ data }) => {
  if (data.whose !== whose()) return;
  if (data.sounded) {
    sounded = Date.now();
    asking = false;
  } else if (data.reads) {
    reads_until = data.reads;
  } else if (data.seen) {
    clearTimeout(waits.get(data.seen));
    waits.delete(data.seen);
  } else if (data.asks < me) {
    beaten = true;
  }
};

document.addEventListener("turbo:before-stream-render", (event) => {
  const kind = event.target.target;
  if (!wanted() || !KINDS.includes(kind)) return;
  const before = number_of(kind);
  const render = event.detail.render;
  event.detail.render = async (element) => {
    await render(element);
    if (number_of(kind) > before) risen(kind, before);
  };
});
// A message came into the conversation at which somebody looks in this window.
document.addEventListener("talk:changed", () => {
  if (!wanted() || document.visibilityState !== "visible" || !document.hasFocus()) return;
  reads_until = Date.now() + READS_MS;
  tell({ reads: reads_until });
});
for (const touch of ["pointerdown", "keydown"]) document.addEventListener(touch, wake, { capture: true });
// Whoever ticks it hears what they chose.
document.addEventListener("change", async ({ target }) => {
  if (target.name !== "quiet_sound" || !target.checked) return;
  wake();
  await context.resume();
  sound();
});
