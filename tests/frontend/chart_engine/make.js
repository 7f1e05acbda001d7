/* Makes the engine of live charts from the locked packages: `node make.js FILE`; the same packages give the same bytes. */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const PACKAGES = resolve(HERE, "../node_modules");
/** What Vega imports and no chart of ours uses: maps of the earth, tables as text, selections. */
const LEFT_OUT = /^(d3-dsv|d3-geo|topojson-client|vega-projection|vega-selections)$/;
/** What would make functions of texts, where a page allows that; the interpreter stands in its place. */
const BY_TEXT = /vega-runtime.src.expression\.js$/;
/** Their sources are taken module by module; what they publish otherwise is one piece each, which would come whole. */
const BY_MODULE =
  /^vega-(dataflow|encode|expression|format|functions|interpreter|parser|runtime|scale|scenegraph|statistics|time|transforms|view|view-transforms)$/;

/** @type {import("esbuild").Plugin} */
const narrow = {
  name: "narrow",
  setup(made) {
    made.onResolve({ filter: LEFT_OUT }, ({ path }) => ({ path, namespace: "left-out" }));
    made.onLoad({ filter: /./, namespace: "left-out" }, () => ({ contents: "module.exports = {};", loader: "js" }));
    made.onResolve({ filter: BY_MODULE }, ({ path }) => ({
      path: join(PACKAGES, path, "index.js"),
      sideEffects: false,
    }));
    made.onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, importer, resolveDir }) => {
      if (!/node_modules.vega-/.test(importer)) return undefined;
      const found = join(resolveDir, path);
      return BY_TEXT.test(found) ? { path, namespace: "left-out" } : { path: found, sideEffects: false };
    });
  },
};

const { outputFiles, metafile } = await build({
  absWorkingDir: HERE,
  entryPoints: ["entry.js"],
  bundle: true,
  minify: true,
  charset: "utf8",
  format: "iife",
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  outfile: "made.js",
  plugins: [narrow],
  target: "es2022",
  write: false,
});

/** @param {string} name */
function described(name) {
  const { version } = JSON.parse(readFileSync(join(PACKAGES, name, "package.json"), "utf8"));
  const terms = readFileSync(join(PACKAGES, name, "LICENSE"), "utf8")
    .trim()
    .replaceAll("*/", "* /");
  return { name: `${name} ${version}`, terms };
}

const names = Object.keys(metafile.inputs).flatMap((path) => /node_modules\/([\w-]+)\//.exec(path)?.[1] ?? []);
const parts = [...new Set(names)].sort().map(described);
const licences = [...new Set(parts.map(({ terms }) => terms))].map((terms) => {
  const under = parts.filter((each) => each.terms === terms).map(({ name }) => name);
  return `${under.join(", ")}:\n\n${terms}`;
});
writeFileSync(process.argv[2], `/*! Parts of Vega and D3.\n\n${licences.join("\n\n")}\n*/\n${outputFiles[0].text}`);
