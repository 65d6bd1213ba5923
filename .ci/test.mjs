// Every test: the program, the model and the API on PostgreSQL 18, the model and the API again on 15, the oldest that
// is supported, without what no database has a part in, the app, and the journeys in a browser.
import { cannot, debianPostgres, finish, goTests, journeys, vitest } from './suites.mjs';

await goTests('program, model and API', ['-timeout', '8m', './...']);
const oldest = debianPostgres().find(({ major }) => major === 15);
if (oldest) {
  await goTests('model and API on PostgreSQL 15', ['-skip', 'Attacks|Audits|Budget|SixtyFour|Sixteen|PlansAnswer|Kept|ManyWho', './db', './db/registers', './graph'], {
    POSTGRES_BIN: oldest.bin,
  });
} else {
  cannot('model and API on PostgreSQL 15', "it isn't installed; install it with: apt-get install postgresql");
}
await vitest();
await journeys();
finish();
