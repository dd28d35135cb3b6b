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
    license: { fileName: 'third-party.txt' },
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        codeSplitting: {
          // What every page needs comes in two files, not in thirty; the rest is split by page.
          groups: [
            {
              name: 'vendor',
              test: /node_modules\/(react|react-dom|scheduler|react-router|cookie|set-cookie-parser|i18next|react-i18next|use-sync-external-store|html-parse-stringify|void-elements|@tanstack\/(react-query|query-core)|@patternfly\/react-(core|styles|icons))\//,
            },
            {
              name: 'frame',
              test: /src\/(app|api|time|format|topology|pages\/now|i18n\/(index|josa|language)|ui\/(?!Plot|plot|Flags|Virtual|useSorted|table|Plain|Facts|facts|tabs|TabLinks|TimeSeries))/,
            },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': process.env.COP_SERVER ?? 'http://127.0.0.1:4900' } },
  test: {
    // Tests of components say so at their top: // @vitest-environment jsdom
    environment: 'node',
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    css: false,
    server: { deps: { inline: [/@patternfly/] } },
    pool: 'threads',
  },
});
