import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { buildDefines } from './build/build-identity.mjs';

export default defineConfig({
  plugins: [react()],
  define: buildDefines(),
  test: {
    // A test that needs a document says so: `// @vitest-environment happy-dom` in its first line.
    environment: 'node',
    include: ['test/{unit,integration,architecture}/**/*.test.{ts,tsx}'],
    // Long, since it must not fail where the machine is busy: nothing is timed here.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two workers: the fault and journal tests measure the disk, and CI has two cores.
    maxWorkers: 2,
    // Files share what they import: loading it for each anew took a third of the time. What a test changes it
    // puts back, and whoever forgets to makes another file fail.
    isolate: false,
    // Dexie looks for a database once, when it is loaded, by whichever file comes first.
    setupFiles: ['fake-indexeddb/auto'],
    restoreMocks: true,
    // The report reads its own style sheets: figures look alike in every format.
    css: { include: [/paper(-running)?\.css/] },
  },
});
