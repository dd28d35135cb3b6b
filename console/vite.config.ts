import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { patternflyTokens } from './build/tokens.mjs';

// The built files land where the jar takes them from: class path resource console/.
export default defineConfig({
  plugins: [patternflyTokens(), react()],
  build: {
    outDir: 'target/classes/console',
    emptyOutDir: true,
    // A data: URI would need a hole in the content security policy.
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': process.env.COP_SERVER ?? 'http://127.0.0.1:4900' } },
  test: {
    // Tests of components say so at their top: // @vitest-environment jsdom
    environment: 'node',
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    css: false,
    pool: 'threads',
  },
});
