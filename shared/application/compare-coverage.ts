import {
  coverageCell,
  type CoverageFields,
  coverageKey,
  type CoverageOf,
  type CoverageState,
  sightOfStages,
  type StageSight,
} from '../domain/chain/coverage.ts';
import { coverageRows } from './kill-chain.ts';

/** The log coverage of one notebook among several. */
export type NamedCoverage = { readonly name: string; readonly coverage: CoverageOf };

/** What notebooks know of one source, in their order. */
export type ComparedSource = {
  readonly source: string;
  readonly states: readonly {
    readonly state: CoverageState;
    readonly retentionDays: number | null;
    /** True where a stage is set apart from the source. */
    readonly mixed: boolean;
  }[];
  /** True when the notebooks do not say the same of it, in some stage. */
  readonly differs: boolean;
};

export type ComparedCoverage = {
  readonly sources: readonly ComparedSource[];
  /** How far each notebook sees each stage. */
  readonly sights: readonly (readonly StageSight[])[];
};

/** Holds the log coverage of notebooks side by side. */
export function compareCoverage(notebooks: readonly NamedCoverage[]): ComparedCoverage {
  return {
    sources: coverageRows.map(({ source, stages }) => {
      const cells = notebooks.map(({ coverage }) =>
        stages.map((stage) => coverageCell(source, stage, coverage)),
      );
      const told = notebooks.map(
        ({ coverage }): CoverageFields => coverage(coverageKey(source)) ?? {},
      );
      const saysOf = (index: number) =>
        JSON.stringify([
          cells[index]?.map(({ state }) => state),
          told[index]?.retentionDays ?? null,
        ]);
      return {
        source,
        states: told.map((fields, index) => ({
          state: fields.state ?? 'unknown',
          retentionDays: fields.retentionDays ?? null,
          mixed: cells[index]?.some(({ state, own }) => own && state !== fields.state) ?? false,
        })),
        differs: told.some((_fields, index) => saysOf(index) !== saysOf(0)),
      };
    }),
    sights: notebooks.map(({ coverage }) => sightOfStages(coverageRows, coverage)),
  };
}

/** Coverage that travelled as a list of records. */
export function coverageFromList(
  list: readonly (CoverageFields & { readonly id: string })[],
): CoverageOf {
  const byId = new Map(list.map((fields) => [fields.id, fields]));
  return (key) => byId.get(key);
}
