import { findTechnique } from '../catalogue/attack-catalogue.ts';
import { findLogSource, findStage } from '../catalogue/kill-chain.ts';
import type {
  EntryLineContext,
  EntryReference,
  EvidenceReference,
  SourceReference,
} from '../domain/entry-line/entry-draft.ts';
import { foldText } from '../domain/text-search.ts';
import type { NotebookState } from '../journal/fold.ts';
import { currentValue } from '../journal/causality.ts';
import type { EntryRecord, SourceRecord } from '../journal/records.ts';

/** Zone in which times are read as long as nobody has set the incident's. */
export const zoneUntilSet = 'UTC';

/** What an entry line is read against: the catalogues, the clock, and what the notebook has. */
export function entryLineContext(notebook: {
  readonly nowMs: number;
  readonly zone: string;
  readonly findEvidence: (no: string) => EvidenceReference | undefined;
  /** Ids of the entries with a number; several when several devices write. */
  readonly entriesNumbered?: (number: number) => readonly string[];
  readonly sources?: () => readonly SourceRecord[];
  readonly isNewTag?: (tag: string) => boolean;
}): EntryLineContext {
  const { nowMs, zone, findEvidence, entriesNumbered, sources, isNewTag } = notebook;
  return {
    nowMs,
    zone,
    findStage: (text) => findStage(text)?.id,
    findTechnique,
    findEvidence,
    findEntries: (no) => namedEntries(no, entriesNumbered ?? (() => [])),
    findSources: (name) => namedSources(name, sources?.() ?? []),
    findLogSource: (text) => findLogSource(text)?.id,
    isNewTag,
  };
}

/** The entries that `214` or `214.3fa9` may mean, each with a number that means it alone. */
function namedEntries(
  no: string,
  entriesNumbered: (number: number) => readonly string[],
): readonly EntryReference[] {
  const [number = '', begin = ''] = no.split('.');
  const ids = entriesNumbered(Number(number));
  return ids
    .filter((id) => id.startsWith(begin))
    .map((id) => ({ id, no: ids.length === 1 ? number : `${number}.${shortest(id, ids)}` }));
}

/** The beginning of an id that no other one has; four digits at least, so that it looks like one. */
function shortest(id: string, ids: readonly string[]): string {
  let length = 4;
  while (ids.some((other) => other !== id && other.startsWith(id.slice(0, length)))) length += 1;
  return id.slice(0, length);
}

function namedSources(name: string, sources: readonly SourceRecord[]): readonly SourceReference[] {
  const wanted = foldText(name);
  return sources.flatMap(({ id, source, clock }) =>
    source !== undefined && foldText(source.name) === wanted
      ? [{ id, name: source.name, clock: currentValue(clock) }]
      : [],
  );
}

/** The same from a state in memory. */
export function entryLineContextOf(state: NotebookState, nowMs: number): EntryLineContext {
  const byNumber = new Map<string, EvidenceReference>();
  for (const { id, item } of state.evidence.values())
    // Two devices may have given the same number: the first in fold order answers to it.
    if (item !== undefined && !byNumber.has(item.no)) byNumber.set(item.no, { id, no: item.no });
  return entryLineContext({
    nowMs,
    zone: zoneOf(state),
    findEvidence: (no) => byNumber.get(no),
    entriesNumbered: entriesByNumber(state.entries.values()),
    sources: () => [...state.sources.values()],
  });
}

/** A look-up of entries by number that goes through them once, and only when it is asked. */
function entriesByNumber(entries: Iterable<EntryRecord>): (number: number) => readonly string[] {
  let known: Map<number, string[]> | undefined;
  return (number) => {
    known ??= group(entries);
    return known.get(number) ?? [];
  };
}

function group(entries: Iterable<EntryRecord>): Map<number, string[]> {
  const byNumber = new Map<number, string[]>();
  for (const { id, origin } of entries) {
    if (origin === undefined) continue;
    const ids = byNumber.get(origin.seq);
    if (ids === undefined) byNumber.set(origin.seq, [id]);
    else ids.push(id);
  }
  return byNumber;
}

/** The notebook's zone. */
export function zoneOf(state: NotebookState): string {
  return currentValue(state.incident.get('incident')?.fields.zone) ?? zoneUntilSet;
}
