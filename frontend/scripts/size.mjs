// What a browser has to fetch, gzipped, against the bars of the house style. Run after a build.
import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const KB = 1024;
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));

/** A chunk and all that it imports at once, without what it loads later. */
function closure(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`the build has no ${key}`);
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of chunk.imports ?? []) closure(imported, seen);
  return seen;
}

const gzipped = (file) => gzipSync(readFileSync(`dist/${file}`)).length;
const bytes = (keys) =>
  [...new Set([...keys].map((key) => manifest[key].file))].reduce((sum, file) => sum + gzipped(file), 0);
const without = (keys, base) => [...keys].filter((key) => !base.has(key));

const ENTRY = 'index.html';
const splits = Object.keys(manifest).filter((key) => key.includes('tsr-split=component'));
const ofRoute = (file) => splits.find((key) => key.startsWith(`src/routes/${file}?`)) ?? file;

const entry = closure(ENTRY);
const shell = new Set([...entry, ...closure(ofRoute('_app.tsx'))]);
const today = new Set([...shell, ...closure(ofRoute('_app/index.tsx'))]);
const scripts = Object.keys(manifest).filter((key) => manifest[key].file.endsWith('.js'));
const styles = [...new Set(Object.values(manifest).flatMap((chunk) => chunk.css ?? []))];
const latin = Object.values(manifest)
  .map(({ file }) => file)
  .filter((file) => /latin-wght-normal.*woff2$/.test(file));

const bars = [
  ['entry', bytes(entry), 120],
  ['Today, first load', bytes(today), 200],
  ...splits.map((key) => [`own chunk ${key.match(/routes\/(.*)\.tsx/)[1]}`, bytes(without(closure(key), today)), 60]),
  ['all JS', bytes(scripts), 450],
  ['CSS', styles.reduce((sum, file) => sum + gzipped(file), 0), 15],
  ['fonts, latin', [...new Set(latin)].reduce((sum, file) => sum + statSync(`dist/${file}`).size, 0), 110],
];

let over = 0;
for (const [name, size, bar] of bars) {
  const fits = size <= bar * KB;
  if (!fits) over += 1;
  console.log(
    `${fits ? 'ok  ' : 'OVER'} ${(size / KB).toFixed(1).padStart(6)} of ${String(bar).padStart(3)} KB  ${name}`,
  );
}
process.exitCode = over > 0 ? 1 : 0;
