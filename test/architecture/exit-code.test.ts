import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const runner = new URL('../../build/setup-problem.mjs', import.meta.url).href;

test.each([0, 1])(
  'a script that ends with %i says so, whatever a library does at the end',
  (code) => {
    // As electron-builder does once it has packaged something.
    const script = `
    import { runScript } from ${JSON.stringify(runner)};
    process.once('beforeExit', () => process.exit(${1 - code}));
    await runScript(async () => ${code});
  `;
    const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
    expect(status).toBe(code);
  },
);
