import type { ColumnMapping, ReadingChoices } from './log-reader.ts';
import type { LogRow } from './log-row.ts';
import { epochOf, zoneInName } from './column-guess.ts';
import { epochTime, isoTime, makeZoneClock } from './log-time.ts';
import { joinPairs } from './field-pairs.ts';
import { civilTextTime, parseCivilText, type DayOrder } from './table-time.ts';

/** A record's value by the name of its column or path; empty where it has none. */
export type NamedValue = (name: string) => string;

/**
 * A mapping with what the file itself says where a person left it open: what numbers count, the zone that the
 * column's name says.
 */
export function completeMapping(
  mapping: ColumnMapping,
  times: readonly string[],
  choices: ReadingChoices,
): { readonly mapping: ColumnMapping; readonly choices: ReadingChoices } {
  const epoch = mapping.epoch ?? epochOf(times);
  const named = choices.zone === undefined ? zoneInName(mapping.time) : undefined;
  return {
    mapping: epoch === undefined ? mapping : { ...mapping, epoch },
    choices: named === undefined ? choices : { ...choices, zone: makeZoneClock(named) },
  };
}

/** Makes rows of records by what their columns mean. */
export function makeMappedRow(
  mapping: ColumnMapping,
  order: DayOrder | undefined,
  choices: ReadingChoices,
): (value: NamedValue, others: () => string) => LogRow {
  return (value, others) => {
    const timeText = [mapping.time, mapping.timeOfDay ?? '']
      .map((name) => (name === '' ? '' : value(name)))
      .filter((part) => part !== '')
      .join(' ');
    const [first = ''] = mapping.text;
    const pairs = mapping.text.map((name) => [name, value(name)] as const);
    const text = mapping.text.length === 1 ? value(first) : joinPairs(pairs);
    return {
      time: timeOf(timeText, mapping, order, choices),
      timeText,
      host: mapping.host === undefined ? '' : value(mapping.host),
      kind: mapping.kind === undefined ? '' : value(mapping.kind),
      text: text.trim() === '' ? others() || timeText || '-' : text,
    };
  };
}

function timeOf(
  written: string,
  mapping: ColumnMapping,
  order: DayOrder | undefined,
  choices: ReadingChoices,
): number | undefined {
  if (mapping.epoch !== undefined) return epochTime(written, mapping.epoch);
  const iso = isoTime(written, choices.zone);
  if (iso !== undefined) return iso;
  const civil = parseCivilText(written);
  return civil && civilTextTime(civil, order, choices.zone);
}
