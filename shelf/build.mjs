/**
 * Fills `dist/` from the packages that npm put here, as `catalogue.json` and `fonts.json` say:
 * `dist/<name>@<version>/…`, and `dist/index.json`, which is all that `workers/shelf.py` reads.
 * Usage: node build.mjs
 */

import { build } from "esbuild";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const DIST = join(HERE, "dist");
const PACKAGES = join(HERE, "node_modules");
const LICENCE = /^(licen[cs]e|copying|ofl|notice)([.-].*)?$/i;
const require = createRequire(import.meta.url);

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

/** Every file below `folder`, with slashes, sorted. */
function walk(folder, prefix = "") {
  const found = [];
  for (const item of readdirSync(join(folder, prefix), { withFileTypes: true })) {
    const path = posix.join(prefix, item.name);
    if (item.isDirectory()) {
      if (item.name !== "node_modules") found.push(...walk(folder, path));
    } else found.push(path);
  }
  return found.sort();
}

/** A pattern such as `dist/*.min.js` or `examples/**` as a regular expression. */
function globbing(pattern) {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  const parts = escaped.replaceAll("**/", "\0").replaceAll("**", "\x01").replaceAll("*", "[^/]*")
    .replaceAll("\0", "(?:.*/)?").replaceAll("\x01", ".*");
  return new RegExp(`^${parts}$`);
}

function put(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Copy what `patterns` name; `!pattern` leaves out, `a => b` puts one file elsewhere. */
function copy(source, target, patterns) {
  const all = walk(source);
  const out = patterns.filter((p) => p.startsWith("!")).map((p) => globbing(p.slice(1)));
  for (const pattern of patterns.filter((p) => !p.startsWith("!"))) {
    const [from, to] = pattern.split(" => ");
    const wanted = globbing(from);
    const files = all.filter((path) => wanted.test(path) && !out.some((o) => o.test(path)));
    if (!files.length) throw new Error(`${source}: nothing is called ${from}`);
    for (const path of files) {
      mkdirSync(dirname(join(target, to ?? path)), { recursive: true });
      cpSync(join(source, path), join(target, to ?? path));
    }
  }
}

/** The text of a module that gives a CommonJS package's members as exports, by their names. */
function commonJs(name) {
  const members = Object.keys(require(name)).filter((key) => /^[A-Za-z_$][\w$]*$/.test(key));
  const named = members.filter((key) => key !== "default" && key !== "__esModule");
  return `import lib from ${JSON.stringify(name)};\nexport default lib;\nexport const { ${named.join(", ")} } = lib;\n`;
}

/** A module around a classic script: its global, with the members that a catalogue names. */
function shim(entry, to, script) {
  const named = (entry.exports ?? []).filter((name) => name !== "default");
  const members = entry.members ? [...new Set([...named, ...entry.members])] : named;
  const start = posix.relative(posix.dirname(to), script);
  const exports = members.length ? `export const { ${members.join(", ")} } = lib;\n` : "";
  return `import "./${start}";\nconst lib = globalThis.${entry.global};\nexport default lib;\n${exports}`;
}

/** Bundle entries, file -> path or text after `=`, together, so that they share their state. */
async function bundle(entry, target) {
  const text = new Map();
  const entryPoints = Object.entries(entry.bundle).map(([to, from]) => {
    if (from.startsWith("=")) text.set(to, from === "=cjs" ? commonJs(entry.package) : from.slice(1));
    const path = from.startsWith("=") ? `shelf:${to}` : from;
    return { in: path, out: to.replace(/\.mjs$/, "") };
  });
  const plugin = {
    name: "shelf",
    setup(builder) {
      builder.onResolve({ filter: /^shelf:/ }, ({ path }) => ({ path: path.slice(6), namespace: "shelf" }));
      builder.onLoad({ filter: /.*/, namespace: "shelf" }, ({ path }) => ({
        contents: text.get(path),
        resolveDir: HERE,
      }));
    },
  };
  await build({
    entryPoints,
    plugins: [plugin],
    absWorkingDir: HERE,
    outdir: target,
    outExtension: { ".js": ".mjs" },
    chunkNames: "chunks/[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2020",
    define: { "process.env.NODE_ENV": '"production"' },
    external: entry.external ?? [],
    logLevel: "error",
    legalComments: "none",
  });
}

function licenceOf(folder) {
  const names = readdirSync(folder).filter((name) => LICENCE.test(name)).sort();
  return names.map((name) => readFileSync(join(folder, name), "utf8").trim()).join("\n\n");
}

function sizeOf(folder) {
  return walk(folder).reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
}

function homeOf(about) {
  const repository = typeof about.repository === "string" ? about.repository : about.repository?.url;
  const home = about.homepage ?? repository ?? `https://www.npmjs.com/package/${about.name}`;
  return home.replace(/^git\+/, "").replace(/^(git:|ssh:\/\/git@)\/*/, "https://").replace(/\.git$/, "")
    .replace(/^github:|^(?=[\w-]+\/[\w.-]+$)/, "https://github.com/").replace(/^http:/, "https:");
}

function licenceNameOf(about, entry) {
  const licence = entry.licence ?? about.license ?? about.licenses?.[0];
  return typeof licence === "object" ? licence.type : (licence ?? "MIT");
}

/** Put one library on the shelf; returns its line of the index. */
async function shelve(entry, folders) {
  const source = join(PACKAGES, entry.package);
  const about = readJson(join(source, "package.json"));
  const folder = folders.get(entry.id);
  const target = join(DIST, folder);
  if (entry.copy) copy(source, target, entry.copy);
  if (entry.bundle) await bundle(entry, target);
  for (const [to, script] of Object.entries(entry.shim ?? {})) put(join(target, to), shim(entry, to, script));
  for (const [to, text] of Object.entries(entry.write ?? {})) {
    const from = posix.dirname(posix.join(folder, to));
    put(join(target, to), text.replace(/\{([^{}\s]+)\}/g, (whole, id) =>
      folders.has(id) ? posix.relative(from, folders.get(id)) : whole) + "\n");
  }
  for (const [to, parts] of Object.entries(entry.join ?? {})) {
    put(join(target, to), parts.map((part) => readFileSync(join(source, part), "utf8")).join("\n"));
  }
  const text = licenceOf(source);
  put(join(target, "LICENSE.txt"), (text || `${entry.title}: ${licenceNameOf(about, entry)}\n${homeOf(about)}`) + "\n");
  const files = walk(target);
  const imports = Object.fromEntries(Object.entries(entry.imports ?? {}).map(([name, to]) => [name, `${folder}/${to}`]));
  for (const path of entry.submodules ? files.filter((f) => globbing(entry.submodules.files).test(f)) : []) {
    imports[entry.submodules.prefix + posix.basename(path).replace(/\.m?js$/, "")] ??= `${folder}/${path}`;
  }
  for (const path of [entry.script, entry.module, entry.style, ...Object.values(entry.rename ?? {})]) {
    if (path && !files.includes(path)) throw new Error(`${entry.id}: ${path} is not on the shelf`);
  }
  for (const [name, path] of Object.entries(imports)) {
    if (!existsSync(join(DIST, path))) throw new Error(`${entry.id}: ${name} leads to nothing`);
  }
  const { id, title, names, majors, claims, rename, script, module, style, global, exports, after, main, esm } = entry;
  return {
    id, title, names, majors, claims, rename, script, module, style, global, exports, after, main, esm, imports, files,
    folder, version: about.version, licence: licenceNameOf(about, entry), home: homeOf(about), size: sizeOf(target),
  };
}

/** Put a font on the shelf: its Latin faces as woff2, described for stylesheets made on demand. */
function shelveFont({ family, package: name, names }) {
  const source = join(PACKAGES, name);
  const about = readJson(join(source, "package.json"));
  const slug = name.split("/")[1];
  const folder = `${slug}@${about.version}`;
  const ranges = readJson(join(source, "unicode.json"));
  const faces = [];
  for (const file of readdirSync(join(source, "files")).sort()) {
    const match = file.match(/-(latin|latin-ext)-(\d+)-(normal|italic)\.woff2$/);
    if (!match) continue;
    mkdirSync(join(DIST, folder), { recursive: true });
    cpSync(join(source, "files", file), join(DIST, folder, file));
    faces.push({ file, weight: +match[2], style: match[3], range: ranges[match[1]] ?? "" });
  }
  if (!faces.length) throw new Error(`${name}: no Latin faces`);
  put(join(DIST, folder, "LICENSE.txt"), licenceOf(source) + "\n");
  return {
    family, names, slug, folder, faces, version: about.version, licence: about.license,
    home: `https://fontsource.org/fonts/${slug}`, size: sizeOf(join(DIST, folder)),
  };
}

function readCatalogue() {
  const entries = readJson(join(HERE, "catalogue.json")).map((entry) => ({ ...entry, package: entry.package ?? entry.id }));
  const folders = new Map(entries.map(({ id, package: name }) => {
    const about = readJson(join(PACKAGES, name, "package.json"));
    return [id, `${about.name}@${about.version}`];
  }));
  if (new Set(folders.values()).size !== folders.size) throw new Error("Two entries share a folder.");
  return { entries, folders };
}

rmSync(DIST, { recursive: true, force: true });
const { entries, folders } = readCatalogue();
// Folders first: a module of one library may lead into another's.
const order = [...entries].sort((a, b) => Number(Boolean(a.write)) - Number(Boolean(b.write)));
const libraries = [];
for (const entry of order) libraries.push(await shelve(entry, folders));
libraries.sort((a, b) => entries.findIndex((e) => e.id === a.id) - entries.findIndex((e) => e.id === b.id));
const fonts = readJson(join(HERE, "fonts.json")).map(shelveFont);
const text = JSON.stringify({ libraries, fonts });
const edition = createHash("sha256").update(text).digest("hex").slice(0, 12);
put(join(DIST, "index.json"), JSON.stringify({ edition, libraries, fonts }));
const size = Math.round(sizeOf(DIST) / 1e6);
console.log(`The shelf holds ${libraries.length} libraries and ${fonts.length} fonts, ${size} MB.`);
