// Fetches what the pages use of other people's work, pinned by version and checked by hash.
//
// Run `node assets/vendor/fetch.mjs` after changing a version here, and commit what it writes.
// A build never runs this: the files are kept in the repository, so that it needs no network.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

const TURBO = {
  name: "@hotwired/turbo",
  version: "8.0.23",
  integrity: "sha512-GZ7cijxEZ6Ig71u7rD6LHaRv/wcE/hNsc+nEfiWOkLNqUgLOwo5MNGWOy5ZV9ZUDSiQx1no7YxjTNnT4O6//cQ==",
};
const FONT = {
  name: "@fontsource-variable/atkinson-hyperlegible-next",
  version: "5.3.0",
  integrity: "sha512-UnLzNUy1RWoLDfydAatP4NaRm99X/WbQEph7q/PymJnCFIOOwKOx3pBmp5ys8trO0dM+CKGuJgeZP9fAR4mQpA==",
};
const ICONS = {
  name: "@tabler/icons",
  version: "3.51.0",
  integrity: "sha512-0pinvPZz7YeX+OSfxuEAbnEPWbocVXW5iU8h5lh41pYG8sZuQfpWECC980lxOT0clGIcNGn8xsBr+zKaRGdA/g==",
};

const LIGHT_BOX = {
  name: "photoswipe",
  version: "5.4.4",
  integrity: "sha512-WNFHoKrkZNnvFFhbHL93WDkW3ifwVOXSW3w1UuZZelSmgXpIGiZSNlZJq37rR8YejqME2rHs9EhH9ZvlvFH2NA==",
};

// What checks a pack of evidence in any browser, from a file, without a network.
const HASHES = {
  name: "@noble/hashes",
  version: "2.4.0",
  integrity: "sha512-X5XaVWZIBCT7HHZGm5I7ZQXDwLG+bGXuSrMQAW+7Zvl87h1kmc1ZB1VSRJcpUfoUrGQp4Fkoxm5kZ+Ms+aW+eA==",
};
const SIGNATURES = {
  name: "@noble/ed25519",
  version: "3.2.0",
  integrity: "sha512-criDgRlnUA09hchYrTy/JUWPIEap5rZxQe6wDWzRx51oWWpDRcUpuNzlgPxDJaOK6AsW9c0wKcj3rKRv6t+bPQ==",
};

// The names in src/ui/icon.rs; a test there fails when the two lists differ.
const ICON_NAMES = `
  address-book adjustments album alert-circle alert-triangle archive arrow-back-up arrow-down arrow-left arrow-up
  at ban bell bell-off bookmark building-community bulb calendar camera chart-bar check checks chevron-down
  chevron-left chevron-right circles clipboard-check clipboard-list clock confetti contrast device-floppy dots
  download eye eye-off file-text filter flag gavel grip-vertical hash heart help-circle history home hourglass id
  inbox info-circle key language lifebuoy link list list-check lock lock-open login logout message message-circle
  messages mood-smile moon pencil photo photo-plus pin player-pause player-play player-stop plus printer refresh
  repeat school scissors search send settings share shield-check shield-half speakerphone star sun thumb-up trash
  upload user user-check user-minus user-plus user-x users users-group volume world x
`.trim().split(/\s+/);

/** Downloads one package, checks its hash, unpacks it; gives the folder. */
function unpacked({ name, version, integrity }, scratch) {
  const output = execFileSync("npm", ["pack", `${name}@${version}`, "--silent"], { cwd: scratch, encoding: "utf8" });
  const archive = join(scratch, output.trim().split("\n").pop());
  const found = "sha512-" + createHash("sha512").update(readFileSync(archive)).digest("base64");
  if (found !== integrity) throw new Error(`${name}@${version}: expected ${integrity}, found ${found}`);
  const folder = join(scratch, name.replace(/\W/g, "-"));
  mkdirSync(folder);
  execFileSync("tar", ["xzf", archive, "-C", folder, "--strip-components=1"]);
  return folder;
}

/** Replaces text that must occur exactly once, so that a new version cannot slip past a change of ours. */
function replacedOnce(text, old, by) {
  if (text.split(old).length !== 2) throw new Error(`expected once: ${old}`);
  return text.replace(old, by);
}

/** Turbo, with one change: it may not put a <style> into the page, which our content policy would refuse. */
function fetchTurbo(scratch) {
  const folder = unpacked(TURBO, scratch);
  const target = emptied("turbo");
  const source = readFileSync(join(folder, "dist/turbo.es2017-esm.js"), "utf8");
  const changed = replacedOnce(
    source,
    "document.head.insertBefore(this.stylesheetElement, document.head.firstChild);",
    "/* changed for Courtyard: the rules for .turbo-progress-bar are in our own style sheet */",
  );
  writeFileSync(join(target, "turbo.js"), changed);
  // The package holds no licence file; package.json says MIT and the source's first lines name the owner.
  const owner = source.match(/Copyright © \d+ [^\n]+/)[0];
  writeFileSync(join(target, "LICENSE"), `${owner}\n\n${MIT}`);
}

function fetchFont(scratch) {
  const folder = unpacked(FONT, scratch);
  const target = emptied("atkinson");
  const base = "atkinson-hyperlegible-next";
  for (const [from, to] of [
    ["latin-wght-normal", "latin"],
    ["latin-ext-wght-normal", "latin-ext"],
    ["latin-wght-italic", "latin-italic"],
  ]) {
    writeFileSync(join(target, `${to}.woff2`), readFileSync(join(folder, `files/${base}-${from}.woff2`)));
  }
  writeFileSync(join(target, "LICENSE"), readFileSync(join(folder, "LICENSE")));
}

function fetchIcons(scratch) {
  const folder = unpacked(ICONS, scratch);
  const target = emptied("tabler");
  for (const name of ICON_NAMES) {
    writeFileSync(join(target, `${name}.svg`), readFileSync(join(folder, `icons/outline/${name}.svg`)));
  }
  writeFileSync(join(target, "LICENSE"), readFileSync(join(folder, "LICENSE")));
}

/** PhotoSwipe, without the part that wires it to a page: light-box.js does that. */
function fetchLightBox(scratch) {
  const folder = unpacked(LIGHT_BOX, scratch);
  const target = emptied("photoswipe");
  const source = readFileSync(join(folder, "dist/photoswipe.esm.min.js"), "utf8");
  writeFileSync(join(target, "photoswipe.js"), source.replace(/\n?\/\/# sourceMappingURL=\S+/, ""));
  writeFileSync(join(target, "photoswipe.css"), readFileSync(join(folder, "dist/photoswipe.css")));
  writeFileSync(join(target, "LICENSE"), readFileSync(join(folder, "LICENSE")));
}

/**
 * Hashes and signatures as one plain script: a page that is opened from a file may load no modules. Each module becomes a
 * function that gives its names; nothing else of it is changed.
 */
function fetchProof(scratch) {
  const [hashes, signatures] = [unpacked(HASHES, scratch), unpacked(SIGNATURES, scratch)];
  const target = emptied("noble");
  const modules = ["utils.js", "_u64.js", "_md.js", "_blake.js", "blake2.js", "blake3.js", "sha2.js"];
  const parts = modules.map((name) => asFunction(name, readFileSync(join(hashes, name), "utf8")));
  parts.push(asFunction("ed25519.js", readFileSync(join(signatures, "index.js"), "utf8")));
  const given = `
  const { blake3 } = modules["blake3.js"], { sha256, sha512 } = modules["sha2.js"], ed25519 = modules["ed25519.js"];
  ed25519.hashes.sha512 = sha512;
  return { blake3, sha256, verify: ed25519.verify };`;
  const whole = `const noble = (() => {\n"use strict";\nconst modules = {};\n${parts.join("\n")}${given}\n})();\n`;
  const owners = [hashes, signatures].map((folder) => readFileSync(join(folder, "LICENSE"), "utf8"));
  writeFileSync(join(target, "noble.js"), `// @noble/hashes ${HASHES.version}, @noble/ed25519 ${SIGNATURES.version}: MIT, see LICENSE.\n${whole}`);
  writeFileSync(join(target, "LICENSE"), owners.join("\n"));
}

/** One module as a function: imports become names out of those before it, exports become what it gives. */
function asFunction(name, source) {
  const given = new Set();
  // Notes for its users stay in the package: some of them look like code.
  const bare = source.replace(/^[ \t]*\/\*\*[\s\S]*?\*\/[ \t]*\n/gm, "");
  const text = bare
    .replace(/^import \* as (\w+) from ["']\.\/(.+?)["'];$/gm, 'const $1 = modules["$2"];')
    .replace(/^import \{([^}]+)\} from ["']\.\/(.+?)["'];$/gm, 'const {$1} = modules["$2"];')
    .replace(/^export (?=(?:async )?(?:const|function|class) (\w+))/gm, "")
    .replace(/^export \{([^}]+)\};$/gm, (_, names) => (names.split(",").forEach((each) => given.add(each.trim())), ""))
    .replace(/^\/\/# sourceMappingURL=.*$/gm, "");
  for (const [, found] of bare.matchAll(/^export (?:async )?(?:const|function|class) (\w+)/gm)) given.add(found);
  const left = text.match(/^(?:import|export)\b.*/m);
  if (left || given.size === 0) throw new Error(`${name}: not understood: ${left}`);
  return `modules["${name}"] = (() => {\n${text.trim()}\nreturn { ${[...given].filter(Boolean).join(", ")} };\n})();`;
}

function emptied(name) {
  const target = join(here, name);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  return target;
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining
a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including
without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to
permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be
included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND,
EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION
OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION
WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

const scratch = mkdtempSync(join(tmpdir(), "courtyard-vendor-"));
try {
  fetchTurbo(scratch);
  fetchFont(scratch);
  fetchIcons(scratch);
  fetchLightBox(scratch);
  fetchProof(scratch);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
for (const name of ["turbo", "atkinson", "tabler", "photoswipe", "noble"]) {
  process.stdout.write(`${name}: ${readdirSync(join(here, name)).length} files\n`);
}
