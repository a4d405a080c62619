import { describe, expect, test } from 'vitest';
import type { CaseRecords } from '#shared/export/case-records.ts';
import { listNames, recordKinds, type RecordKind } from '#shared/export/export-formats.ts';
import { withoutLooseEnds } from '#shared/export/loose-ends.ts';
import { type AnyRule, recordFields, type Role } from '#shared/export/record-fields.ts';
import { namesOf, textsOf } from '#shared/export/record-words.ts';
import { limitCase } from '#shared/export/limit-case.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { collections, type Collection } from '#shared/journal/records.ts';
import { fullCase, notebookId } from './export-cases.ts';

/**
 * Where each collection goes in an export. A new collection has to say it here: a kind of record with a label and
 * rules for its fields, the incident, what belongs to a notebook as a whole, or nowhere.
 */
const goesAs: Readonly<Record<Collection, RecordKind | 'incident' | 'whole notebook' | 'nowhere'>> =
  {
    incident: 'incident',
    entries: 'entry',
    evidence: 'evidence',
    sources: 'source',
    assets: 'system',
    accounts: 'account',
    indicators: 'indicator',
    actions: 'action',
    checklists: 'checklist',
    feeds: 'whole notebook',
    devices: 'whole notebook',
    filters: 'whole notebook',
    clocks: 'whole notebook',
    seals: 'whole notebook',
    unknown: 'whole notebook',
    decisions: 'nowhere',
    authorities: 'nowhere',
    deadlines: 'nowhere',
    readMarks: 'nowhere',
    lessons: 'nowhere',
    reviews: 'nowhere',
    minutes: 'nowhere',
    releases: 'nowhere',
    handovers: 'nowhere',
    services: 'service',
    contacts: 'contact',
    movements: 'movement',
    paths: 'path',
    questions: 'question',
    coverage: 'coverage',
    courses: 'course',
    merges: 'nowhere',
  };

/** A value of the shape of a rule: each string says its role and where it stands. */
function filled(rule: AnyRule, at: string): unknown {
  if (typeof rule === 'object')
    return Object.fromEntries(
      Object.entries(rule).map(([field, own]) => [field, filled(own, `${at}.${field}`)]),
    );
  return rule === 'earlier' ? [`earlier:${at}`] : `${rule}:${at}`;
}

/** The same with every value in a list of one, as lists of things are. */
function listed(rule: AnyRule, at: string): unknown {
  if (typeof rule !== 'object') return [filled(rule, at)];
  return Object.fromEntries(
    Object.entries(rule).map(([field, own]) => [field, [filled(own, `${at}.${field}`)]]),
  );
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const roleOf = (text: string): string => text.slice(0, text.indexOf(':'));
const withRole = (value: unknown, ...roles: readonly (Role | 'earlier')[]): string[] =>
  stringsIn(value).filter((text) => (roles as readonly string[]).includes(roleOf(text)));

/** A case with nothing but one made-up record, whose references lead nowhere. */
function only(kind: RecordKind, record: unknown): CaseRecords {
  const none = Object.fromEntries(recordKinds.map((one) => [one, []]));
  return { ...none, [kind]: [record] } as unknown as CaseRecords;
}

describe.each(recordKinds)('the rules of %s', (kind) => {
  const shapes = [filled(recordFields[kind], kind), listed(recordFields[kind], kind)];

  test('every name and every text is looked at before it goes', () => {
    for (const shape of shapes) {
      const record = shape as never;
      expect(namesOf(kind, record)).toEqual(withRole(shape, 'name'));
      expect(textsOf(kind, record, { isHeldBack: false }).toSorted()).toEqual(
        withRole(shape, 'name', 'text', 'named').toSorted(),
      );
    }
  });

  test('references, names and earlier words stay behind, and nothing else does', () => {
    for (const shape of shapes) {
      const cut = withoutLooseEnds(only(kind, { ...(shape as object), unheard: 'of' }), {
        isHeldBack: true,
        isLimited: true,
      });
      const text = stringsIn(cut[kind]);
      expect(
        withRole(
          text,
          'named',
          'person',
          'entry',
          'evidence',
          'source',
          'system',
          'path',
          'earlier',
        ),
      ).toEqual([]);
      expect(text).not.toContain('of');
      const keeps = withRole(cut[kind], 'name', 'text');
      // What stands beside a reference in a list goes with it.
      const stands = withRole(shape, 'name', 'text');
      expect(stands).toEqual(expect.arrayContaining(keeps));
    }
    const [single] = shapes;
    const whole = withoutLooseEnds(only(kind, single), { isHeldBack: true, isLimited: true });
    expect(withRole(whole[kind], 'name', 'text')).toEqual(withRole(single, 'name', 'text'));
  });
});

test('every collection of a notebook says where it goes in an export', () => {
  expect(Object.keys(goesAs).toSorted()).toEqual([...collections].toSorted());
  const state = fullCase();
  const { content } = limitCase(state, notebookId, 'json', {});
  for (const collection of collections) {
    const place = goesAs[collection];
    const kind = recordKinds.find((one) => one === place);
    const list = kind === undefined ? undefined : content[listNames[kind]];
    const records = state[collection as keyof NotebookState] as ReadonlyMap<string, unknown>;
    expect(list?.length ?? records.size, collection).toBe(records.size);
  }
});
