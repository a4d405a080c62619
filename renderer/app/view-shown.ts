import { useEffect } from 'react';
import type { ViewId } from '../records/workspace.tsx';

let shown: ViewId | undefined;
let waiting: { readonly view: ViewId; readonly run: () => void } | undefined;

/**
 * Runs once the view is on the screen: at once when it is, so that the next key finds the keyboard where it belongs;
 * else its file may have to be read first. The latest asker wins.
 */
export function whenShown(view: ViewId, run: () => void): void {
  waiting = { view, run };
  runWaiting();
}

/** Tells that a view is on the screen, from within it. */
export function useShown(view: ViewId): void {
  useEffect(() => {
    shown = view;
    // After the view's own effects.
    setTimeout(runWaiting, 0);
    return () => {
      shown = undefined;
    };
  }, [view]);
}

function runWaiting(): void {
  if (waiting === undefined || waiting.view !== shown) return;
  const { run } = waiting;
  waiting = undefined;
  run();
}
