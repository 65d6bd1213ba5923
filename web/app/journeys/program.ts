import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const bin = resolve(process.env['MITHAQ_BIN'] ?? join(import.meta.dirname, '../../../bin/mithaq'));

/** Where the program says that it is reached: it takes a port that is free. */
async function reached(program: ChildProcess): Promise<string> {
  const said: string[] = [];
  for await (const line of createInterface({ input: program.stdout as Readable })) {
    const found = /ready: (http:\S+)/.exec(line)?.[1];
    if (found) return found;
    said.push(line);
  }
  throw new Error(`the register is not served: ${said.join('\n')}`);
}

interface Served {
  url: string;
  /** Runs another command of the program on the same data, and gives what it says. */
  run: (...args: string[]) => string;
  /** Stops the program and serves the same data again, at the same address. */
  again: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Serves a register of its own, made by a command of the program, or that of December 2021. */
export async function serve(made: string[] = []): Promise<Served> {
  const data = mkdtempSync(join(tmpdir(), 'mithaq-journey-'));
  const env = { ...process.env, DATA_DIR: join(data, 'data'), LISTEN: '127.0.0.1:0' };
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(bin, args, { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stdout}${stderr}`);
    return stdout;
  };
  if (made.length > 0) run(...made);
  const start = () => spawn(bin, ['serve'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  let program = start();
  const url = await reached(program);
  const end = async () => {
    const over = new Promise((done) => program.once('exit', done));
    program.kill('SIGTERM');
    await over;
  };
  return {
    url,
    run,
    async again() {
      await end();
      env.LISTEN = new URL(url).host;
      program = start();
      await reached(program);
    },
    async stop() {
      await end();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A small register in which nothing is real. */
export const sample = ['sample', '--jobs', '2000', '--holders', '200', '--seed', '1'];
