import type { NotebookState } from '../journal/fold.ts';
import { isKnownType, type Operation, parseOperation } from '../journal/operation.ts';
import type { ShownConflict } from './show-conflicts.ts';

type Fielded = Exclude<
  ShownConflict['what'],
  'incident' | 'entry' | 'withdrawal' | 'checklist-item' | 'source-clock' | 'coverage'
>;

/** Things with one register a field: the operation that writes one, and the name under which it names the thing. */
const setters: Readonly<Record<Fielded, { readonly t: string; readonly name: string }>> = {
  system: { t: 'asset.set', name: 'asset' },
  account: { t: 'account.set', name: 'account' },
  service: { t: 'service.set', name: 'service' },
  contact: { t: 'contact.set', name: 'contact' },
  movement: { t: 'movement.set', name: 'movement' },
  indicator: { t: 'indicator.set', name: 'indicator' },
  action: { t: 'action.set', name: 'action' },
  filter: { t: 'filter.set', name: 'filter' },
  path: { t: 'path.set', name: 'path' },
  question: { t: 'question.set', name: 'question' },
  course: { t: 'course.set', name: 'course' },
  device: { t: 'device.set', name: 'device' },
  lesson: { t: 'lesson.set', name: 'lesson' },
  review: { t: 'review.set', name: 'review' },
  minute: { t: 'minute.set', name: 'minute' },
  evidence: { t: 'evidence.set', name: 'evidence' },
  decision: { t: 'decision.set', name: 'decision' },
  authority: { t: 'authority.set', name: 'authority' },
  deadline: { t: 'deadline.set', name: 'deadline' },
};

/**
 * The operation with which a person who has read every side lets one of them stand: it is written anew, as
 * anybody would write it, and the others give way because whoever wrote it had seen them.
 *
 * Undefined when what is disputed is not there any more, or can only be written where it was made.
 */
export function settleConflict(
  state: NotebookState,
  { what, id, values }: Pick<ShownConflict, 'what' | 'id' | 'values'>,
  chosen: number,
  { newId, reason }: { readonly newId: () => string; readonly reason: string },
): Operation | undefined {
  const side = values[chosen];
  if (side === undefined) return undefined;
  const [thing, field] = splitOnce(id);
  switch (what) {
    case 'incident':
      return checked({ t: 'incident.set', id: newId(), fields: { [id]: side.value } });
    case 'entry': {
      const entry = state.entries.get(id);
      const written = entry?.versions.find(
        ({ feed, seq }) => feed === side.feed && seq === side.seq,
      );
      if (written === undefined) return undefined;
      return checked({ ...written.content, t: 'entry.correct', id: newId(), entry: id, reason });
    }
    case 'withdrawal': {
      const withdrawn = (side.value as { readonly withdrawn?: unknown }).withdrawn === true;
      const t = withdrawn ? 'entry.withdraw' : 'entry.restore';
      return checked({ t, id: newId(), entry: id, reason });
    }
    case 'checklist-item':
      return checked({
        ...(side.value as object),
        t: 'checklist.item',
        id: newId(),
        checklist: thing,
        item: field,
      });
    case 'source-clock':
      return checked({ ...(side.value as object), t: 'source.clock', id: newId(), source: id });
    case 'coverage': {
      // Its key is the log's id, and the stage after a slash where it differs in one.
      const parts = id.split('/');
      const name = parts.pop() ?? '';
      const [source, stage] = parts;
      const of = stage === undefined || stage === '' ? { source } : { source, stage };
      return checked({ t: 'coverage.set', id: newId(), ...of, fields: { [name]: side.value } });
    }
    case 'system':
    case 'account':
    case 'service':
    case 'contact':
    case 'movement':
    case 'indicator':
    case 'action':
    case 'filter':
    case 'path':
    case 'question':
    case 'course':
    case 'device':
    case 'lesson':
    case 'review':
    case 'minute':
    case 'evidence':
    case 'decision':
    case 'authority':
    case 'deadline': {
      const { t, name } = setters[what];
      return checked({ t, id: newId(), [name]: thing, fields: { [field]: side.value } });
    }
  }
}

/** The id of the thing, and the field or item after the last slash. */
function splitOnce(id: string): readonly [string, string] {
  const at = id.lastIndexOf('/');
  return at < 0 ? [id, ''] : [id.slice(0, at), id.slice(at + 1)];
}

/** What was folded from an older or a damaged line may not be what can be written today. */
function checked(candidate: Readonly<Record<string, unknown>>): Operation | undefined {
  if (!isKnownType(String(candidate['t']))) return undefined;
  const parsed = parseOperation(candidate as Operation);
  return parsed.ok ? parsed.value : undefined;
}
