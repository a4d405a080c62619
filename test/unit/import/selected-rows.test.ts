import { expect, test } from 'vitest';
import { PlaceSet } from '../../../electron/import/place-set.ts';
import {
  countSelected,
  type SelectedSource,
  selectRows,
} from '../../../electron/import/selected-rows.ts';

/** Numbers that look random and are the same every time. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

/** A source whose rows have these times; rows without one last, as an index has them. */
function sourceOf(id: string, times: readonly number[], wanted?: (place: number) => boolean) {
  const order = [...times.keys()].toSorted((a, b) => {
    const [first = 0, second = 0] = [times[a], times[b]];
    return first === second ? a - b : first < second ? -1 : 1;
  });
  const timeInOrder = (place: number) => times[order[place] ?? -1] ?? Infinity;
  const firstFrom = (time: number) => {
    const found = order.findIndex((_row, place) => timeInOrder(place) >= time);
    return found === -1 ? order.length : found;
  };
  const places = wanted === undefined ? undefined : new PlaceSet(times.length);
  for (const place of order.keys()) if (wanted?.(place) === true) places?.add(place);
  const source: SelectedSource = {
    id,
    index: {
      rows: times.length,
      timeInOrder,
      rowInOrder: (place) => order[place] ?? -1,
      placesBetween: (from, to) => ({ first: firstFrom(from), end: firstFrom(to) }),
    },
    first: 0,
    end: times.length,
    places,
  };
  const expected = order.flatMap((row, place) =>
    wanted === undefined || wanted(place) ? [{ source: id, row, time: timeInOrder(place) }] : [],
  );
  return { source, expected };
}

test('a set of places knows rank and place of every member', () => {
  const places = new PlaceSet(200);
  const members = [0, 1, 31, 32, 63, 64, 95, 128, 199];
  for (const member of members) places.add(member);
  places.add(31);
  expect(places.count).toBe(members.length);
  expect(members.map((_member, rank) => places.select(rank))).toEqual(members);
  expect(members.map((member) => places.rank(member))).toEqual([...members.keys()]);
  expect(places.rank(65)).toBe(6);
  expect(places.rank(200)).toBe(members.length);
});

test('several sources are one list in order of time from any place on', () => {
  const random = numbers(7);
  const take = (below: number) => (random.next().value as number) % below;
  for (let round = 0; round < 30; round += 1) {
    const made = Array.from({ length: 1 + take(4) }, (_none, at) => {
      const times = Array.from({ length: take(80) }, () =>
        take(9) === 0 ? Infinity : 1_700_000_000_000_000 + take(25),
      );
      const step = 1 + take(3);
      return sourceOf(`s${at}`, times, take(2) === 0 ? undefined : (place) => place % step === 0);
    });
    const sources = made.map(({ source }) => source);
    const all = made
      .flatMap(({ expected }) => expected)
      .map((row, at) => ({ ...row, at }))
      .toSorted((a, b) => (a.time === b.time ? a.at - b.at : a.time < b.time ? -1 : 1))
      .map(({ source, row }) => ({ source, row }));
    expect(countSelected(sources)).toBe(all.length);
    for (let place = 0; place <= all.length; place += 1)
      expect(selectRows(sources, place, 3)).toEqual(all.slice(place, place + 3));
  }
});

test('a stretch of time leaves out what is before and after', () => {
  const { source } = sourceOf('a', [10, 20, 30, 40]);
  const between = { ...source, first: 1, end: 3 };
  const other = sourceOf('b', [25]).source;
  expect(countSelected([between, other])).toBe(3);
  expect(selectRows([between, other], 0, 9)).toEqual([
    { source: 'a', row: 1 },
    { source: 'b', row: 0 },
    { source: 'a', row: 2 },
  ]);
});
