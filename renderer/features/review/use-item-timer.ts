import { useEffect, useState } from 'react';
import type { AgendaItem } from '#shared/domain/review-meeting.ts';

const tickMs = 1_000;

/** Milliseconds that each item has been on the screen, while the room is open. */
export function useItemTimer(item: AgendaItem | undefined): number {
  const [spent, setSpent] = useState<Partial<Record<AgendaItem, number>>>({});
  useEffect(() => {
    if (item === undefined) return undefined;
    let before = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const passed = now - before;
      before = now;
      setSpent((all) => ({ ...all, [item]: (all[item] ?? 0) + passed }));
    }, tickMs);
    return () => clearInterval(timer);
  }, [item]);
  return item === undefined ? 0 : (spent[item] ?? 0);
}
