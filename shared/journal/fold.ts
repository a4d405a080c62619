import { coverageKey } from '../domain/chain/coverage.ts';
import { assertNever } from '../lib/assert-never.ts';
import { type SeenVector, writeRegister } from './causality.ts';
import type { SignedLine } from './envelope.ts';
import { foldEvidence } from './fold-evidence.ts';
import { foldFields, foldStateful } from './fold-fields.ts';
import { movedPhases, setItem } from './fold-history.ts';
import { foldRelease } from './fold-review.ts';
import { readOperation } from './line-keys.ts';
import type { Operation, OperationOf } from './operation.ts';
import {
  type Collection,
  collections,
  type EntryRecord,
  type EntryVersion,
  type FeedRecord,
  type Origin,
  type RecordChange,
  type RecordReader,
  type Records,
} from './records.ts';
import { originOf, writeFields, written } from './write-fields.ts';

/**
 * The order in which every machine folds the same lines: Lamport number, feed, sequence number.
 *
 * It extends causality: a line's Lamport number is higher than that of every line its writer had read.
 */
export function compareLines(a: SignedLine, b: SignedLine): number {
  return (
    a.p.lam - b.p.lam ||
    (a.p.feed < b.p.feed ? -1 : a.p.feed > b.p.feed ? 1 : 0) ||
    a.p.seq - b.p.seq
  );
}

/**
 * Folds one line: from the records it reads to the records it changes.
 *
 * Lines come in the order of `compareLines`. Pure and synchronous, so that the same step feeds the
 * in-memory state, the database of the interface and the tests.
 */
export function foldLine(
  read: RecordReader,
  line: SignedLine,
  operation: Operation | undefined,
): readonly RecordChange[] {
  const feed = advanceFeed(read.get('feeds', line.p.feed), line, operation);
  const changes: RecordChange[] = [{ collection: 'feeds', record: feed }];
  const change =
    operation === undefined
      ? foldUnknown(read, line)
      : foldOperation(read, line, operation, feed.vector);
  if (change !== undefined) changes.push(change);
  return changes;
}

function advanceFeed(
  feed: FeedRecord | undefined,
  { p, hash }: SignedLine,
  operation: Operation | undefined,
): FeedRecord {
  const vector: Record<string, number> = { ...feed?.vector, [p.feed]: p.seq };
  for (const [other, [seq]] of Object.entries(p.seen ?? {}))
    vector[other] = Math.max(vector[other] ?? -1, seq);
  const opened = operation?.t === 'feed.open' ? operation : undefined;
  const base = feed ?? { device: '', host: '', user: '', app: '', openedWall: p.wall };
  return {
    ...base,
    ...(opened && {
      device: opened.device,
      host: opened.host,
      user: opened.user,
      app: opened.app,
      openedWall: p.wall,
      ...(opened.predecessor !== undefined && { predecessor: opened.predecessor }),
    }),
    ...(operation?.t === 'key.rotate' && { successor: operation.feed }),
    id: p.feed,
    seq: p.seq,
    lam: p.lam,
    hash,
    vector,
  };
}

/** An id that is taken: a repeat by the same writer says nothing new, another writer's is counted and shown. */
function secondClaim(
  read: RecordReader,
  line: SignedLine,
  first: Origin | undefined,
): RecordChange | undefined {
  return first?.feed === line.p.feed ? undefined : foldUnknown(read, line);
}

function foldUnknown(read: RecordReader, line: SignedLine): RecordChange {
  const id = line.p.op.t;
  const count = (read.get('unknown', id)?.count ?? 0) + 1;
  return { collection: 'unknown', record: { id, count, last: originOf(line) } };
}

function foldOperation(
  read: RecordReader,
  line: SignedLine,
  operation: Operation,
  vector: SeenVector,
): RecordChange | undefined {
  switch (operation.t) {
    case 'feed.open':
    case 'key.rotate':
      return undefined;
    case 'clock.check':
    case 'clock.jump':
      return foldClock(read, line, operation);
    case 'incident.set': {
      const before = read.get('incident', 'incident');
      const fields = writeFields(before?.fields ?? {}, operation.fields, line, vector);
      const phases = movedPhases(before?.phases ?? [], originOf(line), operation);
      return { collection: 'incident', record: { id: 'incident', fields, phases } };
    }
    case 'entry.add':
    case 'entry.correct':
      return { collection: 'entries', record: foldWriting(read, line, operation, vector) };
    case 'entry.withdraw':
    case 'entry.restore': {
      const entry = entryOrEmpty(read, operation.entry);
      const value = { withdrawn: operation.t === 'entry.withdraw', reason: operation.reason };
      const withdrawal = writeRegister(entry.withdrawal, written(line, value), vector);
      return { collection: 'entries', record: { ...entry, withdrawal } };
    }
    case 'evidence.add':
    case 'evidence.item':
    case 'evidence.set':
    case 'evidence.custody': {
      const claimed = foldEvidence(read, line, operation, vector);
      return claimed === 'claimed' ? foldUnknown(read, line) : claimed;
    }
    case 'source.add': {
      const { t: _t, id, ...source } = operation;
      const before = read.get('sources', id);
      if (before?.source !== undefined) return secondClaim(read, line, before.origin);
      const record = { id, clock: [], measured: [], ...before, origin: originOf(line), source };
      return { collection: 'sources', record };
    }
    case 'source.clock': {
      const { t: _t, id: op, source: id, ...clock } = operation;
      const before = read.get('sources', id) ?? { id, clock: [], measured: [] };
      if (before.measured.some((known) => known.op === op)) return undefined;
      const register = writeRegister(before.clock, written(line, clock), vector);
      const measured = [...before.measured, { ...originOf(line), op, clock }];
      return { collection: 'sources', record: { ...before, clock: register, measured } };
    }
    case 'asset.set':
      return foldStateful(read, 'assets', operation.asset, operation, line, vector);
    case 'account.set':
      return foldStateful(read, 'accounts', operation.account, operation, line, vector);
    case 'service.set':
      return foldStateful(read, 'services', operation.service, operation, line, vector);
    case 'contact.set':
      return foldFields(read, 'contacts', operation.contact, operation.fields, line, vector);
    case 'movement.set':
      return foldFields(read, 'movements', operation.movement, operation.fields, line, vector);
    case 'indicator.set':
      return foldFields(read, 'indicators', operation.indicator, operation.fields, line, vector);
    case 'action.set':
      return foldStateful(read, 'actions', operation.action, operation, line, vector);
    case 'filter.set':
      return foldFields(read, 'filters', operation.filter, operation.fields, line, vector);
    case 'path.set':
      return foldFields(read, 'paths', operation.path, operation.fields, line, vector);
    case 'question.set':
      return foldFields(read, 'questions', operation.question, operation.fields, line, vector);
    case 'coverage.set': {
      const key = coverageKey(operation.source, operation.stage);
      return foldFields(read, 'coverage', key, operation.fields, line, vector);
    }
    case 'course.set':
      return foldFields(read, 'courses', operation.course, operation.fields, line, vector);
    case 'device.set':
      return foldFields(read, 'devices', operation.device, operation.fields, line, vector);
    case 'lesson.set':
      return foldFields(read, 'lessons', operation.lesson, operation.fields, line, vector);
    case 'review.set':
      return foldFields(read, 'reviews', operation.review, operation.fields, line, vector);
    case 'minute.set':
      return foldFields(read, 'minutes', operation.minute, operation.fields, line, vector);
    case 'release.submit':
    case 'release.review':
    case 'release.publish':
    case 'release.withdraw': {
      const claimed = foldRelease(read, line, operation);
      return claimed === 'claimed' ? foldUnknown(read, line) : claimed;
    }
    case 'handover.accept': {
      const { t: _t, id, ...handover } = operation;
      const before = read.get('handovers', id);
      if (before !== undefined) return secondClaim(read, line, before.origin);
      return { collection: 'handovers', record: { id, origin: originOf(line), handover } };
    }
    case 'checklist.adopt': {
      const { t: _t, id, ...checklist } = operation;
      const before = read.get('checklists', id);
      if (before?.checklist !== undefined) return secondClaim(read, line, before.origin);
      const record = { id, items: {}, history: {}, ...before, origin: originOf(line), checklist };
      return { collection: 'checklists', record };
    }
    case 'checklist.item': {
      const { t: _t, id: _id, checklist, item: _item, ...setting } = operation;
      const before = read.get('checklists', checklist);
      const record = setItem(before, originOf(line), operation, written(line, setting), vector);
      return { collection: 'checklists', record };
    }
    case 'decision.set':
      return foldFields(read, 'decisions', operation.decision, operation.fields, line, vector);
    case 'authority.set':
      return foldFields(read, 'authorities', operation.authority, operation.fields, line, vector);
    case 'deadline.set':
      return foldFields(read, 'deadlines', operation.deadline, operation.fields, line, vector);
    case 'read.mark': {
      const { by } = line.p;
      const record = { id: by, origin: originOf(line), mark: { heads: operation.heads } };
      return { collection: 'readMarks', record };
    }
    case 'merge': {
      const { t: _t, id, ...merge } = operation;
      const before = read.get('merges', id);
      if (before !== undefined) return secondClaim(read, line, before.origin);
      return { collection: 'merges', record: { id, origin: originOf(line), merge } };
    }
    case 'seal': {
      const { t: _t, id, value, evidence, heads } = operation;
      const before = read.get('seals', id);
      if (before !== undefined) return secondClaim(read, line, before.origin);
      return {
        collection: 'seals',
        record: { id, origin: originOf(line), value, evidence, heads },
      };
    }
    default:
      return assertNever(operation);
  }
}

function foldClock(
  read: RecordReader,
  line: SignedLine,
  operation: OperationOf<'clock.check'> | OperationOf<'clock.jump'>,
): RecordChange | undefined {
  const { t: _t, id: op, ...rest } = operation;
  const id = line.p.feed;
  const before = read.get('clocks', id) ?? { id, checks: [], jumps: [] };
  if ([...before.checks, ...before.jumps].some((known) => known.op === op)) return undefined;
  const origin = originOf(line);
  const record =
    'byMs' in rest
      ? { ...before, jumps: [...before.jumps, { ...origin, op, ...rest }] }
      : { ...before, checks: [...before.checks, { ...origin, op, check: rest }] };
  return { collection: 'clocks', record };
}

function entryOrEmpty(read: RecordReader, id: string): EntryRecord {
  return read.get('entries', id) ?? { id, versions: [], heads: [], withdrawal: [] };
}

function foldWriting(
  read: RecordReader,
  line: SignedLine,
  operation: OperationOf<'entry.add'> | OperationOf<'entry.correct'>,
  vector: SeenVector,
): EntryRecord {
  const op = operation.id;
  const entry = entryOrEmpty(read, operation.t === 'entry.add' ? op : operation.entry);
  // A repeat of an operation (the same id) must not double it: the first in fold order stands.
  // The same id from another feed is no repeat but a second claim, and stays visible beside the first.
  if (entry.versions.some((version) => version.op === op && version.feed === line.p.feed))
    return entry;
  const origin = originOf(line);
  const { content, reason } = writingOf(operation);
  return {
    ...entry,
    ...(operation.t === 'entry.add' && entry.origin === undefined && { origin }),
    versions: [...entry.versions, { ...origin, op, content, reason }],
    heads: writeRegister(entry.heads, written(line, line.hash), vector),
  };
}

/** What an operation says of an entry, without what says which operation it is. */
function writingOf(
  operation: OperationOf<'entry.add'> | OperationOf<'entry.correct'>,
): Pick<EntryVersion, 'content' | 'reason'> {
  if (operation.t === 'entry.add') {
    const { t: _t, id: _id, ...content } = operation;
    return { content, reason: '' };
  }
  const { t: _t, id: _id, entry: _entry, reason, ...content } = operation;
  return { content, reason };
}

/** The state of a notebook in memory. */
export type NotebookState = { readonly [C in Collection]: Map<string, Records[C]> };

/** A notebook before its first line. */
export function emptyState(): NotebookState {
  // Each collection begins empty, whatever its records are.
  return Object.fromEntries(
    collections.map((collection) => [collection, new Map()]),
  ) as unknown as NotebookState;
}

/** A reader over a state in memory. */
export function readerOf(state: NotebookState): RecordReader {
  return {
    get: <C extends Collection>(collection: C, id: string) =>
      (state[collection] as Map<string, Records[C]>).get(id),
  };
}

/** Folds lines, in whatever order they arrived, into a state. */
export function fold(lines: Iterable<SignedLine>): NotebookState {
  const state = emptyState();
  for (const line of [...lines].toSorted(compareLines)) applyLine(state, line);
  return state;
}

/** Folds lines as they were and as they are with others among them; what is the same at their beginning, once. */
export function foldBoth(
  before: Iterable<SignedLine>,
  after: Iterable<SignedLine>,
): { readonly before: NotebookState; readonly after: NotebookState } {
  const [was, is] = [[...before].toSorted(compareLines), [...after].toSorted(compareLines)];
  const differs = is.findIndex((line, at) => line.hash !== was[at]?.hash);
  const shared = differs === -1 ? is.length : differs;
  const state = fold(is.slice(0, shared));
  // Records are never changed in place: the maps alone have to be others.
  const copy = Object.fromEntries(
    collections.map((collection) => [collection, new Map<string, unknown>(state[collection])]),
  ) as unknown as NotebookState;
  for (const line of was.slice(shared)) applyLine(state, line);
  for (const line of is.slice(shared)) applyLine(copy, line);
  return { before: state, after: copy };
}

/** Folds one more line into a state in place; it must come after all folded before (`compareLines`). */
export function applyLine(state: NotebookState, line: SignedLine): readonly RecordChange[] {
  const changes = foldLine(readerOf(state), line, readOperation(line));
  for (const { collection, record } of changes)
    (state[collection] as Map<string, typeof record>).set(record.id, record);
  return changes;
}
