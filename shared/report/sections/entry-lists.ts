import { entryAnchor } from '../anchors.ts';
import { citeEvidence } from '../citations.ts';
import type { Block } from '../document.ts';
import { link, own } from '../inline.ts';
import type { ReportEntry, ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';

/** What was done. */
export function writeResponse(model: ReportModel, words: Words): readonly Block[] {
  return listOf(model, 'response', words.say('responseLead'), words);
}

/** What was said to whom. */
export function writeCommunication(model: ReportModel, words: Words): readonly Block[] {
  return listOf(model, 'communication', words.say('communicationLead'), words);
}

function listOf(
  { counted }: ReportModel,
  kind: 'response' | 'communication',
  lead: string,
  words: Words,
): readonly Block[] {
  const entries = counted.filter(({ content }) => content.kind === kind);
  if (entries.length === 0)
    return [{ kind: 'paragraph', tone: 'unknown', content: [own(words.say('noneRecorded'))] }];
  return [
    { kind: 'paragraph', content: [own(lead)] },
    entryTable(entries, words.say('what'), words),
  ];
}

/** Entries with their number, time, text, evidence and writer. */
export function entryTable(entries: readonly ReportEntry[], header: string, words: Words): Block {
  return {
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
  };
}
