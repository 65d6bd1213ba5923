// Holds a server against the audits of the GraphQL-over-HTTP specification: node audits/graphql-over-http.mjs URL.
// Prints a line an audit, in JSON; the Go tests of the API run it and judge.
import { serverAudits } from 'graphql-http';

const [url] = process.argv.slice(2);
for (const audit of serverAudits({ url, fetchFn: fetch })) {
  const { status, name, reason } = await audit.fn();
  console.log(JSON.stringify({ id: audit.id, name, status, reason: reason ?? '' }));
}
