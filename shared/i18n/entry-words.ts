import type { confidences, EntryContent, EntryLink } from '../domain/entry.ts';
import type { EntryKind } from '../domain/entry-kind.ts';
import type { Message } from './messages.ts';
import { timelineMessages as m } from './timeline-messages.ts';

/** Labels of the kinds of entry. */
export const entryKindMessages: Readonly<Record<EntryKind, Message>> = {
  adversary: m.kindAdversary,
  observation: m.kindObservation,
  response: m.kindResponse,
  decision: m.kindDecision,
  communication: m.kindCommunication,
  environment: m.kindEnvironment,
  milestone: m.kindMilestone,
  note: m.kindNote,
  question: m.kindQuestion,
};

/** Labels of what an entry rests on. */
export const basisMessages: Readonly<Record<NonNullable<EntryContent['basis']>, Message>> = {
  fact: m.fact,
  opinion: m.opinion,
};

/** Labels of how sure the writer is. */
export const confidenceMessages: Readonly<Record<(typeof confidences)[number], Message>> = {
  confirmed: m.confidenceConfirmed,
  probable: m.confidenceProbable,
  possible: m.confidencePossible,
  rejected: m.confidenceRejected,
};

/** How an entry bears on another one. */
export const linkMessages: Readonly<Record<EntryLink['type'], Message>> = {
  caused: m.linkCaused,
  'same-event': m.linkSame,
  answers: m.linkAnswers,
};

/** The same seen from the other one. */
export const backLinkMessages: Readonly<Record<EntryLink['type'], Message>> = {
  caused: m.linkCausedBy,
  'same-event': m.linkSame,
  answers: m.linkAnsweredBy,
};
