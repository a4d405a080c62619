import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { err, ok } from '#shared/lib/result.ts';
import type { CliDeps } from './command.ts';

const run = promisify(execFile);
/** Ten thousand entries on a very busy machine; whoever waits can stop the command at any time. */
const timeLimitMs = 1_800_000;

/** The desktop application, ready to be started: its program, and what stands before our own arguments. */
type AppCommand = {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly stop: () => Promise<void>;
};

/**
 * Prints through the desktop application: a job in a folder of its own, the application started on
 * it without a visible window, the PDF read back. Undefined where there is no application.
 *
 * `KIROKU_APP` names the installed program; beside a development build lie the scripts that know its
 * runtime.
 */
export function printerOf(
  env: NodeJS.ProcessEnv,
  projectFolder: string,
): CliDeps['printPdf'] | undefined {
  const named = env['KIROKU_APP'];
  if (named !== undefined && named !== '')
    return printWith(async () => ({ program: named, args: [], env, stop: async () => {} }));
  return existsSync(path.join(projectFolder, 'build', 'electron-runtime.mjs'))
    ? printWith(() => developmentApp(env, projectFolder))
    : undefined;
}

function printWith(findApp: () => Promise<AppCommand>): NonNullable<CliDeps['printPdf']> {
  return async (report) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'kiroku-print-'));
    let app: AppCommand | undefined;
    try {
      app = await findApp();
      await writeFile(path.join(folder, 'document.json'), JSON.stringify(report), { mode: 0o600 });
      // A user-data folder of its own: a window that is open already must not be asked instead.
      const userData = `--user-data-dir=${path.join(folder, 'profile')}`;
      const args = [...app.args, userData, `--kiroku-print=${folder}`];
      await run(app.program, args, { timeout: timeLimitMs, env: app.env });
      return ok(await readFile(path.join(folder, 'document.pdf')));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return err({ kind: 'print-failed', detail: reasonOf(error) });
    } finally {
      await app?.stop();
      await rm(folder, { recursive: true, force: true });
    }
  };
}

function reasonOf(error: Error): string {
  const lastWords = 'stderr' in error ? String(error.stderr).trim().split('\n').at(-1) : undefined;
  return lastWords === undefined || lastWords === '' ? error.message : lastWords;
}

const runtimeSchema = z.object({
  resolveElectron: z.custom<(options: object) => Promise<{ path: string }>>(isFunction),
});
const sandboxSchema = z.object({
  sandboxSwitches: z.custom<(options: object) => string[]>(isFunction),
});
const displaySchema = z.object({
  startVirtualDisplay:
    z.custom<() => Promise<{ env: NodeJS.ProcessEnv; stop: () => Promise<void> }>>(isFunction),
});

/** Starts the built application with the runtime that `npm start` would use, on a display if there is none. */
async function developmentApp(env: NodeJS.ProcessEnv, projectFolder: string): Promise<AppCommand> {
  // Found at run time: these scripts belong to the source tree, not to the bundle.
  const load = async (name: string): Promise<unknown> =>
    import(pathToFileURL(path.join(projectFolder, 'build', name)).href);
  const log = () => {};
  const { resolveElectron } = runtimeSchema.parse(await load('electron-runtime.mjs'));
  const { sandboxSwitches } = sandboxSchema.parse(await load('chromium-sandbox.mjs'));
  const program = (await resolveElectron({ log })).path;
  const args = [...sandboxSwitches({ electronBinary: program, log }), projectFolder];
  const needsDisplay = process.platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
  if (!needsDisplay) return { program, args, env, stop: async () => {} };
  const { startVirtualDisplay } = displaySchema.parse(await load('virtual-display.mjs'));
  const display = await startVirtualDisplay();
  return { program, args, env: { ...env, ...display.env }, stop: display.stop };
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}
