import { type StageId, stageNumber } from '../kill-chain.ts';
import { type ChainMarks, laneIds } from './chain-marks.ts';

/** The adversary going back: an entry of an earlier stage after one of a later stage. */
export type ChainTurn = {
  readonly from: StageId;
  readonly to: StageId;
  /** Entries before and after, and where their marks stand (ms since the epoch). */
  readonly before: string;
  readonly after: string;
  readonly left: number;
  readonly reached: number;
};

type Visit = {
  readonly entry: string;
  readonly at: number;
  readonly from: number;
  readonly until: number;
  lowest: StageId;
  highest: StageId;
};

/**
 * Every time the chain goes back, in the order of time. An entry of several stages is in all of them at
 * once: going back means that even its latest stage comes before the earliest of the entry before it.
 *
 * The entry before it is the nearest one that certainly was before: where times overlap nobody can say
 * that anything went back.
 */
export function chainTurns({ lanes }: ChainMarks): readonly ChainTurn[] {
  const visits = new Map<string, Visit>();
  for (const lane of laneIds) {
    if (lane === 'defence') continue;
    for (const { entry, kind, at, from, until, open } of lanes[lane]) {
      if (kind === 'question') continue;
      const known = visits.get(entry);
      // Lanes come in the order of the stages.
      if (known !== undefined) known.highest = lane;
      else
        visits.set(entry, {
          entry,
          at,
          from: open === 'before' ? Number.NEGATIVE_INFINITY : from,
          until: open === 'after' ? Number.POSITIVE_INFINITY : until,
          lowest: lane,
          highest: lane,
        });
    }
  }
  const ordered = [...visits.values()].toSorted((a, b) => a.at - b.at);
  return ordered.flatMap((visit, index): ChainTurn[] => {
    let place = index - 1;
    while (place >= 0 && (ordered[place]?.until ?? 0) >= visit.from) place -= 1;
    const before = ordered[place];
    if (before === undefined || orderOf(visit.highest) >= orderOf(before.lowest)) return [];
    return [
      {
        from: before.lowest,
        to: visit.highest,
        before: before.entry,
        after: visit.entry,
        left: before.at,
        reached: visit.at,
      },
    ];
  });
}

function orderOf(stage: StageId): number {
  return stageNumber(stage) ?? 0;
}
