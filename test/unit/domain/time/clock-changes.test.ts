import { expect, test } from 'vitest';
import { parseEntryLine } from '#shared/domain/entry-line/parse-entry-line.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import { writeEntryTime } from '#shared/domain/time/write-time.ts';
import { listZones, msPer, offsetAt, toInstants } from '#shared/domain/time/zone.ts';
import { lineContext } from '../entry-line/entry-line-context.ts';
import { monthlyOffsets, offsetChanges } from './offset-changes.ts';

type Change = { readonly zone: string; readonly atMs: number };

/** Every change of every zone from 1970 to 2040; zones that went together all the time are tried once. */
function everyChange(): readonly Change[] {
  const histories = new Map<string, Change[]>();
  for (const zone of listZones()) {
    const monthly = monthlyOffsets(zone);
    const history = monthly.join();
    if (!histories.has(history))
      histories.set(
        history,
        offsetChanges(zone, monthly).map((atMs) => ({ zone, atMs })),
      );
  }
  return [...histories.values()].flat();
}

const typed = (localMs: number): string =>
  new Date(localMs).toISOString().slice(0, 16).replace('T', ' ');

/** Minutes on both sides of a change, at its edges, and inside what it swallows or doubles. */
function localTimesAround({ zone, atMs }: Change): readonly number[] {
  const edges = [atMs + offsetAt(zone, atMs - 1), atMs + offsetAt(zone, atMs)];
  const from = Math.floor(Math.min(...edges) / msPer.minute) * msPer.minute;
  const until = Math.ceil(Math.max(...edges) / msPer.minute) * msPer.minute;
  const middle = Math.floor((from + until) / 2 / msPer.minute) * msPer.minute;
  return [from - msPer.hour, from - msPer.minute, from, middle, until - msPer.minute, until];
}

/** What is wrong with how a local time is read in a zone; undefined when it is right. */
function faultOf(zone: string, localMs: number): string | undefined {
  const context = { nowMs: Date.UTC(2021, 5, 1), zone };
  const text = typed(localMs);
  const read = parseTime(text, context);
  const instants = toInstants(zone, localMs);
  const [only] = instants;
  if (instants.length === 1) {
    if (!read.ok || Date.parse(read.value.utc ?? '') !== only) return 'a plain time is not read';
    const again = parseTime(writeEntryTime(read.value, zone), context);
    const same = again.ok && again.value.utc === read.value.utc;
    return same ? undefined : 'it does not come back';
  }
  if (read.ok) return 'it was guessed';
  const { error } = read;
  if (instants.length === 0) {
    if (error.kind !== 'time-in-gap') return error.kind;
    const sides = Date.parse(error.after.utc) - Date.parse(error.before.utc);
    return sides === msPer.second ? undefined : 'the sides of the gap are not beside each other';
  }
  if (error.kind !== 'time-ambiguous') return error.kind;
  const offered = error.options.map(({ utc, offset }) => {
    // A bracket with its zone holds offsets with seconds too, as zones of the past have them.
    const chosen = parseTime(`${text.replace(' ', 'T')}${offset}[${zone}]`, context);
    const back = chosen.ok && parseTime(writeEntryTime(chosen.value, zone), context);
    const same = chosen.ok && back !== false && back.ok && back.value.utc === chosen.value.utc;
    return same && Date.parse(chosen.value.utc ?? '') === Date.parse(utc) ? Date.parse(utc) : 0;
  });
  return JSON.stringify(offered) === JSON.stringify(instants) ? undefined : 'a choice is not read';
}

test('around every clock change of every zone a time is read, or asked about, never guessed', () => {
  const faults: string[] = [];
  const changes = everyChange();
  let asked = 0;
  for (const change of changes)
    for (const localMs of localTimesAround(change)) {
      const fault = faultOf(change.zone, localMs);
      if (fault !== undefined) faults.push(`${change.zone} ${typed(localMs)}: ${fault}`);
      if (toInstants(change.zone, localMs).length !== 1) asked += 1;
    }
  expect(faults).toEqual([]);
  expect(changes.length).toBeGreaterThan(10_000);
  expect(asked).toBeGreaterThan(changes.length);
}, 300_000);

test.each([
  ['2021-03-28 02:30 cut', 'time-in-gap'],
  ['2021-10-31 02:30 cut', 'time-ambiguous'],
  ['２０２１年１０月３１日 ２時３０分 停止', 'time-ambiguous'],
  ['10:00 cut n:2021-03-28 02:30', 'time-in-gap'],
])('in a line it is a question: %s', (line, kind) => {
  const { draft, problems } = parseEntryLine(line, lineContext('Europe/Berlin'));
  expect(problems).toMatchObject([{ kind: 'unreadable-time', error: { kind } }]);
  expect(draft.text).toContain(line.slice(-10));
});
