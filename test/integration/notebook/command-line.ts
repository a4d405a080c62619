import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const projectRoot = path.resolve(import.meta.dirname, '../../..');

/** The built command line; `KIROKU_CLI` tests another one. */
export function cliFile(): string {
  const file = process.env['KIROKU_CLI'] ?? path.join(projectRoot, 'dist/cli.mjs');
  if (!existsSync(file)) throw new Error(`${file} is missing: run node build/bundle.mjs first`);
  return file;
}

export type Finished = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly error: string;
};

/** A command that runs in a process group of its own, so that all of it can be killed. */
export class RunningCommand {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
  #out = '';
  #error = '';
  #lineWaiters: (() => void)[] = [];

  constructor(program: string, args: readonly string[], options: SpawnOptions = {}) {
    this.child = spawn(program, args, { ...options, detached: true, stdio: 'pipe' });
    this.child.stdout?.on('data', (piece: Buffer) => {
      this.#out += piece.toString();
      for (const wake of this.#lineWaiters.splice(0)) wake();
    });
    this.child.stderr?.on('data', (piece: Buffer) => (this.#error += piece.toString()));
    // Whoever is killed no longer reads: what we still write then is nobody's loss.
    this.child.stdin?.on('error', () => {});
    this.finished = new Promise((resolve) => {
      this.child.on('close', (code, signal) => {
        for (const wake of this.#lineWaiters.splice(0)) wake();
        resolve({ code, signal, out: this.#out, error: this.#error });
      });
    });
    onTestFinished(() => this.kill());
  }

  /** Lines that were printed whole so far. */
  get lines(): readonly string[] {
    return this.#out.split('\n').slice(0, -1);
  }

  /** Resolves when so many lines were printed, or when the command has ended. */
  async printed(count: number): Promise<void> {
    while (
      this.lines.length < count &&
      this.child.exitCode === null &&
      this.child.signalCode === null
    )
      await new Promise<void>((resolve) => this.#lineWaiters.push(resolve));
  }

  /** Ends the whole process group at once, as the system's out-of-memory killer would. */
  kill(): void {
    const { pid, exitCode, signalCode } = this.child;
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  }
}

/** Starts the command line in plain Node. */
export function startCli(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): RunningCommand {
  return new RunningCommand(process.execPath, [cliFile(), ...args], {
    env: { ...process.env, LANG: 'C.UTF-8', ...env },
  });
}

/** Runs the command line to its end with a text as standard input. */
export async function runBuiltCli(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Finished> {
  const command = startCli(args, env);
  command.child.stdin?.end(input);
  return command.finished;
}
