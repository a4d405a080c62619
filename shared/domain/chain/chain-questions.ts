import type { EntryContent } from '../entry.ts';
import { type StageId, stageIds } from '../kill-chain.ts';
import { compareEntryTimes } from '../time/entry-time.ts';
import { type ChainEntry, claimedStages } from './chain-marks.ts';
import type { CoverageState } from './coverage.ts';

/** What the entries leave open: asked, never filled in. `path` is the intrusion path it is about. */
export type ChainQuestion = { readonly key: string } & (
  | {
      /** Nothing tells of a stage, while something tells of earlier and later ones. */
      readonly kind: 'gap';
      readonly stage: StageId;
      readonly path: string | undefined;
      /** The last entry of the nearest earlier stage and the first of the nearest later one. */
      readonly before: string;
      readonly after: string;
    }
  | {
      /** All that tells of a stage rests on one source. */
      readonly kind: 'one-source';
      readonly stage: StageId;
      readonly entries: readonly string[];
    }
  | {
      /** The adversary did something, and no evidence is cited. */
      readonly kind: 'evidence';
      readonly entry: string;
    }
  | {
      /** There was command and control, and no log shows what went out. */
      readonly kind: 'egress';
      readonly entries: readonly string[];
      /** True when all egress logs are known to be of no use; false when nobody has looked. */
      readonly known: boolean;
    }
);

/** What else the questions depend on. */
export type QuestionContext = {
  /** Ids of the paths that stand. */
  readonly paths: readonly string[];
  /** Kinds of log that show what leaves the organisation, with their state for command and control. */
  readonly egress: readonly { readonly source: string; readonly state: CoverageState }[];
};

/** Questions that follow from entries that stand; the same entries give the same questions, in one order. */
export function chainQuestions(
  entries: readonly ChainEntry[],
  context: QuestionContext,
): readonly ChainQuestion[] {
  const ordered = entries.toSorted(
    (a, b) => compareEntryTimes(a.at, b.at) || (a.id < b.id ? -1 : 1),
  );
  return [
    ...gaps(ordered, context.paths),
    ...egress(ordered, context.egress),
    ...oneSource(ordered),
    ...withoutEvidence(ordered),
  ];
}

function byStage(entries: readonly ChainEntry[]): ReadonlyMap<StageId, readonly ChainEntry[]> {
  const stages = new Map<StageId, ChainEntry[]>();
  for (const entry of entries)
    for (const stage of claimedStages(entry.content)) {
      const known = stages.get(stage);
      if (known === undefined) stages.set(stage, [entry]);
      else known.push(entry);
    }
  return stages;
}

/** Each path is a chain of its own, and what stands on none of them another one. */
function gaps(entries: readonly ChainEntry[], paths: readonly string[]): readonly ChainQuestion[] {
  const known = new Set(paths);
  const off = entries.filter(({ content }) => !content.paths?.some((path) => known.has(path)));
  return [
    ...gapsOf(off, undefined),
    ...paths.flatMap((path) =>
      gapsOf(
        entries.filter(({ content }) => content.paths?.includes(path)),
        path,
      ),
    ),
  ];
}

function gapsOf(entries: readonly ChainEntry[], path: string | undefined): ChainQuestion[] {
  const stages = byStage(entries);
  const reached = stageIds.filter((stage) => stages.has(stage));
  return reached.flatMap((stage, index): ChainQuestion[] => {
    const next = reached[index + 1];
    const before = stages.get(stage)?.at(-1);
    const after = next && stages.get(next)?.[0];
    if (next === undefined || before === undefined || after === undefined) return [];
    return stageIds.slice(stageIds.indexOf(stage) + 1, stageIds.indexOf(next)).map((missing) => ({
      kind: 'gap',
      key: path === undefined ? `gap:${missing}` : `gap:${missing}:${path}`,
      stage: missing,
      path,
      before: before.id,
      after: after.id,
    }));
  });
}

/** What an entry rests on: evidence, else the kind of log, else the source of its clock. */
function restsOn({ evidence, rows = [], logSource, source }: EntryContent): readonly string[] {
  const items = [...evidence, ...rows.map((row) => row.evidence)];
  if (items.length > 0) return items;
  return [logSource ?? source].filter((one) => one !== undefined);
}

function oneSource(entries: readonly ChainEntry[]): readonly ChainQuestion[] {
  const stages = byStage(entries);
  return stageIds.flatMap((stage): ChainQuestion[] => {
    const claiming = stages.get(stage) ?? [];
    const sources = new Set(claiming.flatMap(({ content }) => restsOn(content)));
    if (sources.size !== 1) return [];
    return [
      {
        kind: 'one-source',
        key: `one-source:${stage}`,
        stage,
        entries: claiming.map(({ id }) => id),
      },
    ];
  });
}

function withoutEvidence(entries: readonly ChainEntry[]): readonly ChainQuestion[] {
  return entries
    .filter(
      ({ content: { kind, evidence, rows, confidence, basis } }) =>
        kind === 'adversary' &&
        // A hypothesis says itself that it was not seen.
        basis !== 'opinion' &&
        confidence !== 'rejected' &&
        evidence.length === 0 &&
        (rows ?? []).length === 0,
    )
    .map(({ id }) => ({ kind: 'evidence', key: `evidence:${id}`, entry: id }));
}

function egress(
  entries: readonly ChainEntry[],
  logs: QuestionContext['egress'],
): readonly ChainQuestion[] {
  const c2 = byStage(entries).get('command-and-control') ?? [];
  const named = new Set(logs.map(({ source }) => source));
  const isSeen =
    logs.some(({ state }) => state === 'available' || state === 'partial') ||
    c2.some(({ content }) => content.logSource !== undefined && named.has(content.logSource));
  if (c2.length === 0 || isSeen) return [];
  return [
    {
      kind: 'egress',
      key: 'egress',
      entries: c2.map(({ id }) => id),
      known: logs.every(({ state }) => state !== 'unknown'),
    },
  ];
}
