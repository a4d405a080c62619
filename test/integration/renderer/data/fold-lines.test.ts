import { expect, test } from 'vitest';
import {
  foldReady,
  nothingApplied,
  OutOfOrder,
  readyLines,
} from '../../../../renderer/data/fold-lines.ts';
import type { Applied } from '../../../../renderer/data/record-storage.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import { emptyState, fold, type NotebookState, readerOf } from '#shared/journal/fold.ts';
import { createTestDevice, testId } from '../../../fixtures/test-device.ts';
import { addEntry } from '../../../fixtures/test-operations.ts';

function foldOnto(state: NotebookState, applied: Applied, lines: readonly SignedLine[]): Applied {
  const folded = foldReady(readerOf(state), applied, readyLines(applied, lines, 'news'));
  for (const { collection, record } of folded.changes)
    (state[collection] as Map<string, typeof record>).set(record.id, record);
  return folded.applied;
}

test('a device that joins late is folded on top, its opening line included', () => {
  const notebook = testId('joins late');
  const aoki = createTestDevice(notebook, 'Aoki');
  for (let at = 0; at < 3; at += 1) aoki.append(addEntry(`entry ${at}`));
  const state = emptyState();
  const before = foldOnto(state, nothingApplied, aoki.lines);

  const baba = createTestDevice(notebook, 'Baba');
  baba.read(aoki);
  baba.append(addEntry('first words of the next shift'));
  const opening = foldOnto(state, before, baba.lines.slice(0, 1));
  expect(opening.last).toEqual(before.last);
  const after = foldOnto(state, opening, baba.lines.slice(1));

  expect(state).toEqual(fold([...aoki.lines, ...baba.lines]));
  expect(after.last?.feed).toBe(baba.feed);
});

test('a line that sorts before what is folded is refused, so that the order is made anew', () => {
  const notebook = testId('sorts before');
  const aoki = createTestDevice(notebook, 'Aoki');
  const baba = createTestDevice(notebook, 'Baba');
  for (let at = 0; at < 3; at += 1) aoki.append(addEntry(`entry ${at}`));
  baba.append(addEntry('written without knowing'));
  const applied = foldOnto(emptyState(), nothingApplied, aoki.lines);
  expect(() => readyLines(applied, baba.lines, 'journal')).toThrow(OutOfOrder);
});
