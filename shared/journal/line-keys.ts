import { coverageKey } from '../domain/chain/coverage.ts';
import { assertNever } from '../lib/assert-never.ts';
import type { SignedLine } from './envelope.ts';
import { isKnownType, type Operation, operationSchema } from './operation.ts';
import type { RecordKey } from './records.ts';

/** An operation of a line, or undefined when this version cannot read its type or its shape. */
export function readOperation(line: SignedLine): Operation | undefined {
  if (!isKnownType(line.p.op.t)) return undefined;
  const operation = operationSchema.safeParse(line.p.op);
  return operation.success ? operation.data : undefined;
}

/** The records that folding a line reads and may write. */
export function keysOf(line: SignedLine, operation: Operation | undefined): readonly RecordKey[] {
  const feed: RecordKey = { collection: 'feeds', id: line.p.feed };
  const target = operation === undefined ? undefined : targetOf(line, operation);
  return target === undefined ? [feed, unknownKey(line)] : [feed, unknownKey(line), target];
}

function unknownKey(line: SignedLine): RecordKey {
  return { collection: 'unknown', id: line.p.op.t };
}

function targetOf(line: SignedLine, operation: Operation): RecordKey | undefined {
  switch (operation.t) {
    case 'feed.open':
    case 'key.rotate':
      return undefined;
    case 'clock.check':
    case 'clock.jump':
      return { collection: 'clocks', id: line.p.feed };
    case 'incident.set':
      return { collection: 'incident', id: 'incident' };
    case 'entry.add':
      return { collection: 'entries', id: operation.id };
    case 'entry.correct':
    case 'entry.withdraw':
    case 'entry.restore':
      return { collection: 'entries', id: operation.entry };
    case 'evidence.add':
    case 'evidence.item':
      return { collection: 'evidence', id: operation.id };
    case 'evidence.set':
    case 'evidence.custody':
      return { collection: 'evidence', id: operation.evidence };
    case 'checklist.adopt':
      return { collection: 'checklists', id: operation.id };
    case 'checklist.item':
      return { collection: 'checklists', id: operation.checklist };
    case 'source.add':
      return { collection: 'sources', id: operation.id };
    case 'source.clock':
      return { collection: 'sources', id: operation.source };
    case 'asset.set':
      return { collection: 'assets', id: operation.asset };
    case 'account.set':
      return { collection: 'accounts', id: operation.account };
    case 'service.set':
      return { collection: 'services', id: operation.service };
    case 'contact.set':
      return { collection: 'contacts', id: operation.contact };
    case 'movement.set':
      return { collection: 'movements', id: operation.movement };
    case 'indicator.set':
      return { collection: 'indicators', id: operation.indicator };
    case 'action.set':
      return { collection: 'actions', id: operation.action };
    case 'filter.set':
      return { collection: 'filters', id: operation.filter };
    case 'merge':
      return { collection: 'merges', id: operation.id };
    case 'path.set':
      return { collection: 'paths', id: operation.path };
    case 'question.set':
      return { collection: 'questions', id: operation.question };
    case 'coverage.set':
      return { collection: 'coverage', id: coverageKey(operation.source, operation.stage) };
    case 'course.set':
      return { collection: 'courses', id: operation.course };
    case 'decision.set':
      return { collection: 'decisions', id: operation.decision };
    case 'authority.set':
      return { collection: 'authorities', id: operation.authority };
    case 'deadline.set':
      return { collection: 'deadlines', id: operation.deadline };
    case 'read.mark':
      return { collection: 'readMarks', id: line.p.by };
    case 'device.set':
      return { collection: 'devices', id: operation.device };
    case 'lesson.set':
      return { collection: 'lessons', id: operation.lesson };
    case 'review.set':
      return { collection: 'reviews', id: operation.review };
    case 'minute.set':
      return { collection: 'minutes', id: operation.minute };
    case 'release.submit':
      return { collection: 'releases', id: operation.id };
    case 'release.review':
    case 'release.publish':
    case 'release.withdraw':
      return { collection: 'releases', id: operation.release };
    case 'handover.accept':
      return { collection: 'handovers', id: operation.id };
    case 'seal':
      return { collection: 'seals', id: operation.id };
    default:
      return assertNever(operation);
  }
}
