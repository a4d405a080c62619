// What `npm run screenshots` takes is no test: it is kept out of the run that `npm test` does.
import { defineConfig } from '@playwright/test';

// oxlint-disable-next-line import/no-default-export -- Playwright reads the default export
export default defineConfig({
  testDir: '../test/e2e/screenshots',
  testMatch: 'take-screenshots.ts',
  outputDir: '../test-results',
  workers: 1,
  reporter: [['list']],
});
