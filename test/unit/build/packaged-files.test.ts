import path from 'node:path';
import { expect, test } from 'vitest';
import { writeDefaultApp } from '../../../build/default-app.mjs';
import { belongsToProduct, listPackagedFiles } from '../../../build/packaged-files.mjs';
import { temporaryFolder } from './temporary-folder.ts';

test('lists what is in the archive that the default application is written to', () => {
  const folder = temporaryFolder();
  writeDefaultApp(folder);

  expect(listPackagedFiles(path.join(folder, 'default_app.asar'))).toEqual([
    'main.js',
    'package.json',
  ]);
});

test.each([
  'package.json',
  'dist/cli.mjs',
  'dist/main/main.cjs',
  'dist/renderer/assets/index-1.css',
])('%s belongs to the product', (file) => {
  expect(belongsToProduct(file)).toBe(true);
});

test.each([
  'dist/main/main.cjs.map',
  'dist/build-stamp.json',
  'shared/lib/result.ts',
  'test/a.test.ts',
  'node_modules/zod/index.js',
  'README.md',
])('%s does not belong to the product', (file) => {
  expect(belongsToProduct(file)).toBe(false);
});
