import { expect, test } from 'vitest';
import { templateById, toAdoptedChecklist } from '#shared/catalogue/checklist-templates.ts';
import { untouchedItem } from '#shared/domain/checklist.ts';
import type { ChecklistRecord } from '#shared/journal/records.ts';
import {
  countStates,
  isSettled,
  itemsWithSettings,
} from '../../../renderer/features/checklists/checklist-progress.ts';

const template = templateById('general-nist');
if (template === undefined) throw new Error('the general template is missing');
const checklist = toAdoptedChecklist(template);

function aRecord(items: ChecklistRecord['items']): ChecklistRecord {
  return { id: 'c'.repeat(32), checklist, items, history: {} };
}

test('counts every item of a checklist once, touched or not', () => {
  const done = { ...untouchedItem, state: 'done' as const, because: 'seen' };
  const items = itemsWithSettings(
    aRecord({ 'GEN-D01': [{ feed: 'k1-a', seq: 1, by: 'A', wall: 0, value: done }] }),
  );
  expect(items).toHaveLength(checklist.items.length);
  expect(countStates(items)).toEqual({
    open: checklist.items.length - 1,
    doing: 0,
    done: 1,
    'not-applicable': 0,
    blocked: 0,
  });
  expect(items.filter(isSettled).map(({ item }) => item.id)).toEqual(['GEN-D01']);
});

test('marks an item that two people set without knowing of each other', () => {
  const written = { seq: 1, by: 'A', wall: 0, value: untouchedItem };
  const items = itemsWithSettings(
    aRecord({
      'GEN-D02': [
        { ...written, feed: 'k1-a' },
        { ...written, feed: 'k1-b', by: 'B' },
      ],
    }),
  );
  expect(items.filter(({ contested }) => contested).map(({ item }) => item.id)).toEqual([
    'GEN-D02',
  ]);
});
