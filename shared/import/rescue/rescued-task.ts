import type { ActionFields } from '../../domain/action.ts';
import { type CaseRow, longest, type NamedField } from './case-builder.ts';
import { textOfValue, ownValue } from './field-value.ts';

const stateWords: Readonly<Record<string, ActionFields['state']>> = {
  todo: 'open',
  open: 'open',
  new: 'open',
  waiting: 'open',
  assigned: 'open',
  notstarted: 'open',
  inprogress: 'doing',
  doing: 'doing',
  started: 'doing',
  ongoing: 'doing',
  onhold: 'blocked',
  blocked: 'blocked',
  done: 'done',
  completed: 'done',
  complete: 'done',
  closed: 'done',
  cancel: 'dropped',
  canceled: 'dropped',
  cancelled: 'dropped',
  rejected: 'dropped',
};

const priorityWords: Readonly<Record<string, ActionFields['priority']>> = {
  low: 'low',
  medium: 'medium',
  normal: 'medium',
  high: 'high',
  critical: 'high',
  urgent: 'high',
};

/** A task of another tool. */
export type TaskDraft = {
  readonly head: unknown;
  readonly description?: unknown;
  readonly status?: NamedField;
  readonly priority?: NamedField;
  readonly type?: unknown;
  readonly owner?: unknown;
  readonly due?: NamedField;
  /** What else the row says. */
  readonly fields?: readonly NamedField[];
};

/** Makes an action of a task; words without a counterpart and times that cannot be read go into its note. */
export function addTask(row: CaseRow, draft: TaskDraft): void {
  const kept: NamedField[] = [];
  const word = <T>(field: NamedField | undefined, words: Readonly<Record<string, T>>) => {
    const text = textOfValue(field?.[1]);
    if (field === undefined || text === '') return undefined;
    const folded = text.toLowerCase().replaceAll(/[^a-z]/g, '');
    const found = ownValue(words, folded);
    if (found === undefined) {
      kept.push(field);
      row.remark('word-kept-in-note', row.text(text, 50));
    }
    return found;
  };
  const state = word(draft.status, stateWords);
  const priority = word(draft.priority, priorityWords);
  const due = draft.due === undefined ? undefined : row.instant(draft.due[1]);
  if (due === undefined && draft.due !== undefined) kept.push(draft.due);
  const owner = row.text(draft.owner, longest.name);
  const type = row.text(draft.type, longest.name);
  const note = row.lines([...kept, ...(draft.fields ?? [])]);
  const head = [row.text(draft.head), row.text(draft.description)].filter((part) => part !== '');
  const text = row.text(head.join('\n\n') || note, longest.note);
  row.action({
    text,
    ...(state !== undefined && { state }),
    ...(priority !== undefined && { priority }),
    ...(type !== '' && { type }),
    ...(owner !== '' && { owner }),
    ...(due !== undefined && { due }),
    ...(note !== '' && { note }),
  });
}
