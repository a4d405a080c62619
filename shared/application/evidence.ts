import { type EvidenceItem, nextEvidenceNumber } from '../domain/evidence.ts';
import type { NotebookState } from '../journal/fold.ts';
import type { Result } from '../lib/result.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

/** Writes down an evidence item whose copy lies in the notebook already. */
export async function addEvidence(
  writing: Writing,
  item: EvidenceItem,
): Promise<Result<Saved, AppendError>> {
  return saveOperation(writing, { t: 'evidence.add', id: writing.newId(), ...item });
}

/** The number that the next item gets. */
export function nextNumberIn(state: NotebookState): string {
  const numbers: string[] = [];
  for (const { item } of state.evidence.values()) if (item !== undefined) numbers.push(item.no);
  return nextEvidenceNumber(numbers);
}
