import type { NotebookState } from '../journal/fold.ts';
import {
  readChecklists,
  readConflicts,
  readDamage,
  readEvidence,
  readFields,
} from './model-annexes.ts';
import { readClocks, readSources } from './model-clocks.ts';
import {
  counts,
  makeLabeller,
  readCorrections,
  readDevices,
  readEntries,
  spanOf,
} from './model-entries.ts';
import { readStages, readSystems, readTechniques } from './model-tactics.ts';
import type { KeyFacts, ReportEntry, ReportEvidence, ReportModel } from './report-model.ts';
import type { ReportOptions } from './report-options.ts';
import { orderSections } from './section-ids.ts';

/**
 * Collects what a report says from a folded notebook.
 *
 * Withdrawn and rejected entries stand in the timeline and are left out of everything that is
 * counted or concluded.
 */
export function buildReportModel(state: NotebookState, options: ReportOptions): ReportModel {
  const fields = readFields(state);
  const devices = readDevices(state);
  const entries = readEntries(state, makeLabeller(devices));
  const counted = entries.filter(counts);
  const evidence = readEvidence(state, entries);
  const span = spanOf(counted);
  return {
    language: options.language,
    zone: options.zone,
    generatedAtMs: options.generatedAtMs,
    app: options.app,
    audience: options.audience ?? 'technical',
    state: options.state ?? 'draft',
    sections: orderSections(options.order, options.hidden),
    seal: options.seal,
    fields,
    devices,
    entries,
    period: span && { from: span.first.content.at, to: span.last.content.at },
    facts: readKeyFacts(entries, counted, evidence),
    stages: readStages(counted),
    techniques: readTechniques(counted),
    systems: readSystems(counted),
    decisions: counted.filter((entry) => entry.content.kind === 'decision'),
    questions: counted.filter((entry) => entry.content.kind === 'question'),
    evidence,
    checklists: readChecklists(state, entries),
    corrections: readCorrections(state, entries),
    withdrawn: entries.filter((entry) => entry.withdrawal !== undefined),
    sources: readSources(state, entries),
    clocks: readClocks(state, entries),
    conflicts: readConflicts(state, fields, entries),
    damage: readDamage(state, entries, options.findings ?? []),
  };
}

function readKeyFacts(
  entries: readonly ReportEntry[],
  counted: readonly ReportEntry[],
  evidence: readonly ReportEvidence[],
): KeyFacts {
  const activity = spanOf(counted.filter((entry) => entry.content.kind === 'adversary'));
  const written = entries.toSorted((a, b) => a.written.wall - b.written.wall);
  return {
    firstActivity: activity?.first,
    lastActivity: activity?.last,
    firstWritten: written[0],
    lastWritten: written.at(-1),
    milestones: counted.filter((entry) => entry.content.kind === 'milestone'),
    counts: {
      entries: entries.length,
      withdrawn: entries.filter((entry) => entry.withdrawal !== undefined).length,
      corrected: entries.filter((entry) => entry.corrected).length,
      rejected: entries.filter((entry) => entry.content.confidence === 'rejected').length,
      evidence: evidence.length,
      evidenceBytes: evidence.reduce((sum, { item }) => sum + (item?.size ?? 0), 0),
      systems: new Set(counted.flatMap(({ content }) => content.hosts.map((h) => h.toLowerCase())))
        .size,
      techniques: new Set(counted.flatMap(({ content }) => content.techniques.map((t) => t.id)))
        .size,
    },
    uncertainTimes: counted.filter(({ content }) => isUncertain(content.at)),
    unsure: counted.filter(
      ({ content }) => content.confidence === 'probable' || content.confidence === 'possible',
    ),
  };
}

/** True for a time that a reader must not take for a minute on a clock. */
export function isUncertain(time: ReportEntry['content']['at']): boolean {
  return (
    time.precision === 'unknown' ||
    time.precision === 'month' ||
    time.precision === 'day' ||
    time.plusMinusMs > 0 ||
    time.relation !== 'at'
  );
}
