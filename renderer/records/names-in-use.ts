import { currentFields } from '#shared/journal/records.ts';
import type { NotebookSession } from '../data/notebook-session.ts';
import type { TimelineRow } from '../data/timeline-row.ts';

type Field = 'hosts' | 'tags' | 'accounts';
/** A name and how many entries it stands in; 0 for one that is only on a register. */
export type NameInUse = readonly [name: string, count: number];

/** Counted once for each state of the timeline, not for each key. */
const counted: Readonly<
  Record<Field, WeakMap<readonly TimelineRow[], ReadonlyMap<string, number>>>
> = { hosts: new WeakMap(), tags: new WeakMap(), accounts: new WeakMap() };

function countNames(session: NotebookSession, field: Field): ReadonlyMap<string, number> {
  const rows = session.timeline.rows();
  const known = counted[field].get(rows);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const { content } of rows)
    for (const name of content[field] ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
  counted[field].set(rows, counts);
  return counts;
}

/** Names on the register of systems or of accounts, aliases among them. */
function registered(session: NotebookSession, field: Field): readonly string[] {
  if (field === 'hosts')
    return session.list('assets').flatMap((record) => {
      const { name, aliases = [], removal } = currentFields(record.fields);
      return removal?.removed === true || name === undefined ? [] : [name, ...aliases];
    });
  if (field === 'accounts')
    return session.list('accounts').flatMap((record) => {
      const { name, removal } = currentFields(record.fields);
      return removal?.removed === true || name === undefined ? [] : [name];
    });
  return [];
}

/** Systems, tags or accounts that the notebook holds, the most used first. */
export function namesInUse(session: NotebookSession, field: Field): readonly NameInUse[] {
  const counts = countNames(session, field);
  const names = registered(session, field).filter((name) => !counts.has(name));
  const unused = [...new Set(names)].map((name) => [name, 0] as const);
  return [...[...counts].toSorted(([, a], [, b]) => b - a), ...unused];
}

/** True for a tag that some entry carries, written the same way. */
export function isTagInUse(session: NotebookSession, tag: string): boolean {
  return countNames(session, 'tags').has(tag);
}
