import { describe, expect, test } from 'vitest';
import { hideableFields, planRedaction } from '#shared/export/plan-redaction.ts';
import { canonicalize, type JsonValue } from '#shared/journal/canonical-json.ts';
import { fold } from '#shared/journal/fold.ts';
import { withoutPlaces } from '#shared/journal/redacted-line.ts';
import { sha256Hex } from '../../../electron/notebook/node-crypto.ts';
import { createTestDevice, testId, type TestDevice } from '../../fixtures/test-device.ts';
import {
  addEntry,
  addEvidence,
  correctEntry,
  evidenceText,
  setIncident,
} from '../../fixtures/test-operations.ts';
import { seal } from '../../fixtures/vector-parts.ts';
import { notebookId } from './export-cases.ts';

type Wish = Parameters<typeof planRedaction>[3];

function plan(desk: TestDevice, wish: Wish) {
  return planRedaction(fold(desk.lines), notebookId, desk.lines, wish);
}

/** What still shows of all lines. */
function shown(desk: TestDevice, wish: Wish): string {
  const { places } = plan(desk, wish);
  return desk.lines
    .map(({ p, hash }) =>
      canonicalize(withoutPlaces(p as unknown as JsonValue, places.get(hash) ?? [])),
    )
    .join('\n');
}

function hiddenAt(desk: TestDevice, wish: Wish, index: number): readonly string[] {
  return plan(desk, wish).places.get(desk.lines[index]?.hash ?? '') ?? [];
}

function deskOf(tlp: 'CLEAR' | 'GREEN' | 'AMBER', by = 'Aoki'): TestDevice {
  const made = createTestDevice(notebookId, 'desk', { by });
  made.append(setIncident({ title: 'Ward three', tlp }));
  return made;
}

describe('what a redacted copy hides under a limit', () => {
  test('shows of a record what the export says of it, and nothing that was there before', () => {
    const made = deskOf('GREEN');
    const entry = made.append(addEntry('The password was hunter2.', { starred: true }));
    made.append(correctEntry(entry.p.op.id, 'A password was found.', 'hunter2 must not go out'));
    const text = shown(made, { tlp: 'GREEN', fields: [] });
    expect(text).not.toContain('hunter2');
    expect(text).toContain('A password was found.');
    expect(hiddenAt(made, { tlp: 'GREEN', fields: [] }, 2)).toEqual(['/op/starred', '/op/text']);
    expect(hiddenAt(made, { tlp: 'GREEN', fields: [] }, 3)).toEqual(['/op/reason']);
  });

  test('hides a name in every text, in whatever width and case it stands', () => {
    const made = deskOf('GREEN');
    made.append({
      t: 'indicator.set',
      indicator: testId('kept'),
      fields: { type: 'domain', value: 'kept.example', tlp: 'RED' },
    });
    made.append(addEntry('Mail from ＫＥＰＴ[.]example'));
    const text = shown(made, { tlp: 'GREEN', fields: [] });
    expect(text).not.toMatch(/kept|ＫＥＰＴ/i);
  });

  test('hides which file an item is with the item, and then the root of the evidence', () => {
    const made = deskOf('GREEN');
    const item = made.append(addEvidence('E-001', evidenceText));
    made.append({ t: 'evidence.set', evidence: item.p.op.id, fields: { tlp: 'RED' } });
    seal(made, [sha256Hex(evidenceText)]);
    const text = shown(made, { tlp: 'GREEN', fields: [] });
    expect(text).not.toContain(sha256Hex(evidenceText));
    expect(text).not.toContain('auth.log');
    expect(hiddenAt(made, { tlp: 'GREEN', fields: [] }, 4)).toEqual(['/op/evidence']);
    expect(hiddenAt(made, { tlp: 'RED', fields: [] }, 4)).toEqual([]);
  });

  test('hides the hash of a row together with the row', () => {
    const made = deskOf('AMBER');
    const row = {
      source: testId('source'),
      evidence: testId('file'),
      line: 4,
      sha256: sha256Hex('nurse7'),
      text: 'nurse7',
    };
    made.append(addEntry('Seen in the log', { rows: [row] }));
    expect(shown(made, { tlp: 'GREEN', fields: [] })).not.toContain(row.sha256);
  });

  test('hides what it does not know, and what goes in no limited export', () => {
    const made = deskOf('GREEN');
    made.append({ t: 'hologram.add', shape: 'a secret shape' });
    made.append({ t: 'lesson.set', lesson: testId('lesson'), fields: { text: 'a sore lesson' } });
    made.append({ t: 'merge', from: 'stick of Ito', heads: {}, lines: 1, evidence: 0 });
    const text = shown(made, { tlp: 'RED', fields: [] });
    for (const word of ['secret shape', 'sore lesson', 'stick of Ito', 'desk.example'])
      expect(text).not.toContain(word);
  });

  test('hides who wrote only where the incident itself stays behind', () => {
    expect(hiddenAt(deskOf('GREEN'), { tlp: 'GREEN', fields: [] }, 1)).toEqual([]);
    expect(hiddenAt(deskOf('AMBER'), { tlp: 'GREEN', fields: [] }, 1)).toContain('/by');
    const named = deskOf('AMBER', '青木');
    named.append(addEntry('青木が抜線した', { tags: ['tlp:green'] }));
    expect(shown(named, { tlp: 'GREEN', fields: [] })).not.toContain('青木');
  });

  test('never hides what a chain is checked by', () => {
    const made = deskOf('AMBER');
    made.append(addEntry('Nothing of this may go.'));
    for (const line of shown(made, { tlp: 'CLEAR', fields: [] }).split('\n')) {
      const p = JSON.parse(line) as Record<string, unknown>;
      expect(Object.keys(p)).toEqual(
        expect.arrayContaining(['boot', 'feed', 'lam', 'nb', 'op', 'prev', 'seq', 'v', 'wall']),
      );
      expect(p['op']).toMatchObject({ t: expect.any(String), id: expect.any(String) });
    }
  });
});

describe('what a redacted copy hides of what was chosen', () => {
  test('hides a field wherever it stands, and what names what stood there', () => {
    const made = deskOf('CLEAR', 'Brown');
    const system = { t: 'asset.set', asset: testId('system') };
    made.append({ ...system, fields: { name: 'pacs01', note: 'beside the lift' } });
    made.append(addEntry('pacs01 fails', { hosts: ['pacs01'] }));
    const wish = { fields: ['system.name'] };
    expect(shown(made, wish)).not.toContain('pacs01');
    expect(hiddenAt(made, wish, 2)).toEqual(['/op/fields/name']);
    expect(plan(made, wish).hidden.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['chosen', 'names-held-back']),
    );
    expect(shown(made, wish)).toContain('beside the lift');
  });

  test('offers the fields that stand in a line, with the number of lines that have them', () => {
    const made = deskOf('CLEAR', 'Brown');
    made.append(addEntry('A scan'));
    made.append(addEntry('Another'));
    const { fields } = plan(made, { fields: [] });
    expect(fields).toContainEqual({ field: 'by', count: 4 });
    expect(fields).toContainEqual({ field: 'entry.text', count: 2 });
    expect(fields.filter(({ count }) => count === 0)).toEqual([]);
    expect(fields.map(({ field }) => field)).not.toContain('system.name');
    expect(fields.every(({ field }) => hideableFields.has(field))).toBe(true);
  });

  test('knows the fields of every kind of record, and nothing that a chain is checked by', () => {
    for (const field of ['by', 'feed.host', 'incident.title', 'entry.text', 'evidence.serial'])
      expect(hideableFields).toContain(field);
    for (const field of ['entry.id', 'seal.value', 'feed.key', 'entry.t'])
      expect(hideableFields).not.toContain(field);
  });
});
