import type { EntryContent } from '../domain/entry.ts';
import { type SectionId, sectionIds } from './section-ids.ts';

/** Whom a report is for. */
export const audiences = ['technical', 'executive', 'legal', 'review', 'partner'] as const;
export type Audience = (typeof audiences)[number];

/** Sections that only other audiences read unless they are asked for. */
const elsewhere: ReadonlySet<SectionId> = new Set([
  'response',
  'communication',
  'questions',
  'regulator',
  'lessons',
]);
const technical = sectionIds.filter((id) => !elsewhere.has(id));

/** What each audience reads, in the order in which it reads it. */
const sectionsByAudience: Readonly<Record<Audience, readonly SectionId[]>> = {
  technical,
  // Two pages: what happened, what it costs, what has to be decided.
  executive: [
    'cover',
    'summary',
    'impact',
    'decisions',
    'recommendations',
    'improvements',
    'metrics',
    'omitted',
    'versions',
    'integrity',
  ],
  legal: [
    'cover',
    'contents',
    'summary',
    'key-facts',
    'impact',
    'root-cause',
    'recommendations',
    'regulator',
    'timeline',
    'response',
    'decisions',
    'communication',
    'evidence',
    'corrections',
    'clocks',
    'omitted',
    'limits',
    'sources',
    'versions',
    'integrity',
  ],
  review: [
    'cover',
    'contents',
    'summary',
    'killchain',
    'log-coverage',
    'courses',
    'timeline',
    'decisions',
    'response',
    'communication',
    'metrics',
    'questions',
    'lessons',
    'checklist',
    'improvements',
    'recommendations',
    'corrections',
    'clocks',
    'omitted',
    'notices',
    'versions',
    'integrity',
  ],
  partner: [
    'cover',
    'summary',
    'killchain',
    'attack',
    'indicators',
    'timeline',
    'recommendations',
    'omitted',
    'limits',
    'notices',
    'versions',
    'integrity',
  ],
};

/** The sections of a report for an audience unless a template orders them otherwise. */
export function sectionsForAudience(audience: Audience): readonly SectionId[] {
  return sectionsByAudience[audience];
}

/** Why an entry is not in a report for an audience. */
export type LeftOut = 'withdrawn' | 'rejected' | 'unconfirmed' | 'opinion' | 'no-statement';

/**
 * Why a report for an audience leaves an entry out; undefined for one that it holds.
 *
 * Lawyers and authorities get facts: what is only probable, concluded or asked is left out and counted.
 */
export function leftOutFor(
  audience: Audience,
  entry: { readonly content: EntryContent; readonly withdrawal: unknown },
): LeftOut | undefined {
  if (audience !== 'legal') return undefined;
  const { confidence, basis, kind } = entry.content;
  if (entry.withdrawal !== undefined) return 'withdrawn';
  if (confidence === 'rejected') return 'rejected';
  if (confidence === 'probable' || confidence === 'possible') return 'unconfirmed';
  if (basis === 'opinion') return 'opinion';
  return kind === 'question' || kind === 'note' ? 'no-statement' : undefined;
}
