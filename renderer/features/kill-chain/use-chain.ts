import { useMemo } from 'react';
import {
  coverageReader,
  type IntrusionPath,
  notebookQuestions,
  standingPaths,
} from '#shared/application/kill-chain.ts';
import type { ChainQuestion } from '#shared/domain/chain/chain-questions.ts';
import { type ChainMarks, toChainMarks } from '#shared/domain/chain/chain-marks.ts';
import { type ChainTurn, chainTurns } from '#shared/domain/chain/chain-turns.ts';
import type { CoverageOf } from '#shared/domain/chain/coverage.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useRecords, useTimeline } from '../../data/use-records.ts';

/** Entries that stand: what was withdrawn is no step of the chain. */
export function useStandingRows(): readonly TimelineRow[] {
  const rows = useTimeline();
  return useMemo(() => rows.filter(({ withdrawn }) => !withdrawn), [rows]);
}

/** The intrusion paths that stand. */
export function usePaths(): readonly IntrusionPath[] {
  const records = useRecords('paths');
  return useMemo(() => standingPaths(records), [records]);
}

/** The coverage of log sources by key. */
export function useCoverage(): CoverageOf {
  const records = useRecords('coverage');
  return useMemo(() => coverageReader(records), [records]);
}

/** Marks and turns of a path: of all entries, of those on one path, or (`none`) of those on none. */
export function useChain(path: string): {
  readonly marks: ChainMarks;
  readonly turns: readonly ChainTurn[];
} {
  const rows = useStandingRows();
  const paths = usePaths();
  return useMemo(() => {
    const known = new Set(paths.map(({ id }) => id));
    const isOn = ({ content: { paths: on = [] } }: TimelineRow) =>
      path === 'none' ? !on.some((each) => known.has(each)) : on.includes(path);
    const marks = toChainMarks(path === '' ? rows : rows.filter(isOn));
    return { marks, turns: chainTurns(marks) };
  }, [rows, paths, path]);
}

/** What the entries leave open. */
export function useQuestions(): readonly ChainQuestion[] {
  const rows = useStandingRows();
  const paths = usePaths();
  const coverage = useCoverage();
  return useMemo(() => notebookQuestions(rows, paths, coverage), [rows, paths, coverage]);
}
