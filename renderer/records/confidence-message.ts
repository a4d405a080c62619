import type { confidences } from '#shared/domain/entry.ts';
import type { Message } from '#shared/i18n/messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';

/** Labels of how sure the writer is. */
export const confidenceMessages: Readonly<Record<(typeof confidences)[number], Message>> = {
  confirmed: m.confidenceConfirmed,
  probable: m.confidenceProbable,
  possible: m.confidencePossible,
  rejected: m.confidenceRejected,
};
