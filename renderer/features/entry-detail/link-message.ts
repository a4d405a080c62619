import type { EntryLink } from '#shared/domain/entry.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';

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
