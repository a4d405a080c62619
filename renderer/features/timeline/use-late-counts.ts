import { startTransition, useEffect, useRef, useState } from 'react';
import { type FoundRows, nothingFound } from './find-rows.ts';
import { inSlices } from './in-slices.ts';
import { type Counted, countingRows, countRows } from './timeline-counts.ts';
import { isDone } from './use-found-rows.ts';

/** Whoever types on within this time wants no counts in between. */
const pauseMs = 120;

type LateCounts = Counted & {
  /** False while they are those of another filter, or of what the timeline was. */
  readonly isCurrent: boolean;
};

/**
 * Counts of what was found, made after a pause and a slice at a time: no key waits for them.
 *
 * What was counted before is not counted again; an entry that was written is counted at once.
 */
export function useLateCounts(found: FoundRows): LateCounts {
  const [counted, setCounted] = useState(() => countRows(isDone(found) ? found : nothingFound));
  const latest = useRef(counted);
  useEffect(() => {
    if (!isDone(found) || latest.current.found === found) return undefined;
    const before = latest.current;
    let stop = () => {};
    const begin = () => {
      stop = inSlices(countingRows(found, before), (now) => {
        latest.current = now;
        startTransition(() => setCounted(now));
      });
    };
    const isSameQuestion = before.found.tests === found.tests;
    const timer = setTimeout(begin, isSameQuestion ? 0 : pauseMs);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [found]);
  return { ...counted, isCurrent: counted.found === found };
}
