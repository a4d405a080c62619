import { type MilestoneId, milestoneById } from '../../catalogue/milestones.ts';
import { reportGuidance } from '../../catalogue/report-guidance.ts';
import { citeEntries } from '../citations.ts';
import type { Block, Inline, Row, TableBlock } from '../document.ts';
import { join, lineBreak, own, small } from '../inline.ts';
import { metricsFigure } from '../metrics-figure.ts';
import type { TimeMetric } from '../metrics/incident-metrics.ts';
import { intervalText } from '../metrics/interval-text.ts';
import type { MilestoneTime } from '../metrics/milestone-times.ts';
import type { ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';
import { excerpt } from '../visible-text.ts';

/** Lengths of time with formula and inputs, the milestones they stand on, and a few counts. */
export function writeMetrics(model: ReportModel, words: Words): readonly Block[] {
  const { metrics, audience } = model;
  const isShort = audience === 'executive';
  // Who decides wants what is known; who checks wants to see what is missing as well.
  const shown = isShort
    ? metrics.times.filter(({ interval }) => interval.kind !== 'unknown')
    : metrics.times;
  const known = words.say('metricsKnown', { total: metrics.times.length, ...metrics.known });
  const lead: readonly Block[] = isShort
    ? [{ kind: 'paragraph', tone: 'small', content: [own(known)] }]
    : [
        { kind: 'paragraph', content: [own(words.say('metricsLead'))] },
        { kind: 'paragraph', content: [own(known), own(' '), own(words.say('mttrNote'))] },
      ];
  if (metrics.milestones.size === 0)
    return [
      ...(isShort ? [] : lead),
      { kind: 'paragraph', tone: 'unknown', content: [own(words.say('noMilestones'))] },
    ];
  const times: TableBlock = {
    kind: 'table',
    caption: words.say('metricsTable'),
    rowHeader: true,
    columns: [
      { header: words.say('metric'), width: 'name' },
      { header: words.say('metricValue'), width: 'name' },
      { header: words.say('metricFormula'), width: 'text' },
      // Two pages have room for the numbers of the entries, not for what each of them says.
      isShort
        ? { header: words.say('sources'), width: 'label' }
        : { header: words.say('metricInputs'), width: 'text' },
    ],
    groups: [{ rows: shown.map((metric) => timeRow(metric, words, isShort)) }],
  };
  if (isShort) return shown.length === 0 ? lead : [times, ...lead];
  return [
    ...lead,
    metricsFigure(metrics.times, (metric) => metricName(metric, words), words, times) ?? times,
    milestoneTable(model, words),
    ...decisionTimes(model, words),
    ...latencies(model, words),
    counts(model, words),
  ];
}

function timeRow(metric: TimeMetric, words: Words, isShort: boolean): Row {
  const found = reportGuidance.metrics.find(({ id }) => id === metric.id);
  const name = metricName(metric, words);
  const mean = found?.mean;
  const { interval } = metric;
  return {
    cells: [
      [own(mean === undefined ? name : `${name} (${mean})`)],
      [own(intervalText(interval, words.language))],
      [small(own(found?.formula[words.language] ?? words.say('ttdecideFormula')))],
      isShort
        ? citeEntries([metric.from, metric.to].flatMap((end) => end?.entry ?? []))
        : join(inputsOf(metric, words), lineBreak),
    ],
    ...(interval.kind === 'negative' && { tone: 'gap' as const }),
  };
}

function inputsOf({ from, to, missing }: TimeMetric, words: Words): readonly (readonly Inline[])[] {
  const inputs: (readonly Inline[])[] = [];
  if (from !== undefined) inputs.push(inputOf(milestoneName(from.id, words), from, words));
  if (to !== undefined)
    inputs.push(
      inputOf(
        'id' in to ? milestoneName(to.id as MilestoneId, words) : words.say('firstDecision'),
        to,
        words,
      ),
    );
  if (missing.length > 0) {
    const names = missing.map((id) => milestoneName(id, words)).join(words.say('comma'));
    inputs.push([small(own(words.say('missingText', { milestones: names })))]);
  }
  return inputs;
}

function metricName({ id }: TimeMetric, words: Words): string {
  const found = reportGuidance.metrics.find((known) => known.id === id);
  return found?.name[words.language] ?? words.say('ttdecide');
}

function inputOf(
  milestone: string,
  { at, entry }: Pick<MilestoneTime, 'at' | 'entry'>,
  words: Words,
): readonly Inline[] {
  const text = words.say('inputText', { milestone, time: words.shortTime(at) });
  return [small(own(text), own(' ['), ...citeEntries([entry]), own(']'))];
}

function milestoneName(id: MilestoneId, words: Words): string {
  return milestoneById(id)?.name[words.language] ?? id;
}

function milestoneTable({ metrics }: ReportModel, words: Words): Block {
  const how = { tag: 'byTag', checklist: 'byChecklist', 'first-adversary': 'byFirst' } as const;
  return {
    kind: 'table',
    caption: words.say('milestonesTable'),
    rowHeader: true,
    columns: [
      { header: words.say('milestone'), width: 'name' },
      { header: words.say('time'), width: 'text' },
      { header: words.say('milestoneBy'), width: 'name' },
      { header: words.say('sources'), width: 'label' },
    ],
    groups: [
      {
        rows: [...metrics.milestones.values()].map(({ id, at, by, entry }) => ({
          cells: [
            [own(milestoneName(id, words))],
            [own(words.time(at))],
            [own(words.say(how[by]))],
            citeEntries([entry]),
          ],
        })),
      },
    ],
  };
}

function decisionTimes({ metrics }: ReportModel, words: Words): readonly Block[] {
  if (metrics.decided.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: words.say('decisionLatencyTable'),
      rowHeader: true,
      columns: [
        { header: words.say('decision'), width: 'text' },
        { header: words.say('decisionToApproval'), width: 'name' },
        { header: words.say('decisionToExecution'), width: 'name' },
        { header: words.say('sources'), width: 'label' },
      ],
      groups: [
        {
          rows: metrics.decided.map(({ decision, toApproval, toExecution }) => ({
            cells: [
              [words.typed(excerpt(decision.fields.question, 160))],
              [own(intervalText(toApproval, words.language))],
              [own(intervalText(toExecution, words.language))],
              citeEntries(decision.entry === undefined ? [] : [decision.entry]),
            ],
          })),
        },
      ],
    },
  ];
}

function latencies({ metrics, decisions }: ReportModel, words: Words): readonly Block[] {
  if (decisions.length === 0) return [];
  const note: Block = {
    kind: 'paragraph',
    tone: 'small',
    content: [own(words.say('latencyNote', { n: metrics.unasked }))],
  };
  if (metrics.latencies.length === 0) return [note];
  const table: Block = {
    kind: 'table',
    caption: words.say('latencyTable'),
    columns: [
      { header: words.say('question'), width: 'text' },
      { header: words.say('decision'), width: 'text' },
      { header: words.say('metricValue'), width: 'name' },
      { header: words.say('sources'), width: 'label' },
    ],
    groups: [
      {
        rows: metrics.latencies.map(({ question, decision, interval }) => ({
          cells: [
            [words.typed(excerpt(question.content.text, 160))],
            [words.typed(excerpt(decision.content.text, 160))],
            [own(intervalText(interval, words.language))],
            citeEntries([question, decision]),
          ],
        })),
      },
    ],
  };
  return [table, note];
}

function counts({ metrics }: ReportModel, words: Words): Block {
  const { stagesReached, detectionStage, checklist } = metrics;
  const unknown = words.say('unknown');
  const values = {
    stagesReached: words.say('ofTotal', { n: stagesReached, total: 7 }),
    detectionStage:
      detectionStage === undefined ? unknown : words.say('stageText', { n: detectionStage }),
    checklistRate:
      checklist === undefined
        ? unknown
        : words.say('ofTotal', { n: checklist.done, total: checklist.due }),
  };
  return {
    kind: 'table',
    caption: words.say('countsTable'),
    rowHeader: true,
    columns: [
      { header: words.say('metric'), width: 'name' },
      { header: words.say('metricValue'), width: 'name' },
      { header: words.say('metricFormula'), width: 'text' },
    ],
    groups: [
      {
        rows: Object.entries(values).map(([id, value]) => {
          const metric = reportGuidance.countMetrics.find((known) => known.id === id);
          return {
            cells: [
              [own(metric?.name[words.language] ?? id)],
              [own(value)],
              [small(own(metric?.rule[words.language] ?? ''))],
            ],
          };
        }),
      },
    ],
  };
}
