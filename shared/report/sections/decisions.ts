import type { Block } from '../document.ts';
import { own } from '../inline.ts';
import type { ReportEntry, ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';
import { writeDeadlines } from './deadlines.ts';
import { writeDecisionRecords } from './decision-records.ts';
import { entryTable } from './entry-lists.ts';

/** Decision records, entries that decide, entries that ask, and the deadlines that run. */
export function writeDecisions(model: ReportModel, words: Words): readonly Block[] {
  return [
    ...writeDecisionRecords(model, words),
    ...list(
      model.decisions,
      words.say(model.decided.length > 0 ? 'decisionEntries' : 'decisions'),
      words.say('decision'),
      words,
    ),
    ...list(model.questions, words.say('questions'), words.say('question'), words),
    ...writeDeadlines(model, words),
  ];
}

function list(
  entries: readonly ReportEntry[],
  heading: string,
  header: string,
  words: Words,
): readonly Block[] {
  const title: Block = { kind: 'heading', level: 3, content: [own(heading)] };
  return entries.length === 0
    ? [title, { kind: 'paragraph', tone: 'unknown', content: [own(words.say('noneRecorded'))] }]
    : [title, entryTable(entries, header, words)];
}
