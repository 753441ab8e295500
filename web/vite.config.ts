import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// In development the page comes from Vite and the answers from a server at SEUTU_URL.
const server = process.env.SEUTU_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  // Same-origin, relative to wherever the server is mounted.
  base: './',
  build: { target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/graphql': server, '/schema.graphql': server }, fs: { allow: ['..'] } },
});
