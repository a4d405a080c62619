import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

/** Two files of this size at most: enough for the story of a bug, never a full disk. */
const limitBytes = 1_048_576;
const longestReport = 16_384;

export type ErrorLog = {
  readonly file: string;
  /** Appends a report; never throws, because it is called when something has failed already. */
  readonly write: (kind: string, error: unknown) => void;
};

/** A log that never leaves this machine: times, kinds and stacks of what must not happen. */
export function openErrorLog(folder: string): ErrorLog {
  const file = path.join(folder, 'errors.log');
  return {
    file,
    write: (kind, error) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if (sizeOf(file) > limitBytes) renameSync(file, path.join(folder, 'errors.old.log'));
        const report = describeError(error).slice(0, longestReport);
        appendFileSync(file, `${new Date().toISOString()} ${kind}\n${report}\n\n`, { mode: 0o600 });
      } catch (failure) {
        process.stderr.write(`${kind}: ${describeError(error)}\n(${describeError(failure)})\n`);
      }
    },
  };
}

/** An error with its stack and its causes; anything else as JSON. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error) ?? String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${describeError(error.cause)}`;
  return (error.stack ?? `${error.name}: ${error.message}`) + cause;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
