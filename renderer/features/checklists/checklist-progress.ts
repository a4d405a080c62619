import {
  type AdoptedItem,
  type ItemSetting,
  type ItemState,
  itemStates,
  untouchedItem,
} from '#shared/domain/checklist.ts';
import { currentValue } from '#shared/journal/causality.ts';
import type { ChecklistRecord } from '#shared/journal/records.ts';

/** An item with the setting that is shown; more than one setting waits for a person. */
export type ItemWithSetting = {
  readonly item: AdoptedItem;
  readonly setting: ItemSetting;
  readonly contested: boolean;
};

/** The items of a checklist in their order, each with its setting. */
export function itemsWithSettings(record: ChecklistRecord): readonly ItemWithSetting[] {
  return (record.checklist?.items ?? []).map((item) => {
    const register = record.items[item.id] ?? [];
    return {
      item,
      setting: currentValue(register) ?? untouchedItem,
      contested: register.length > 1,
    };
  });
}

/** True when nothing is left to do about an item. */
export function isSettled({ setting }: ItemWithSetting): boolean {
  return setting.state === 'done' || setting.state === 'not-applicable';
}

/** How many items stand in each state. */
export function countStates(
  items: readonly ItemWithSetting[],
): Readonly<Record<ItemState, number>> {
  const counts = Object.fromEntries(itemStates.map((state) => [state, 0])) as Record<
    ItemState,
    number
  >;
  for (const { setting } of items) counts[setting.state] += 1;
  return counts;
}
