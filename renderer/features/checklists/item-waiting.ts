import type { ItemSetting } from '#shared/domain/checklist.ts';
import { instantFieldText } from '../../records/time-field.tsx';

/** What the editor shows of the time by which an item is due. */
export function dueText({ due }: ItemSetting, zone: string): string {
  return due == null ? '' : instantFieldText(Date.parse(due), zone);
}

/** A setting with what it waits for; what was not touched stays as it was written. */
export function withWaiting(
  draft: ItemSetting,
  typed: { readonly due: string; readonly dueMs: number; readonly blockedBy: string },
  before: ItemSetting,
  zone: string,
): ItemSetting {
  const items = typed.blockedBy
    .split(/[\s,、]+/)
    .filter(Boolean)
    .map((item) => item.slice(0, 64))
    .slice(0, 50);
  const isSame = typed.due === dueText(before, zone);
  const due = Number.isFinite(typed.dueMs) ? new Date(typed.dueMs).toISOString() : null;
  const { due: _due, blockedBy: _items, ...rest } = draft;
  return {
    ...rest,
    ...((before.due !== undefined || typed.due.trim() !== '') && {
      due: isSame ? (before.due ?? null) : due,
    }),
    ...((before.blockedBy !== undefined || items.length > 0) && { blockedBy: items }),
  };
}
