import type { ItemState } from '../domain/checklist.ts';
import { checklistMessages as m } from './checklist-messages.ts';
import type { Message } from './messages.ts';

/** The words for each state of a checklist item. */
export const itemStateMessages: Readonly<Record<ItemState, Message>> = {
  open: m.stateOpen,
  doing: m.stateDoing,
  done: m.stateDone,
  'not-applicable': m.stateNotApplicable,
  blocked: m.stateBlocked,
};
