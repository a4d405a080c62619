import type { EntryContent } from '../domain/entry.ts';
import { foldName } from '../domain/fold-name.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { AppendError, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

/** What helps to find entries and to tell their story, and corrects nothing that they say. */
export type EntryMark =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'star'; readonly starred: boolean }
  /** One happening told by several: every other entry points to this one. */
  | { readonly kind: 'same-event'; readonly entry: string };

/** How many entries were written anew; the others had the mark already. */
export type Marked = { readonly marked: number };

/** A line could not be written: what was marked before it stays marked. */
export type MarkError = Marked & { readonly error: AppendError };

type MarkOptions = {
  readonly entries: readonly string[];
  readonly mark: EntryMark;
  /** What the history of each entry says about it. */
  readonly reason: string;
  /** An entry as it stands now; undefined when there is none. */
  readonly contentOf: (entry: string) => EntryContent | undefined;
  /** Told after every entry how many are done; false ends it there. */
  readonly goOn?: (done: number) => boolean;
};

/**
 * Marks entries one after the other, each with an operation of its own.
 *
 * Every entry is read only when its turn comes, so that a correction made meanwhile is not undone.
 */
export async function markEntries(
  writing: Writing,
  { entries, mark, reason, contentOf, goOn = () => true }: MarkOptions,
): Promise<Result<Marked, MarkError>> {
  let marked = 0;
  for (const [index, entry] of entries.entries()) {
    const content = contentOf(entry);
    const changed = content && withMark(entry, content, mark);
    if (changed !== undefined) {
      const saved = await saveOperation(writing, {
        t: 'entry.correct',
        id: writing.newId(),
        entry,
        reason,
        ...changed,
      });
      if (!saved.ok) return err({ marked, error: saved.error });
      marked += 1;
    }
    if (!goOn(index + 1)) break;
  }
  return ok({ marked });
}

/** The content with the mark; undefined when it has it already. */
function withMark(entry: string, content: EntryContent, mark: EntryMark): EntryContent | undefined {
  switch (mark.kind) {
    case 'tag': {
      const has = content.tags.some((tag) => foldName(tag) === foldName(mark.tag));
      return has ? undefined : { ...content, tags: [...content.tags, mark.tag] };
    }
    case 'star':
      return content.starred === mark.starred ? undefined : { ...content, starred: mark.starred };
    case 'same-event': {
      const links = content.links ?? [];
      const has = links.some((link) => link.type === 'same-event' && link.entry === mark.entry);
      if (has || entry === mark.entry) return undefined;
      return { ...content, links: [...links, { type: 'same-event', entry: mark.entry }] };
    }
  }
}
