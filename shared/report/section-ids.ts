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
  'attack',
  'timeline',
  'decisions',
  'systems',
  'evidence',
  'checklist',
  'corrections',
  'clocks',
  'limits',
  'sources',
  'notices',
  'integrity',
] as const;

export type SectionId = (typeof sectionIds)[number];

/** Sections that are lettered annexes. */
export const annexIds: ReadonlySet<SectionId> = new Set([
  'evidence',
  'checklist',
  'corrections',
  'clocks',
  'limits',
  'sources',
  'notices',
  'integrity',
]);

/** Sections before the numbered ones. */
export const frontIds: ReadonlySet<SectionId> = new Set(['cover', 'contents']);

/** The sections of one report: the chosen order first, the rest in the usual order, hidden ones left out. */
export function orderSections(
  order: readonly SectionId[] = [],
  hidden: readonly SectionId[] = [],
): readonly SectionId[] {
  const wanted = new Set<SectionId>([...order, ...sectionIds]);
  for (const id of hidden) wanted.delete(id);
  return [...wanted];
}
