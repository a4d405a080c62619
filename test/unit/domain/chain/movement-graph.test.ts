import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLateralMovement } from '#shared/catalogue/attack-catalogue.ts';
import {
  movementSteps,
  type MovementStep,
  shownMovement,
} from '#shared/domain/chain/movement-graph.ts';
import { movementLayout } from '#shared/report/movement-layout.ts';
import { chainEntry } from './chain-entries.ts';

const names = (steps: readonly MovementStep[]) => steps.map(({ from, to }) => `${from}>${to}`);

describe('steps of the adversary', () => {
  const logon = chainEntry('logon', '02:10', {
    kind: 'adversary',
    hosts: ['ws07', 'pacs01', 'dc01'],
    accounts: ['nurse7'],
    techniques: [{ id: 'T1021.001', catalogue: '19.1' }],
  });

  test('are read from an entry that names several systems, from the first to the others', () => {
    const steps = movementSteps([logon], [], isLateralMovement);
    expect(names(steps)).toEqual(['ws07>dc01', 'ws07>pacs01']);
    expect(steps[0]).toMatchObject({
      movement: undefined,
      account: 'nurse7',
      technique: 'T1021.001',
      entries: [logon.id],
    });
  });

  test.each([
    ['what defenders did', { kind: 'response' as const, hosts: ['a', 'b'] }],
    ['one system', { kind: 'adversary' as const, hosts: ['a'] }],
    ['one system by two spellings', { kind: 'adversary' as const, hosts: ['PACS01', 'pacs01'] }],
    [
      'what was judged untrue',
      { kind: 'adversary' as const, hosts: ['a', 'b'], confidence: 'rejected' as const },
    ],
  ])('are not read from %s', (_, content) => {
    expect(movementSteps([chainEntry('other', '02:10', content)], [], isLateralMovement)).toEqual(
      [],
    );
  });

  test('carry the time of their entry as precisely as it is known; an instant that somebody named stands alone', () => {
    const fields = { from: 'a', to: 'b', entries: [logon.id] };
    const at = '2026-03-01T00:00:00Z';
    const steps = movementSteps(
      [logon],
      [
        { id: 'm', fields },
        { id: 'n', fields: { ...fields, to: 'c', at } },
      ],
      isLateralMovement,
    );
    const timeOf = (to: string) => steps.find((step) => step.to === to);
    expect(timeOf('dc01')?.time).toEqual(logon.at);
    expect(timeOf('b')?.time).toEqual(logon.at);
    expect(timeOf('c')).toMatchObject({ atMs: Date.parse(at), time: undefined });
  });

  test('stand as people wrote them, and go when people say that it was none', () => {
    const fields = { from: 'WS07', to: 'dc01', entries: [logon.id] };
    const said = movementSteps([logon], [{ id: 'm', fields }], isLateralMovement);
    expect(said.map(({ key, from }) => [key === 'm', from])).toEqual([
      [false, 'ws07'],
      [true, 'WS07'],
    ]);
    const removal = { removed: true, reason: 'A backup job.' };
    const denied = movementSteps(
      [logon],
      [{ id: 'm', fields: { ...fields, removal } }],
      isLateralMovement,
    );
    expect(names(denied)).toEqual(['ws07>pacs01']);
  });
});

describe('the part that is shown', () => {
  const step = (from: string, to: string, atMs: number | undefined): MovementStep => ({
    key: `${from}${to}`,
    movement: undefined,
    from,
    to,
    account: undefined,
    technique: undefined,
    entries: [],
    atMs,
    time: undefined,
  });
  const steps = [
    step('a', 'b', 1),
    step('b', 'c', 2),
    step('x', 'y', 3),
    step('c', 'd', undefined),
  ];

  test('ends at an instant; what has no time stays', () => {
    expect(names(shownMovement(steps, { untilMs: 1 }).steps)).toEqual(['a>b', 'c>d']);
  });

  test('begins at a start and grows by what is expanded', () => {
    const first = shownMovement(steps, { start: 'A' });
    expect(names(first.steps)).toEqual(['a>b']);
    expect(first.nodes).toEqual([
      { key: 'a', name: 'A', hidden: 0 },
      { key: 'b', name: 'b', hidden: 1 },
    ]);
    const grown = shownMovement(steps, { start: 'a', expanded: new Set(['b']) });
    expect(names(grown.steps)).toEqual(['a>b', 'b>c']);
    // What is expanded but no longer reached is not drawn.
    const cut = shownMovement(steps, { start: 'a', expanded: new Set(['c']) });
    expect(names(cut.steps)).toEqual(['a>b']);
  });
});

test('the same steps give the same picture in whatever order they come, circles and loops too', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'サーバー');
  const drawn = fc.uniqueArray(fc.tuple(name, name), {
    maxLength: 12,
    selector: ([from, to]) => `${from} ${to}`,
  });
  fc.assert(
    fc.property(drawn, (pairs) => {
      const steps = pairs.map(([from, to], at): MovementStep => {
        const common = { movement: undefined, account: undefined, technique: undefined };
        return {
          key: `${from} ${to}`,
          from,
          to,
          ...common,
          entries: [],
          atMs: at,
          time: undefined,
        };
      });
      const shown = shownMovement(steps, {});
      const layout = movementLayout(shown, ({ key }) => key);
      expect(movementLayout(shown, ({ key }) => key)).toEqual(layout);
      expect(layout.edges).toHaveLength(steps.length);
      const numbers = [
        ...layout.nodes.flatMap(({ x, y }) => [x, y]),
        ...layout.edges.flatMap(({ points }) => points.flatMap(({ x, y }) => [x, y])),
      ];
      expect(numbers.filter((number) => !Number.isFinite(number))).toEqual([]);
    }),
  );
});
