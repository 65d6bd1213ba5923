// Runs commands and counts what their tests say. What can't run here is skipped with its reason; with CI=true it fails.
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export const CI = process.env.CI === "true";
export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const total = { passed: 0, failed: 0, skipped: 0 };
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130)); // what lies in memory goes too
const reports = mkdtempSync(join(tmpdir(), "mithaq-reports-"));
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));

// The tests' databases are thousands of files: they lie in memory, where there is room and programs may run. What Go builds
// stays on the disk.
if (!process.env.TMPDIR && isMemory("/dev/shm")) {
  process.env.GOTMPDIR ??= tmpdir();
  process.env.TMPDIR = mkdtempSync("/dev/shm/mithaq-tests-");
  chmodSync(process.env.TMPDIR, 0o1777); // other users pass through it, as through /tmp
  process.on("exit", () => rmSync(process.env.TMPDIR, { recursive: true, force: true }));
}

function isMemory(folder) {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < 4 * 2 ** 30) return false;
  const script = join(folder, `mithaq-${process.pid}`);
  writeFileSync(script, "#!/bin/sh\n", { mode: 0o700 });
  const { status } = spawnSync(script);
  rmSync(script);
  return status === 0;
}

function add(name, counts, started) {
  for (const key of Object.keys(total)) total[key] += counts[key] ?? 0;
  const skipped = counts.skipped ? `, ${counts.skipped} skipped` : "";
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(`  · ${name}: ${counts.passed} passed, ${counts.failed} failed${skipped} (${seconds} s)`);
}

/** Counts a suite that can't run: skipped here, failed in CI. */
export function cannot(name, why) {
  console.log(`  · ${name} can't run: ${why}`);
  total[CI ? "failed" : "skipped"] += 1;
}

/** Runs a command to its end; onLine takes each line of its output, else they are shown. */
export function run(command, args, { cwd = ".", env = {}, onLine } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", onLine ? "pipe" : "inherit", "inherit"],
    });
    if (onLine) createInterface({ input: child.stdout }).on("line", onLine);
    child.on("error", (error) => resolve({ code: 127, error }));
    child.on("close", (code) => resolve({ code: code ?? 1 }));
  });
}

/** One step that passes or fails as a whole. */
export async function step(name, command, args, options) {
  const started = Date.now();
  const { code } = await run(command, args, options);
  add(name, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, started);
}

/** Go tests, counted one by one; what fails is shown with its output, what is skipped with its reason. */
export async function goTests(name, args, env) {
  const started = Date.now();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const output = new Map();
  const say = (key) => process.stdout.write((output.get(key) ?? []).join(""));
  const { code } = await run("go", ["test", "-json", ...args], {
    env,
    onLine(line) {
      if (!line.startsWith("{")) return console.log(line);
      const event = JSON.parse(line);
      const key = `${event.Package ?? event.ImportPath}/${event.Test ?? ""}`;
      if (event.Output) output.set(key, [...(output.get(key) ?? []), event.Output]);
      if (event.Action === "build-fail" || event.Action === "fail") say(key);
      if (event.Action === "skip" && event.Test) say(key);
      const counted = { pass: "passed", fail: "failed", skip: "skipped" }[event.Action];
      if (counted && event.Test) counts[counted] += 1;
      if (event.Action === "fail" && !event.Test && event.FailedBuild) counts.failed += 1;
      if (event.Action === "pass" || event.Action === "fail") output.delete(key);
    },
  });
  if (code !== 0 && counts.failed === 0) counts.failed = 1; // it ended without saying which test
  if (counts.passed + counts.failed === 0) counts.failed = 1; // no test ran at all
  add(name, counts, started);
}

/** The app's own tests. */
export async function vitest() {
  const started = Date.now();
  const report = join(reports, "vitest.json");
  const { code } = await run(
    "npm",
    ["run", "--silent", "test", "--", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    { cwd: "web/app" },
  );
  const found = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
  const failed = found.numFailedTests ?? 0;
  add(
    "app",
    {
      passed: found.numPassedTests ?? 0,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: (found.numPendingTests ?? 0) + (found.numTodoTests ?? 0),
    },
    started,
  );
}

/** The journeys in a real browser. */
export async function journeys() {
  if (!existsSync(CHROMIUM)) {
    return cannot("journeys", `there is no Chromium at ${CHROMIUM}; install it with: apt-get install chromium`);
  }
  const started = Date.now();
  const report = join(reports, "journeys.json");
  const { code } = await run("npm", ["run", "--silent", "journeys", "--", "--reporter=list,json"], {
    cwd: "web/app",
    env: { CHROMIUM, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const stats = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")).stats : {};
  const failed = (stats.unexpected ?? 0) + (stats.flaky ?? 0);
  add(
    "journeys",
    {
      passed: stats.expected ?? 0,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: stats.skipped ?? 0,
    },
    started,
  );
}

/** The folders of the PostgreSQLs that Debian's packages hold, by major version. */
export function debianPostgres() {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .map((major) => ({ major: Number(major), bin: join(root, major, "bin") }))
    .filter(({ major, bin }) => major >= 15 && existsSync(join(bin, "postgres")));
}

/** Says what passed and failed in all, and ends with it. */
export function finish() {
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
}
