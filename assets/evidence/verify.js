// Checks a pack of evidence in the browser, from a file and without a network, as `courtyard verify` does: form, hashes,
// signature, chain, and the hashes of what was said. Reads nothing but the file that somebody chose.

"use strict";

const words = JSON.parse(document.getElementById("words").textContent);
const list = JSON.parse(document.getElementById("list").textContent);
const utf8 = new TextEncoder();

/** What does not hold, in words for people. */
class Broken extends Error {}

function broken(key, detail = "") {
  throw new Broken(detail ? `${words[key]} ${detail}` : words[key]);
}

const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

function unhex(text, bytes) {
  if (typeof text !== "string" || !/^(?:[0-9a-f]{2})*$/.test(text) || (bytes && text.length !== 2 * bytes)) return null;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function same(a, b) {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

const text = (bytes) => {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

async function sha256(bytes) {
  // A page from a file has the browser's own hashes in most browsers; where it has not, ours give the same.
  if (globalThis.crypto?.subtle) return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return noble.sha256(bytes);
}

// --- the zip file: every byte has its one place ---------------------------------------------------

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Reads numbers one after the other and compares them with what has to stand there. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
  }
  take(count) {
    if (this.at + count > this.bytes.length) broken("form");
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }
  two() {
    const [low, high] = this.take(2);
    return low | (high << 8);
  }
  four() {
    this.take(4);
    return this.view.getUint32(this.at - 4, true);
  }
  twos(...expected) {
    for (const number of expected) if (this.two() !== number) broken("form");
  }
  fours(...expected) {
    for (const number of expected) if (this.four() !== number) broken("form");
  }
  peek() {
    return this.at + 4 <= this.bytes.length ? this.view.getUint32(this.at, true) : 0;
  }
}

/** Names and contents in their order, where this is the file that a box writes of them and no other. */
function entries(bytes) {
  const reader = new Reader(bytes);
  const found = [];
  while (reader.peek() === 0x04034b50) {
    const at = reader.at;
    reader.fours(0x04034b50);
    reader.twos(20, 1 << 11, 0, 0, 33);
    const crc = reader.four();
    const size = reader.four();
    reader.fours(size);
    const nameLong = reader.two();
    reader.twos(0);
    const nameBytes = reader.take(nameLong);
    const content = reader.take(size);
    const name = text(nameBytes);
    if (name === null || crc32(content) !== crc || found.some((entry) => entry.name === name)) broken("form");
    found.push({ name, nameBytes, content, crc, at });
  }
  const from = reader.at;
  for (const { nameBytes, content, crc, at } of found) {
    reader.fours(0x02014b50);
    reader.twos(20, 20, 1 << 11, 0, 0, 33);
    reader.fours(crc, content.length, content.length);
    reader.twos(nameBytes.length, 0, 0, 0, 0);
    reader.fours(0, at);
    if (!same(reader.take(nameBytes.length), nameBytes)) broken("form");
  }
  const long = reader.at - from;
  reader.fours(0x06054b50);
  reader.twos(0, 0, found.length, found.length);
  reader.fours(long, from);
  reader.twos(0);
  if (reader.at !== bytes.length) broken("form");
  return found;
}

// --- the record -----------------------------------------------------------------------------------

/** The bytes that are hashed: each part with its sort and its length before it. */
class Canonical {
  constructor() {
    this.parts = [];
  }
  number(value) {
    if (value === null) return this.parts.push(Uint8Array.of(0));
    if (!Number.isSafeInteger(value)) broken("entry");
    const bytes = new Uint8Array(9);
    bytes[0] = 1;
    new DataView(bytes.buffer).setBigInt64(1, BigInt(value), true);
    return this.parts.push(bytes);
  }
  bytes(value) {
    if (value === null) return this.parts.push(Uint8Array.of(0));
    const head = new Uint8Array(9);
    head[0] = 2;
    new DataView(head.buffer).setBigUint64(1, BigInt(value.length), true);
    return this.parts.push(head, value);
  }
  text(value) {
    if (value !== null && typeof value !== "string") broken("entry");
    return this.bytes(value === null ? null : utf8.encode(value));
  }
  hash() {
    const whole = new Uint8Array(this.parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of this.parts) {
      whole.set(part, at);
      at += part.length;
    }
    return noble.blake3(whole);
  }
}

function link(prev, content) {
  const hash = new Canonical();
  hash.number(2);
  hash.bytes(prev);
  hash.bytes(content);
  return hash.hash();
}

const optional = (value) => (value === null ? null : (unhex(value) ?? broken("entry")));

function hashOf(entry) {
  const prev = unhex(entry.prev, 32) ?? broken("entry", entry.seq);
  const fields = (hash) => {
    for (const name of ["seq", "boot", "monotonic_ms", "at", "actor"]) hash.number(entry[name]);
    for (const name of ["time_trust", "actor_role", "device", "act", "kind"]) hash.text(entry[name]);
    hash.number(entry.item);
    hash.number(entry.case);
    hash.text(entry.reason_code);
    hash.text(entry.reason);
    hash.bytes(optional(entry.before));
    hash.bytes(optional(entry.after));
  };
  const hash = new Canonical();
  if (entry.form === 1) {
    fields(hash);
    hash.bytes(prev);
    return hash.hash();
  }
  hash.number(entry.form);
  fields(hash);
  hash.bytes(optional(entry.salt));
  return link(prev, hash.hash());
}

function walk(pieces) {
  const chain = { linked: 0, loose: 0, ends: [], after: new Map() };
  let open = null;
  const close = () => {
    if (open === null) return;
    const { stretch, next, prev } = open;
    if (next !== stretch.to + 1 || hex(prev) !== stretch.head) broken("chain", `${stretch.from}–${stretch.to}`);
    chain.ends.push(stretch);
    open = null;
  };
  for (const piece of pieces) {
    const keys = Object.keys(piece);
    if (keys.length !== 1) broken("head", "audit.jsonl");
    const value = piece[keys[0]];
    if (keys[0] === "stretch") {
      close();
      open = { stretch: value, next: value.from, prev: unhex(value.prev, 32) ?? broken("chain") };
    } else if (keys[0] === "link") {
      const content = unhex(value.content, 32);
      if (open === null || content === null || value.seq !== open.next) broken("entry", value.seq);
      open.prev = link(open.prev, content);
      open.next += 1;
    } else if (keys[0] === "entry") {
      const found = hashOf(value);
      const follows = open !== null && value.seq === open.next && value.form === 2 && value.prev === hex(open.prev);
      if (!follows || hex(found) !== value.hash) broken("entry", value.seq);
      open.prev = found;
      open.next += 1;
      chain.linked += 1;
      chain.after.set(value.seq, value.after);
    } else if (keys[0] === "loose") {
      close();
      if (hex(hashOf(value)) !== value.hash) broken("entry", value.seq);
      chain.loose += 1;
      chain.after.set(value.seq, value.after);
    } else {
      broken("head", "audit.jsonl");
    }
  }
  close();
  return chain;
}

// --- the pack -------------------------------------------------------------------------------------

function parsed(files, name) {
  const content = files.get(name);
  const read = content && text(content);
  if (typeof read !== "string") broken("head", name);
  try {
    if (name.endsWith(".json")) return JSON.parse(read);
    return read.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
  } catch {
    return broken("head", name);
  }
}

function signatureOf(content, manifest) {
  const lines = /^courtyard-signature 1\nkey ([0-9a-f]{64})\nsignature ([0-9a-f]{128})\n$/.exec(text(content) ?? "");
  if (!lines) broken("signature");
  const [key, signature] = [unhex(lines[1]), unhex(lines[2])];
  const begin = utf8.encode("courtyard-evidence 1\n");
  const signed = new Uint8Array(begin.length + manifest.length);
  signed.set(begin);
  signed.set(manifest, begin.length);
  let holds = false;
  try {
    // As strictly as the program: no key or signature in a form of its own.
    holds = noble.verify(signature, signed, key, { zip215: false });
  } catch {
    holds = false;
  }
  if (!holds) broken("signature");
  return lines[1];
}

async function check(bytes) {
  const found = entries(bytes);
  const last = found.slice(-2).map((entry) => entry.name);
  if (last[0] !== "manifest.sha256" || last[1] !== "signature.txt") broken("order");
  const [manifest, signature] = found.slice(-2).map((entry) => entry.content);
  const known = (text(manifest) ?? "").split("\n");
  let listed = "";
  for (const { name, content } of found.slice(0, -2)) {
    const line = `${hex(await sha256(content))}  ${name}`;
    if (!known.includes(line)) broken("file", name);
    listed += `${line}\n`;
  }
  if (!same(utf8.encode(listed), manifest)) broken("file", "manifest.sha256");
  const key = signatureOf(signature, manifest);
  const files = new Map(found.map((entry) => [entry.name, entry.content]));
  const head = parsed(files, "pack.json");
  if (head.format !== "courtyard-evidence" || head.version !== 1 || head.key !== key) broken("head", "pack.json");
  const chain = walk(parsed(files, "audit.jsonl"));
  const said = parsed(files, "messages.jsonl");
  let proved = 0;
  for (const each of said) {
    if (each.entry === null || each.hashed === null || each.text === null) continue;
    const hash = hex(noble.blake3(utf8.encode(each.hashed)));
    if (chain.after.get(each.entry) !== hash || !each.hashed.startsWith(each.text)) broken("text", `${each.kind} ${each.id}`);
    proved += 1;
  }
  const under = (folder) => found.filter((entry) => entry.name.startsWith(folder)).length;
  return { head, key, chain, said: said.length, proved, media: under("media/"), documents: under("documents/") };
}

// --- what people see ------------------------------------------------------------------------------

const grouped = (digits) => digits.match(/.{1,4}/g).join(" ");

/** A hash in the words of the daily sheet (base/spoken.rs). */
function spoken(digits) {
  const bytes = unhex(digits, 32);
  let sum = 0;
  for (const byte of bytes) {
    const value = sum ^ byte;
    sum = ((value << 1) ^ (value & 0x80 ? 0x1d : 0)) & 0xff;
  }
  return [...bytes, sum].map((byte) => list[byte]).join(" ");
}

function show(facts) {
  const target = document.getElementById("facts");
  target.replaceChildren();
  for (const [label, value] of facts) {
    const term = document.createElement("dt");
    const detail = document.createElement("dd");
    term.textContent = label;
    detail.textContent = value;
    detail.dir = "auto";
    target.append(term, detail);
  }
}

function tell(result, message) {
  const verdict = document.getElementById("verdict");
  verdict.textContent = message;
  verdict.dataset.result = result;
}

document.getElementById("pack").addEventListener("change", async (event) => {
  const file = event.target.files[0];
  if (!file) return;
  show([]);
  tell("", words.checking);
  try {
    const { head, key, chain, said, proved, media, documents } = await check(new Uint8Array(await file.arrayBuffer()));
    const ends = chain.ends.map(({ to, head: hash, sheet }) => [
      `${words.end} ${to}`,
      `${sheet === null ? words.no_sheet : `${words.sheet} ${sheet}`}: ${spoken(hash)} · ${grouped(hash)}`,
    ]);
    show([
      [words.site, head.site],
      [words.made, head.made_at],
      [words.reason, head.reason],
      [words.key, grouped(key)],
      [words.said, said],
      [words.proved, proved],
      [words.media, media],
      [words.documents, documents],
      [words.linked, chain.linked],
      [words.loose, chain.loose],
      ...ends,
    ]);
    tell("holds", words.holds);
  } catch (error) {
    // What the script did not foresee is no reason to believe a pack.
    tell("broken", error instanceof Broken ? `${words.broken} ${error.message}` : `${words.broken} ${words.form}`);
  }
});
