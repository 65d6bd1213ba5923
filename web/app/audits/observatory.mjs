// Grades a site as MDN's HTTP Observatory does: node audits/observatory.mjs PACKAGES HTTP-PORT HTTPS-PORT PATH. Prints
// the grade and what each test found, in JSON; a Go test in the lab runs it and judges. The package's own scan() passes
// no ports on, so its parts are called as it calls them.
import { mkdirSync, writeFileSync } from 'node:fs';

const [packages, httpPort, httpsPort, path] = process.argv.slice(2);
const observatory = `${packages}/node_modules/@mdn/mdn-http-observatory`;

// The package downloads the list of preloaded names when it is installed; no name of ours is on it.
mkdirSync(`${observatory}/conf`, { recursive: true });
writeFileSync(`${observatory}/conf/hsts-preload.json`, '{}');

const { ALL_TESTS } = await import(`${observatory}/src/constants.js`);
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await import(`${observatory}/src/grader/charts.js`);
const { getGradeForScore, getScoreModifier } = await import(`${observatory}/src/grader/grader.js`);
const { retrieve } = await import(`${observatory}/src/retriever/retriever.js`);

const found = await retrieve('127.0.0.1', { httpPort: Number(httpPort), httpsPort: Number(httpsPort), path });
const tests = ALL_TESTS.map((test) => test(found)).map((result) => ({
  name: result.constructor.name,
  result: result.result,
  pass: result.pass,
  score: getScoreModifier(result.result),
}));
const sum = (scores) => scores.reduce((total, score) => total + score, 100);
const plain = sum(tests.map((test) => Math.min(test.score, 0)));
const score = plain >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? sum(tests.map((test) => test.score)) : plain;
console.log(JSON.stringify({ ...getGradeForScore(score), status: found.responses.auto?.status, tests }));
