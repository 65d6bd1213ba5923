// Every test: the model, the API and the program on PostgreSQL 18, the model and the API again on the oldest that the
// system has, the app, and the journeys in a browser.
import { cannot, debianPostgres, finish, goTests, journeys, vitest } from './suites.mjs';

await goTests('program, model and API', ['-timeout', '8m', './...']);
const oldest = debianPostgres().sort((a, b) => a.major - b.major)[0];
if (oldest) {
  await goTests(`model and API on PostgreSQL ${oldest.major}`, ['./db', './db/registers', './graph'], {
    POSTGRES_BIN: oldest.bin,
  });
} else {
  cannot('model and API on PostgreSQL 15', "it isn't installed; install it with: apt-get install postgresql");
}
await vitest();
await journeys();
finish();
