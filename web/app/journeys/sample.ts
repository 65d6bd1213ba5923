import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { test as base } from './test';

const bin = resolve(process.env['MITHAQ_BIN'] ?? join(import.meta.dirname, '../../../bin/mithaq'));

/** Where the program says that it is reached: it takes a port that is free. */
async function reached(program: ChildProcess): Promise<string> {
  const said: string[] = [];
  for await (const line of createInterface({ input: program.stdout as Readable })) {
    const found = /ready: (http:\S+)/.exec(line)?.[1];
    if (found) return found;
    said.push(line);
  }
  throw new Error(`the sample register is not served: ${said.join('\n')}`);
}

/** Journeys on a small sample register, made and served for them. */
export const test = base.extend<object, { sample: string }>({
  sample: [
    // Playwright reads from the pattern what a fixture builds on.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const data = mkdtempSync(join(tmpdir(), 'mithaq-sample-'));
      const env = { ...process.env, DATA_DIR: join(data, 'data'), LISTEN: '127.0.0.1:0' };
      const made = spawnSync(bin, ['sample', '--jobs', '2000', '--holders', '200', '--seed', '1'], {
        env,
        encoding: 'utf8',
      });
      if (made.status !== 0) throw new Error(`no sample register was made: ${made.stdout}${made.stderr}`);
      const program = spawn(bin, ['serve'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
      const over = new Promise((done) => program.once('exit', done));
      await use(await reached(program));
      program.kill('SIGTERM');
      await over;
      rmSync(data, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: ({ sample }, use) => use(sample),
});
