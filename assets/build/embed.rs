//! Prepares what browsers fetch: style sheets and scripts joined, each file named by its hash and pre-compressed.

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use flate2::Compression;
use flate2::write::GzEncoder;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// How many hexadecimal digits of the BLAKE3 hash stand in a name: 40 bits, ample for a few dozen files.
const HASH_DIGITS: usize = 10;

/// Style sheets in the order in which they are joined; later rules win.
const SHEETS: &[&str] = &[
    "tokens", "base", "frame", "forms", "pieces", "post", "posting", "album", "board", "people", "chat",
    "search", "mine", "staff", "print",
];

/// Scripts in the order in which they start. Each is one behaviour and knows only Turbo.
const SCRIPTS: &[&str] = &[
    "turbo",
    "menu",
    "chat-send",
    "busy",
    "unsaved",
    "audience",
    "suggest",
    "spots",
    "light-box",
    "order",
    "hover",
    "aspects",
    "draft",
    "upload",
    "new-posts",
    "mine",
    "month",
    "title",
    "sound",
    "print",
    "keys",
    "desk",
    "case-talk",
    "chat",
    "chat-write",
    "chat-voice",
    "chat-edit",
    "chat-read",
    "live",
];

/// How a script names the library it uses; the joined file names it by hash instead.
const IMPORT: &str = "import * as Turbo from \"./turbo.js\";";

/// What is fetched when somebody first opens the light box, and never before.
const LIGHT_BOX: &[(&str, &str)] = &[
    ("light-box.css", "vendor/photoswipe/photoswipe.css"),
    ("photoswipe.js", "vendor/photoswipe/photoswipe.js"),
];

/// Fonts, by the name the style sheet knows and the vendored file.
const FONTS: &[(&str, &str)] = &[
    ("text.woff2", "vendor/atkinson/latin.woff2"),
    ("text-ext.woff2", "vendor/atkinson/latin-ext.woff2"),
    ("text-italic.woff2", "vendor/atkinson/latin-italic.woff2"),
];

/// Writes `$OUT_DIR/embedded/` and `$OUT_DIR/asset_names.rs`.
///
/// # Errors
/// When a file cannot be read or written, or a style sheet or script names a file that is not there.
pub fn embed() -> Outcome<()> {
    let source = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("assets");
    for watched in ["build", "css", "js", "icon", "vendor"] {
        writeln!(io::stdout(), "cargo::rerun-if-changed={}", source.join(watched).display())?;
    }
    let target = PathBuf::from(env::var("OUT_DIR")?);
    let mut shelf = Shelf::cleared(target.join("embedded"))?;
    for (name, path) in FONTS {
        shelf.put(name, &fs::read(source.join(path))?)?;
    }
    shelf.put("turbo.js", &fs::read(source.join("vendor/turbo/turbo.js"))?)?;
    for (name, path) in LIGHT_BOX {
        shelf.put(name, &fs::read(source.join(path))?)?;
    }
    shelf.put("icons.svg", sprite(&source.join("vendor/tabler"))?.as_bytes())?;
    shelf.put("favicon.svg", &fs::read(source.join("icon/favicon.svg"))?)?;
    let sheet = joined_sheets(&source.join("css"), &shelf)?;
    shelf.put("app.css", sheet.as_bytes())?;
    // Only who asked for it fetches this.
    shelf.put("aloud.js", &fs::read(source.join("js/aloud.js"))?)?;
    let script = joined_scripts(&source.join("js"), &shelf)?;
    shelf.put("app.js", script.as_bytes())?;
    fs::write(target.join("asset_names.rs"), shelf.names()?)?;
    Ok(())
}

/// The folder that is embedded, and the address under which each file of it is fetched.
struct Shelf {
    folder: PathBuf,
    addresses: Vec<(String, String)>,
    brotli_quality: i32,
}

impl Shelf {
    /// An empty shelf: files of an earlier build would otherwise be embedded for ever.
    fn cleared(folder: PathBuf) -> Outcome<Self> {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
        Ok(Self { folder, addresses: Vec::new(), brotli_quality: if release { 11 } else { 5 } })
    }

    /// Writes one file under its hashed name, with its compressed forms where these help.
    fn put(&mut self, name: &str, bytes: &[u8]) -> Outcome<()> {
        let (stem, ending) = name.rsplit_once('.').ok_or("an asset needs an ending")?;
        let hash = blake3::hash(bytes).to_hex();
        let hashed = format!("{stem}.{}.{ending}", &hash[..HASH_DIGITS]);
        fs::write(self.folder.join(&hashed), bytes)?;
        if ending != "woff2" {
            fs::write(self.folder.join(format!("{hashed}.br")), brotli(bytes, self.brotli_quality)?)?;
            fs::write(self.folder.join(format!("{hashed}.gz")), gzip(bytes)?)?;
        }
        self.addresses.push((name.to_owned(), format!("/assets/{hashed}")));
        Ok(())
    }

    fn address(&self, name: &str) -> Outcome<&str> {
        let found = self.addresses.iter().find(|(known, _)| known == name);
        Ok(&found.ok_or_else(|| format!("no asset is called {name}"))?.1)
    }

    /// The source of the function from a name to its address.
    fn names(&self) -> Result<String, std::fmt::Error> {
        let mut out = String::from("// Made by assets/build/embed.rs; do not edit.\n");
        writeln!(out, "fn address_of(name: &str) -> Option<&'static str> {{\n    match name {{")?;
        for (name, address) in &self.addresses {
            writeln!(out, "        {name:?} => Some({address:?}),")?;
        }
        writeln!(out, "        _ => None,\n    }}\n}}\n")?;
        writeln!(out, "#[cfg(test)]\nconst NAMES: &[&str] = &[")?;
        for (name, _) in &self.addresses {
            writeln!(out, "    {name:?},")?;
        }
        writeln!(out, "];")?;
        Ok(out)
    }
}

/// All style sheets in one, without comments, with `url("name")` made an address by hash.
fn joined_sheets(folder: &Path, shelf: &Shelf) -> Outcome<String> {
    let mut whole = String::new();
    for name in SHEETS {
        let text = read(&folder.join(format!("{name}.css")))?;
        whole.push_str(&without_comments(&text)?);
    }
    let mut parts = whole.split("url(\"");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('"').ok_or("url( without an end")?;
        write!(out, "url(\"{}\"{rest}", shelf.address(name)?)?;
    }
    Ok(out)
}

/// Drops comments, blank lines and indents; nothing cleverer, since compression does the rest.
fn without_comments(text: &str) -> Outcome<String> {
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").ok_or("a comment without an end")?.1;
    }
    bare.push_str(rest);
    Ok(bare.lines().map(str::trim).filter(|line| !line.is_empty()).fold(String::new(), |mut out, line| {
        out.push_str(line);
        out.push('\n');
        out
    }))
}

/// All scripts in one module. Each keeps its names to itself by standing in a block of its own.
fn joined_scripts(folder: &Path, shelf: &Shelf) -> Outcome<String> {
    let mut out = format!("import * as Turbo from \"{}\";\n", shelf.address("turbo.js")?);
    for name in SCRIPTS {
        let text = read(&folder.join(format!("{name}.js")))?;
        let mut body = text.replace(IMPORT, "");
        for (name, _) in LIGHT_BOX {
            body = body.replace(&format!("\"./{name}\""), &format!("\"{}\"", shelf.address(name)?));
        }
        let stray = body.lines().find(|line| line.starts_with("import ") || line.starts_with("export "));
        if let Some(line) = stray {
            return Err(format!("{name}.js: a behaviour stands alone, but has: {line}").into());
        }
        let body: Vec<_> = body.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        writeln!(out, "{{\n{}\n}}", body.join("\n").trim())?;
    }
    Ok(out)
}

/// One SVG with a symbol an icon, named as the vendored file.
fn sprite(folder: &Path) -> Outcome<String> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "svg"));
    paths.sort();
    let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\">\n");
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let text = read(&path)?;
        let (_, inside) = text.split_once('>').ok_or("an icon that is no SVG")?;
        let (inside, _) = inside.rsplit_once("</svg>").ok_or("an icon without an end")?;
        write!(out, "<symbol id=\"{name}\" viewBox=\"0 0 24 24\">")?;
        // The first path of each icon is an invisible square, for editors only.
        for line in inside.lines().map(str::trim).filter(|line| !line.contains("M0 0h24v24H0z")) {
            out.push_str(line);
        }
        out.push_str("</symbol>\n");
    }
    out.push_str("</svg>\n");
    Ok(out)
}

fn read(path: &Path) -> Outcome<String> {
    Ok(fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?)
}

fn brotli(bytes: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let settings = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut io::Cursor::new(bytes), &mut out, &settings)?;
    Ok(out)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
