import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef } from 'react';
import { useWorkspace } from '../../records/workspace.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import { itemAt, type TimelineItem, type TimelineItems } from './timeline-items.ts';
import type { ChosenRows } from './use-chosen-rows.ts';
import type { LogActions } from './use-log-actions.ts';

type ListKeys = {
  readonly items: TimelineItems;
  /** Place of the selected row. */
  readonly selected: number | undefined;
  /** Rows that PageUp and PageDown pass. */
  readonly page: number;
  readonly chosen: ChosenRows;
  readonly logs: LogActions;
  readonly onTag: () => void;
  readonly onStar: () => void;
};

/** How the keyboard and the mouse move the selection of the list, choose entries and do things with log rows. */
export function useListKeys({ items, selected, page, chosen, logs, onTag, onStar }: ListKeys) {
  const { selectedEntry, selectEntry, openEntry, detailOpen } = useWorkspace();

  const itemFrom = (place: number, step: 1 | -1): TimelineItem | undefined => {
    for (let at = place; at >= 0 && at < items.length; at += step) {
      const item = itemAt(items, at);
      if (item?.kind !== 'day') return item;
    }
    return undefined;
  };
  const goTo = (item: TimelineItem | undefined, choosing: boolean) => {
    if (item?.kind === 'log') return logs.goTo(item.place);
    if (item?.kind !== 'entry') return;
    const entry = item.key;
    if (choosing) chosen.extend(selectedEntry ?? entry, entry);
    if (detailOpen) openEntry(entry);
    else selectEntry(entry);
  };
  /** The place that a key goes to, and in which direction to look for an entry there. */
  const target = (key: string): readonly [number, 1 | -1] | undefined => {
    const at = selected ?? (key === 'ArrowUp' || key === 'k' ? items.length : -1);
    if (key === 'j' || key === 'ArrowDown') return [at + 1, 1];
    if (key === 'k' || key === 'ArrowUp') return [at - 1, -1];
    if (key === 'PageDown') return [Math.min(at + page, items.length - 1), 1];
    if (key === 'PageUp') return [Math.max(at - page, 0), -1];
    if (key === 'Home') return [0, 1];
    if (key === 'End') return [items.length - 1, -1];
    return undefined;
  };
  /** True when a key did something with the chosen rows. */
  const pressOnChosen = (key: string): boolean => {
    if (key === ' ' && selectedEntry !== undefined) chosen.toggle(selectedEntry);
    else if (chosen.rows.length === 0) return false;
    else if (key === 'Escape') chosen.clear();
    else if (key === 't') onTag();
    else if (key === 's') onStar();
    else return false;
    return true;
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event) || event.altKey) return;
    const { key, shiftKey } = event;
    if (event.ctrlKey || event.metaKey) {
      if (key.toLowerCase() !== 'a' || shiftKey) return;
      chosen.all();
    } else {
      const place = target(key);
      if (place !== undefined) goTo(itemFrom(...place), shiftKey);
      else if (logs.active !== undefined && logs.press(key)) return event.preventDefault();
      else if (key === 'Enter' && selectedEntry !== undefined) openEntry(selectedEntry);
      else if (!pressOnChosen(key)) return;
    }
    event.preventDefault();
  };

  const latest = useRef({ chosen, selectedEntry });
  useEffect(() => {
    latest.current = { chosen, selectedEntry };
  });
  /** What a click chooses, before it selects; false when it chooses nothing. */
  const choose = useCallback((id: string, event: MouseEvent): boolean => {
    const { chosen: rows, selectedEntry: from } = latest.current;
    if (event.shiftKey) rows.extend(from ?? id, id);
    else if (event.ctrlKey || event.metaKey) rows.toggle(id);
    else return false;
    return true;
  }, []);
  return { press, choose };
}
