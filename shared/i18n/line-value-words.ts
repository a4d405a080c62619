import { findTechnique } from '../catalogue/attack-catalogue.ts';
import { checklists } from '../catalogue/checklist-templates.ts';
import { milestoneById } from '../catalogue/milestones.ts';
import { killChain, logSourceById, stageById } from '../catalogue/kill-chain.ts';
import { isStageId } from '../domain/kill-chain.ts';
import { coverageStateMessages } from '../export/coverage-table.ts';
import { checklistMessages } from './checklist-messages.ts';
import { conflictWhatMessages } from './conflict-messages.ts';
import { unitMessages } from './word-deadline.ts';
import { powerMessages } from './decision-messages.ts';
import {
  basisMessages,
  confidenceMessages,
  entryKindMessages,
  linkMessages,
} from './entry-words.ts';
import { frameMessages } from './frame-messages.ts';
import { indicatorStateMessages, indicatorTypeMessages } from './indicator-words.ts';
import { itemStateMessages } from './item-state-words.ts';
import { layerMessages } from './layer-words.ts';
import {
  functionalImpactMessages,
  informationImpactMessages,
  recoverabilityMessages,
} from './lifecycle-messages.ts';
import { logFormatName } from './log-format-messages.ts';
import { logMessages } from './logs-messages.ts';
import { type Language, type Message, say } from './messages.ts';
import { agendaMessages, presenceMessages } from './minutes-messages.ts';
import { phaseMessages } from './phase-words.ts';
import { reportCustodyMessages } from './report-annex-messages.ts';
import { actionStateMessages, audienceMessages } from './report-audience-messages.ts';
import { reportStatusMessages } from './report-messages.ts';
import {
  categoryMessages,
  lessonKindMessages,
  priorityMessages,
  verdictMessages,
} from './report-review-messages.ts';
import { systemViewMessages as view } from './system-view-messages.ts';
import { outcomeMessages } from './word-course.ts';
import { hashResultMessages, sealStateMessages } from './word-custody.ts';
import { evidenceTypeName, writeBlockerMessages } from './word-evidence.ts';
import {
  accountStateMessages,
  contactKindMessages,
  serviceStateMessages,
  systemStateMessages,
} from './word-status.ts';

type Words = Readonly<Record<string, Message>> | ((id: string, language: Language) => string);

type Named = { readonly id: string; readonly name: Readonly<Record<Language, string>> };

function nameIn(list: readonly Named[]): (id: string, language: Language) => string {
  return (id, language) => list.find((one) => one.id === id)?.name[language] ?? id;
}

const stageName = (id: string, language: Language) =>
  isStageId(id) ? stageById(id).name[language] : id;
const logSourceName = (id: string, language: Language) => logSourceById(id)?.name[language] ?? id;
const techniqueName = (id: string) => {
  const name = findTechnique(id)?.name;
  return name === undefined ? id : `${id} ${name}`;
};
const tlpName = (label: string) => `TLP:${label}`;

const examinationMessages = { nothing: view.foundNothing, something: view.foundSomething };

/**
 * The words of the interface for values that are the program's own, by the family of the line's type and the
 * place in it: `entry.links.type`. What a person typed is at no place of these.
 */
export const lineValueWords: Readonly<Record<string, Words>> = {
  'asset.state.value': systemStateMessages,
  'account.state.value': accountStateMessages,
  'service.state.value': serviceStateMessages,
  'indicator.state': indicatorStateMessages,
  'action.state': actionStateMessages,
  'checklist.state': itemStateMessages,
  'coverage.state': coverageStateMessages,
  'incident.tlp': tlpName,
  'incident.phase': phaseMessages,
  'incident.status': reportStatusMessages,
  'incident.functionalImpact': functionalImpactMessages,
  'incident.informationImpact': informationImpactMessages,
  'incident.recoverability': recoverabilityMessages,
  'incident.kind': {
    incident: conflictWhatMessages.incident,
    readiness: frameMessages.readiness,
  },
  'incident.headings': {
    phase: checklistMessages.headingsPhase,
    csf: checklistMessages.headingsCsf,
  },
  'entry.kind': entryKindMessages,
  'entry.stages': stageName,
  'entry.techniques.id': techniqueName,
  'entry.confidence': confidenceMessages,
  'entry.basis': basisMessages,
  'entry.logSource': logSourceName,
  'entry.links.type': linkMessages,
  'evidence.type': evidenceTypeName,
  'evidence.writeBlocker': writeBlockerMessages,
  'evidence.tlp': tlpName,
  'evidence.action': reportCustodyMessages,
  'evidence.sealState': sealStateMessages,
  'evidence.hash': hashResultMessages,
  'source.reading.reader': (id, language) => logFormatName(language, id),
  'source.reading.order': {
    'day-first': logMessages.dayFirst,
    'month-first': logMessages.monthFirst,
  },
  'checklist.items.phase': nameIn(checklists.phases),
  'checklist.items.step': nameIn(checklists.steps),
  'checklist.items.stages': stageName,
  'asset.criticality': {
    low: view.criticalityLow,
    medium: view.criticalityMedium,
    high: view.criticalityHigh,
    critical: view.criticalityCritical,
  },
  'asset.state.examination.found': examinationMessages,
  'account.state.examination.found': examinationMessages,
  'contact.kind': contactKindMessages,
  'movement.technique': techniqueName,
  'indicator.type': indicatorTypeMessages,
  'indicator.confidence': confidenceMessages,
  'indicator.tlp': tlpName,
  'indicator.stages': stageName,
  'indicator.techniques': techniqueName,
  'action.priority': priorityMessages,
  'action.category': categoryMessages,
  'action.stage': stageName,
  'action.layer': layerMessages,
  'filter.filter.stages': stageName,
  'filter.filter.techniques': techniqueName,
  'filter.filter.kinds': entryKindMessages,
  'filter.filter.confidences': confidenceMessages,
  'coverage.source': logSourceName,
  'coverage.stage': stageName,
  'course.stage': stageName,
  'course.action': nameIn(killChain.coursesOfAction),
  'course.outcome': outcomeMessages,
  'course.layer': layerMessages,
  'authority.power': powerMessages,
  'deadline.milestone': (id, language) => milestoneById(id)?.name[language] ?? id,
  'deadline.limit.unit': unitMessages,
  'lesson.kind': lessonKindMessages,
  'lesson.category': categoryMessages,
  'lesson.stage': stageName,
  'lesson.layer': layerMessages,
  'review.attendees.presence': presenceMessages,
  'review.agenda.item': agendaMessages,
  'minute.kind': {
    decision: conflictWhatMessages.decision,
    question: conflictWhatMessages.question,
  },
  'minute.item': agendaMessages,
  'release.audience': audienceMessages,
  'release.limit': tlpName,
  'release.verdict': verdictMessages,
};

/** Places where an instant stands as a text. */
export const lineInstants: ReadonlySet<string> = new Set([
  'source.result.first',
  'source.result.last',
  'source.measuredAt',
  'checklist.due',
  'asset.state.at',
  'account.state.at',
  'service.state.at',
  'movement.at',
  'indicator.firstSeen',
  'indicator.lastSeen',
  'indicator.validUntil',
  'indicator.told.at',
  'indicator.sightings.at',
  'action.due',
  'filter.filter.from',
  'filter.filter.until',
  'decision.review',
  'deadline.shift.due',
  'review.startedAt',
  'review.endedAt',
  'minute.due',
  'handover.since',
]);

/** Places where an instant stands as milliseconds. */
export const lineMoments: ReadonlySet<string> = new Set(
  ['evidence', 'evidence.reference'].flatMap((item) =>
    ['modified', 'accessed', 'created'].map((time) => `${item}.times.${time}`),
  ),
);

/** A value at such a place in words; one that this version does not know, as the notebook has it. */
export function wordKnown(words: Words, value: string, language: Language): string {
  if (typeof words === 'function') return words(value, language);
  const message = Object.hasOwn(words, value) ? words[value] : undefined;
  return message === undefined ? value : say(language, message);
}
