import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../build/build-identity.mjs';

/** A small copy of the project in a temporary folder, in which a rule may be broken. */
export class ScratchTree {
  readonly folder: string;

  constructor() {
    this.folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'kiroku-rules-')));
    for (const name of [
      'package.json',
      'tsconfig.base.json',
      '.dependency-cruiser.mjs',
      '.oxlintrc.json',
    ]) {
      cpSync(path.join(projectRoot, name), path.join(this.folder, name));
    }
    symlinkSync(path.join(projectRoot, 'node_modules'), path.join(this.folder, 'node_modules'));
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
