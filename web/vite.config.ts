import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

// In development the page comes from Vite and the answers from a server at SEUTU_URL.
const server = process.env.SEUTU_URL ?? 'http://127.0.0.1:8080';

/** The binary holds texts compressed, and hands them out so. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((each) => /^assets\/.*\.(js|css|svg|json)$/.test(each))) {
        const file = path.join(dir, name);
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
        rmSync(file);
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), compressed()],
  // Same-origin, relative to wherever the server is mounted.
  base: './',
  build: {
    outDir: 'dist/page',
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The editor of the explorer is one large chunk, loaded there only.
    chunkSizeWarningLimit: 3000,
    rolldownOptions: {
      onLog(level, log, handle) {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  server: { proxy: { '/graphql': server, '/schema.graphql': server }, fs: { allow: ['..'] } },
});
