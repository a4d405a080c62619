import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { CliDeps } from '../../../electron/cli/command.ts';
import { runCli } from '../../../electron/cli/run-cli.ts';
import { unprotectedKeys } from '../../../electron/notebook/keys.ts';

/** 14:08 on 1 March 2024 in Tokyo. */
export const now = Date.UTC(2024, 2, 1, 5, 8);

export type Ran = { readonly code: number; readonly out: string; readonly error: string };

export type Desk = {
  /** A folder in which nothing is yet. */
  readonly folder: string;
  readonly run: (
    args: readonly string[],
    options?: {
      readonly input?: string | Uint8Array;
      readonly env?: Record<string, string>;
      readonly deps?: Partial<CliDeps>;
    },
  ) => Promise<Ran>;
  /** Runs a verb with `--json` and parses the lines that it prints. */
  readonly json: (...args: readonly string[]) => Promise<readonly unknown[]>;
};

/** The command line of somebody who has never used it; everything is gone after the test. */
export async function newDesk(): Promise<Desk> {
  const base = await mkdtemp(path.join(os.tmpdir(), 'kiroku-cli-'));
  onTestFinished(() => rm(base, { recursive: true, force: true }));
  const run: Desk['run'] = async (args, { input = '', env = {}, deps = {} } = {}) => {
    let out = '';
    let error = '';
    const io = {
      stdin: (async function* () {
        yield input;
      })(),
      out: async (text: string) => void (out += text),
      error: async (text: string) => void (error += text),
      env: { KIROKU_USER_DATA: path.join(base, 'user'), LANG: 'C.UTF-8', ...env },
    };
    const code = await runCli(args, io, {
      protection: unprotectedKeys,
      app: { version: '1.2.3', commit: 'test' },
      nowMs: () => now,
      zone: 'Europe/Berlin',
      ...deps,
    });
    return { code, out, error };
  };
  return {
    folder: path.join(base, 'case.kiroku'),
    run,
    json: async (...args) => {
      const { code, out, error } = await run([...args, '--json']);
      if (code !== 0) throw new Error(error);
      return out
        .split('\n')
        .filter(Boolean)
        .map((line): unknown => JSON.parse(line));
    },
  };
}

/** A desk with an incident on it. */
export async function deskWithIncident(): Promise<Desk> {
  const desk = await newDesk();
  const { code, error } = await desk.run([
    'new',
    desk.folder,
    '--title',
    'Osaka',
    '--zone',
    'Asia/Tokyo',
  ]);
  if (code !== 0) throw new Error(error);
  return desk;
}
