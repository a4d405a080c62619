import type { ChecklistHeadings } from '../domain/incident.ts';
import type { Bilingual } from './bilingual.ts';
import { checklists } from './checklist-templates.ts';

/** Items of a checklist under one heading, with what the other edition calls them. */
export type HeadedItems<T> = {
  readonly id: string;
  /** Undefined for a phase or function that this version does not know: its id is its name. */
  readonly name: Bilingual | undefined;
  /** CSF 2.0 codes beside a phase, phases of SP 800-61r2 beside a function. */
  readonly beside: Bilingual;
  readonly items: readonly T[];
};

type Placed = { readonly phase: string; readonly csf: readonly string[] };

/** Id of the heading for items that carry no CSF 2.0 code: their function is not guessed. */
export const withoutCsf = 'no-csf';

/**
 * The items of a checklist under the phases of SP 800-61r2, or under the functions of CSF 2.0 that SP
 * 800-61r3 uses: an item stands under the function of its first code. Headings without items are left out.
 */
export function headItems<T>(
  items: readonly T[],
  headings: ChecklistHeadings,
  placeOf: (item: T) => Placed,
): readonly HeadedItems<T>[] {
  const byHeading = headings === 'phase' ? byPhase(items, placeOf) : byFunction(items, placeOf);
  return byHeading.filter((each) => each.items.length > 0);
}

function byPhase<T>(items: readonly T[], placeOf: (item: T) => Placed): readonly HeadedItems<T>[] {
  const known = checklists.phases.map(({ id }): string => id);
  const ids = [...new Set([...known, ...items.map((item) => placeOf(item).phase)])];
  return ids.map((id) => {
    const phase = checklists.phases.find((each) => each.id === id);
    const codes = phase?.csf.join(' · ') ?? '';
    const beside = codes === '' ? '' : `CSF 2.0: ${codes}`;
    return {
      id,
      name: phase?.name,
      beside: { en: beside, ja: beside.replace(': ', '：') },
      items: items.filter((item) => placeOf(item).phase === id),
    };
  });
}

function byFunction<T>(
  items: readonly T[],
  placeOf: (item: T) => Placed,
): readonly HeadedItems<T>[] {
  const functionOf = (item: T) => {
    const code = placeOf(item).csf[0]?.slice(0, 2);
    return checklists.csfFunctions.find(({ id }) => id === code)?.id ?? withoutCsf;
  };
  const named = [
    ...checklists.csfFunctions.map(({ id, name }) => ({
      id,
      name: { en: `${name.en} (${id})`, ja: `${name.ja}（${id}）` },
    })),
    { id: withoutCsf, name: { en: 'No CSF 2.0 code', ja: 'CSF 2.0のコードなし' } },
  ];
  return named.map(({ id, name }) => {
    const own = items.filter((item) => functionOf(item) === id);
    const phases = checklists.phases.filter((phase) =>
      own.some((item) => placeOf(item).phase === phase.id),
    );
    const beside = (language: keyof Bilingual) =>
      phases.map((phase) => phase.name[language]).join(' · ');
    return {
      id,
      name,
      beside: { en: `SP 800-61r2: ${beside('en')}`, ja: `SP 800-61r2：${beside('ja')}` },
      items: own,
    };
  });
}
