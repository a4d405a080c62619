import { toEntryContent } from '#shared/application/entries.ts';
import { entryLineContext } from '#shared/application/entry-context.ts';
import type { EntryContent } from '#shared/domain/entry.ts';
import type { EntryDraft, EntryLineContext } from '#shared/domain/entry-line/entry-draft.ts';
import type { NotebookSession } from '../../data/notebook-session.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { isTagInUse } from '../../records/names-in-use.ts';

/** What a line is read against: the catalogues, what this notebook holds, the clock. */
export function lineContext(session: NotebookSession, zone: string): EntryLineContext {
  return entryLineContext({
    nowMs: Date.now(),
    zone,
    findEvidence: (no) => {
      const found = session.list('evidence').find(({ item }) => item?.no === no);
      return found && { id: found.id, no };
    },
    entriesNumbered: (number) => rowsByNumber(session.timeline.rows()).get(number) ?? [],
    sources: () => session.list('sources'),
    isNewTag: (tag) => !isTagInUse(session, tag),
  });
}

const numbered = new WeakMap<readonly TimelineRow[], ReadonlyMap<number, readonly string[]>>();

function rowsByNumber(rows: readonly TimelineRow[]): ReadonlyMap<number, readonly string[]> {
  const known = numbered.get(rows);
  if (known !== undefined) return known;
  const ids = new Map<number, string[]>();
  for (const { id, number } of rows)
    if (number !== undefined) ids.set(number, [...(ids.get(number) ?? []), id]);
  numbered.set(rows, ids);
  return ids;
}

/** The entry that a draft becomes; without a typed time it happened now. */
export function contentOfDraft(draft: EntryDraft, line: string, zone: string): EntryContent {
  const content = toEntryContent(draft, { nowMs: Date.now(), zone });
  // A line of nothing but marks, kept as text because the writer said so.
  return draft.text === '' ? { ...content, text: line.trim() } : content;
}
