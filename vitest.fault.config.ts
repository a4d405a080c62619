import { defineConfig } from 'vitest/config';
import { buildDefines } from './build/build-identity.mjs';

/** The slow fault tests: they kill processes and fill disks, one file after the other. */
export default defineConfig({
  define: buildDefines(),
  test: {
    environment: 'node',
    include: ['test/fault/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
