import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs';
import { systemCode } from './system-error.ts';

/** The last line that this device acknowledged in a feed. */
export type RememberedHead = {
  readonly feed: string;
  readonly seq: number;
  readonly hash: string;
};

const recordForm = /^(k1-[0-9a-f]{32}) (\d{16}) ([0-9a-f]{64})\n/;

/** Reads the record; one that is missing or torn remembers nothing. */
export function readRememberedHead(file: string): RememberedHead | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'latin1');
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
  const [, feed, seq, hash] = recordForm.exec(text) ?? [];
  if (feed === undefined || seq === undefined || hash === undefined) return undefined;
  return { feed, seq: Number(seq), hash };
}

/**
 * Writes the record after every acknowledged line, once whoever waits for the line has been told. It
 * always has the same size and lies in one block, and it is not synced: after a power cut an older one
 * only makes the check for a rolled-back feed less sharp. A failure to remember takes nothing back from
 * a line that is safe on disk.
 */
export class HeadMemory {
  readonly #file: string;
  #descriptor: number | undefined;
  #waiting: RememberedHead | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  remember(head: RememberedHead): void {
    if (this.#waiting === undefined) setImmediate(() => this.#write());
    this.#waiting = head;
  }

  close(): void {
    this.#write();
    this.#letGo();
  }

  #write(): void {
    if (this.#waiting === undefined) return;
    const { feed, seq, hash } = this.#waiting;
    this.#waiting = undefined;
    const record = `${feed} ${String(seq).padStart(16, '0')} ${hash}\n`;
    try {
      // Not 'a': appending would ignore the position. Not 'w': the old record must not vanish first.
      this.#descriptor ??= openSync(this.#file, constants.O_RDWR | constants.O_CREAT, 0o600);
      writeSync(this.#descriptor, record, 0, 'latin1');
    } catch (error) {
      if (systemCode(error) === undefined) throw error;
      this.#letGo();
    }
  }

  #letGo(): void {
    if (this.#descriptor === undefined) return;
    closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}
