// Runs a program of node_modules or of the system.

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of this package. */
export const HERE = fileURLToPath(new URL('..', import.meta.url));

/** Exit code, and what was printed. */
export function run(program, args, options = {}) {
  const own = ['node', 'python3'].includes(program) || program.includes('/') ? program : `${HERE}node_modules/.bin/${program}`;
  return new Promise((resolve) => {
    execFile(own, args, { cwd: HERE, maxBuffer: 1 << 26, ...options }, (error, stdout, stderr) => {
      resolve({ code: error ? (error.code ?? 1) : 0, stdout, stderr, text: `${stdout}${stderr}` });
    });
  });
}
