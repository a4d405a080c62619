/** Every section in the order in which a report has them unless a person orders them otherwise. */
export const sectionIds = [
  'cover',
  'contents',
  'summary',
  'key-facts',
  'impact',
  'root-cause',
  'recommendations',
  'killchain',
  'log-coverage',
  'courses',
  'attack',
  'timeline',
  'decisions',
  'response',
  'communication',
  'systems',
  'indicators',
  'metrics',
  'questions',
  'lessons',
  'improvements',
  'regulator',
  'evidence',
  'checklist',
  'corrections',
  'clocks',
  'omitted',
  'limits',
  'sources',
  'notices',
  'versions',
  'integrity',
] as const;

/** A section of ours, or one that an organisation's template adds. */
export type SectionId = (typeof sectionIds)[number] | `custom-${string}`;

/** Every section that this program can write. */
export type OwnSectionId = (typeof sectionIds)[number];

/** Sections that are lettered annexes. */
export const annexIds: ReadonlySet<SectionId> = new Set([
  'evidence',
  'checklist',
  'corrections',
  'clocks',
  'omitted',
  'limits',
  'sources',
  'notices',
  'versions',
  'integrity',
]);

/** Sections before the numbered ones. */
export const frontIds: ReadonlySet<SectionId> = new Set(['cover', 'contents']);

/** The sections of one report: the chosen order first, the rest in the usual order, hidden ones left out. */
export function orderSections(
  order: readonly SectionId[] = [],
  hidden: readonly SectionId[] = [],
  usual: readonly SectionId[] = sectionIds,
): readonly SectionId[] {
  const wanted = new Set<SectionId>([...order, ...usual]);
  for (const id of hidden) wanted.delete(id);
  return [...wanted];
}
