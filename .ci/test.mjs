// Every test: the program, the model and the API on PostgreSQL 18, the model and the API again on 15, the oldest that
// is supported, the app, and the journeys in a browser.
import { cannot, debianPostgres, finish, goTests, journeys, vitest } from './suites.mjs';

await goTests('program, model and API', ['-timeout', '8m', '-p', '3', './web', './...']); // the longest first; tests wait as often as they work
await Promise.all([onTheOldest(), vitest()]); // the one waits for the disk, the other for the processor
await journeys();
finish();

/** The model and the API on PostgreSQL 15, without what no database has a part in. */
async function onTheOldest() {
  const name = 'model and API on PostgreSQL 15';
  const oldest = debianPostgres().find(({ major }) => major === 15);
  if (!oldest) return cannot(name, "it isn't installed; install it with: apt-get install postgresql");
  const args = ['-skip', '^Test(Attacks|Audits|ABudget|SixtyFour|OneClient|Example|ThePublished|Hung|SlowDatabase)', './db', './db/registers', './graph'];
  await goTests(name, args, { POSTGRES_BIN: oldest.bin });
}
