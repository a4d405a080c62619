import { defineConfig } from '@playwright/test';
import { resolveElectron } from './build/electron-runtime.mjs';

// Fixtures start the application with this binary: `electron.launch({ executablePath: process.env.KIROKU_ELECTRON, … })`.
process.env['KIROKU_ELECTRON'] ??= (await resolveElectron({ log: () => {} })).path;

// Chromium gives no path for a dropped file whose name the locale cannot write, and some names here are Japanese.
process.env['LANG'] ??= 'C.UTF-8';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // Every test starts its own Electron, with a profile and folders of its own, and none of them measures time.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: { trace: 'off', screenshot: 'only-on-failure' },
});
