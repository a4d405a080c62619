import { powerMessages, decisionStateMessages } from '../../i18n/decision-messages.ts';
import { say } from '../../i18n/messages.ts';
import type { EntryTime } from '../../domain/time/entry-time.ts';
import { citeEntries } from '../citations.ts';
import type { Block, Inline, Row } from '../document.ts';
import { join, lineBreak, own, small } from '../inline.ts';
import type { ReportDecision, ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';

/** Every decision record as a small table: question, options and why not, people, times, outcome. */
export function writeDecisionRecords({ decided }: ReportModel, words: Words): readonly Block[] {
  if (decided.length === 0) return [];
  const heading: Block = {
    kind: 'heading',
    level: 3,
    content: [own(words.say('decisionRecords'))],
  };
  return [
    heading,
    {
      kind: 'table',
      caption: words.say('decisionRecords'),
      rowHeader: true,
      columns: [
        { header: words.say('decisionRecord'), width: 'name' },
        { header: words.say('value'), width: 'text' },
      ],
      groups: decided.map((decision) => ({
        heading: [words.typed(decision.fields.question)],
        rows: rowsOf(decision, words),
      })),
    },
  ];
}

function rowsOf({ fields, state, authority, known, entry }: ReportDecision, words: Words): Row[] {
  const rows: Row[] = [];
  const row = (name: string, value: readonly Inline[]) => {
    if (value.length > 0) rows.push({ cells: [[own(name)], value] });
  };
  const why = (text: string): readonly Inline[] =>
    text.trim() === ''
      ? []
      : [lineBreak, small(...words.compose('decisionBecause', { text: words.typed(text) }))];
  const chosen = fields.chosen ?? undefined;
  const cited = citeEntries(entry === undefined ? [] : [entry]);
  row(words.say('decisionState'), [
    own(say(words.language, decisionStateMessages[state])),
    ...(cited.length > 0 ? [own(' ['), ...cited, own(']')] : []),
  ]);
  row(
    words.say('decisionChosen'),
    chosen === undefined
      ? [small(own(words.say('decisionWaiting')))]
      : [words.typed(chosen.text), ...why(chosen.because)],
  );
  const rejected = (fields.options ?? []).filter(({ text }) => text !== chosen?.text);
  row(
    words.say('decisionOption'),
    join(
      rejected.map(({ text, because }) => [words.typed(text), ...why(because)]),
      lineBreak,
    ),
  );
  row(words.say('decisionKnown'), citeEntries(known));
  row(words.say('decisionAsked'), at(fields.asked, fields.askedBy, words));
  row(words.say('decisionApproved'), at(fields.approved, fields.approvedBy, words));
  const power = authority && say(words.language, powerMessages[authority.power]);
  row(
    words.say('decisionAuthority'),
    join(
      [
        ...(authority === undefined
          ? []
          : [
              [
                own(`${power ?? ''} `),
                words.typed(authority.scope ?? ''),
                lineBreak,
                words.typed(authority.holder),
              ],
            ]),
        ...((fields.basis ?? '') === '' ? [] : [[words.typed(fields.basis ?? '')]]),
      ],
      lineBreak,
    ),
  );
  row(words.say('decisionExecuted'), at(fields.executed, undefined, words));
  row(
    words.say('decisionReview'),
    fields.review == null ? [] : [own(words.moment(Date.parse(fields.review)))],
  );
  row(
    words.say('decisionOutcome'),
    (fields.outcome ?? '') === '' ? [] : [words.typed(fields.outcome ?? '')],
  );
  return rows;
}

function at(
  time: EntryTime | null | undefined,
  by: string | undefined,
  words: Words,
): readonly Inline[] {
  const name = by?.trim() ?? '';
  if (time == null) return name === '' ? [] : [words.typed(name)];
  const text = own(words.time(time));
  return name === '' ? [text] : words.compose('decisionBy', { time: text, by: words.typed(name) });
}
