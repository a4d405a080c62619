import { z } from 'zod';
import { type StageId, stageIds } from '../kill-chain.ts';

/** Whether a log can be read, and far enough back; nobody having looked is `unknown`. */
export const coverageStates = ['available', 'partial', 'missing', 'too-short', 'unknown'] as const;
export type CoverageState = (typeof coverageStates)[number];

/** Fields of what is known of a log source; every one is a register of its own. */
export const coverageFieldsSchema = z.object({
  /** Null takes what was said of one stage back: it is as the source then. */
  state: z.enum(coverageStates).nullable().optional(),
  /** Days that it is kept; null when nobody knows. */
  retentionDays: z.int().min(0).max(100_000).nullable().optional(),
  owner: z.string().max(200).optional(),
  note: z.string().max(20_000).optional(),
});

export type CoverageFields = z.infer<typeof coverageFieldsSchema>;

/** Id of the record of a source, or of what differs from it in one stage. */
export function coverageKey(source: string, stage?: string): string {
  return stage === undefined ? source : `${source}/${stage}`;
}

/** What a stage's log source is worth. */
export type CoverageCell = {
  readonly source: string;
  readonly stage: StageId;
  readonly state: CoverageState;
  /** True when the state was set for this stage and not for the source as a whole. */
  readonly own: boolean;
};

/** A log source with the stages that it may show, as a catalogue lists them. */
export type CoverageRow = { readonly source: string; readonly stages: readonly StageId[] };

/** Reads the fields of a record by `coverageKey`. */
export type CoverageOf = (key: string) => CoverageFields | undefined;

/** The state of one cell: its own, else that of the source, else unknown. */
export function coverageCell(source: string, stage: StageId, of: CoverageOf): CoverageCell {
  const own = of(coverageKey(source, stage))?.state;
  const state = own ?? of(coverageKey(source))?.state ?? 'unknown';
  return { source, stage, state, own: own !== undefined && own !== null };
}

/** How far the logs of a stage let people see. */
export type StageSight = {
  readonly stage: StageId;
  readonly counts: Readonly<Record<CoverageState, number>>;
  /** `blind`: every source was looked at and none can show it; `unknown`: nothing is known to show it. */
  readonly sight: 'seen' | 'partial' | 'unknown' | 'blind';
};

/** Judges each stage by the sources that may show it; a stage without any source is unknown. */
export function sightOfStages(rows: readonly CoverageRow[], of: CoverageOf): readonly StageSight[] {
  return stageIds.map((stage) => {
    const counts = { available: 0, partial: 0, missing: 0, 'too-short': 0, unknown: 0 };
    for (const { source, stages } of rows)
      if (stages.includes(stage)) counts[coverageCell(source, stage, of).state] += 1;
    return { stage, counts, sight: sightOf(counts) };
  });
}

function sightOf(counts: Readonly<Record<CoverageState, number>>): StageSight['sight'] {
  if (counts.available > 0) return 'seen';
  if (counts.partial > 0) return 'partial';
  return counts.unknown > 0 || counts.missing + counts['too-short'] === 0 ? 'unknown' : 'blind';
}

/**
 * Whether a log that is kept so many days still holds what happened on the first known day.
 *
 * Undefined when either is unknown.
 */
export function reachesBack(
  retentionDays: number | null | undefined,
  firstMs: number | undefined,
  nowMs: number,
): boolean | undefined {
  if (retentionDays === null || retentionDays === undefined || firstMs === undefined)
    return undefined;
  return nowMs - firstMs <= retentionDays * 86_400_000;
}
