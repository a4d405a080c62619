import type { EntryContent } from './entry.ts';

type Confidence = NonNullable<EntryContent['confidence']>;
type Basis = NonNullable<EntryContent['basis']>;
type Names = { readonly en: readonly string[]; readonly ja: readonly string[] };

/**
 * Words that the entry line takes for a confidence after `:`, in both languages; the first of each list is
 * the one that completion offers.
 */
export const confidenceNames: Readonly<Record<Confidence, Names>> = {
  confirmed: { en: ['confirmed', 'conf'], ja: ['確認済み', '確認'] },
  probable: { en: ['probable', 'prob', 'likely'], ja: ['おそらく', '可能性高'] },
  possible: { en: ['possible', 'poss', 'maybe'], ja: ['可能性あり', '可能性'] },
  rejected: { en: ['rejected', 'rej', 'ruled-out'], ja: ['否定', '棄却'] },
};

/** The same for what an entry rests on. */
export const basisNames: Readonly<Record<Basis, Names>> = {
  fact: { en: ['fact'], ja: ['事実'] },
  opinion: { en: ['opinion', 'op'], ja: ['意見', '推定', '推測'] },
};

function byName<T extends string>(names: Readonly<Record<T, Names>>): ReadonlyMap<string, T> {
  return new Map(
    (Object.keys(names) as T[]).flatMap((value) =>
      [...names[value].en, ...names[value].ja].map((name) => [name, value] as const),
    ),
  );
}

const confidenceByName = byName(confidenceNames);
const basisByName = byName(basisNames);

/** Finds a confidence by its English or Japanese name; width and case do not matter. */
export function findConfidence(name: string): Confidence | undefined {
  return confidenceByName.get(name.normalize('NFKC').toLowerCase());
}

/** Finds a basis by its English or Japanese name; width and case do not matter. */
export function findBasis(name: string): Basis | undefined {
  return basisByName.get(name.normalize('NFKC').toLowerCase());
}
