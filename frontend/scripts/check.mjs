// All checks but the browser's: `pnpm check`. Stops at the first that fails.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BIN = 'node_modules/.bin';

const checks = [
  ['the types of the API are those of openapi.yaml', contractIsCurrent],
  ['types', () => run('node', 'node_modules/@typescript/native/bin/tsc', '--noEmit')],
  ['style and imports', () => run(`${BIN}/biome`, 'ci', '.')],
  ['nothing unused', () => run(`${BIN}/knip`)],
  ['tests', () => run(`${BIN}/vitest`, 'run')],
  ['build', () => run(`${BIN}/vite`, 'build', '--logLevel', 'warn')],
  ['sizes', () => run('node', 'scripts/size.mjs')],
];

function run(command, ...args) {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

function contractIsCurrent() {
  const folder = mkdtempSync(join(tmpdir(), 'comity-contract-'));
  const fresh = join(folder, 'schema.gen.ts');
  try {
    const args = ['../openapi.yaml', '--default-non-nullable', 'false', '--output', fresh];
    const made = spawnSync(`${BIN}/openapi-typescript`, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (made.status !== 0) return false;
    if (readFileSync(fresh, 'utf8') === readFileSync('src/api/schema.gen.ts', 'utf8')) return true;
    console.error('src/api/schema.gen.ts differs from ../openapi.yaml: run `pnpm gen:api`.');
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const [name, check] of checks) {
  const begun = performance.now();
  const holds = check();
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  if (!holds) process.exit(1);
}
