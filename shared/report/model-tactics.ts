import { foldName } from '../domain/fold-name.ts';
import type { NotebookState } from '../journal/fold.ts';
import { currentFields } from '../journal/records.ts';
import { claimedStages } from '../domain/chain/chain-marks.ts';
import { isStageId, stageIds, stageNumber } from '../domain/kill-chain.ts';
import { spanOf } from './model-entries.ts';
import type { ReportEntry, ReportStage, ReportSystem, ReportTechnique } from './report-model.ts';

/** The seven stages in their order, then stages that this version does not know. */
export function readStages(entries: readonly ReportEntry[]): readonly ReportStage[] {
  const byStage = group(entries, ({ content }) => [
    ...claimedStages(content),
    ...content.stages.filter((stage) => !isStageId(stage)),
  ]);
  const reached = stageIds.map((id) => byStage.has(id));
  const first = reached.indexOf(true);
  const last = reached.lastIndexOf(true);
  const unknown = [...byStage.keys()].filter((id) => stageNumber(id) === undefined).toSorted();
  return [...stageIds, ...unknown].map((id, index) => {
    const found = byStage.get(id) ?? [];
    const isBetween = index > first && index < last && first >= 0;
    return {
      id,
      number: stageNumber(id),
      entries: found,
      span: spanOf(found),
      state: found.length > 0 ? 'reached' : isBetween ? 'gap' : 'none',
    };
  });
}

/** Techniques by id, with every stage that their entries carry. */
export function readTechniques(entries: readonly ReportEntry[]): readonly ReportTechnique[] {
  const byId = group(entries, (entry) => entry.content.techniques.map(({ id }) => id));
  return [...byId]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, found]) => ({
      id,
      catalogues: [
        ...new Set(
          found.flatMap((entry) =>
            entry.content.techniques.filter((used) => used.id === id).map((used) => used.catalogue),
          ),
        ),
      ].toSorted(),
      stages: stagesOf(found),
      entries: found,
    }));
}

/** Systems by the time they first appear; names that differ only in case are one. */
export function readSystems(
  entries: readonly ReportEntry[],
  state: NotebookState,
): readonly ReportSystem[] {
  const states = new Map(
    [...state.assets.values()].flatMap(({ fields: registers }) => {
      const { name, aliases = [], state: stands, removal } = currentFields(registers);
      return name === undefined || removal?.removed === true
        ? []
        : [name, ...aliases].map((one) => [foldName(one), stands] as const);
    }),
  );
  const byName = group(entries, (entry) => entry.content.hosts.map((host) => host.toLowerCase()));
  return [...byName].map(([key, found]) => ({
    name: found[0]?.content.hosts.find((host) => host.toLowerCase() === key) ?? key,
    state: states.get(foldName(key)),
    stages: stagesOf(found),
    entries: found,
    span: spanOf(found),
  }));
}

function stagesOf(entries: readonly ReportEntry[]): readonly string[] {
  const stages = new Set(entries.flatMap((entry) => entry.content.stages));
  return [...stages].toSorted((a, b) => (stageNumber(a) ?? 8) - (stageNumber(b) ?? 8));
}

function group(
  entries: readonly ReportEntry[],
  keysOf: (entry: ReportEntry) => readonly string[],
): Map<string, ReportEntry[]> {
  const groups = new Map<string, ReportEntry[]>();
  for (const entry of entries) {
    for (const key of new Set(keysOf(entry))) {
      const found = groups.get(key);
      if (found === undefined) groups.set(key, [entry]);
      else found.push(entry);
    }
  }
  return groups;
}
