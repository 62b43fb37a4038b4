// Bundles the API explorer: one script and one style sheet, loaded by the page at /graphql and by no other.
import { fileURLToPath } from "node:url";
import path from "node:path";
import { build } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));

/** Both files by their plain names. The fonts ride inside the style sheet. */
export async function explorer() {
  const { outputFiles } = await build({
    entryPoints: [path.join(here, "scripts/graphiql.ts")],
    outdir: "out",
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2020",
    // The licences of what is bundled want their notices kept.
    legalComments: "eof",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".woff2": "dataurl", ".ttf": "dataurl" },
  });
  const text = (ending) => outputFiles.find((file) => file.path.endsWith(ending)).text;
  const frame = ".explorer-body{margin:0}.explorer{height:100vh;height:100dvh}";
  return { "graphiql.js": text(".js"), "graphiql.css": text(".css") + frame };
}
