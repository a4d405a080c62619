import type { EntryKind } from '#shared/domain/entry-kind.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';

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
