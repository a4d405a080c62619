import { coverageStateMessages } from '../../export/coverage-table.ts';
import { logSourceById } from '../../catalogue/kill-chain.ts';
import { coverageStates } from '../../domain/chain/coverage.ts';
import { stageNumber } from '../../domain/kill-chain.ts';
import { say } from '../../i18n/messages.ts';
import { coverageFigure } from '../coverage-figure.ts';
import type { Block, Inline, TableBlock } from '../document.ts';
import { join, lineBreak, own, small } from '../inline.ts';
import type { ReportLog } from '../model-defence.ts';
import type { ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';

/** Which logs were there, and which stages nobody can have seen. */
export function writeLogCoverage({ coverage }: ReportModel, words: Words): readonly Block[] {
  const { logs, rest } = coverage;
  if (logs.length === 0)
    return [{ kind: 'paragraph', tone: 'unknown', content: [own(words.say('coverageNobody'))] }];
  return [
    { kind: 'paragraph', content: [own(words.say('coverageLead'))] },
    coverageFigure(coverage, words, logTable(logs, words)),
    ...(rest === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            tone: 'small' as const,
            content: [own(words.say('coverageRest', { n: rest }))],
          },
        ]),
    sightTable(coverage.stages, words),
  ];
}

function logTable(logs: readonly ReportLog[], words: Words): TableBlock {
  return {
    kind: 'table',
    caption: words.say('coverageTable'),
    rowHeader: true,
    columns: [
      { header: words.say('coverageSource'), width: 'text' },
      { header: words.say('coverageKept'), width: 'label' },
      { header: words.say('coverageStages'), width: 'text' },
    ],
    groups: [{ rows: logs.map((log) => ({ cells: cellsOf(log, words) })) }],
  };
}

function cellsOf(
  { source, fields, cells }: ReportLog,
  words: Words,
): readonly (readonly Inline[])[] {
  const { owner = '', note = '', retentionDays } = fields;
  const name = logSourceById(source)?.name[words.language] ?? source;
  const states = coverageStates.flatMap((state) => {
    const stages = cells
      .filter((cell) => cell.state === state)
      .map(({ stage }) => stageNumber(stage));
    if (stages.length === 0) return [];
    const text = words.say('coverageStagesText', {
      state: say(words.language, coverageStateMessages[state]),
      stages: stages.join(words.say('comma')),
    });
    return [[own(text)]];
  });
  return [
    join(
      [
        [own(name)],
        owner === ''
          ? []
          : [small(...words.compose('coverageOwner', { owner: words.typed(owner) }))],
        note.trim() === '' ? [] : [small(words.typed(note))],
      ],
      lineBreak,
    ),
    [
      own(
        retentionDays == null
          ? words.say('unknown')
          : words.say('coverageDays', { n: retentionDays }),
      ),
    ],
    join(states, lineBreak),
  ];
}

function sightTable(stages: ReportModel['coverage']['stages'], words: Words): TableBlock {
  const sights = {
    seen: 'sightSeen',
    partial: 'sightPartial',
    unknown: 'sightUnknown',
    blind: 'sightBlind',
  } as const;
  return {
    kind: 'table',
    caption: words.say('sightTable'),
    rowHeader: true,
    columns: [
      { header: words.say('stage'), width: 'name' },
      { header: words.say('sight'), width: 'text' },
    ],
    groups: [
      {
        rows: stages.map(({ stage, sight }) => ({
          cells: [[words.stage(stage)], [own(words.say(sights[sight]))]],
          ...(sight === 'blind' && { tone: 'gap' as const }),
        })),
      },
    ],
  };
}
