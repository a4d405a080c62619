import { type AxisSegment, breakAxis, joinSpans } from '../domain/chain/broken-axis.ts';
import { breaksOf } from '../domain/chain/lane-shapes.ts';
import { binWidths } from '../domain/time/bin-width.ts';
import { earliestMs, entryZone, latestMs } from '../domain/time/entry-time.ts';
import { formatDuration, formatInstant } from '../domain/time/format-time.ts';
import { msPer, offsetAt } from '../domain/time/zone.ts';
import { axisHeight, drawBreak, drawTicks } from './axis-drawing.ts';
import { citeEntries } from './citations.ts';
import type { BlockOf, Row, SvgNode, TableBlock } from './document.ts';
import { own } from './inline.ts';
import type { ReportEntry, ReportModel } from './report-model.ts';
import type { Words } from './report-words.ts';
import { svgFigure, svgLine, svgRect, svgText } from './svg-nodes.ts';

const width = 680;
const barHeight = 84;
/** Room for the number on the highest bar. */
const headRoom = 14;
/** More bars than these are neither read off the figure nor off its table. */
const mostBars = 24;
const leastBarPx = 4;
/** Beyond this many, a row of the table names the first of them: the timeline has all. */
const mostCited = 40;

type Bar = { readonly start: number; readonly entries: readonly ReportEntry[] };

/** When how much was going on; undefined where fewer than two entries have a time. */
export function densityFigure(model: ReportModel, words: Words): BlockOf<'figure'> | undefined {
  const dated = model.counted.filter(({ content }) => content.at.utc !== null);
  if (dated.length < 2) return undefined;
  const instantOf = instantIn(model.zone);
  const instants = dated.map(instantOf);
  const [from, until] = extremes(instants);
  const axis = breakAxis(
    joinSpans(instants.map((at) => ({ from: at, until: at }))),
    { from, until },
    width,
  );
  const step = stepFor(dated, axis.segments);
  const isSure = (entry: ReportEntry) => windowOf(entry) <= step;
  const bars = barsOf(dated.filter(isSure), step, model.zone, instantOf);
  const vague = dated.filter((entry) => !isSure(entry));
  const highest = Math.max(1, ...bars.map(({ entries }) => entries.length));
  const bottom = axisHeight + headRoom + barHeight;
  const high = (count: number) => (count / highest) * barHeight;
  return {
    kind: 'figure',
    size: 'wide',
    caption: [
      words.say('densityNote', { width: formatDuration(step, words.language) }),
      vague.length === 0 ? '' : words.say('densityVague', { n: vague.length }),
    ].join(''),
    svg: svgFigure(width, bottom + 2, words.say('density'), [
      ...breaksOf(axis).flatMap((gap) => drawBreak(gap, bottom + 2, words)),
      ...drawTicks(axis.segments, model.zone, words),
      ...bars.flatMap((bar): readonly SvgNode[] => {
        const left = axis.x(bar.start);
        const wide = Math.max(leastBarPx, axis.x(bar.start + step) - left - 1);
        const all = bar.entries.length;
        const adversary = bar.entries.filter(isAdversary).length;
        return [
          svgRect(left, bottom - high(all), wide, high(all - adversary), 'paper-bar-other'),
          svgRect(left, bottom - high(adversary), wide, high(adversary), 'paper-bar'),
          svgText(left + wide / 2, bottom - high(all) - 3, 'paper-bar-number', String(all)),
        ].filter(({ attributes }) => attributes['height'] !== 0);
      }),
      svgLine(0, bottom, width, bottom, 'paper-base-line'),
    ]),
    table: densityTable(bars, vague, step, model, words),
  };
}

type InstantOf = (entry: ReportEntry) => number;

/** Where an entry stands on the axis; a day is meant in its own zone and keeps its date in another. */
function instantIn(zone: string): InstantOf {
  return ({ content: { at } }) => {
    const ms = Date.parse(at.utc ?? '');
    if (at.precision !== 'day') return ms;
    return ms + offsetAt(entryZone(at), ms) - offsetAt(zone, ms);
  };
}

/** First and last, without an argument for each of ten thousand. */
function extremes(instants: readonly number[]): readonly [number, number] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const at of instants) {
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  return [first, last];
}

/** How long the stretch is in which the entry may lie; one that went on stands where it began. */
function windowOf({ content }: ReportEntry): number {
  const { at } = content;
  if (at.relation !== 'at') return Number.POSITIVE_INFINITY;
  return at.untilUtc === null ? latestMs(at) - earliestMs(at) : 2 * at.plusMinusMs;
}

/** Wide enough that a bar can be told from the next, and that three of four times are sure within one. */
function stepFor(dated: readonly ReportEntry[], segments: readonly AxisSegment[]): number {
  const shown = segments.reduce((sum, { from, until }) => sum + until - from, 0);
  const windows = dated.map(windowOf).toSorted((a, b) => a - b);
  const usual = windows[Math.floor((windows.length - 1) * 0.75)] ?? 0;
  const found = binWidths.find((each) => shown / each < mostBars && each >= usual);
  return found ?? Math.max(msPer.day * 365, shown / mostBars);
}

/** Bars that hold something, in the order of time; they begin where a clock or a calendar would cut. */
function barsOf(
  entries: readonly ReportEntry[],
  step: number,
  zone: string,
  instantOf: InstantOf,
): readonly Bar[] {
  const first = entries[0];
  if (first === undefined) return [];
  const offset = offsetAt(zone, instantOf(first));
  const bars = new Map<number, ReportEntry[]>();
  for (const entry of entries) {
    const start = Math.floor((instantOf(entry) + offset) / step) * step - offset;
    const bar = bars.get(start);
    if (bar === undefined) bars.set(start, [entry]);
    else bar.push(entry);
  }
  return [...bars]
    .map(([start, found]) => ({ start, entries: found }))
    .toSorted((a, b) => a.start - b.start);
}

function isAdversary({ content }: ReportEntry): boolean {
  return content.kind === 'adversary';
}

function densityTable(
  bars: readonly Bar[],
  vague: readonly ReportEntry[],
  step: number,
  { zone }: ReportModel,
  words: Words,
): TableBlock {
  const finest = step >= msPer.day ? 'day' : 'minute';
  const row = (name: string, entries: readonly ReportEntry[]): Row => ({
    cells: [
      [own(name)],
      [own(String(entries.length))],
      [own(String(entries.filter(isAdversary).length))],
      [
        ...citeEntries(entries.slice(0, mostCited)),
        ...(entries.length > mostCited ? [own(' …')] : []),
      ],
    ],
  });
  return {
    kind: 'table',
    caption: words.say('density'),
    rowHeader: true,
    columns: [
      { header: words.say('densityFrom'), width: 'name' },
      { header: words.say('densityAll'), width: 'short', align: 'end' },
      { header: words.say('densityAdversary'), width: 'label', align: 'end' },
      { header: words.say('entries'), width: 'text' },
    ],
    groups: [
      {
        rows: [
          ...bars.map(({ start, entries }) =>
            row(
              formatInstant(start, { zone, locale: words.language, style: 'short' }, finest),
              entries,
            ),
          ),
          ...(vague.length === 0 ? [] : [row(words.say('densityNotSure'), vague)]),
        ],
      },
    ],
  };
}
