import { expect, test } from 'vitest';
import { showNotebook } from '#shared/application/show-notebook.ts';
import { fold } from '#shared/journal/fold.ts';
import { createTestDevice, testId } from '../../fixtures/test-device.ts';
import { addEvidence, evidenceText } from '../../fixtures/test-operations.ts';

const notebook = testId('items');

test('what people said when an item was added is corrected field by field', () => {
  const device = createTestDevice(notebook, 'desk');
  const line = device.append({
    ...addEvidence('E-001', evidenceText),
    fields: { type: 'log', serial: 'S-1', writeBlocker: 'used' },
  });
  device.append({
    t: 'evidence.set',
    evidence: line.p.op.id,
    fields: { serial: 'S-2', writeBlocker: null },
  });
  const state = fold(device.lines);
  const [shown] = showNotebook(state).evidence;
  expect(shown?.fields).toEqual({ type: 'log', serial: 'S-2', writeBlocker: null });
  expect(shown?.no).toBe('E-001');
});

test('a thing has no hash and no size, and custody like any other item', () => {
  const device = createTestDevice(notebook, 'desk');
  const line = device.append({
    t: 'evidence.item',
    no: 'E-001',
    name: 'Laptop',
    note: '',
    fields: { makeModel: 'X1' },
  });
  device.append({
    t: 'evidence.custody',
    evidence: line.p.op.id,
    action: 'collected',
    from: '',
    to: 'Aoki',
    place: '',
    purpose: '',
    note: '',
  });
  const [shown] = showNotebook(fold(device.lines)).evidence;
  expect(shown).toMatchObject({ name: 'Laptop', custody: 1, fields: { makeModel: 'X1' } });
  expect(shown).not.toHaveProperty('sha256');
});

test('two people who had not read each other leave two values of a field side by side', () => {
  const one = createTestDevice(notebook, 'one');
  const two = createTestDevice(notebook, 'two');
  const line = one.append({ t: 'evidence.item', no: 'E-001', name: 'Stick', note: '' });
  const evidence = line.p.op.id;
  two.read(one);
  one.append({ t: 'evidence.set', evidence, fields: { storage: 'Safe 1' } });
  two.append({ t: 'evidence.set', evidence, fields: { storage: 'Safe 2' } });
  const { conflicts } = showNotebook(fold([...one.lines, ...two.lines]));
  expect(conflicts).toMatchObject([{ what: 'evidence', id: `${evidence}/storage` }]);
  expect(conflicts[0]?.values.map(({ value }) => value).toSorted()).toEqual(['Safe 1', 'Safe 2']);
});

test('the same id from another feed is a second claim, and changes nothing', () => {
  const one = createTestDevice(notebook, 'one');
  const two = createTestDevice(notebook, 'two');
  const id = testId('claimed');
  one.append({ t: 'evidence.item', id, no: 'E-001', name: 'Stick', note: '' });
  two.read(one);
  two.append({
    t: 'evidence.item',
    id,
    no: 'E-002',
    name: 'Other',
    note: '',
    fields: { serial: 'forged' },
  });
  const state = fold([...one.lines, ...two.lines]);
  expect(state.evidence.get(id)?.item?.name).toBe('Stick');
  expect(state.evidence.get(id)?.fields).toEqual({});
  expect(state.unknown.get('evidence.item')?.count).toBe(1);
});
