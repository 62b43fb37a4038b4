// Builds what the program embeds: one style sheet, one script, the service worker, the icons and the API explorer, each
// under a name that holds the digest of its content, and a manifest that says which name stands for which. Nothing else
// ends up in dist/.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import * as sass from "sass";
import { explorer } from "./explorer.mjs";
import { icons } from "./icons.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(here, "dist");

/** A style sheet: Sass first, then made small. */
async function styles(source) {
  const { css } = sass.compile(path.join(here, source), {
    loadPaths: [path.join(here, "node_modules")],
    quietDeps: true,
  });
  const { code } = await transform(css, { loader: "css", minify: true, legalComments: "none" });
  for (const banned of ["GDS Transport", "govuk-crest", "@font-face", "url("]) {
    if (code.includes(banned)) throw new Error(`the style sheet names ${banned}, which is not ours to use`);
  }
  return code;
}

/** A script: one file, for browsers of the last few years; older ones do without. */
async function script(source, format) {
  const { outputFiles } = await build({
    entryPoints: [path.join(here, source)],
    bundle: true,
    write: false,
    minify: true,
    format,
    target: "es2020",
    legalComments: "none",
  });
  return outputFiles[0].text;
}

const sources = {
  "folkmoot.css": await styles("styles/site.scss"),
  "folkmoot.js": await script("scripts/site.ts", "esm"),
  // The desk has a sheet and a script of its own: only moderators carry them.
  "desk.css": await styles("styles/_desk.scss"),
  "desk.js": await script("scripts/desk.ts", "esm"),
  // What only officers carry, over the desk's sheet.
  "officers.css": await styles("styles/_officers.scss"),
  "officers.js": await script("scripts/officers.ts", "esm"),
  "sw.js": await script("scripts/sw.ts", "iife"),
  "folkmoot.svg": await readFile(path.join(here, "static/icon.svg"), "utf8"),
  ...(await icons()),
  ...(await explorer()),
};

/** Writes what isn't there like this already: the program is built anew whenever one of its files is younger than it. */
async function keep(name, content) {
  const file = path.join(dist, name);
  const there = await readFile(file).catch(() => undefined);
  if (!there?.equals(Buffer.from(content))) await writeFile(file, content);
}

await mkdir(dist, { recursive: true });
const manifest = {};
for (const [name, content] of Object.entries(sources)) {
  const digest = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const { name: stem, ext } = path.parse(name);
  manifest[name] = `${stem}-${digest}${ext}`;
  await keep(manifest[name], content);
  console.log(`${manifest[name]}  ${content.length} bytes, ${gzipSync(content).length} compressed`);
}
await keep("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
const named = new Set(["manifest.json", ...Object.values(manifest)]);
for (const name of await readdir(dist)) {
  if (!named.has(name)) await rm(path.join(dist, name), { recursive: true });
}
