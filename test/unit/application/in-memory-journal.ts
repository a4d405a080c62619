import type { AppendError, Writing } from '#shared/application/ports.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import { fold, type NotebookState } from '#shared/journal/fold.ts';
import type { Operation } from '#shared/journal/operation.ts';
import { err, ok } from '#shared/lib/result.ts';

/** A journal that keeps its lines in memory; it can be told to fail. */
export type InMemoryJournal = Writing & {
  readonly operations: Operation[];
  readonly state: () => NotebookState;
};

const feed = `k1-${'f'.repeat(32)}`;

export function inMemoryJournal(failure?: AppendError): InMemoryJournal {
  const operations: Operation[] = [];
  let ids = 0;
  return {
    operations,
    newId: () => (ids += 1).toString(16).padStart(32, '0'),
    journal: {
      append: async (operation) => {
        if (failure !== undefined) return err(failure);
        operations.push(operation);
        const seq = operations.length - 1;
        return ok({ feed, seq, hash: hashOf(seq), wall: 1_000 + seq });
      },
    },
    state: () => fold(operations.map(lineOf)),
  };
}

function lineOf(operation: Operation, seq: number): SignedLine {
  return {
    p: {
      v: 1,
      nb: '0'.repeat(32),
      feed,
      seq,
      prev: hashOf(seq - 1),
      lam: seq,
      wall: Date.UTC(2024, 2, 1, 5, 8) + seq,
      tz: '-09:30',
      mono: seq,
      boot: 'boot',
      by: 'AK',
      op: operation,
    },
    s: '',
    hash: hashOf(seq),
  };
}

function hashOf(seq: number): string {
  return (seq + 1).toString(16).padStart(64, '0');
}
