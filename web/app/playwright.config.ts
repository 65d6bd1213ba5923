import { defineConfig, devices } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const { env } = process;

// The journeys start the program with a register of their own, unless BASE_URL says where one runs. Workers read this
// file too: what the first reading chose is handed down by the environment. From 32,768 on a system gives ports to whoever
// connects, and to tests that just ended.
const port = (env['JOURNEYS_PORT'] ??= String(20_000 + Math.floor(Math.random() * 12_000)));
if (!env['BASE_URL'] && !env['JOURNEYS_DATA']) {
  const data = (env['JOURNEYS_DATA'] = mkdtempSync(join(tmpdir(), 'mithaq-journeys-')));
  process.on('exit', () => rmSync(data, { recursive: true, force: true }));
}
const baseURL = env['BASE_URL'] ?? `http://127.0.0.1:${port}`;
const root = resolve(import.meta.dirname, '../..');

export default defineConfig({
  testDir: 'journeys',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: !!env['CI'],
  reporter: 'list',
  timeout: 60_000,
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    trace: 'off',
    launchOptions: {
      executablePath: env['CHROMIUM'] ?? '/usr/bin/chromium',
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
  ...(!env['BASE_URL'] && {
    webServer: {
      command: `exec ${resolve(env['MITHAQ_BIN'] ?? join(root, 'bin/mithaq'))}`,
      cwd: root,
      url: `${baseURL}/readyz`,
      env: { DATA_DIR: join(env['JOURNEYS_DATA'] ?? '', 'data'), LISTEN: `127.0.0.1:${port}` },
      timeout: 120_000,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    },
  }),
});
