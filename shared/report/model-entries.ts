import {
  isContested,
  isCorrected,
  isWithdrawn,
  currentVersion,
  type EntryRecord,
} from '../journal/records.ts';
import type { NotebookState } from '../journal/fold.ts';
import type { EntryContent } from '../domain/entry.ts';
import { isLateEntry } from '../domain/late-entry.ts';
import { correctedTime } from '../domain/source.ts';
import { compareEntryTimes } from '../domain/time/entry-time.ts';
import { currentValue } from '../journal/causality.ts';
import type {
  EntryRef,
  EvidenceRef,
  ReportCorrection,
  ReportDevice,
  ReportEntry,
  Span,
} from './report-model.ts';

/** Devices in the order in which they joined, each with its letter. */
export function readDevices(state: NotebookState): readonly ReportDevice[] {
  return [...state.feeds.values()]
    .toSorted((a, b) => a.openedWall - b.openedWall || (a.id < b.id ? -1 : 1))
    .map((feed, index) => ({
      feed: feed.id,
      letter: letterOf(index),
      device: feed.device,
      host: feed.host,
      user: feed.user,
      app: feed.app,
      lines: feed.seq + 1,
      openedWall: feed.openedWall,
      predecessor: feed.predecessor,
    }));
}

/** A, B … Z, AA, AB … */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

/** Gives each entry its number; of an entry whose first line is missing, the beginning of its id. */
export function makeLabeller(devices: readonly ReportDevice[]): (entry: EntryRecord) => EntryRef {
  const letters = new Map(devices.map((device) => [device.feed, device.letter]));
  const prefixed = devices.length > 1;
  return ({ id, origin }) => {
    if (origin === undefined) return { id, label: `?${id.slice(0, 8)}` };
    const letter = prefixed ? `${letters.get(origin.feed) ?? '?'}-` : '';
    return { id, label: `${letter}${origin.seq}` };
  };
}

/** Every entry of which a writing is left, once, in time order. */
export function readEntries(
  state: NotebookState,
  label: (entry: EntryRecord) => EntryRef,
): readonly ReportEntry[] {
  const entries: { readonly entry: ReportEntry; readonly lam: number; readonly seq: number }[] = [];
  for (const record of state.entries.values()) {
    const entry = readEntry(state, record, label);
    const { lam, seq } = record.origin ?? { lam: Infinity, seq: 0 };
    if (entry !== undefined) entries.push({ entry, lam, seq });
  }
  return entries
    .toSorted(
      (a, b) =>
        compareEntryTimes(a.entry.content.at, b.entry.content.at) ||
        (a.lam === b.lam ? 0 : a.lam - b.lam) ||
        a.seq - b.seq ||
        (a.entry.id < b.entry.id ? -1 : 1),
    )
    .map(({ entry }) => entry);
}

function readEntry(
  state: NotebookState,
  record: EntryRecord,
  label: (entry: EntryRecord) => EntryRef,
): ReportEntry | undefined {
  const version = currentVersion(record);
  const first = record.versions[0];
  if (version === undefined || first === undefined) return undefined;
  const evidence: EvidenceRef[] = [];
  const missingEvidence: string[] = [];
  for (const id of version.content.evidence) {
    const no = state.evidence.get(id)?.item?.no;
    if (no === undefined) missingEvidence.push(id);
    else evidence.push({ id, no });
  }
  const last = record.withdrawal.at(-1);
  return {
    ...label(record),
    ...atTrueTime(state, version.content),
    evidence,
    links: (version.content.links ?? []).map(({ type, entry }) => ({
      type,
      entry: linked(state, entry, label),
    })),
    missingEvidence,
    written: { by: first.by, wall: first.wall },
    late: isLateEntry(version.content, first.wall),
    corrected: record.versions.length > 1 && isCorrected(record),
    contested: isContested(record.heads) || isContested(record.withdrawal),
    withdrawal:
      isWithdrawn(record) && last !== undefined
        ? { value: last.value.reason, by: last.by, wall: last.wall }
        : undefined,
  };
}

/** The entry that a link leads to, by its number; by the beginning of its id while it is not there. */
function linked(
  state: NotebookState,
  id: string,
  label: (entry: EntryRecord) => EntryRef,
): EntryRef {
  const record = state.entries.get(id);
  return record === undefined ? { id, label: `?${id.slice(0, 8)}` } : label(record);
}

function atTrueTime(
  state: NotebookState,
  content: EntryContent,
): Pick<ReportEntry, 'content' | 'sourceShowed'> {
  const source = content.source === undefined ? undefined : state.sources.get(content.source);
  const at = correctedTime(content.at, currentValue(source?.clock));
  if (at === content.at) return { content };
  const name = source?.source?.name ?? `?${(content.source ?? '').slice(0, 8)}`;
  return { content: { ...content, at }, sourceShowed: { source: name, at: content.at } };
}

/** What a report counts and concludes from: neither withdrawn nor judged untrue. */
export function counts(entry: ReportEntry): boolean {
  return entry.withdrawal === undefined && entry.content.confidence !== 'rejected';
}

/** First and last by time of entries that are in time order. */
export function spanOf(entries: readonly ReportEntry[]): Span {
  const timed = entries.filter((entry) => entry.content.at.utc !== null);
  const first = timed[0];
  const last = timed.at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** Entries with more than one writing, in time order of the entries. */
export function readCorrections(
  state: NotebookState,
  entries: readonly ReportEntry[],
): readonly ReportCorrection[] {
  return entries
    .filter((entry) => entry.corrected)
    .map(({ id, label }) => {
      const record = state.entries.get(id);
      const heads = new Set(record?.heads.map((head) => head.value));
      const versions = (record?.versions ?? []).map(({ hash, by, wall, content, reason }) => ({
        by,
        wall,
        content,
        reason,
        stands: heads.has(hash),
      }));
      return { id, label, versions };
    });
}
