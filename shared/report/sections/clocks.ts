import { formatOffsetLength } from '../../domain/clock-reading.ts';
import { wordJump, wordStanding } from '../../i18n/word-clock.ts';
import { citeEntries } from '../citations.ts';
import type { Block, Row } from '../document.ts';
import { code, join, lineBreak, own, small, strong } from '../inline.ts';
import type { ReportClock, ReportModel, ReportSource } from '../report-model.ts';
import type { Words } from '../report-words.ts';

/** How right the clocks were that times come from: those of sources, then those of the devices. */
export function writeClocks(model: ReportModel, words: Words): readonly Block[] {
  return [
    { kind: 'heading', level: 3, content: [own(words.say('clocksSources'))] },
    ...sourceClocks(model.sources, words),
    { kind: 'heading', level: 3, content: [own(words.say('clocksDevices'))] },
    ...deviceClocks(model, words),
  ];
}

function sourceClocks(sources: readonly ReportSource[], words: Words): readonly Block[] {
  if (sources.length === 0) return [none(words.say('clocksNoSources'))];
  return [
    { kind: 'paragraph', content: [own(words.say('clocksSourcesLead'))] },
    {
      kind: 'table',
      rowHeader: true,
      columns: [
        { header: words.say('clocksSource'), width: 'text' },
        { header: words.say('clocksStanding'), width: 'label' },
        { header: words.say('clocksHow'), width: 'text' },
        { header: words.say('by'), width: 'label' },
      ],
      groups: [{ rows: sources.flatMap((source) => sourceRows(source, words)) }],
    },
  ];
}

function sourceRows({ name, entries, measured }: ReportSource, words: Words): readonly Row[] {
  const title = [
    strong(words.typed(name)),
    lineBreak,
    small(own(words.say('entryCount', { n: entries }))),
  ];
  if (measured.length === 0)
    return [{ cells: [title, [own(wordStanding(undefined, words.language))], [], []] }];
  return measured.map(({ by, wall, value }, index) => {
    const { aheadMs, measuredAt, how } = value;
    const when =
      measuredAt === null
        ? words.say('clocksMeasuredUnknown')
        : words.say('clocksMeasured', { time: words.moment(Date.parse(measuredAt)) });
    return {
      cells: [
        index === 0 ? title : [words.typed(name), lineBreak, small(own(words.say('clocksBefore')))],
        [
          own(wordStanding(value, words.language)),
          lineBreak,
          small(code(formatOffsetLength(-aheadMs))),
        ],
        [own(when), lineBreak, words.typed(how)],
        words.signed({ by, wall }),
      ],
    };
  });
}

function deviceClocks({ clocks, devices }: ReportModel, words: Words): readonly Block[] {
  const names = new Map(devices.map(({ feed, device, host }) => [feed, device || host]));
  const rows = clocks.flatMap((clock) =>
    deviceRows(clock, names.get(clock.feed) || words.say('unknownDevice'), words),
  );
  if (rows.length === 0) return [none(words.say('clocksNoChecks'))];
  return [
    {
      kind: 'table',
      columns: [
        { header: words.say('device'), width: 'label' },
        { header: words.say('clocksWhat'), width: 'text' },
        { header: words.say('clocksAround'), width: 'label' },
        { header: words.say('by'), width: 'label' },
      ],
      groups: [{ rows }],
    },
  ];
}

function deviceRows({ checks, jumps }: ReportClock, name: string, words: Words): readonly Row[] {
  const { language } = words;
  return [
    ...checks.map(({ by, wall, value }): Row => {
      const standing = wordStanding(value, language);
      const line = words.compose('clocksCheck', {
        standing: own(standing),
        reference: words.typed(value.reference),
      });
      const note = value.note === '' ? [] : [small(words.typed(value.note))];
      return {
        cells: [[words.typed(name)], join([line, note], lineBreak), [], words.signed({ by, wall })],
      };
    }),
    ...jumps.map(({ by, wall, value, before, after }): Row => ({
      cells: [
        [words.typed(name)],
        [own(words.say('clocksJump', { by: wordJump(value, language) }))],
        citeEntries([before, after].filter((entry) => entry !== undefined)),
        words.signed({ by, wall }),
      ],
    })),
  ];
}

function none(text: string): Block {
  return { kind: 'paragraph', tone: 'unknown', content: [own(text)] };
}
