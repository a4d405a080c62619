import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SignedLine } from '#shared/journal/envelope.ts';
import {
  applyLine,
  compareLines,
  emptyState,
  fold,
  foldBoth,
  foldLine,
  type NotebookState,
  readerOf,
} from '#shared/journal/fold.ts';
import { keysOf, readOperation } from '#shared/journal/line-keys.ts';
import { currentVersion, isWithdrawn, type RecordReader } from '#shared/journal/records.ts';
import { histories, type History, playHistory } from '../../fixtures/random-history.ts';
import { createTestDevice, testId } from '../../fixtures/test-device.ts';
import { addEntry, correctEntry, setIncident } from '../../fixtures/test-operations.ts';

const runs = { numRuns: 40 };
const notebook = testId('fold');

/** The lines of a history in an order that has nothing to do with time. */
function shuffled(lines: readonly SignedLine[], seeds: readonly number[]): SignedLine[] {
  const keyed = lines.map((line, index) => ({
    line,
    key: seeds[index % seeds.length] ?? 0,
    index,
  }));
  return keyed.toSorted((a, b) => a.key - b.key || b.index - a.index).map(({ line }) => line);
}

/** Every write to a register of the incident, with whoever had read it. */
function writesOf(history: History, field: string): SignedLine[] {
  return history.lines.filter(({ p }) => {
    const fields: unknown = p.op['fields'];
    return (
      p.op.t === 'incident.set' && typeof fields === 'object' && fields !== null && field in fields
    );
  });
}

describe('fold', () => {
  test('gives the same state for every order of arrival', () => {
    fc.assert(
      fc.property(
        histories,
        fc.array(fc.nat(), { minLength: 1, maxLength: 60 }),
        (steps, seeds) => {
          const { lines } = playHistory(steps);
          expect(fold(shuffled(lines, seeds))).toEqual(fold(lines));
        },
      ),
      runs,
    );
  });

  test('gives the same state line by line', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { lines } = playHistory(steps);
        const state = emptyState();
        for (const line of lines.toSorted(compareLines)) applyLine(state, line);
        expect(state).toEqual(fold(lines));
      }),
      runs,
    );
  });

  test('takes up later lines into a state that was folded before, as long as they come in order', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (steps, at) => {
        const ordered = playHistory(steps).lines.toSorted(compareLines);
        const cut = at % (ordered.length + 1);
        const state = fold(ordered.slice(0, cut));
        for (const line of ordered.slice(cut)) applyLine(state, line);
        expect(state).toEqual(fold(ordered));
      }),
      runs,
    );
  });

  test('reads and writes nothing but the records that it announces', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const state = emptyState();
        for (const line of playHistory(steps).lines.toSorted(compareLines)) {
          const operation = readOperation(line);
          const announced = new Set(
            keysOf(line, operation).map(({ collection, id }) => `${collection}/${id}`),
          );
          const reader: RecordReader = {
            get: (collection, id) => {
              expect(announced).toContain(`${collection}/${id}`);
              return readerOf(state).get(collection, id);
            },
          };
          for (const { collection, record } of foldLine(reader, line, operation))
            expect(announced).toContain(`${collection}/${record.id}`);
          applyLine(state, line);
        }
      }),
      runs,
    );
  });

  test('puts a line after every line that its writer had read', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { lines, knownTo } = playHistory(steps);
        const rank = new Map(lines.toSorted(compareLines).map(({ hash }, index) => [hash, index]));
        const early = lines.flatMap((line) =>
          lines.filter(
            (other) =>
              other !== line &&
              other.p.seq <= (knownTo(line).get(other.p.feed) ?? -1) &&
              (rank.get(other.hash) ?? 0) > (rank.get(line.hash) ?? 0),
          ),
        );
        expect(early).toEqual([]);
      }),
      runs,
    );
  });

  test('keeps exactly the writes to a register that nobody who wrote later had read', () => {
    fc.assert(
      fc.property(
        histories,
        fc.constantFrom('title' as const, 'status' as const),
        (steps, field) => {
          const history = playHistory(steps);
          const writes = writesOf(history, field);
          const expected = writes.filter(
            (write) =>
              !writes.some(
                (later) =>
                  later !== write &&
                  write.p.seq <= (history.knownTo(later).get(write.p.feed) ?? -1),
              ),
          );
          const register = fold(history.lines).incident.get('incident')?.fields[field] ?? [];
          expect(register.map(({ feed, seq }) => `${feed}/${seq}`).toSorted()).toEqual(
            expected.map(({ p }) => `${p.feed}/${p.seq}`).toSorted(),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  test('counts every operation that it cannot read', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { lines } = playHistory(steps);
        const unknown = [...fold(lines).unknown.values()].reduce(
          (sum, { count }) => sum + count,
          0,
        );
        const unreadable = lines.filter((line) => readOperation(line) === undefined);
        expect(unknown).toBe(unreadable.length);
        const types = new Set(unreadable.map(({ p }) => p.op.t));
        expect(new Set(fold(lines).unknown.keys())).toEqual(types);
      }),
      runs,
    );
  });

  test('loses no entry, whatever lines are missing', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.boolean(), { minLength: 1 }), (steps, kept) => {
        const lines = playHistory(steps).lines.filter((_line, index) => kept[index % kept.length]);
        const { entries } = fold(lines);
        const lost = lines.filter(
          ({ p }) => p.op.t === 'entry.add' && entries.get(p.op.id)?.origin === undefined,
        );
        expect(lost).toEqual([]);
      }),
      runs,
    );
  });
});

describe('registers and entries', () => {
  function two() {
    return [createTestDevice(notebook, 'akira'), createTestDevice(notebook, 'beate')] as const;
  }
  function titles(state: NotebookState): readonly unknown[] {
    return (state.incident.get('incident')?.fields.title ?? []).map(({ value }) => value);
  }

  test('two titles that had not seen each other stay side by side until a person decides', () => {
    const [akira, beate] = two();
    akira.append(setIncident({ title: 'Mail outage' }));
    beate.append(setIncident({ title: 'Ransomware' }));
    const apart = [...akira.lines, ...beate.lines];
    expect(new Set(titles(fold(apart)))).toEqual(new Set(['Mail outage', 'Ransomware']));
    akira.read(beate);
    akira.append(setIncident({ title: 'Ransomware on the mail server' }));
    expect(titles(fold([...akira.lines, ...beate.lines]))).toEqual([
      'Ransomware on the mail server',
    ]);
  });

  test('what a third device passed on counts as seen', () => {
    const [akira, beate] = two();
    const carol = createTestDevice(notebook, 'carol');
    akira.append(setIncident({ title: 'First' }));
    beate.read(akira);
    carol.read(beate);
    carol.append(setIncident({ title: 'Second' }));
    expect(titles(fold([...carol.lines, ...beate.lines, ...akira.lines]))).toEqual(['Second']);
  });

  test('two corrections that had not seen each other are both heads of the entry', () => {
    const [akira, beate] = two();
    const { op } = akira.append(addEntry('The server is down.')).p;
    beate.read(akira);
    akira.append(correctEntry(op.id, 'Both servers are down.'));
    beate.append(correctEntry(op.id, 'The router is down.'));
    const entry = fold([...beate.lines, ...akira.lines]).entries.get(op.id);
    const texts = entry?.versions.map(({ content }) => content.text) ?? [];
    expect(texts.toSorted()).toEqual([
      'Both servers are down.',
      'The router is down.',
      'The server is down.',
    ]);
    // Both stand in the order of the fold: the one that is shown is the last of them.
    expect(entry?.heads.map(({ value }) => value)).toEqual(
      entry?.versions.slice(1).map(({ hash }) => hash),
    );
    expect(entry?.heads).toHaveLength(2);
  });

  test('a correction of an entry that is missing is kept and waits for it', () => {
    const [akira] = two();
    const added = akira.append(addEntry('The server is down.'));
    const corrected = akira.append(correctEntry(added.p.op.id, 'Both servers are down.'));
    const without = fold([corrected]).entries.get(added.p.op.id);
    expect(without?.origin).toBeUndefined();
    expect(without && currentVersion(without)?.content.text).toBe('Both servers are down.');
    const whole = fold([corrected, added]).entries.get(added.p.op.id);
    expect(whole?.origin?.hash).toBe(added.hash);
    expect(whole?.versions).toHaveLength(2);
  });

  test('an entry withdrawn by one and restored by another at once is contested, not lost', () => {
    const [akira, beate] = two();
    const entry = akira.append(addEntry('The server is down.')).p.op.id;
    akira.append({ t: 'entry.withdraw', entry, reason: 'Wrong case.' });
    beate.read(akira);
    beate.append({ t: 'entry.restore', entry, reason: 'It belongs here.' });
    akira.append({ t: 'entry.withdraw', entry, reason: 'Really.' });
    const record = fold([...akira.lines, ...beate.lines]).entries.get(entry);
    expect(record?.withdrawal).toHaveLength(2);
    beate.read(akira);
    beate.append({ t: 'entry.restore', entry, reason: 'Agreed on the phone.' });
    const after = fold([...akira.lines, ...beate.lines]).entries.get(entry);
    expect(after?.withdrawal).toHaveLength(1);
    expect(after && isWithdrawn(after)).toBe(false);
  });

  test('an operation written twice counts once', () => {
    const [akira] = two();
    const once = akira.append(addEntry('The server is down.', { tags: ['mail'] }));
    akira.append({ ...once.p.op, t: 'entry.add', id: once.p.op.id });
    expect(fold(akira.lines).entries.get(once.p.op.id)?.versions).toHaveLength(1);
  });

  test("the same id from another device is a second claim and does not take the first one's place", () => {
    const [akira, beate] = two();
    const first = akira.append(addEntry('The server is down.'));
    beate.read(akira);
    beate.append({ ...addEntry('Nothing happened.'), id: first.p.op.id });
    const entry = fold([...beate.lines, ...akira.lines]).entries.get(first.p.op.id);
    expect(entry?.versions.map(({ content }) => content.text)).toEqual([
      'The server is down.',
      'Nothing happened.',
    ]);
    expect(entry?.origin?.hash).toBe(first.hash);
  });

  test('fields of a newer version are passed over and the rest is read', () => {
    const [akira] = two();
    const { op } = akira.append({ ...addEntry('The server is down.'), mood: 'calm' }).p;
    const entry = fold(akira.lines).entries.get(op.id);
    expect(entry?.versions[0]?.content).not.toHaveProperty('mood');
    expect(entry?.versions[0]?.content.text).toBe('The server is down.');
  });
});

test('folding two sets of lines together says of each what folding it alone says', () => {
  fc.assert(
    fc.property(histories, fc.array(fc.nat({ max: 30 }), { maxLength: 5 }), (steps, ends) => {
      const { devices, lines } = playHistory(steps);
      // What somebody has: of each device the lines up to some number.
      const cut = new Map(devices.map(({ feed }, at) => [feed, ends[at] ?? 0]));
      const before = lines.filter(({ p }) => p.seq < (cut.get(p.feed) ?? 0));
      for (const [one, other] of [
        [before, lines],
        [lines, before],
        [lines, lines],
      ] as const)
        expect(foldBoth(one, other)).toEqual({ before: fold(one), after: fold(other) });
    }),
    runs,
  );
});
