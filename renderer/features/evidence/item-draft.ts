import { formatOffsetLength, parseOffset } from '#shared/domain/clock-reading.ts';
import {
  type EvidenceFields,
  type EvidenceTextField,
  evidenceTextFields,
} from '#shared/domain/evidence-fields.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

/** What a form holds of an item while somebody types. */
export type ItemDraft = {
  readonly texts: Readonly<Record<EvidenceTextField, string>>;
  readonly type: string;
  /** As typed: what is added to the clock to get true time. */
  readonly clock: string;
  /** As typed. */
  readonly acquiredAt: string;
  readonly writeBlocker: '' | NonNullable<EvidenceFields['writeBlocker']>;
  readonly tlp: '' | NonNullable<EvidenceFields['tlp']>;
  readonly photographs: readonly string[];
};

/** What is wrong in a form. */
export type DraftProblem = { readonly clock: boolean; readonly acquiredAt: boolean };

/** The form of an item as it stands. */
export function draftOf(fields: EvidenceFields): ItemDraft {
  const texts = Object.fromEntries(evidenceTextFields.map((name) => [name, fields[name] ?? '']));
  return {
    // The list names every text field, so the record is whole.
    texts: texts as Record<EvidenceTextField, string>,
    type: fields.type ?? '',
    clock: fields.clock ? formatOffsetLength(-fields.clock.aheadMs) : '',
    acquiredAt: fields.acquiredAt?.text ?? '',
    writeBlocker: fields.writeBlocker ?? '',
    tlp: fields.tlp ?? '',
    photographs: fields.photographs ?? [],
  };
}

/** What was changed in a form, as an operation says it; what was emptied is said to be unknown. */
export function changedFields(
  draft: ItemDraft,
  before: ItemDraft,
  reading: { readonly nowMs: number; readonly zone: string },
): Result<EvidenceFields, DraftProblem> {
  const offset = draft.clock.trim() === '' ? 0 : parseOffset(draft.clock);
  const time = draft.acquiredAt.trim() === '' ? undefined : parseTime(draft.acquiredAt, reading);
  const problem = { clock: offset === undefined, acquiredAt: time?.ok === false };
  if (offset === undefined || time?.ok === false) return err(problem);
  const texts = evidenceTextFields
    .filter((name) => draft.texts[name] !== before.texts[name])
    .map((name) => [name, draft.texts[name].trim()]);
  const clock = draft.clock.trim() === '' ? null : { aheadMs: 0 - offset, plusMinusMs: 0, how: '' };
  return ok({
    ...(Object.fromEntries(texts) as EvidenceFields),
    ...(draft.type !== before.type && { type: draft.type }),
    ...(draft.clock !== before.clock && { clock }),
    ...(draft.acquiredAt !== before.acquiredAt && { acquiredAt: time?.value ?? null }),
    ...(draft.writeBlocker !== before.writeBlocker && {
      writeBlocker: draft.writeBlocker === '' ? null : draft.writeBlocker,
    }),
    ...(draft.tlp !== before.tlp && { tlp: draft.tlp === '' ? null : draft.tlp }),
    ...(draft.photographs.join() !== before.photographs.join() && {
      photographs: [...draft.photographs],
    }),
  });
}
