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
  // One more than CI has cores: half of a test is waiting for frames, for the disk and for programs to start.
  workers: 3,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 300_000,
  // Long, since it must not fail where the machine is busy.
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: { trace: 'off', screenshot: 'only-on-failure' },
});
