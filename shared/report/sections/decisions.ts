import { entryAnchor } from '../anchors.ts';
import { citeEvidence } from '../citations.ts';
import type { Block } from '../document.ts';
import { link, own } from '../inline.ts';
import type { ReportEntry, ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';

/** Entries that decide, and entries that ask. */
export function writeDecisions(model: ReportModel, words: Words): readonly Block[] {
  return [
    ...list(model.decisions, words.say('decisions'), words.say('decision'), words),
    ...list(model.questions, words.say('questions'), words.say('question'), words),
  ];
}

function list(
  entries: readonly ReportEntry[],
  heading: string,
  header: string,
  words: Words,
): readonly Block[] {
  const title: Block = { kind: 'heading', level: 3, content: [own(heading)] };
  if (entries.length === 0)
    return [
      title,
      { kind: 'paragraph', tone: 'unknown', content: [own(words.say('noneRecorded'))] },
    ];
  return [
    title,
    {
      kind: 'table',
      columns: [
        { header: words.say('number'), width: 'number' },
        { header: words.say('time'), width: 'time' },
        { header, width: 'text' },
        { header: words.say('evidence'), width: 'short' },
        { header: words.say('by'), width: 'label' },
      ],
      groups: [
        {
          rows: entries.map((entry) => ({
            cells: [
              [link(entryAnchor(entry), entry.label)],
              [own(words.shortTime(entry.content.at))],
              [words.typed(entry.content.text)],
              citeEvidence(entry.evidence),
              words.signed(entry.written),
            ],
          })),
        },
      ],
    },
  ];
}
