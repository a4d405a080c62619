// npm run screenshots [-- FOLDER]: takes every view of the built application, in both themes and languages.
// The pictures go to FOLDER (.cache/screenshots unless named); the few that the README shows are copied to docs/images.
import './require-node.mjs';
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './build-identity.mjs';
import { bundle } from './bundle.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { runCommand } from './run-command.mjs';
import { runScript } from './setup-problem.mjs';
import { startVirtualDisplay } from './virtual-display.mjs';

/** @type {Readonly<Record<string, string>>} picture of the tour → name in docs/images */
const chosen = {
  'timeline-ja-light': 'timeline-ja-light',
  'entry-proof-en-dark': 'detail-en-dark',
  'report-en-light': 'report-en',
  'checklist-item-ja-light': 'checklist-ja',
  'ten-thousand-dark': 'ten-thousand-entries',
};

await runScript(async () => {
  const folder = path.resolve(process.argv[2] ?? path.join(projectRoot, '.cache/screenshots'));
  await bundle();
  const electron = await resolveElectron();
  const display = await startVirtualDisplay();
  try {
    const code = await runCommand(
      'playwright',
      ['test', '--config', path.join(projectRoot, 'build/screenshots.config.mjs')],
      { env: { ...display.env, KIROKU_ELECTRON: electron.path, KIROKU_SCREENSHOTS: folder } },
    );
    if (code !== 0) return code;
  } finally {
    await display.stop();
  }
  const images = path.join(projectRoot, 'docs/images');
  mkdirSync(images, { recursive: true });
  for (const [picture, name] of Object.entries(chosen))
    copyFileSync(path.join(folder, `${picture}.png`), path.join(images, `${name}.png`));
  console.log(`Screenshots: ${folder}; ${Object.keys(chosen).length} of them in docs/images/.`);
  return 0;
});
