import type { AnyItem } from '../domain/evidence.ts';
import type { EvidenceFields } from '../domain/evidence-fields.ts';
import type { NotebookState } from '../journal/fold.ts';
import { currentFields } from '../journal/records.ts';
import { showOrigin } from './show-origin.ts';

/** An item of evidence: what was recorded when it was added, and what people say of it now. */
export type ShownEvidence = AnyItem & {
  readonly id: string;
  readonly by: string;
  readonly recordedAt: string;
  readonly fields: EvidenceFields;
  /** Custody events. */
  readonly custody: number;
};

/** Every item whose first line is there, in the order in which they were added. */
export function showEvidence(state: NotebookState): readonly ShownEvidence[] {
  return [...state.evidence.values()].flatMap(({ id, item, origin, fields, custody }) =>
    item === undefined || origin === undefined
      ? []
      : [
          {
            id,
            ...item,
            by: origin.by,
            recordedAt: showOrigin(origin).recordedAt,
            fields: currentFields(fields),
            custody: custody.length,
          },
        ],
  );
}
