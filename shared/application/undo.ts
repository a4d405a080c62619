import { type ItemSetting, untouchedItem } from '../domain/checklist.ts';
import { currentVersion, type EntryRecord, isWithdrawn } from '../journal/records.ts';
import type { Operation } from '../journal/operation.ts';
import { assertNever } from '../lib/assert-never.ts';
import { err, ok, type Result } from '../lib/result.ts';

/** An operation that its writer may take back, with what it replaced where the journal keeps only the last. */
export type DoneOperation = {
  readonly operation: Operation;
  /** Setting of the checklist item before; undefined when nobody had touched it. */
  readonly before?: ItemSetting | undefined;
};

/** What the notebook says now of what an operation touched. */
type Now = {
  readonly entry: EntryRecord | undefined;
  readonly setting: ItemSetting | undefined;
};

export type UndoRefusal =
  /** Somebody wrote about it since: taking the older writing back would take theirs with it. */
  | { readonly kind: 'changed-since' }
  /** Of this type nothing can be taken back; it is changed where it was made. */
  | { readonly kind: 'not-undoable' };

/**
 * The operation that takes another one back; the journal keeps both.
 *
 * What the inverse gives can be taken back the same way.
 */
export function inverseOf(
  { operation, before }: DoneOperation,
  { entry, setting }: Now,
  { id, reason }: { readonly id: string; readonly reason: string },
): Result<Operation, UndoRefusal> {
  switch (operation.t) {
    case 'entry.add':
    case 'entry.restore': {
      const target = operation.t === 'entry.add' ? operation.id : operation.entry;
      if (entry === undefined || isWithdrawn(entry)) return err({ kind: 'changed-since' });
      if (operation.t === 'entry.add' && entry.versions.length > 1)
        return err({ kind: 'changed-since' });
      return ok({ t: 'entry.withdraw', id, entry: target, reason });
    }
    case 'entry.withdraw':
      return entry !== undefined && isWithdrawn(entry)
        ? ok({ t: 'entry.restore', id, entry: operation.entry, reason })
        : err({ kind: 'changed-since' });
    case 'entry.correct': {
      const shown = entry && currentVersion(entry);
      const place = entry?.versions.findIndex(({ op }) => op === operation.id) ?? -1;
      const replaced = entry?.versions[place - 1];
      if (shown?.op !== operation.id || replaced === undefined)
        return err({ kind: 'changed-since' });
      return ok({
        t: 'entry.correct',
        id,
        entry: operation.entry,
        reason,
        ...replaced.content,
      });
    }
    case 'checklist.item': {
      const { t, id: _id, checklist, item, ...set } = operation;
      if (!isSameSetting(setting, set)) return err({ kind: 'changed-since' });
      return ok({ t, id, checklist, item, ...(before ?? untouchedItem) });
    }
    case 'feed.open':
    case 'incident.set':
    case 'evidence.add':
    case 'evidence.item':
    case 'evidence.set':
    case 'evidence.custody':
    case 'source.add':
    case 'source.clock':
    case 'checklist.adopt':
    case 'asset.set':
    case 'account.set':
    case 'service.set':
    case 'contact.set':
    case 'movement.set':
    case 'indicator.set':
    case 'action.set':
    case 'filter.set':
    case 'path.set':
    case 'question.set':
    case 'coverage.set':
    case 'course.set':
    case 'decision.set':
    case 'authority.set':
    case 'deadline.set':
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
    case 'key.rotate':
      return err({ kind: 'not-undoable' });
    default:
      return assertNever(operation);
  }
}

function isSameSetting(a: ItemSetting | undefined, b: ItemSetting): boolean {
  if (a === undefined) return false;
  return (Object.keys(b) as (keyof ItemSetting)[]).every(
    (field) => JSON.stringify(a[field]) === JSON.stringify(b[field]),
  );
}
