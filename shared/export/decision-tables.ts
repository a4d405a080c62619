import type { EntryTime } from '../domain/time/entry-time.ts';
import { toRfc3339 } from '../application/show-origin.ts';
import { formatOffset, msPer, offsetAt } from '../domain/time/zone.ts';
import type { ExportCase, ReckonedDates } from './export-case.ts';
import type { Table } from './export-file.ts';
import { list, removal, tableOf, whenWritten } from './table-columns.ts';

/** What was decided, who may decide it, and what has to be done by when. */
export function decisionTables(
  content: ExportCase,
  cited: (ids: readonly string[] | undefined) => string,
): readonly Table[] {
  const holders = new Map(content.authorities.map(({ id, holder = '' }) => [id, holder]));
  return [
    tableOf(
      'decisions',
      {
        question: ({ question }) => question,
        options: ({ options }) =>
          list(
            options?.map(({ text, because }) => (because === '' ? text : `${text} (${because})`)),
          ),
        chosen: ({ chosen }) => chosen?.text,
        chosen_because: ({ chosen }) => chosen?.because,
        known_then: ({ known }) => cited(known),
        asked_by: ({ askedBy }) => askedBy,
        asked_utc: ({ asked }) => utcOf(asked),
        approved_by: ({ approvedBy }) => approvedBy,
        authority: ({ authority }) => (authority == null ? '' : holders.get(authority)),
        basis: ({ basis }) => basis,
        approved_utc: ({ approved }) => utcOf(approved),
        carried_out_utc: ({ executed }) => utcOf(executed),
        review_utc: ({ review }) => review,
        outcome: ({ outcome }) => outcome,
        about: ({ about }) => about,
        entry: ({ entry }) => cited(entry == null ? [] : [entry]),
        ...removal,
        ...whenWritten,
      },
      content.decisions,
    ),
    tableOf(
      'authority',
      {
        power: ({ power }) => power,
        scope: ({ scope }) => scope,
        holder: ({ holder }) => holder,
        role: ({ role }) => role,
        reach: ({ reach }) => reach,
        deputies: ({ deputies }) =>
          list(deputies?.map(({ name, reach }) => (reach === '' ? name : `${name} (${reach})`))),
        conditions: ({ conditions }) => conditions,
        ...removal,
        ...whenWritten,
      },
      content.authorities,
    ),
    tableOf(
      'deadlines',
      {
        name: ({ name }) => name,
        rule: ({ rule }) => rule,
        source: ({ source }) => source,
        counted_from: ({ milestone, event }) => milestone ?? event,
        start_utc: ({ start }) => utcOf(start),
        limit: ({ limit }) => limit?.amount,
        limit_at_least: ({ limit }) => limit?.atLeast,
        limit_unit: ({ limit }) => limit?.unit,
        counts_first_day: ({ countsFirstDay }) => countsFirstDay,
        moved_to_utc: ({ shift }) => shift?.due,
        moved_because: ({ shift }) => shift?.because,
        started_utc: ({ reckoned: [dates] }) => dates?.started || unknown,
        due: ({ reckoned: [dates] }) => localDue(dates),
        due_utc: ({ reckoned: [dates] }) => dates?.due,
        earliest_utc: ({ reckoned: [dates] }) => dates?.earliest,
        by_rule_utc: ({ reckoned: [dates] }) => dates?.byRule,
        left_minutes: ({ reckoned: [dates], done }) =>
          done?.done === true ? undefined : minutesLeft(dates?.due, content.modified),
        reckoned_at_utc: () => content.modified,
        done: ({ done }) => done?.done,
        done_entries: ({ done }) => cited(done?.entries),
        done_because: ({ done }) => done?.because,
        owner: ({ owner }) => owner,
        note: ({ note }) => note,
        ...removal,
        ...whenWritten,
      },
      content.deadlines,
    ),
  ];
}

/** Where nobody knows when it began, nobody knows the date. */
const unknown = 'unknown';

/** The date in the zone in which its days end, with the offset. */
function localDue(dates: ReckonedDates | undefined): string | undefined {
  if (dates === undefined) return unknown;
  if (dates.due === undefined) return undefined;
  const ms = Date.parse(dates.due);
  return toRfc3339(ms, formatOffset(offsetAt(dates.zone, ms)));
}

/** Minutes from the last change of what is exported, since an export asks no clock; below 0 when it was over then. */
function minutesLeft(due: string | undefined, modified: string): number | undefined {
  return due === undefined
    ? undefined
    : Math.floor((Date.parse(due) - Date.parse(modified)) / msPer.minute);
}

/** The text stands in for a time that nobody could put on a calendar. */
function utcOf(time: EntryTime | null | undefined): string | undefined {
  return time?.utc ?? time?.text;
}
