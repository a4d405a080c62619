import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../../build/build-identity.mjs';
import { temporaryFolder } from './temporary-folder.ts';

const sources = {
  'shared/catalogue/stages.json': '{"first":"偵察"}',
  'shared/stages.ts':
    "import stages from './catalogue/stages.json' with { type: 'json' };\nexport function firstStage(): string {\n  return stages.first;\n}\n",
  'electron/notebook/verify.py': 'print(r"`${é}`")\n',
  'electron/main.ts':
    "import verify from './notebook/verify.py?raw';\nimport { firstStage } from '#shared/stages.ts';\nconsole.log(verify, firstStage(), __KIROKU_BUILD__.version);\n",
  'electron/preload/preload.ts':
    "import { contextBridge } from 'electron';\ncontextBridge.exposeInMainWorld('x', {});\n",
  'electron/workers/hash.worker.ts':
    "import { firstStage } from '#shared/stages.ts';\nconsole.log(firstStage());\n",
  'electron/cli/cli.ts':
    "import { firstStage } from '#shared/stages.ts';\nconsole.log(firstStage());\n",
  'renderer/index.html': '<!doctype html><script type="module" src="./main.tsx"></script>\n',
  'renderer/main.tsx':
    "import { firstStage } from '#shared/stages.ts';\ndocument.title = firstStage();\n",
};

describe('the build', () => {
  let folder: string;

  function write(name: string, content: string): void {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }

  function build() {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['build/bundle.mjs'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, said: `${stdout}${stderr}` };
  }

  beforeEach(() => {
    folder = temporaryFolder();
    for (const name of ['package.json', 'vite.config.ts'])
      cpSync(path.join(projectRoot, name), path.join(folder, name));
    cpSync(path.join(projectRoot, 'build'), path.join(folder, 'build'), { recursive: true });
    symlinkSync(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'));
    for (const [name, content] of Object.entries(sources)) write(name, content);
  });

  test('makes every bundle, runs in plain Node, and has nothing to do the second time', () => {
    expect(build()).toMatchObject({ status: 0, said: expect.stringContaining('dist/ made in') });

    for (const name of ['main/preload.cjs', 'main/workers/hash.cjs', 'renderer/index.html']) {
      expect(existsSync(path.join(folder, 'dist', name)), name).toBe(true);
    }
    const main = spawnSync(process.execPath, ['dist/main/main.cjs'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(main.stdout).toMatch(/^print\(r"`\$\{é\}`"\)\n 偵察 \d+\.\d+\.\d+\n$/);
    const cli = spawnSync(path.join(folder, 'dist/cli.mjs'), { encoding: 'utf8' });
    expect(cli.stdout).toBe('偵察\n');
    expect(build().said).toContain('up to date');

    write('shared/catalogue/stages.json', '{"first":"武器化"}');
    expect(build().said).toContain('dist/ made in');
  });

  test('refuses a preload with an export, which the sandbox would drop without a word', () => {
    write('electron/preload/preload.ts', 'export const bridge = process.argv;\n');
    expect(build()).toMatchObject({
      status: 1,
      said: expect.stringContaining('preload/preload.ts failed'),
    });
    expect(existsSync(path.join(folder, 'dist'))).toBe(false);
  });

  test('refuses a command line that needs Electron', () => {
    write('electron/cli/cli.ts', "import { app } from 'electron';\nconsole.log(app);\n");
    expect(build()).toMatchObject({
      status: 1,
      said: expect.stringContaining('electron/cli/ must not import electron'),
    });
  });

  test('names the file that is missing and leaves the old build alone', () => {
    build();
    const before = readFileSync(path.join(folder, 'dist/cli.mjs'), 'utf8');
    rmSync(path.join(folder, 'electron/cli/cli.ts'));
    expect(build()).toMatchObject({
      status: 1,
      said: expect.stringContaining('electron/cli/cli.ts, which is missing'),
    });
    expect(readFileSync(path.join(folder, 'dist/cli.mjs'), 'utf8')).toBe(before);
  });
});
