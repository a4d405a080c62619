import { citeEntries } from '../citations.ts';
import { entryAnchor } from '../anchors.ts';
import type { Block, Inline, Row, TableBlock } from '../document.ts';
import { link, own } from '../inline.ts';
import { killChainFigure } from '../kill-chain-figure.ts';
import type { ReportEntry, ReportModel, ReportStage } from '../report-model.ts';
import type { Words } from '../report-words.ts';
import { excerpt, visibleText } from '../visible-text.ts';

/** Beyond this many, the rest of a stage's entries are named by number: the timeline has their text. */
const shownPerStage = 100;

/** Stages with their entries, first and last; what is missing in between is asked, not invented. */
export function writeKillChain(model: ReportModel, words: Words): readonly Block[] {
  const reached = model.stages.filter(({ state }) => state === 'reached');
  const lead: Block = { kind: 'paragraph', content: [own(words.say('killchainLead'))] };
  if (reached.length === 0)
    return [lead, { kind: 'paragraph', tone: 'unknown', content: [own(words.say('noStages'))] }];
  return [
    lead,
    killChainFigure(model, words, overview(model, words)),
    ...model.stages.flatMap((stage, index) => stageBlocks(stage, index, words)),
  ];
}

function overview(model: ReportModel, words: Words): TableBlock {
  const rows = model.stages
    .filter(({ number, state }) => number !== undefined || state === 'reached')
    .map(({ id, entries, span, state }): Row => {
      const at = (entry: ReportEntry | undefined) =>
        entry ? words.shortTime(entry.content.at) : '';
      const none = own(words.say('noEntriesSeen'));
      const unknown = words.say('unknown');
      const cells: readonly (readonly Inline[])[] = [
        [words.stage(id)],
        state === 'reached' ? [own(String(entries.length))] : [],
        state === 'reached' ? [own(at(span?.first) || unknown)] : [none],
        state === 'reached' ? [own(at(span?.last) || unknown)] : [],
      ];
      return state === 'gap' ? { cells, tone: 'gap' } : { cells };
    });
  return {
    kind: 'table',
    caption: words.say('stageTable'),
    rowHeader: true,
    columns: [
      { header: words.say('stage'), width: 'name' },
      { header: words.say('count'), width: 'short', align: 'end' },
      { header: words.say('firstSeen'), width: 'text' },
      { header: words.say('lastSeen'), width: 'text' },
    ],
    groups: [{ rows }],
  };
}

function stageBlocks(stage: ReportStage, index: number, words: Words): readonly Block[] {
  const name = words.stageName(stage.id);
  if (stage.state === 'none') return [];
  if (stage.state === 'gap')
    return [
      {
        kind: 'note',
        tone: 'open',
        title: words.say('gapTitle', { stage: `${stage.number} ${name}` }),
        blocks: [{ kind: 'paragraph', content: [own(words.say('gapText', { stage: name }))] }],
      },
    ];
  const shown = stage.entries.slice(0, shownPerStage);
  const further = stage.entries.slice(shownPerStage);
  const blocks: Block[] = [
    {
      kind: 'heading',
      level: 3,
      id: `stage-${index + 1}`,
      content: [
        own(stage.number === undefined ? visibleText(stage.id) : `${stage.number} ${name}`),
      ],
    },
    {
      kind: 'table',
      columns: [
        { header: words.say('number'), width: 'number' },
        { header: words.say('time'), width: 'time' },
        { header: words.say('what'), width: 'text' },
      ],
      groups: [
        {
          rows: shown.map((entry) => ({
            cells: [
              [link(entryAnchor(entry), entry.label)],
              [own(words.shortTime(entry.content.at))],
              [words.typed(excerpt(entry.content.text, 160))],
            ],
          })),
        },
      ],
    },
  ];
  if (further.length > 0)
    blocks.push({
      kind: 'paragraph',
      content: [own(words.say('furtherEntries')), ...citeEntries(further)],
    });
  return blocks;
}
