import type { CustodyEvent } from '../domain/evidence.ts';
import type { NotebookState } from '../journal/fold.ts';
import type { EvidenceRecord } from '../journal/records.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

/** Writes down what happened to an item; empty optional fields are left out. */
export async function recordCustody(
  writing: Writing,
  event: CustodyEvent,
): Promise<Result<Saved, AppendError>> {
  const given = Object.entries(event).filter(
    ([name, value]) => value !== undefined && (value !== '' || !optional.has(name)),
  );
  return saveOperation(writing, {
    ...(Object.fromEntries(given) as CustodyEvent),
    t: 'evidence.custody',
    id: writing.newId(),
  });
}

const optional: ReadonlySet<string> = new Set(['witness', 'delivery', 'seal', 'sheet']);

/** Finds an item by its number (`E-004`, `4`) or id. */
export function findItem(
  state: NotebookState,
  name: string,
): Result<EvidenceRecord, { readonly kind: 'unknown-item' }> {
  const wanted = name.normalize('NFKC').trim().toUpperCase();
  const number = /^\d+$/.test(wanted) ? `E-${wanted.padStart(3, '0')}` : wanted;
  for (const record of state.evidence.values())
    if (record.item?.no === number || record.id === name) return ok(record);
  return err({ kind: 'unknown-item' });
}

/** Items by number; those whose first line is missing last. */
export function itemsInOrder(state: NotebookState): readonly EvidenceRecord[] {
  const place = ({ item }: EvidenceRecord) => Number(item?.no.slice(2) ?? Infinity);
  return [...state.evidence.values()].toSorted((a, b) => place(a) - place(b));
}
