// Draws the icons of an installed board and the picture of a shared link, from their SVG sources. The renderer is the same
// WebAssembly everywhere and no picture holds text, so every machine makes the same bytes.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { Resvg, initWasm } from "@resvg/resvg-wasm";

const statics = path.join(path.dirname(fileURLToPath(import.meta.url)), "static");

// What is drawn from which source, how wide. "Full" has no round corners: the system that shows it cuts its own.
const PICTURES = [
  ["icon-192.png", "icon.svg", 192],
  ["icon-512.png", "icon.svg", 512],
  ["icon-maskable.png", "icon-full.svg", 512],
  ["icon-touch.png", "icon-full.svg", 180],
  ["folkmoot-share.png", "share.svg", 1200],
];

/** Every picture by its plain name. */
export async function icons() {
  await initWasm(await readFile(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
  const drawn = {};
  for (const [name, source, width] of PICTURES) {
    const svg = await readFile(path.join(statics, source), "utf8");
    drawn[name] = draw(svg, width);
    if (!drawn[name].equals(draw(svg, width))) throw new Error(`${name} is not the same twice`);
  }
  return drawn;
}

function draw(svg, width) {
  const picture = new Resvg(svg, { fitTo: { mode: "width", value: width }, font: { loadSystemFonts: false } });
  return Buffer.from(picture.render().asPng());
}
