import { incidentFieldNames } from '../domain/incident.ts';
import type { NotebookState } from '../journal/fold.ts';
import type { Register } from '../journal/causality.ts';
import { isContested } from '../journal/records.ts';

/** Something that people wrote differently without having read each other. */
export type ShownConflict = {
  readonly what:
    | 'incident'
    | 'entry'
    | 'withdrawal'
    | 'checklist-item'
    | 'source-clock'
    | 'system'
    | 'account'
    | 'service'
    | 'contact'
    | 'movement'
    | 'indicator'
    | 'action'
    | 'filter'
    | 'path'
    | 'question'
    | 'coverage'
    | 'course'
    | 'decision'
    | 'authority'
    | 'deadline'
    | 'device'
    | 'lesson'
    | 'review'
    | 'minute'
    | 'evidence';
  /** Of the thing; with the field or item after a slash where there are several. */
  readonly id: string;
  readonly values: readonly {
    readonly value: unknown;
    readonly by: string;
    readonly feed: string;
    readonly seq: number;
    /** By the writing device's clock. */
    readonly wall: number;
  }[];
};

/** Every value that people disagree about, side by side. */
export function showConflicts(state: NotebookState): readonly ShownConflict[] {
  const conflicts: ShownConflict[] = [];
  const note = (
    what: ShownConflict['what'],
    id: string,
    register: Register<unknown> | undefined,
  ) => {
    if (register === undefined || register.length < 2) return;
    const values = register.map(({ value, by, feed, seq, wall }) => ({
      value,
      by,
      feed,
      seq,
      wall,
    }));
    conflicts.push({ what, id, values });
  };
  const fields = state.incident.get('incident')?.fields ?? {};
  for (const name of incidentFieldNames) note('incident', name, fields[name]);
  for (const { id, versions, heads, withdrawal } of state.entries.values()) {
    if (isContested(heads)) {
      const texts = new Map(versions.map(({ hash, content }) => [hash, content.text]));
      const written = heads.map((head) => ({
        ...head,
        value: texts.get(head.value) ?? head.value,
      }));
      note('entry', id, written);
    }
    note('withdrawal', id, withdrawal);
  }
  for (const { id, items } of state.checklists.values())
    for (const [item, register] of Object.entries(items))
      note('checklist-item', `${id}/${item}`, register);
  for (const { id, clock } of state.sources.values()) note('source-clock', id, clock);
  const registers = {
    system: state.assets,
    account: state.accounts,
    service: state.services,
    contact: state.contacts,
    movement: state.movements,
    indicator: state.indicators,
    action: state.actions,
    filter: state.filters,
    path: state.paths,
    question: state.questions,
    coverage: state.coverage,
    course: state.courses,
    decision: state.decisions,
    authority: state.authorities,
    deadline: state.deadlines,
    device: state.devices,
    lesson: state.lessons,
    review: state.reviews,
    minute: state.minutes,
    evidence: state.evidence,
  } as const;
  for (const [what, records] of Object.entries(registers))
    for (const record of records.values())
      for (const [name, register] of Object.entries(record.fields))
        note(what as keyof typeof registers, `${record.id}/${name}`, register);
  return conflicts;
}
