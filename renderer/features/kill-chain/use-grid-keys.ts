import { type KeyboardEvent, useState } from 'react';
import { isComposing } from '../../ui/is-composing.ts';

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** A cell of a grid by its row and column, from 0. */
export type GridPlace = { readonly row: number; readonly column: number };

/**
 * One stop of Tab for a whole grid, the arrows inside. `onKey` gets what is no movement, and says whether
 * it took it. Cells carry `data-cell="row column"` and the `tabIndex` given.
 */
export function useGridKeys(
  size: { readonly rows: number; readonly columns: number },
  onKey: (key: string, place: GridPlace) => boolean,
) {
  const [chosen, setChosen] = useState<GridPlace>({ row: 0, column: 0 });
  const inside = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1);
  const active = {
    row: inside(chosen.row, size.rows),
    column: inside(chosen.column, size.columns),
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (step !== undefined) {
      const [row, column] = [
        inside(active.row + step[0], size.rows),
        inside(active.column + step[1], size.columns),
      ];
      setChosen({ row, column });
      event.currentTarget.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)?.focus();
    } else if (!onKey(event.key, active)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const cell = (row: number, column: number) => ({
    'data-cell': `${row} ${column}`,
    tabIndex: active.row === row && active.column === column ? 0 : -1,
    onFocus: () => setChosen({ row, column }),
  });
  return { onKeyDown, cell };
}
