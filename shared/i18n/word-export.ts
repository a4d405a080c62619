import type { LeftOut, LeftOutReason } from '../export/export-case.ts';
import { exportMessages } from './export-messages.ts';
import { type Language, type Message, say } from './messages.ts';

const kindMessages: Readonly<Record<LeftOut['kind'], Message>> = {
  incident: exportMessages.countIncident,
  entry: exportMessages.countEntry,
  system: exportMessages.countSystem,
  account: exportMessages.countAccount,
  service: exportMessages.countService,
  contact: exportMessages.countContact,
  movement: exportMessages.countMovement,
  path: exportMessages.countPath,
  question: exportMessages.countQuestion,
  coverage: exportMessages.countCoverage,
  course: exportMessages.countCourse,
  decision: exportMessages.countDecision,
  authority: exportMessages.countAuthority,
  deadline: exportMessages.countDeadline,
  indicator: exportMessages.countIndicator,
  evidence: exportMessages.countEvidence,
  action: exportMessages.countAction,
  checklist: exportMessages.countChecklist,
  source: exportMessages.countSource,
};

const reasonMessages: Readonly<Record<LeftOutReason, Message>> = {
  label: exportMessages.becauseLabel,
  'names-held-back': exportMessages.becauseNames,
  'not-chosen': exportMessages.becauseNotChosen,
  'out-of-time': exportMessages.becauseTime,
  'not-mentioned': exportMessages.becauseNotMentioned,
  withdrawn: exportMessages.becauseWithdrawn,
  removed: exportMessages.becauseRemoved,
  'proved-wrong': exportMessages.becauseProvedWrong,
  format: exportMessages.becauseFormat,
};

/** `3 entries`, `記録3件`. */
export function wordCount(kind: LeftOut['kind'], n: number, language: Language): string {
  return say(language, kindMessages[kind], { n });
}

/** Why records stay behind, as a part of a sentence. */
export function wordReason(reason: LeftOutReason, language: Language): string {
  return say(language, reasonMessages[reason]);
}
