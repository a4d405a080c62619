import { test as base } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect } from '../fixtures/kiroku-test.ts';
import { electronBinary, launchKiroku, projectRoot } from '../fixtures/launch-kiroku.ts';
import { makePlaces, removePlaces } from '../fixtures/places.ts';
import { sandboxObstacle, unprivileged, wrapUnprivileged } from '../fixtures/unprivileged.ts';

base('the page runs in the real sandbox of Chromium', async () => {
  const obstacle = sandboxObstacle();
  base.skip(obstacle !== undefined, obstacle);
  const isRoot = process.getuid?.() === 0;
  const places = await makePlaces(isRoot ? unprivileged : undefined);
  try {
    const wrapper = isRoot
      ? await wrapUnprivileged(places, { electron: electronBinary(), projectRoot })
      : undefined;
    const kiroku = await launchKiroku(places, wrapper === undefined ? {} : { wrapper });
    const pid = await kiroku.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const noSandbox = await kiroku.app.evaluate(({ app }) =>
      app.commandLine.hasSwitch('no-sandbox'),
    );
    await kiroku.quit();
    // 2: every system call is filtered.
    expect(status).toMatch(/^Seccomp:\s2$/m);
    expect(status).toMatch(/^NoNewPrivs:\s1$/m);
    expect(status).toMatch(/^CapEff:\s0+$/m);
    expect(noSandbox).toBe(false);
    expect(kiroku.problems).toEqual([]);
  } finally {
    await removePlaces(places);
  }
});
