// What a change must pass beside the tests: format, vet, staticcheck, generated code, types, schema lint, races.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finish, goTests, step } from './suites.mjs';

const goFiles = execFileSync('git', ['ls-files', '*.go'], { encoding: 'utf8' }).split('\n').filter(Boolean);
await step('gofmt', 'bash', ['-c', 'out=$(gofmt -l "$@"); echo -n "$out"; [ -z "$out" ]', '-', ...goFiles]);
await step('vet', 'go', ['vet', '-tags', 'lab', './...']);
await step('vet for macOS', 'go', ['vet', '.', './db/...', './graph', './web'], {
  env: { GOOS: 'darwin', GOARCH: 'arm64', CGO_ENABLED: '0' },
});
await step('staticcheck', 'go', ['tool', 'staticcheck', './...']);
await step('go.mod', 'go', ['mod', 'tidy', '-diff']);
await generated();
await step('app: types, documents, format', 'npm', ['run', '--silent', 'check'], { cwd: 'web/app' });
await step('schema', 'npm', ['run', '--silent', 'lint:schema'], { cwd: 'web/app' });
await goTests('Go, with -race', ['-race', '-timeout', '15m', './...']);
finish();

/** Generates the code in a copy, so that a stale one is found and the checkout stays as it is. */
async function generated() {
  const copy = mkdtempSync(join(tmpdir(), 'mithaq-generate-'));
  for (const path of ['go.mod', 'go.sum', 'gqlgen.yml', 'graph', 'db']) {
    cpSync(path, join(copy, path), { recursive: true, filter: (from) => from !== join('graph', 'bench') });
  }
  await step('generated code is up to date', 'bash', [
    '-c',
    `cd "$0" && go tool gqlgen generate && diff -r -x bench graph "$1/graph"`,
    copy,
    process.cwd(),
  ]);
  rmSync(copy, { recursive: true, force: true });
}
