// Reads texts aloud by a voice that the device itself has for their language. Only who asked for it loads this.

// Never a voice that sends the text somewhere: this house has no Internet, and the words are nobody else's.
const voices = () => (window.speechSynthesis?.getVoices() ?? []).filter((voice) => voice.localService);
const PIECE_CHARS = 220; // some engines stop by themselves in a long piece
const WRITINGS = {
  Latn: /\p{Script=Latin}/gu,
  Arab: /\p{Script=Arabic}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Grek: /\p{Script=Greek}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Deva: /\p{Script=Devanagari}/gu,
  Beng: /\p{Script=Bengali}/gu,
  Taml: /\p{Script=Tamil}/gu,
  Thai: /\p{Script=Thai}/gu,
  Geor: /\p{Script=Georgian}/gu,
  Armn: /\p{Script=Armenian}/gu,
  Ethi: /\p{Script=Ethiopic}/gu,
  Kore: /\p{Script=Hangul}/gu,
  Jpan: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Hans: /\p{Script=Han}/gu,
};

let reading = null; // { group, pieces, at, voice }

/** The writing of a text: the one of which it has the most letters. */
function writing_of(text) {
  const counts = Object.entries(WRITINGS).map(([name, letters]) => [name, text.match(letters)?.length ?? 0]);
  const [name, most] = counts.reduce((best, each) => (each[1] > best[1] ? each : best));
  if (!most) return "";
  // Japanese mixes its own letters among Chinese ones.
  return name === "Hans" && text.match(WRITINGS.Jpan) ? "Jpan" : name;
}

function writing_in(language) {
  try {
    const { script } = new Intl.Locale(language).maximize();
    return script === "Hant" ? "Hans" : script;
  } catch {
    return "";
  }
}

/** A voice for a language: of the same country where there is one, else of the same language. */
function voice_of(language) {
  const wanted = language.toLowerCase();
  const own = (voice) => voice.lang.replace("_", "-").toLowerCase();
  const short = (tag) => tag.split("-")[0];
  const fits = voices().filter((voice) => short(own(voice)) === short(wanted));
  return fits.find((voice) => own(voice) === wanted) ?? fits.find((voice) => voice.default) ?? fits[0];
}

/** The voice for a text: its language is what the page says, unless its letters say otherwise. */
function voice_for(text, element) {
  const writing = writing_of(text);
  if (!writing) return null;
  const said = element.closest("[lang]").lang;
  const guesses = [said, ...navigator.languages];
  // Of a writing of its own the device's voice is a good guess; Latin letters may be a hundred languages.
  if (writing !== "Latn") guesses.push(...voices().map((voice) => voice.lang));
  for (const language of guesses.filter((each) => writing_in(each) === writing)) {
    const voice = voice_of(language);
    if (voice) return voice;
  }
  return null;
}

/** What a button reads: the text before it, or the part of a book under its heading. */
function parts(group) {
  const before = group.previousElementSibling;
  if (!before?.matches("h2")) return [before];
  const found = [before];
  for (let next = group.nextElementSibling; next && !next.matches("h2"); next = next.nextElementSibling) found.push(next);
  return found;
}
const words = (group) => parts(group).map((part) => part?.innerText ?? "").join("\n");

/** A text in pieces of some sentences, so that going on after a pause begins near where it stopped. */
function pieces_of(text, language) {
  const sentences = (line) => {
    if (!Intl.Segmenter) return line.split(/(?<=[.!?…。！？؟])\s+/u);
    return [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(line)].map((each) => each.segment);
  };
  const pieces = [];
  for (const line of text.split(/\n+/).map((each) => each.trim()).filter(Boolean)) {
    let piece = "";
    for (const sentence of sentences(line)) {
      if (piece && piece.length + sentence.length > PIECE_CHARS) {
        pieces.push(piece);
        piece = "";
      }
      piece += sentence;
    }
    if (piece.trim()) pieces.push(piece);
  }
  return pieces;
}

/** `idle`, `speaking` or `paused`: which words the button says, and whether it can be stopped. */
function show(group, state) {
  const [button, stop] = group.querySelectorAll("button");
  group.dataset.state = state;
  button.dataset.aloud = { idle: "start", speaking: "pause", paused: "on" }[state];
  if (state === "idle" && document.activeElement === stop) button.focus();
  stop.hidden = state === "idle";
  for (const part of parts(group)) part?.toggleAttribute("data-read-now", state !== "idle");
}

function say() {
  const mine = reading;
  // A page that was refreshed may have taken the text away.
  if (!mine.group.isConnected || mine.at >= mine.pieces.length) return stop();
  const said = new SpeechSynthesisUtterance(mine.pieces[mine.at]);
  said.voice = mine.voice;
  said.lang = mine.voice.lang;
  said.onend = () => {
    if (reading !== mine || mine.group.dataset.state !== "speaking" || mine.said !== said) return;
    mine.at += 1;
    say();
  };
  said.onerror = () => reading === mine && mine.said === said && stop();
  mine.said = said; // kept, since some engines forget to end what nobody holds
  speechSynthesis.speak(said);
}

function stop() {
  const last = reading;
  reading = null;
  if (!last) return;
  last.said = null;
  speechSynthesis.cancel();
  show(last.group, "idle");
}

function start(group) {
  stop();
  const text = words(group);
  const voice = voice_for(text, group);
  if (!voice) return;
  reading = { group, voice, pieces: pieces_of(text, voice.lang), at: 0, said: null };
  show(group, "speaking");
  say();
}

function pause(group) {
  if (reading?.group !== group) return;
  reading.said = null;
  speechSynthesis.cancel();
  show(group, "paused");
}

function go_on(group) {
  if (reading?.group !== group) return start(group);
  show(group, "speaking");
  say();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-aloud]");
  const does = { start, pause, on: go_on, stop }[button?.dataset.aloud];
  does?.(button.closest(".aloud"));
});

/** Gives each text a button where there is a voice for it. */
function offer() {
  const pattern = document.getElementById("aloud");
  if (!pattern) return;
  const give = (after) => {
    if (after.nextElementSibling?.matches(".aloud")) return;
    const group = pattern.content.firstElementChild.cloneNode(true);
    after.after(group);
    if (!voice_for(words(group), after)) group.remove();
  };
  for (const text of document.querySelectorAll("main .prose:not(.book)")) give(text);
  for (const heading of document.querySelectorAll("main .book > h2")) give(heading);
  if (reading && !reading.group.isConnected) stop();
  const none = document.querySelector("[data-aloud-none]");
  if (none && voices().length) none.hidden = !!voice_of(document.documentElement.lang);
}

window.speechSynthesis?.addEventListener?.("voiceschanged", offer);
document.addEventListener("turbo:load", offer);
document.addEventListener("turbo:render", offer);
document.addEventListener("turbo:before-stream-render", (event) => {
  const render = event.detail.render;
  event.detail.render = async (element) => {
    await render(element);
    offer();
  };
});
document.addEventListener("turbo:before-cache", stop);
document.addEventListener("turbo:before-render", (event) => event.detail.renderMethod === "morph" || stop());
window.addEventListener("pagehide", stop);
offer();
