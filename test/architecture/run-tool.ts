import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../../build/build-identity.mjs';

/** Runs the command of an installed package as `npm run check` does, in the given folder. */
export function runTool(command: string, args: readonly string[], folder: string) {
  const binary = path.join(projectRoot, 'node_modules/.bin', command);
  const { status, stdout, stderr, error } = spawnSync(binary, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}
