import type { ItemSetting } from '../domain/checklist.ts';
import { type SeenVector, writeRegister, type Written } from './causality.ts';
import type { OperationOf } from './operation.ts';
import type { ChecklistRecord, Origin, PhaseMove } from './records.ts';

/** Every move of the phase, and by whom: the register holds only where it stands. */
export function movedPhases(
  before: readonly PhaseMove[],
  origin: Origin,
  { id: op, fields: { phase }, because = '' }: OperationOf<'incident.set'>,
): readonly PhaseMove[] {
  if (phase === undefined || isRepeat(before, op, origin)) return before;
  return [...before, { ...origin, op, phase, because }];
}

/** A checklist after one more setting of an item, which its history keeps. */
export function setItem(
  before: ChecklistRecord | undefined,
  origin: Origin,
  { id: op, checklist: id, item }: OperationOf<'checklist.item'>,
  written: Written<ItemSetting>,
  vector: SeenVector,
): ChecklistRecord {
  const base: ChecklistRecord = before ?? { id, items: {}, history: {} };
  const register = writeRegister(base.items[item] ?? [], written, vector);
  const writings = base.history[item] ?? [];
  return {
    ...base,
    items: { ...base.items, [item]: register },
    history: isRepeat(writings, op, origin)
      ? base.history
      : { ...base.history, [item]: [...writings, { ...origin, op, setting: written.value }] },
  };
}

function isRepeat(
  before: readonly (Origin & { readonly op: string })[],
  op: string,
  { feed }: Origin,
): boolean {
  return before.some((known) => known.op === op && known.feed === feed);
}
