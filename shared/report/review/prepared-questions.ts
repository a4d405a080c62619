import { milestoneById } from '../../catalogue/milestones.ts';
import { reportGuidance } from '../../catalogue/report-guidance.ts';
import type { Inline } from '../document.ts';
import { own } from '../inline.ts';
import { boundsOf } from '../metrics/interval.ts';
import { intervalText } from '../metrics/interval-text.ts';
import { type EntryRef, fieldValue, type ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';
import { excerpt } from '../visible-text.ts';

/** A question that the notebook raises for the meeting; the same notebook gives the same keys. */
export type PreparedQuestion = {
  /** Key of `question.set`, where its answer is written. */
  readonly key: string;
  readonly text: readonly Inline[];
  readonly sources: readonly EntryRef[];
};

/** What the notebook itself asks: gaps, open questions, long intervals, decisions, items set aside. */
export function prepareQuestions(model: ReportModel, words: Words): readonly PreparedQuestion[] {
  return [
    ...openQuestions(model, words),
    ...gaps(model, words),
    ...intervals(model, words),
    ...decisions(model, words),
    ...setAside(model, words),
    ...exercise(model, words),
  ];
}

function openQuestions({ questions }: ReportModel, words: Words): readonly PreparedQuestion[] {
  return questions.map((entry) => ({
    key: `review:entry:${entry.id}`,
    text: words.compose('askOpen', { text: words.typed(excerpt(entry.content.text, 300)) }),
    sources: [entry],
  }));
}

function gaps({ stages }: ReportModel, words: Words): readonly PreparedQuestion[] {
  return stages
    .filter(({ state }) => state === 'gap')
    .map(({ id, number }) => ({
      // The key of the kill chain's own question: an answer to one is an answer to both.
      key: `gap:${id}`,
      text: [own(words.say('askGap', { stage: `${number} ${words.stageName(id)}` }))],
      sources: [],
    }));
}

const exerciseQuestions = ['aim', 'artificial', 'real', 'again'] as const;

/** What only an exercise is asked (after NIST SP 800-84, evaluation of an exercise). */
function exercise(model: ReportModel, words: Words): readonly PreparedQuestion[] {
  if (fieldValue(model, 'exercise') !== true) return [];
  const texts = {
    aim: 'askExerciseAim',
    artificial: 'askExerciseArtificial',
    real: 'askExerciseReal',
    again: 'askExerciseAgain',
  } as const;
  return exerciseQuestions.map((id) => ({
    key: `review:exercise:${id}`,
    text: [own(words.say(texts[id]))],
    sources: [],
  }));
}

/** An interval beyond this is worth a question. */
const longMs = 24 * 3_600_000;

function intervals({ metrics }: ReportModel, words: Words): readonly PreparedQuestion[] {
  const asked: PreparedQuestion[] = [];
  for (const { id, from, to, interval, missing } of metrics.times) {
    const name = reportGuidance.metrics.find((known) => known.id === id)?.name[words.language];
    const least = boundsOf(interval)?.least ?? 0;
    if (name !== undefined && least > longMs && from !== undefined && to !== undefined) {
      const time = intervalText(interval, words.language);
      asked.push({
        key: `review:long:${id}`,
        text: [own(words.say('askLong', { metric: name, time }))],
        sources: [from.entry, to.entry],
      });
    }
    // Once for each milestone that a metric ends with; what comes before it has metrics of its own.
    const [only] = missing;
    if (missing.length === 1 && only !== undefined && from !== undefined) {
      const milestone = milestoneById(only)?.name[words.language] ?? only;
      const key = `review:missing:${only.replaceAll('_', '-')}`;
      if (!asked.some((each) => each.key === key))
        asked.push({ key, text: [own(words.say('askMissing', { milestone }))], sources: [] });
    }
  }
  return asked;
}

function decisions({ decisions: made }: ReportModel, words: Words): readonly PreparedQuestion[] {
  return made.map((entry) => ({
    key: `review:decision:${entry.id}`,
    text: [own(words.say('askDecision', { number: entry.label }))],
    sources: [entry],
  }));
}

function setAside({ checklists }: ReportModel, words: Words): readonly PreparedQuestion[] {
  return checklists
    .flatMap(({ id, phases }) =>
      phases.flatMap(({ items }) => items.map((item) => ({ ...item, checklist: id }))),
    )
    .filter(({ setting }) => setting.state === 'not-applicable' || setting.state === 'blocked')
    .map(({ checklist, item, setting, sources }) => ({
      key: `review:item:${checklist}:${item.id.toLowerCase()}`,
      text: words.compose('askItem', {
        item: words.typed(excerpt(item.text[words.language], 200)),
        reason: words.typed(excerpt(setting.because, 200)),
      }),
      sources: sources.entries,
    }));
}
