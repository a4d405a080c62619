import type { ItemState } from '#shared/domain/checklist.ts';
import { checklistMessages as m } from '#shared/i18n/checklist-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';

/** The words for each state of a checklist item. */
export const itemStateMessages: Readonly<Record<ItemState, Message>> = {
  open: m.stateOpen,
  doing: m.stateDoing,
  done: m.stateDone,
  'not-applicable': m.stateNotApplicable,
  blocked: m.stateBlocked,
};
