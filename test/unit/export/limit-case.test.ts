import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tlpLabels, type Tlp } from '#shared/domain/incident.ts';
import { exportFormats } from '#shared/export/export-formats.ts';
import { limitCase } from '#shared/export/limit-case.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { createTestDevice, testId, type TestDevice } from '../../fixtures/test-device.ts';
import {
  addEntry,
  addEvidence,
  correctEntry,
  setIncident,
} from '../../fixtures/test-operations.ts';
import { sampleOf } from '../report/sample-notebooks.ts';
import { exported, fullCase, jsonOf, notebookId, textOf } from './export-cases.ts';

const id = (name: string): string => testId('limits', name);

/** An incident with a label, what somebody did, and the state that comes of it. */
function notebook(tlp: Tlp, ...write: readonly ((desk: TestDevice) => void)[]): NotebookState {
  const desk = createTestDevice(notebookId, 'desk', { by: 'Aoki' });
  desk.append(setIncident({ title: 'Ward three', tlp }));
  for (const one of write) one(desk);
  return sampleOf([desk]).state;
}

const entry =
  (name: string, ...content: Parameters<typeof addEntry>) =>
  (desk: TestDevice) =>
    void desk.append({ ...addEntry(...content), id: id(name) });
const indicator = (name: string, fields: object) => (desk: TestDevice) =>
  void desk.append({
    t: 'indicator.set',
    indicator: id(name),
    fields: { type: 'domain', value: `${name}.example`, ...fields },
  });
const system = (name: string) => (desk: TestDevice) =>
  void desk.append({ t: 'asset.set', asset: id(name), fields: { name } });

function reasonsOf(
  state: NotebookState,
  limits: Parameters<typeof limitCase>[3],
  format = 'json' as const,
) {
  const { leftOut } = limitCase(state, notebookId, format, limits);
  return Object.fromEntries(leftOut.flatMap(({ reason, ids }) => ids.map((one) => [one, reason])));
}

describe('the limit of an export', () => {
  test('an incident narrower than the limit goes without its words, its lists and the names of people', () => {
    const state = notebook(
      'AMBER',
      system('pacs01'),
      entry('plain', 'Nothing of this may go.'),
      entry('green', 'A scan came in.', {
        tags: ['tlp:green'],
        hosts: ['pacs01'],
        accounts: ['nurse7'],
      }),
      indicator('shared', {
        tlp: 'GREEN',
        systems: ['pacs01'],
        entries: [id('plain'), id('green')],
        told: [{ who: 'Partner North', at: null }],
        sightings: [{ where: 'ward gateway', at: null }],
      }),
      indicator('kept', {}),
    );
    const text = textOf(exported(state, 'json', { tlp: 'GREEN' }).files);
    expect(text).toContain('A scan came in.');
    expect(text).toContain('shared.example');
    for (const held of [
      'Ward three',
      'Nothing of this',
      'pacs01',
      'nurse7',
      'Partner North',
      'ward gateway',
      'Aoki',
      'kept.example',
      id('plain'),
    ])
      expect(text).not.toContain(held);
    expect(reasonsOf(state, { tlp: 'GREEN' })).toEqual({
      title: 'label',
      tlp: 'label',
      [id('plain')]: 'label',
      [id('kept')]: 'label',
      [id('pacs01')]: 'label',
    });
  });

  test.each([
    'Mail from kept.example',
    'Mail from KEPT[.]example',
    'Mail from ｋｅｐｔ．ｅｘａｍｐｌｅ',
    'hxxp://kept(.)example/a',
    '通信先はkept.exampleであった',
  ])('"%s" stays because it names something that stays', (text) => {
    const state = notebook('GREEN', indicator('kept', { tlp: 'AMBER' }), entry('names', text));
    expect(reasonsOf(state, { tlp: 'GREEN' })[id('names')]).toBe('names-held-back');
  });

  test.each([
    { told: [{ who: 'the owner of kept.example', at: null }] },
    { sightings: [{ where: 'beside kept.example', at: null }] },
  ])('an indicator stays whose list names something that stays: %j', (list) => {
    const state = notebook('GREEN', indicator('kept', { tlp: 'AMBER' }), indicator('names', list));
    expect(reasonsOf(state, { tlp: 'GREEN' })[id('names')]).toBe('names-held-back');
  });

  test('what is held back for its words holds back in turn what names it', () => {
    const state = notebook(
      'GREEN',
      indicator('kept', { tlp: 'RED' }),
      indicator('second', { note: 'resolves to kept.example' }),
      entry('third', 'Seen: second.example'),
      entry('free', 'Seen: third.example and unkept.example'),
    );
    expect(reasonsOf(state, { tlp: 'GREEN' })).toEqual({
      [id('kept')]: 'label',
      [id('second')]: 'names-held-back',
      [id('third')]: 'names-held-back',
    });
  });

  test('the incident’s own text goes without the field that names something held back', () => {
    const state = notebook(
      'GREEN',
      indicator('kept', { tlp: 'AMBER' }),
      (desk) =>
        void desk.append(setIncident({ summary: 'It called kept.example.', impact: 'One ward.' })),
    );
    const { content, leftOut } = limitCase(state, notebookId, 'stix', { tlp: 'GREEN' });
    expect(content.incident).toMatchObject({ title: 'Ward three', impact: 'One ward.' });
    expect(content.incident).not.toHaveProperty('summary');
    expect(leftOut[0]).toEqual({ kind: 'incident', reason: 'names-held-back', ids: ['summary'] });
  });

  test('what was corrected away does not go with what replaced it', () => {
    const state = notebook(
      'GREEN',
      entry('slip', 'The password was hunter2.'),
      (desk) => void desk.append(correctEntry(id('slip'), 'A password was found.')),
    );
    expect(textOf(exported(state, 'json', { tlp: 'GREEN' }).files)).not.toContain('hunter2');
    expect(textOf(exported(state, 'json').files)).toContain('hunter2');
  });

  test('while people disagree on a label the narrowest one holds', () => {
    const desk = createTestDevice(notebookId, 'desk');
    desk.append(setIncident({ title: 'Ward three', tlp: 'CLEAR' }));
    const field = createTestDevice(notebookId, 'field');
    field.read(desk);
    field.append(setIncident({ tlp: 'RED' }));
    desk.append(setIncident({ tlp: 'GREEN' }));
    const { state } = sampleOf([desk, field]);
    expect(limitCase(state, notebookId, 'json', {}).content.label).toBe('RED');
    expect(limitCase(state, notebookId, 'json', { tlp: 'GREEN' }).content.incident).toEqual({});
  });

  test('an incident without a label counts as AMBER', () => {
    const desk = createTestDevice(notebookId, 'desk');
    desk.append(setIncident({ title: 'Ward three' }));
    const { content } = limitCase(sampleOf([desk]).state, notebookId, 'json', { tlp: 'GREEN' });
    expect(content.incident).toEqual({});
  });

  test('an exercise says so even where nothing else of the incident may go', () => {
    const state = notebook('RED', (desk) => void desk.append(setIncident({ exercise: true })));
    expect(limitCase(state, notebookId, 'misp', { tlp: 'CLEAR' }).content.incident).toEqual({
      exercise: true,
    });
  });
});

describe('the choice of an export', () => {
  test('chosen entries take what they mention with them, and nothing else', () => {
    const state = fullCase();
    const [first] = [...state.entries.values()];
    if (first === undefined) throw new Error('no entry');
    const { content } = limitCase(state, notebookId, 'json', { entries: new Set([first.id]) });
    expect(content.entries.map((one) => one.id)).toEqual([first.id]);
    expect(content.entries[0]?.links).toEqual([]);
    expect(content.accounts.map(({ name }) => name)).toEqual(['nurse7']);
    expect(content.systems).toEqual([]);
    expect(content.evidence.map(({ no }) => no)).toEqual(['E-001']);
    expect(content.indicators).toHaveLength(22);
    expect(content.journal).toBeUndefined();
  });

  test('a time takes what it overlaps, and nothing without a time', () => {
    const state = notebook(
      'CLEAR',
      entry('noon', 'At noon.'),
      entry('never', 'Nobody knows when.', {
        at: {
          utc: null,
          text: '',
          zone: 'UTC',
          precision: 'unknown',
          plusMinusMs: 0,
          untilUtc: null,
          relation: 'at',
        },
      }),
    );
    const chosen = (from: string, until: string) =>
      limitCase(state, notebookId, 'json', { from, until }).content.entries.map(({ text }) => text);
    expect(chosen('2026-01-05T03:00:30.000Z', '2026-01-05T04:00:00.000Z')).toEqual(['At noon.']);
    expect(chosen('2026-01-05T03:01:00.000Z', '2026-01-05T04:00:00.000Z')).toEqual([]);
    expect(reasonsOf(state, { from: '2020-01-01T00:00:00.000Z' })).toEqual({
      [id('never')]: 'out-of-time',
    });
  });

  test('other tools get nothing that was withdrawn, removed or proved wrong; our own lists do', () => {
    const state = notebook(
      'CLEAR',
      entry('slip', 'A slip.'),
      (desk) => void desk.append({ t: 'entry.withdraw', entry: id('slip'), reason: 'Wrong case.' }),
      indicator('wrong', { state: 'false-positive' }),
      indicator('gone', { removal: { removed: true, reason: 'Twice.' } }),
    );
    const reasons = Object.values(
      Object.fromEntries(
        limitCase(state, notebookId, 'stix', {}).leftOut.map(({ ids, reason }) => [
          ids.join(','),
          reason,
        ]),
      ),
    );
    expect(reasons).toEqual(['withdrawn', 'proved-wrong', 'removed']);
    expect(limitCase(state, notebookId, 'csv', {}).leftOut).toEqual([]);
  });
});

/** A word that stands nowhere else, for each text of a record. */
const words = fc.array(
  fc.record({
    kind: fc.constantFrom('entry' as const, 'indicator' as const),
    label: fc.constantFrom(...tlpLabels),
    mentions: fc.array(fc.nat({ max: 7 }), { maxLength: 2 }),
  }),
  { maxLength: 8 },
);

test('no string of a record above the limit is ever among the bytes, in no format', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...tlpLabels),
      words,
      fc.constantFrom(...tlpLabels),
      fc.constantFrom(...exportFormats),
      (incident, records, limit, format) => {
        const secret = (at: number): string => `zq${at}secret`;
        const state = notebook(incident, system('zq-host'), (desk) => {
          desk.append({
            ...addEvidence('E-001', 'x'),
            name: 'zq-file.log',
            note: 'zq-evidence-note',
          });
          for (const [at, { kind, label, mentions }] of records.entries()) {
            const named = mentions.map((other) => `${secret(other)}.example`).join(' ');
            const refs = mentions.map((other) => id(String(other)));
            if (kind === 'entry')
              entry(String(at), `${secret(at)}.example ${named}`, {
                tags: [`tlp:${label.toLowerCase()}`],
                hosts: ['zq-host'],
                kind: 'adversary',
                techniques: [{ id: 'T1078', catalogue: '19.1' }],
                links: refs.map((one) => ({ type: 'caused' as const, entry: one })),
              })(desk);
            else
              indicator(String(at), {
                value: `${secret(at)}.example`,
                tlp: label,
                note: named,
                systems: ['zq-host'],
                entries: refs,
              })(desk);
          }
        });
        const { files } = exported(state, format, { tlp: limit });
        const text = textOf(files);
        const isAbove = (label: Tlp) => tlpLabels.indexOf(label) > tlpLabels.indexOf(limit);
        const above = [...records.entries()].filter(([, { label }]) => isAbove(label));
        const held = [
          ...above.map(([at]) => id(String(at))),
          // The words of an entry are no name: another entry may say the same by itself.
          ...above.flatMap(([at, { kind }]) => (kind === 'indicator' ? [secret(at)] : [])),
          ...(isAbove(incident) ? ['Ward three', 'zq-host', 'zq-file', 'zq-evidence', 'Aoki'] : []),
        ];
        expect(held.filter((word) => text.includes(word))).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test.each(exportFormats)('%s: the same case gives the same files', (format) => {
  const once = exported(fullCase(), format, { tlp: 'AMBER' });
  expect(exported(fullCase(), format, { tlp: 'AMBER' })).toEqual(once);
});

test('the JSON of the whole state has everything that show --json has of the journal', () => {
  expect(jsonOf(fullCase(), 'json')).toMatchObject({
    format: 'kiroku-case',
    version: 1,
    notebook: notebookId,
    journal: { devices: [{ device: 'desk' }], unknown: [] },
  });
});
