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
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // Two workers: the fault and journal tests measure the disk, and CI has two cores.
    maxWorkers: 2,
    restoreMocks: true,
  },
});
