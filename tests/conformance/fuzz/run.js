// `make fuzz`: node fuzz/run.js [--requests 100000] [--seed 1] [--replay NUMBER] [--database URL]. Says what it sent, what came
// back and how much memory the server held; ends with 1 if anything was wrong.

import { parseArgs } from 'node:util';
import { start } from '../support/server.js';
import { SECRET, fuzz } from './fuzz.js';

const options = { requests: '100000', seed: '1', replay: undefined, database: 'sqlite::memory:' };
const types = Object.fromEntries(Object.entries(options).map(([name, usual]) => [name, { type: 'string', ...(usual && { default: usual }) }]));
const { values: given } = parseArgs({ options: types });
const seed = Number(given.seed);
const [from, to] = given.replay === undefined ? [0, Number(given.requests)] : [Number(given.replay), Number(given.replay) + 1];
// Memory may not grow by more than this from the second to the last fifth of a run.
const GROWTH = 1.15;

const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
const megabytes = (kilobytes) => Math.round(kilobytes / 1024);
const line = (counted) => Object.entries(counted).sort().map(([key, value]) => `${key} ${value}`).join(', ');

const server = await start({ SEUTU_JWT_SECRET: SECRET }, '--database', given.database);
const started = performance.now();
const tell = ({ number, kind, wrong, asked, answer }) => console.error(`\nseed ${seed}, request ${number} (${kind}): ${wrong}\n${asked}\n-> ${answer}`);
const found = await fuzz(server, { seed, from, to, tell }).catch(async (error) => {
  await server.stop();
  throw error;
});
const seconds = (performance.now() - started) / 1_000;
const ended = await server.stop();

const fifth = Math.floor(found.memory.length / 5);
const [second, last] = [mean(found.memory.slice(fifth, 2 * fifth)), mean(found.memory.slice(-fifth))];
console.log(`seed ${seed}: ${to - from} requests in ${Math.round(seconds)} s, ${Math.round((to - from) / seconds)} a second; data in ${found.withData}`);
console.log(`kinds: ${line(found.kinds)}\ntokens: ${line(found.tokens)}\nstatuses: ${line(found.statuses)}\ncodes: ${line(found.codes)}`);
console.log(`slowest: ${found.slowest.ms} ms, request ${found.slowest.number}`);
if (fifth > 1) {
  const every = found.memory.length / 10;
  console.log(`memory, MB: ${Array.from({ length: 10 }, (_, i) => megabytes(found.memory[Math.floor(i * every)])).join(' ')}; second fifth ${megabytes(second)}, last ${megabytes(last)}`);
  if (to - from >= 50_000 && last > second * GROWTH) found.failures.push({ wrong: `memory grew by ${Math.round((last / second - 1) * 100)} %` });
}
if (ended.code !== 0) found.failures.push({ wrong: `the server ended with ${ended.code ?? ended.signal}`, answer: server.log.slice(-2_000) });
for (const { number, wrong, answer } of found.failures) console.error(`FAILED: ${wrong}${number === undefined ? '' : ` (--seed ${seed} --replay ${number})`}${number === undefined ? `\n${answer ?? ''}` : ''}`);
process.exitCode = found.failures.length ? 1 : 0;
