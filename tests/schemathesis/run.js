// schemathesis against a real server process: every root field with documents drawn from the schema, right and wrong ones, once
// for each seed. `node run.js [--seeds 1,2,3] [--cases 200]`; the seeds run side by side.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { start } from '../conformance/support/server.js';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const { values: given } = parseArgs({ options: { seeds: { type: 'string', default: '1,2,3' }, cases: { type: 'string', default: '200' } } });

/** What schemathesis printed, its exit code, and how many answers of each kind there were. */
async function run(seed, url) {
  const args = ['--config-file', 'schemathesis.toml', '--no-color', 'run', url, '--seed', seed, '--max-examples', given.cases, '--continue-on-failure'];
  const child = spawn(path.join(HERE, '.venv/bin/schemathesis'), args, {
    cwd: HERE,
    env: { ...process.env, SEUTU_URL: url, SCHEMATHESIS_HOOKS: 'hooks', PYTHONPATH: HERE, PYTHONDONTWRITEBYTECODE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [printed, told, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  const answers = JSON.parse(told.match(/^answers: (.*)$/m)?.[1] ?? '{}');
  return { seed, code, printed, told, answers };
}

/** What is wrong with a run. Few answers with data would mean that hardly anything was tried. */
function complaint({ code, answers }) {
  const all = Object.values(answers).reduce((sum, count) => sum + count, 0);
  if (code !== 0) return `schemathesis ended with ${code}`;
  if (!(answers.answered > all / 5)) return 'too few documents were answered';
  if (!(answers.wrong > all / 4)) return 'too few wrong documents were sent';
}

const started = performance.now();
// An unoptimised server on a machine that does other things too.
const server = await start('--timeout', '60');
let failed = false;
try {
  for (const done of await Promise.all(given.seeds.split(',').map((seed) => run(seed, server.url)))) {
    const wrong = complaint(done);
    failed ||= wrong !== undefined;
    if (wrong) console.error(`${done.printed}\n${done.told}\nseed ${done.seed}: ${wrong}`);
    console.log(`seed ${done.seed}: ${done.printed.match(/^ *\d+ generated.*$/m)?.[0].trim()}; ${JSON.stringify(done.answers)}`);
  }
} finally {
  await server.stop();
}
// A warning of a busy machine is none: that a connection of the pool was waited for.
if (/panicked|"level":"ERROR"/.test(server.log)) {
  failed = true;
  console.error(`the server complained:\n${server.log}`);
}
console.log(`${Math.round((performance.now() - started) / 1000)} s`);
process.exitCode = failed ? 1 : 0;
