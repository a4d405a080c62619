import type { IncidentFields } from '../domain/incident.ts';
import { assertNever } from '../lib/assert-never.ts';
import type { Operation, OperationType } from '../journal/operation.ts';
import type { Collection } from '../journal/records.ts';
import type { LimitedCase } from './export-case.ts';
import { listNames, type RecordKind, recordKinds } from './export-formats.ts';

/** The kind of record that a collection of the notebook goes out as; the others go in no limited export. */
export const kindOfCollection: Partial<Readonly<Record<Collection, RecordKind>>> = {
  entries: 'entry',
  evidence: 'evidence',
  sources: 'source',
  assets: 'system',
  accounts: 'account',
  services: 'service',
  contacts: 'contact',
  movements: 'movement',
  indicators: 'indicator',
  actions: 'action',
  checklists: 'checklist',
  paths: 'path',
  questions: 'question',
  coverage: 'coverage',
  courses: 'course',
  decisions: 'decision',
  authorities: 'authority',
  deadlines: 'deadline',
};

/** Members of an operation, or of a record as an export says it. */
export type Members = Readonly<Record<string, unknown>>;

/** What everybody may know of an operation: without it nothing could be checked. */
const structure: Partial<Readonly<Record<OperationType, readonly string[]>>> = {
  'feed.open': ['key', 'predecessor', 'app', 'build'],
  'key.rotate': ['feed', 'key'],
  seal: ['heads', 'evidence', 'value'],
  'read.mark': ['heads'],
  'clock.jump': ['byMs'],
};

/** The members of an operation that its type needs to be checked, whatever the limits. */
export function structureOf(type: string): readonly string[] {
  return ['t', 'id', ...(structure[type as OperationType] ?? [])];
}

/** The records that a limited export says, by kind and id. */
export function recordsIn({
  content,
}: LimitedCase): ReadonlyMap<RecordKind, ReadonlyMap<string, Members>> {
  return new Map(
    recordKinds.map((kind) => [
      kind,
      new Map(content[listNames[kind]].map((record) => [record.id, record as unknown as Members])),
    ]),
  );
}

/**
 * What an export says of the record of an operation, under the names that the operation's members have.
 *
 * A member may be shown only where this says the same: what the record held earlier is not here.
 */
export function saidOf(
  operation: Operation,
  record: Members | undefined,
  incident: IncidentFields,
): Members {
  if (operation.t === 'incident.set') return { fields: incident };
  if (record === undefined) return {};
  const target = Object.fromEntries(
    Object.entries(operation).filter(([, value]) => value === record['id']),
  );
  return { ...contentOf(operation, record), ...target };
}

function contentOf(operation: Operation, record: Members): Members {
  switch (operation.t) {
    case 'entry.add':
    case 'entry.correct': {
      const said = new Set(record['techniques'] as readonly string[]);
      const { techniques } = operation;
      return techniques.every(({ id }) => said.has(id)) ? { ...record, techniques } : record;
    }
    case 'entry.withdraw':
    case 'entry.restore':
      return {};
    case 'evidence.add':
    case 'evidence.item':
    case 'source.add':
    case 'checklist.adopt':
      return record;
    case 'evidence.set':
      return { fields: record['fields'] };
    case 'evidence.custody': {
      const events = record['custody'] as readonly Members[];
      const event = events.find(({ id }) => id === operation.id);
      return { ...event, at: event?.['happened'] };
    }
    case 'source.clock':
      return { ...(record['clock'] as Members | null) };
    case 'checklist.item': {
      const items = record['items'] as readonly Members[];
      const item = items.find(({ id }) => id === operation.item);
      return { ...item, item: item?.['id'] };
    }
    case 'coverage.set':
      return { source: operation.source, stage: operation.stage, fields: record };
    case 'asset.set':
    case 'account.set':
    case 'service.set':
    case 'contact.set':
    case 'movement.set':
    case 'indicator.set':
    case 'action.set':
    case 'path.set':
    case 'question.set':
    case 'course.set':
    case 'decision.set':
    case 'authority.set':
    case 'deadline.set':
      return { fields: record };
    case 'feed.open':
    case 'key.rotate':
    case 'incident.set':
    case 'filter.set':
    case 'read.mark':
    case 'device.set':
    case 'lesson.set':
    case 'review.set':
    case 'minute.set':
    case 'release.submit':
    case 'release.review':
    case 'release.publish':
    case 'release.withdraw':
    case 'handover.accept':
    case 'clock.check':
    case 'clock.jump':
    case 'merge':
    case 'seal':
      return {};
    default:
      return assertNever(operation);
  }
}

/** True when everything in a value is said in another one: lists whole, of objects every member that is there. */
export function isSaid(value: unknown, said: unknown): boolean {
  if (Array.isArray(value))
    return (
      Array.isArray(said) &&
      said.length === value.length &&
      value.every((one, index) => isSaid(one, said[index]))
    );
  if (typeof value !== 'object' || value === null) return value === said;
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return false;
  const members = new Map(Object.entries(said));
  return Object.entries(value).every(([key, inner]) => isSaid(inner, members.get(key)));
}
