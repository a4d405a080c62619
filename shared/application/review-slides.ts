import type { EntryContent } from '../domain/entry.ts';
import { stageIds, stageNumber } from '../domain/kill-chain.ts';
import type { AgendaItem } from '../domain/review-meeting.ts';
import type { ToldIncident } from '../ipc/meeting-contract.ts';

/** A page of the review room. */
export type ReviewSlide = { readonly item: AgendaItem; readonly key: string } & (
  | { readonly kind: 'opening' | 'empty-story' | 'no-questions' | 'actions' | 'closing' }
  | {
      readonly kind: 'story';
      readonly entry: string;
      /** The stage under which it is told; undefined for what defenders did. */
      readonly stage: string | undefined;
      /** False where no entry is starred and this one was chosen for want of one. */
      readonly starred: boolean;
    }
  | {
      /** Of another incident that the meeting goes through. */
      readonly kind: 'told';
      readonly incident: ToldIncident;
      readonly told: ToldIncident['entries'][number];
    }
  | { readonly kind: 'told-none'; readonly incident: ToldIncident }
  | { readonly kind: 'lessons'; readonly of: 'well' | 'hurt' | 'lucky' }
  | {
      readonly kind: 'question';
      /** Where its answer is written. */
      readonly question: string;
      readonly text: string;
      readonly entries: readonly string[];
      readonly ref: string;
    }
);

type StoryEntry = {
  readonly id: string;
  readonly content: EntryContent;
  readonly withdrawn: boolean;
};

export type AskedInReview = {
  readonly key: string;
  readonly text: string;
  readonly entries: readonly string[];
  readonly ref: string;
};

/** The pages of a meeting in their order; entries come in the order of time. */
export function reviewSlides(
  entries: readonly StoryEntry[],
  prepared: readonly AskedInReview[],
  review: readonly AskedInReview[],
  others: readonly ToldIncident[] = [],
): readonly ReviewSlide[] {
  const asked = (item: AgendaItem, questions: readonly AskedInReview[]): readonly ReviewSlide[] =>
    questions.map(({ key, text, entries: about, ref }) => ({
      item,
      kind: 'question',
      key: `question:${key}`,
      question: key,
      text,
      entries: about,
      ref,
    }));
  const lessons = (of: 'well' | 'hurt' | 'lucky'): ReviewSlide => ({
    item: of,
    kind: 'lessons',
    key: of,
    of,
  });
  return [
    { item: 'opening', kind: 'opening', key: 'opening' },
    ...story(entries),
    ...others.flatMap(told),
    lessons('well'),
    lessons('hurt'),
    lessons('lucky'),
    ...(prepared.length === 0
      ? [{ item: 'questions', kind: 'no-questions', key: 'questions' } as const]
      : asked('questions', prepared)),
    ...asked('nist', review),
    { item: 'actions', kind: 'actions', key: 'actions' },
    { item: 'closing', kind: 'closing', key: 'closing' },
  ];
}

function story(entries: readonly StoryEntry[]): readonly ReviewSlide[] {
  const found = storyOf(entries);
  if (found.length === 0) return [{ item: 'story', kind: 'empty-story', key: 'story' }];
  return found.map(({ entry, stage, starred }) => ({
    item: 'story',
    kind: 'story',
    key: `story:${entry.id}`,
    entry: entry.id,
    stage,
    starred,
  }));
}

function told(incident: ToldIncident): readonly ReviewSlide[] {
  const key = `told:${incident.notebook}`;
  if (incident.entries.length === 0) return [{ item: 'story', kind: 'told-none', key, incident }];
  return incident.entries.map((entry) => ({
    item: 'story',
    kind: 'told',
    key: `${key}:${entry.id}`,
    incident,
    told: entry,
  }));
}

/** What tells the story, stage by stage and then what defenders did: starred entries, else the main ones. */
export function storyOf<E extends StoryEntry>(
  entries: readonly E[],
): readonly {
  readonly entry: E;
  readonly stage: (typeof stageIds)[number] | undefined;
  readonly starred: boolean;
}[] {
  const standing = entries.filter(
    ({ withdrawn, content }) => !withdrawn && content.confidence !== 'rejected',
  );
  const starred = standing.filter(({ content }) => content.starred);
  const shown = starred.length > 0 ? starred : chosen(standing);
  const byStage = shown.map((entry) => ({
    entry,
    stage: earliestStage(entry.content.stages),
    starred: starred.length > 0,
  }));
  return [...stageIds, undefined].flatMap((stage) =>
    byStage.filter((each) => each.stage === stage),
  );
}

/** Decisions, milestones and what first tells of each stage. */
function chosen<E extends StoryEntry>(entries: readonly E[]): readonly E[] {
  const first = new Set(
    stageIds.flatMap(
      (stage) => entries.find(({ content }) => content.stages.includes(stage))?.id ?? [],
    ),
  );
  return entries.filter(
    ({ id, content: { kind } }) => kind === 'decision' || kind === 'milestone' || first.has(id),
  );
}

function earliestStage(stages: readonly string[]): (typeof stageIds)[number] | undefined {
  const numbers = stages.map(stageNumber).filter((number) => number !== undefined);
  return stageIds[Math.min(...numbers, Infinity) - 1];
}

/** Minutes of the usual agenda stretched or squeezed to a whole; every item keeps one at least. */
export function scaleAgenda<A extends { readonly minutes: number }>(
  agenda: readonly A[],
  total: number,
): readonly A[] {
  const usual = agenda.reduce((sum, { minutes }) => sum + minutes, 0);
  return agenda.map((item) => ({
    ...item,
    minutes: Math.max(1, Math.round((item.minutes * total) / usual)),
  }));
}
