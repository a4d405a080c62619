import { type EvidenceItem, type KeptItem, nextEvidenceNumber } from '../domain/evidence.ts';
import type { EvidenceFields } from '../domain/evidence-fields.ts';
import type { NotebookState } from '../journal/fold.ts';
import type { Result } from '../lib/result.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

/** Writes down an evidence item whose copy lies in the notebook already. */
export async function addEvidence(
  writing: Writing,
  item: EvidenceItem,
  fields: EvidenceFields = {},
): Promise<Result<Saved, AppendError>> {
  const id = writing.newId();
  return saveOperation(writing, { t: 'evidence.add', id, ...item, ...given(fields) });
}

/** Writes down an item of which no copy lies in the notebook: a thing, or a file that stays where it is. */
export async function addKeptItem(
  writing: Writing,
  item: KeptItem,
  fields: EvidenceFields = {},
): Promise<Result<Saved, AppendError>> {
  const id = writing.newId();
  return saveOperation(writing, { t: 'evidence.item', id, ...item, ...given(fields) });
}

/** Says something of an item anew; fields that are not named stay as they are. */
export async function describeItem(
  writing: Writing,
  evidence: string,
  fields: EvidenceFields,
): Promise<Result<Saved, AppendError>> {
  return saveOperation(writing, { t: 'evidence.set', id: writing.newId(), evidence, fields });
}

/** Nothing is said of a field that was left empty. */
function given(fields: EvidenceFields): { readonly fields?: EvidenceFields } {
  const said = Object.entries(fields).filter(
    ([, value]) =>
      value !== undefined &&
      value !== null &&
      value !== '' &&
      !(Array.isArray(value) && value.length === 0),
  );
  return said.length === 0 ? {} : { fields: Object.fromEntries(said) };
}

/** The number that the next item gets. */
export function nextNumberIn(state: NotebookState): string {
  const numbers: string[] = [];
  for (const { item } of state.evidence.values()) if (item !== undefined) numbers.push(item.no);
  return nextEvidenceNumber(numbers);
}
