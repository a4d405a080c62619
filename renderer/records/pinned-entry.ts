import type { EntryContent } from '#shared/domain/entry.ts';
import { type EntryTime, toUtcText, unknownEntryTime } from '#shared/domain/time/entry-time.ts';
import { isZone } from '#shared/domain/time/zone.ts';
import type { OriginalRecord } from '#shared/ipc/log-contract.ts';
import type { PinMarks } from './pin-marks.ts';

/** A record that becomes an entry, with what the notebook says about its source. */
export type PinnedRecord = {
  readonly original: OriginalRecord;
  /** Evidence item of its file. */
  readonly evidence: string;
  /** Zone in which the file's times without one were read. */
  readonly zone: string | null;
};

/** As many rows as one entry may cite. */
export const mostPinned = 100;
const longestCited = 4_000;
const longestTimeText = 500;
const longestHost = 200;
const msPerSecond = 1_000;

/** The entry that one record, or several together, become. */
export function pinnedEntry(records: readonly PinnedRecord[], marks: PinMarks): EntryContent {
  const ordered = records.toSorted((a, b) => timeOf(a) - timeOf(b));
  const [first] = ordered;
  if (first === undefined) throw new Error('there is nothing to pin');
  const sources = new Set(records.map(({ original }) => original.source));
  const [source] = sources;
  const hosts = new Set(records.map(({ original }) => original.shown.host.slice(0, longestHost)));
  hosts.delete('');
  return {
    text: ordered.map(({ original }) => original.shown.text).join('\n\n'),
    kind: 'observation',
    at: timeSpan(ordered),
    stages: [...marks.stages],
    techniques: [],
    hosts: [...hosts],
    tags: [...marks.tags],
    evidence: [...new Set(records.map(({ evidence }) => evidence))],
    starred: false,
    // Times of several clocks have no one source.
    ...(sources.size === 1 && source !== undefined && { source }),
    rows: ordered.map(({ original, evidence }) => ({
      source: original.source,
      evidence,
      line: original.line,
      sha256: original.sha256,
      text: wholeCharacters(original.text.slice(0, longestCited)),
    })),
  };
}

function timeOf({ original }: PinnedRecord): number {
  return original.shown.time ?? Infinity;
}

/** From the first to the last record with a time. */
function timeSpan(ordered: readonly PinnedRecord[]): EntryTime {
  const timed = ordered.filter(({ original }) => original.shown.time !== null);
  const [first] = timed;
  const last = timed.at(-1);
  const text = (first ?? ordered[0])?.original.shown.timeText.slice(0, longestTimeText) ?? '';
  const zone = zoneOf(first ?? ordered[0]);
  if (first === undefined || last === undefined) return unknownEntryTime(zone, text);
  const startMs = Math.floor(timeOf(first) / 1_000);
  const endMs = Math.floor(timeOf(last) / 1_000);
  // A clock that counts seconds has not seen milliseconds.
  const isFine = [startMs, endMs].some((ms) => ms % msPerSecond !== 0);
  const precision = isFine || /\d[.,]\d/.test(text) ? 'millisecond' : 'second';
  return {
    utc: toUtcText(startMs, precision),
    text,
    zone,
    precision,
    plusMinusMs: 0,
    untilUtc: endMs === startMs ? null : toUtcText(endMs, precision),
    relation: 'at',
  };
}

function zoneOf(record: PinnedRecord | undefined): string {
  const zone = record?.zone ?? null;
  return zone !== null && isZone(zone) ? zone : 'UTC';
}

/** A cut must not leave half a character behind. */
function wholeCharacters(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}
