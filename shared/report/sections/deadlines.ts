import { reportGuidance } from '../../catalogue/report-guidance.ts';
import { deadlineMessages, deadlineStateMessages } from '../../i18n/deadline-messages.ts';
import { type Message, say } from '../../i18n/messages.ts';
import { wordBeginning, wordCounting, wordDue, wordTimeLeft } from '../../i18n/word-deadline.ts';
import { citeEntries } from '../citations.ts';
import type { Block, Inline } from '../document.ts';
import { lineBreak, own, small } from '../inline.ts';
import type { ReportDeadline, ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';

/** Deadlines with the rule that each comes from; nothing where nobody adopted one. */
export function writeDeadlines(model: ReportModel, words: Words): readonly Block[] {
  const { deadlines } = model;
  if (deadlines.length === 0) return [];
  return [
    { kind: 'heading', level: 3, content: [own(words.say('deadlinesTitle'))] },
    {
      kind: 'table',
      caption: words.say('deadlinesTable'),
      rowHeader: true,
      columns: [
        { header: words.say('deadlineName'), width: 'text' },
        { header: words.say('deadlineFrom'), width: 'name' },
        { header: words.say('deadlineDue'), width: 'name' },
        { header: words.say('deadlineState'), width: 'label' },
        { header: words.say('sources'), width: 'label' },
      ],
      groups: [{ rows: deadlines.map((each) => rowOf(each, model, words)) }],
    },
    {
      kind: 'paragraph',
      tone: 'small',
      content: [own(reportGuidance.disclaimer[words.language])],
    },
  ];
}

function rowOf(reckoned: ReportDeadline, model: ReportModel, words: Words) {
  const { deadline, state, start, entries } = reckoned;
  const { language } = words;
  const rules = [deadline.rule, deadline.source].filter((text) => (text ?? '') !== '');
  return {
    cells: [
      [
        words.typed(deadline.name),
        ...rules.flatMap((text) => [lineBreak, small(words.typed(text ?? ''))]),
      ],
      [
        words.typed(wordBeginning(deadline, language)),
        lineBreak,
        small(own(start === undefined ? words.say('unknown') : words.time(start))),
      ],
      dateOf(reckoned, model, words),
      [own(say(language, deadlineStateMessages[state]))],
      citeEntries(entries),
    ],
    ...(state === 'overdue' && { tone: 'gap' as const }),
  };
}

function dateOf(
  reckoned: ReportDeadline,
  { zone, generatedAtMs }: ReportModel,
  words: Words,
): readonly Inline[] {
  const { deadline, dueMs, earlyMs, reckonedMs, movedBy } = reckoned;
  const { shift } = deadline;
  if (dueMs === undefined) return [small(words.typed(wordDue(reckoned, zone, words.language)))];
  const left = wordTimeLeft(reckoned, generatedAtMs, words.language);
  const note = (message: Message, values: Readonly<Record<string, string>>) => [
    lineBreak,
    small(words.typed(say(words.language, message, values))),
  ];
  const counting = wordCounting(deadline, words.language);
  const moved =
    shift == null
      ? []
      : reckonedMs === undefined
        ? note(deadlineMessages.movedOnly, { by: movedBy, because: shift.because })
        : note(deadlineMessages.movedText, {
            by: movedBy,
            because: shift.because,
            date: words.moment(reckonedMs),
          });
  return [
    own(words.moment(dueMs)),
    ...(left === undefined ? [] : [lineBreak, small(own(left))]),
    ...(earlyMs === undefined ? [] : note(deadlineMessages.range, { date: words.moment(earlyMs) })),
    ...(counting === undefined || shift != null ? [] : [lineBreak, small(own(counting))]),
    ...moved,
  ];
}
