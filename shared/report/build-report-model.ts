import type { NotebookState } from '../journal/fold.ts';
import {
  readChecklists,
  readConflicts,
  readDamage,
  readEvidence,
  readFields,
} from './model-annexes.ts';
import { readClocks, readSources } from './model-clocks.ts';
import { readDeadlines, readDecisions } from './model-decisions.ts';
import { readCourses, readCoverage } from './model-defence.ts';
import {
  counts,
  makeLabeller,
  readCorrections,
  readDevices,
  readEntries,
  spanOf,
} from './model-entries.ts';
import { readStages, readSystems, readTechniques } from './model-tactics.ts';
import type {
  KeyFacts,
  Omission,
  ReportEntry,
  ReportEvidence,
  ReportModel,
} from './report-model.ts';
import type { ReportOptions } from './report-options.ts';
import { type Audience, leftOutFor, sectionsForAudience } from './audiences.ts';
import { measureIncident } from './metrics/incident-metrics.ts';
import { readRelease } from './model-releases.ts';
import { redact } from './redaction/redact.ts';
import {
  readActions,
  readAnswers,
  readIndicators,
  readLessons,
  readMovement,
} from './model-registers.ts';
import { orderSections, type SectionId } from './section-ids.ts';

/**
 * Collects what a report says from a folded notebook.
 *
 * Withdrawn and rejected entries stand in the timeline and are left out of everything that is
 * counted or concluded.
 */
export function buildReportModel(whole: NotebookState, options: ReportOptions): ReportModel {
  const { state, ...redaction } = redact(whole, options.redaction ?? {}, options.language);
  const fields = readFields(state);
  const devices = readDevices(state);
  const audience = options.template?.audience ?? options.audience ?? 'technical';
  const everything = readEntries(state, makeLabeller(devices));
  const entries = everything.filter((entry) => leftOutFor(audience, entry) === undefined);
  const counted = entries.filter(counts);
  const evidence = readEvidence(state, entries);
  const checklists = readChecklists(state, entries);
  const decided = readDecisions(state, entries);
  const metrics = measureIncident(counted, checklists, decided);
  const span = spanOf(counted);
  return {
    language: options.language,
    zone: options.zone,
    generatedAtMs: options.generatedAtMs,
    app: options.app,
    audience,
    state: options.state ?? 'draft',
    sections: chooseSections(options, audience),
    added: new Map(options.template?.added.map((section) => [section.id, section])),
    header: options.template?.header ?? '',
    logo: options.template?.logo,
    typeface: options.template?.typeface ?? 'sans',
    seal: options.seal,
    fields,
    devices,
    entries,
    counted,
    omissions: omissionsOf(everything, audience),
    redaction,
    metrics,
    indicators: readIndicators(state, entries),
    actions: readActions(state, entries),
    decided,
    deadlines: readDeadlines(state, entries, metrics.milestones, {
      zone: options.zone,
      nowMs: options.generatedAtMs,
    }),
    phases: state.incident.get('incident')?.phases ?? [],
    lessons: readLessons(state, entries),
    answers: readAnswers(state),
    release: readRelease(state, options.release, entries),
    period: span && { from: span.first.content.at, to: span.last.content.at },
    facts: readKeyFacts(entries, counted, evidence),
    stages: readStages(counted),
    coverage: readCoverage(state),
    courses: readCourses(state, entries),
    techniques: readTechniques(counted),
    systems: readSystems(counted, state),
    movement: readMovement(state, counted),
    decisions: counted.filter((entry) => entry.content.kind === 'decision'),
    questions: counted.filter((entry) => entry.content.kind === 'question'),
    evidence,
    checklists,
    corrections: readCorrections(state, entries),
    withdrawn: entries.filter((entry) => entry.withdrawal !== undefined),
    sources: readSources(state, entries),
    clocks: readClocks(state, entries),
    conflicts: readConflicts(state, fields, entries),
    damage: readDamage(state, everything, options.findings ?? []),
  };
}

/** A template names its sections; what is left out is said in any case. */
function chooseSections(options: ReportOptions, audience: Audience): readonly SectionId[] {
  if (options.template === undefined)
    return orderSections(options.order, options.hidden, sectionsForAudience(audience));
  const named = options.template.sections as readonly SectionId[];
  return named.includes('omitted') ? named : [...named, 'omitted'];
}

function omissionsOf(entries: readonly ReportEntry[], audience: Audience): readonly Omission[] {
  const counted = new Map<Omission['because'], number>();
  for (const entry of entries) {
    const because = leftOutFor(audience, entry);
    if (because !== undefined) counted.set(because, (counted.get(because) ?? 0) + 1);
  }
  return [...counted].map(([because, count]) => ({ because, count }));
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
