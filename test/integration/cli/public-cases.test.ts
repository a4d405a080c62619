import { expect, test } from 'vitest';
import { attackUse } from '#shared/application/attack-matrix.ts';
import type { ShownEntry } from '#shared/application/show-notebook.ts';
import { findStage } from '#shared/catalogue/kill-chain.ts';
import { type LaneId, laneIds, toChainMarks } from '#shared/domain/chain/chain-marks.ts';
import { citeTechnique } from '#shared/application/entries.ts';
import type { EntryContent } from '#shared/domain/entry.ts';
import {
  factLine,
  havePublicCases,
  type PublicCase,
  publicCases,
  type PublicFact,
} from '../../fixtures/public-cases.ts';
import { newDesk } from './run.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What was reckoned by hand from the published times: shortest and longest, in ms. */
type ByHand = {
  /** Tags of milestones by the number of the fact that tells of them. */
  readonly milestones: Readonly<Record<number, string>>;
  readonly times: Readonly<Record<string, readonly [least: number, most: number]>>;
  readonly stagesReached: number;
  readonly detectionStage: number | null;
  /** Facts for which the source names a tactic under which ATT&CK has none of their techniques. */
  readonly otherTactic?: readonly number[];
};

/** Minutes and days are whole windows; seconds are instants. */
const byHand: Readonly<Record<string, ByHand>> = {
  'cloudflare-thanksgiving-2023': {
    milestones: {
      6: 'first_access',
      17: 'detected',
      18: 'acknowledged',
      21: 'declared',
      24: 'contained',
    },
    times: {
      // 23 November 16:00 after some time of 18 October.
      ttd: [35 * day + 16 * hour, 36 * day + 16 * hour + minute],
      // 15 November 16:28:38 is known to the second.
      dwell: [
        7 * day + 23 * hour + 31 * minute + 22_000,
        7 * day + 23 * hour + 32 * minute + 22_000,
      ],
      tta: [11 * minute, 13 * minute],
      ttdecl: [102 * minute, 104 * minute],
      ttc: [19 * hour + 58 * minute, 20 * hour],
    },
    stagesReached: 6,
    detectionStage: 7,
    otherTactic: [12],
  },
  'equifax-2017': {
    milestones: { 5: 'first_access', 13: 'detected', 14: 'contained', 15: 'escalated' },
    times: {
      // Summer time began in New York on 12 March: an hour less.
      ttd: [140 * day - hour, 142 * day - hour],
      dwell: [76 * day, 78 * day],
      ttc: [0, 2 * day],
      ttesc: [day, 3 * day],
    },
    stagesReached: 5,
    detectionStage: 7,
  },
  'jpcert-training-v2': {
    milestones: { 1: 'first_access', 6: 'lateral' },
    times: { breakout: [9 * hour + 26 * minute, 9 * hour + 28 * minute] },
    stagesReached: 3,
    detectionStage: null,
    otherTactic: [11, 14],
  },
  'osaka-gmc-2022': {
    milestones: { 4: 'detected', 9: 'escalated', 22: 'recovered' },
    times: {
      // About 07:00 is 06:45 to 07:15, and its last minute is whole.
      ttesc: [4 * hour + 44 * minute, 5 * hour + 16 * minute],
      ttr: [51 * day + 16 * hour + 44 * minute, 52 * day + 17 * hour + 15 * minute],
    },
    stagesReached: 3,
    detectionStage: 7,
    otherTactic: [2],
  },
};

/**
 * The columns of the Enterprise matrix in which a technique stands (ATT&CK 19), written down apart from our
 * catalogue; two retired ones stand where what replaced them does (T1685, Defense Impairment).
 */
const tacticsByHand: Readonly<Record<string, readonly string[]>> = {
  T1021: ['TA0008'],
  'T1021.001': ['TA0008'],
  T1048: ['TA0010'],
  'T1048.002': ['TA0010'],
  T1059: ['TA0002'],
  'T1070.001': ['TA0112'],
  'T1070.004': ['TA0005'],
  T1074: ['TA0009'],
  T1078: ['TA0001', 'TA0003', 'TA0004', 'TA0005'],
  'T1078.002': ['TA0001', 'TA0003', 'TA0004', 'TA0005'],
  'T1078.003': ['TA0001', 'TA0003', 'TA0004', 'TA0005'],
  'T1078.004': ['TA0001', 'TA0003', 'TA0004', 'TA0005'],
  'T1090.003': ['TA0011'],
  T1098: ['TA0003', 'TA0004'],
  T1105: ['TA0011'],
  'T1110.001': ['TA0006'],
  'T1132.001': ['TA0011'],
  T1133: ['TA0001', 'TA0003'],
  T1136: ['TA0003'],
  'T1136.001': ['TA0003'],
  T1190: ['TA0001'],
  T1199: ['TA0001'],
  T1213: ['TA0009'],
  'T1213.001': ['TA0009'],
  'T1213.003': ['TA0009'],
  'T1484.001': ['TA0004', 'TA0112'],
  T1486: ['TA0040'],
  'T1505.003': ['TA0003'],
  'T1550.001': ['TA0008'],
  'T1550.002': ['TA0008'],
  'T1558.003': ['TA0006'],
  T1560: ['TA0009'],
  'T1562.001': ['TA0112'],
  T1573: ['TA0011'],
  T1586: ['TA0042'],
  'T1589.001': ['TA0043'],
  T1595: ['TA0043'],
  'T1595.002': ['TA0043'],
};

const kinds: Readonly<Record<string, string>> = {
  attacker: ':adversary',
  defender: ':response',
};

function line(fact: PublicFact, { milestones }: ByHand): string {
  const kind = kinds[fact.actor] ?? ':observation';
  const milestone = milestones[fact.seq];
  return [factLine(fact), kind, ...(milestone === undefined ? [] : [`#${milestone}`])].join(' ');
}

/** The lane in which a fact has to stand; none where the source names no stage. */
function laneOf({ actor, killChain }: PublicFact): LaneId | undefined {
  if (actor === 'defender') return 'defence';
  return killChain === null ? undefined : findStage(killChain)?.id;
}

async function logged(one: PublicCase, hand: ByHand) {
  const desk = await newDesk();
  const zone = one.defaultTimezone;
  await desk.run(['new', desk.folder, '--title', one.title, '--zone', zone]);
  const input = one.facts.map((fact) => line(fact, hand)).join('\n');
  const { code, error } = await desk.run(['log', desk.folder, '-', '--accept'], { input });
  expect([code, error]).toEqual([0, '']);
  const [shown] = (await desk.json('show', desk.folder)) as readonly {
    readonly entries: readonly ShownEntry[];
  }[];
  const [measured] = (await desk.json('metrics', desk.folder)) as readonly {
    readonly notebooks: readonly {
      readonly times: readonly {
        readonly id: string;
        readonly kind: string;
        readonly leastMs: number | null;
        readonly mostMs: number | null;
      }[];
      readonly stagesReached: number;
      readonly detectionStage: number | null;
    }[];
  }[];
  const entries = (shown?.entries ?? []).toSorted((a, b) => a.seq - b.seq);
  return { entries, metrics: measured?.notebooks[0] };
}

function toChainEntry(entry: ShownEntry) {
  const content = {
    ...entry,
    confidence: entry.confidence ?? undefined,
    techniques: entry.techniques.map(citeTechnique),
  } as unknown as EntryContent;
  return { id: entry.id, at: entry.at, content };
}

test.skipIf(havePublicCases)('the public cases are not at hand, so nobody looked at them', () => {
  expect(publicCases).toEqual([]);
});

test.each(publicCases.map((one) => [one.id, one] as const))(
  '%s: every published stage and technique stands where it belongs, and times are as by hand',
  async (id, one) => {
    const hand = byHand[id];
    if (hand === undefined) throw new Error(`nothing was reckoned by hand for ${id}`);
    const { entries, metrics } = await logged(one, hand);
    expect(entries).toHaveLength(one.facts.length);
    const ids = new Map(one.facts.map((fact, index) => [fact.seq, entries[index]?.id ?? '']));

    const { lanes } = toChainMarks(entries.map(toChainEntry));
    const drawn = new Map(
      laneIds.flatMap((lane) => lanes[lane].map(({ entry }) => [entry, lane] as const)),
    );
    expect(one.facts.map((fact) => [fact.seq, drawn.get(ids.get(fact.seq) ?? '')])).toEqual(
      one.facts.map((fact) => [fact.seq, laneOf(fact)]),
    );

    const { matrices, unknown } = attackUse(entries.map(toChainEntry));
    expect(unknown).toEqual([]);
    const cells = matrices.flatMap(({ tactics }) =>
      tactics.flatMap(({ tactic, techniques }) =>
        techniques.flatMap((technique) =>
          technique.entries.map((entry) => `${entry} ${technique.id} ${tactic.id}`),
        ),
      ),
    );
    const wanted = one.facts.flatMap(({ seq, techniques }) =>
      [...new Set(techniques)].flatMap((technique) =>
        (tacticsByHand[technique] ?? ['nothing by hand']).map(
          (tactic) => `${ids.get(seq)} ${technique} ${tactic}`,
        ),
      ),
    );
    // Every cell and no other: a technique of several tactics stands under each of them.
    expect(cells.toSorted()).toEqual(wanted.toSorted());
    const elsewhere = one.facts.filter(
      ({ tactic, techniques }) =>
        techniques.length > 0 &&
        tactic !== null &&
        !techniques.some((technique) => tacticsByHand[technique]?.includes(tactic)),
    );
    expect(elsewhere.map(({ seq }) => seq)).toEqual(hand.otherTactic ?? []);

    expect(metrics).toMatchObject({
      stagesReached: hand.stagesReached,
      detectionStage: hand.detectionStage,
    });
    const reckoned = Object.keys(hand.times).map((name) => {
      const found = metrics?.times.find((time) => time.id === name);
      return [name, [found?.leastMs, found?.mostMs]];
    });
    expect(Object.fromEntries(reckoned)).toEqual(hand.times);
  },
  60_000,
);
