import { foldName } from '../fold-name.ts';
import type { MovementFields } from '../movement.ts';
import { earliestMs, type EntryTime } from '../time/entry-time.ts';
import type { ChainEntry } from './chain-marks.ts';

/** A step of the adversary from one system to another. */
export type MovementStep = {
  /** Id of what somebody wrote; for a step that only entries suggest, the entry and the two names. */
  readonly key: string;
  /** What somebody wrote of it; undefined while nobody confirmed what entries suggest. */
  readonly movement: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly account: string | undefined;
  readonly technique: string | undefined;
  readonly entries: readonly string[];
  /** When somebody said it was, else the earliest of its entries, ms since the epoch; undefined when none has a time. */
  readonly atMs: number | undefined;
  /** The time of that entry as precisely as it is known; undefined where somebody named an instant, or none has a time. */
  readonly time: EntryTime | undefined;
};

/** What people wrote of movement, with the fields as they stand. */
export type WrittenMovement = { readonly id: string; readonly fields: MovementFields };

/**
 * Steps in the order of time: what people wrote, and what entries suggest beside it.
 *
 * An entry about the adversary that names several systems suggests a step from the first of them to each of the
 * others, with the first account that it names. What somebody wrote of the same two systems and the same entry
 * replaces it, also when they wrote that it was none.
 */
export function movementSteps(
  entries: readonly ChainEntry[],
  written: readonly WrittenMovement[],
  isMovement: (technique: string) => boolean,
): readonly MovementStep[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const judged = new Set(
    written.flatMap(({ fields: { from = '', to = '', entries: cited = [] } }) =>
      cited.map((entry) => stepKey(entry, from, to)),
    ),
  );
  const stated = written.flatMap(({ id, fields }): readonly MovementStep[] => {
    const { from, to, account, technique, at, entries: cited = [], removal } = fields;
    if (from === undefined || to === undefined || removal?.removed === true) return [];
    const first = earliestOf(cited.flatMap((entry) => byId.get(entry) ?? []));
    return [
      {
        key: id,
        movement: id,
        from,
        to,
        account: account ?? undefined,
        technique: technique ?? undefined,
        entries: cited,
        ...(typeof at === 'string' ? { atMs: Date.parse(at), time: undefined } : timeOf(first)),
      },
    ];
  });
  const suggested = entries.flatMap((entry) =>
    suggestedSteps(entry, isMovement).filter(({ key }) => !judged.has(key)),
  );
  return [...stated, ...suggested].toSorted(
    (a, b) =>
      (a.atMs ?? Number.MAX_SAFE_INTEGER) - (b.atMs ?? Number.MAX_SAFE_INTEGER) ||
      (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
}

function suggestedSteps(
  entry: ChainEntry,
  isMovement: (technique: string) => boolean,
): readonly MovementStep[] {
  const { kind, hosts, accounts = [], techniques, confidence } = entry.content;
  const [from, ...others] = hosts;
  const moves = techniques.map(({ id }) => id).filter(isMovement);
  const isAdversary = kind === 'adversary' || moves.length > 0;
  if (from === undefined || !isAdversary || confidence === 'rejected') return [];
  const targets = others.filter((to) => foldName(to) !== foldName(from));
  return targets.map((to) => ({
    key: stepKey(entry.id, from, to),
    movement: undefined,
    from,
    to,
    account: accounts[0],
    technique: moves[0],
    entries: [entry.id],
    ...timeOf(entry),
  }));
}

function earliestOf(entries: readonly ChainEntry[]): ChainEntry | undefined {
  const timed = entries.filter(({ at }) => at.utc !== null);
  return timed.toSorted((a, b) => earliestMs(a.at) - earliestMs(b.at))[0];
}

function timeOf(entry: ChainEntry | undefined): Pick<MovementStep, 'atMs' | 'time'> {
  return entry === undefined || entry.at.utc === null
    ? { atMs: undefined, time: undefined }
    : { atMs: earliestMs(entry.at), time: entry.at };
}

function stepKey(entry: string, from: string, to: string): string {
  return `${entry} ${foldName(from)} ${foldName(to)}`;
}

/** A system in the graph, by the name that was written first. */
export type MovementNode = {
  readonly key: string;
  readonly name: string;
  /** Steps that leave it and are not shown. */
  readonly hidden: number;
};

/** The part of the graph that is shown. */
export type ShownMovement = {
  readonly nodes: readonly MovementNode[];
  readonly steps: readonly MovementStep[];
};

/**
 * The part of the graph that is shown: up to an instant, and from a start only what was expanded.
 *
 * Steps without a time stand in the graph from the beginning: nobody knows when, and leaving them out would hide them.
 */
export function shownMovement(
  steps: readonly MovementStep[],
  choice: {
    readonly untilMs?: number | undefined;
    readonly start?: string | undefined;
    readonly expanded?: ReadonlySet<string> | undefined;
  },
): ShownMovement {
  const { untilMs, start, expanded } = choice;
  const inTime = steps.filter(
    ({ atMs }) => untilMs === undefined || atMs === undefined || atMs <= untilMs,
  );
  const startKey = start === undefined ? undefined : foldName(start);
  const shown =
    startKey === undefined
      ? inTime
      : inTime.filter(({ from }) => {
          const key = foldName(from);
          return key === startKey || expanded?.has(key) === true;
        });
  const reached = startKey === undefined ? shown : reachable(shown, startKey);
  const names = new Map<string, string>();
  if (start !== undefined && startKey !== undefined) names.set(startKey, start);
  for (const { from, to } of reached)
    for (const name of [from, to]) if (!names.has(foldName(name))) names.set(foldName(name), name);
  const drawn = new Set(reached.map(({ key }) => key));
  return {
    steps: reached,
    nodes: [...names].map(([key, name]) => ({
      key,
      name,
      hidden: inTime.filter((step) => foldName(step.from) === key && !drawn.has(step.key)).length,
    })),
  };
}

/** Steps that can be reached from the start along other steps. */
function reachable(steps: readonly MovementStep[], start: string): readonly MovementStep[] {
  const reached = new Set([start]);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const { from, to } of steps) if (reached.has(foldName(from))) reached.add(foldName(to));
  }
  return steps.filter(({ from }) => reached.has(foldName(from)));
}
