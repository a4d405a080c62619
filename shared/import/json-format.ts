import { isJsonObject } from './field-pairs.ts';
import { notesOfZones, scoreOfShare, zoneAtEnd } from './line-format.ts';
import { oneRow, skipped, type LogRow } from './log-row.ts';
import type { Detection, FileHead, LogReader } from './log-reader.ts';
import { makeZoneClock, type ZoneClock } from './log-time.ts';

/** A format in which every record is one JSON object. */
export type JsonFormat = {
  readonly id: string;
  /** How surely an object is a record of this format, 0 to 100. */
  score(object: Readonly<Record<string, unknown>>): number;
  /** Undefined when the object is no record; the clock is for times without a zone. */
  read(object: Readonly<Record<string, unknown>>, clock: ZoneClock | undefined): LogRow | undefined;
};

const probe = makeZoneClock('UTC');

/** The reader of a format of JSON objects. */
export function jsonFormatReader(format: JsonFormat): LogReader {
  return {
    id: format.id,
    detect: (head) => detectObjects(format, head),
    start(_head, _layout, choices) {
      return (record) => {
        if (record.shape !== 'json') return skipped('other-format');
        if (!isJsonObject(record.value)) return skipped('no-event');
        const row = format.read(record.value, choices.zone);
        return row === undefined || row.text === '' ? skipped('no-event') : oneRow(row);
      };
    },
  };
}

function detectObjects(format: JsonFormat, head: FileHead): Detection | undefined {
  if (head.json === undefined) return undefined;
  const zones = new Set<number>();
  let asksZone = false;
  let records = 0;
  let best = 0;
  for (const value of head.json.values) {
    const score = isJsonObject(value) ? format.score(value) : 0;
    if (score === 0 || !isJsonObject(value)) continue;
    records += 1;
    best = Math.max(best, score);
    const row = format.read(value, probe);
    if (row?.time === undefined) continue;
    asksZone ||= format.read(value, undefined)?.time === undefined;
    const zone = zoneAtEnd(row.timeText);
    if (zone !== undefined) zones.add(zone);
  }
  if (records === 0) return undefined;
  return {
    score: scoreOfShare(best, records / head.json.values.length),
    layout: head.json.layout,
    questions: asksZone ? ['zone'] : [],
    notes: notesOfZones(zones),
  };
}
