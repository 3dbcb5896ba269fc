import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';

const SERVER = '../.venv/bin/comity';

/** Set once in the parent process; the workers inherit it. */
function once(name: string, make: () => string): string {
  process.env[name] ??= make();
  return process.env[name];
}

function freePort(): string {
  const script =
    'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })';
  return spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout.trim();
}

function systemChromium(): string {
  const { stdout } = spawnSync(
    'sh',
    ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome'],
    {
      encoding: 'utf8',
    },
  );
  return stdout.trim();
}

const port = once('E2E_PORT', freePort);
const dataDir = once('E2E_DATA_DIR', () => mkdtempSync(join(tmpdir(), 'comity-e2e-')));
/** Mail goes into files there, for the journeys that read it. */
const mailDir = once('E2E_MAIL_DIR', () => join(dataDir, 'mail'));
const chromium = once('CHROMIUM_PATH', systemChromium);

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
    { name: 'phone', use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 } },
  ],
  webServer: {
    command: `${SERVER} serve --host 127.0.0.1 --port ${port}`,
    url: `http://127.0.0.1:${port}/healthz`,
    env: {
      COMITY_DATA_DIR: dataDir,
      COMITY_MAIL_DIR: mailDir,
      COMITY_PUBLIC_URL: `http://127.0.0.1:${port}`,
      COMITY_REGISTRATION: 'open',
      COMITY_LOG_LEVEL: 'warning',
    },
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
