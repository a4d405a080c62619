import { milestoneById } from '../../catalogue/milestones.ts';
import { reportGuidance } from '../../catalogue/report-guidance.ts';
import { citeEntries } from '../citations.ts';
import type { Block, Inline, Row } from '../document.ts';
import { own } from '../inline.ts';
import { boundsOf } from '../metrics/interval.ts';
import { intervalText } from '../metrics/interval-text.ts';
import type { EntryRef, ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';
import { excerpt } from '../visible-text.ts';

/** Questions that the notebook itself raises, with room for an answer; none of them names a culprit. */
export function writeQuestions(model: ReportModel, words: Words): readonly Block[] {
  const rows = [
    ...['askWell', 'askHurt', 'askLuck'].map((ask) =>
      question([own(words.say(ask as 'askWell'))], []),
    ),
    ...openQuestions(model, words),
    ...gaps(model, words),
    ...intervals(model, words),
    ...decisions(model, words),
    ...setAside(model, words),
  ];
  return [
    { kind: 'paragraph', content: [own(words.say('questionsLead'))] },
    {
      kind: 'table',
      caption: words.say('questionTable'),
      columns: [
        { header: words.say('question'), width: 'text' },
        { header: words.say('sources'), width: 'label' },
        { header: words.say('answer'), width: 'text' },
      ],
      groups: [{ rows }],
    },
  ];
}

function question(text: readonly Inline[], sources: readonly EntryRef[]): Row {
  return { cells: [text, citeEntries(sources), []] };
}

function openQuestions({ questions }: ReportModel, words: Words): readonly Row[] {
  return questions.map((entry) =>
    question(words.compose('askOpen', { text: words.typed(excerpt(entry.content.text, 300)) }), [
      entry,
    ]),
  );
}

function gaps({ stages }: ReportModel, words: Words): readonly Row[] {
  return stages
    .filter(({ state }) => state === 'gap')
    .map(({ id, number }) =>
      question([own(words.say('askGap', { stage: `${number} ${words.stageName(id)}` }))], []),
    );
}

/** An interval beyond this is worth a question. */
const longMs = 24 * 3_600_000;

function intervals({ metrics }: ReportModel, words: Words): readonly Row[] {
  const rows: Row[] = [];
  for (const { id, from, to, interval, missing } of metrics.times) {
    const name = reportGuidance.metrics.find((known) => known.id === id)?.name[words.language];
    const least = boundsOf(interval)?.least ?? 0;
    if (name !== undefined && least > longMs && from !== undefined && to !== undefined) {
      const time = intervalText(interval, words.language);
      rows.push(
        question([own(words.say('askLong', { metric: name, time }))], [from.entry, to.entry]),
      );
    }
    // Once for each milestone that a metric ends with; what comes before it has metrics of its own.
    const [only] = missing;
    if (missing.length === 1 && only !== undefined && from !== undefined) {
      const milestone = milestoneById(only)?.name[words.language] ?? only;
      const text = words.say('askMissing', { milestone });
      if (!rows.some(({ cells }) => JSON.stringify(cells[0]) === JSON.stringify([own(text)])))
        rows.push(question([own(text)], []));
    }
  }
  return rows;
}

function decisions({ decisions: made }: ReportModel, words: Words): readonly Row[] {
  return made.map((entry) =>
    question([own(words.say('askDecision', { number: entry.label }))], [entry]),
  );
}

function setAside({ checklists }: ReportModel, words: Words): readonly Row[] {
  return checklists
    .flatMap(({ phases }) => phases.flatMap(({ items }) => items))
    .filter(({ setting }) => setting.state === 'not-applicable' || setting.state === 'blocked')
    .map(({ item, setting, sources }) =>
      question(
        words.compose('askItem', {
          item: words.typed(excerpt(item.text[words.language], 200)),
          reason: words.typed(excerpt(setting.because, 200)),
        }),
        sources.entries,
      ),
    );
}
