import type { AttackDomain } from './attack-catalogue.ts';

type Named = { readonly id: string; readonly name: string };

/** What a release of ATT&CK changes against another one. */
export type AttackDifference = {
  readonly added: readonly Named[];
  readonly renamed: readonly (Named & { readonly before: string })[];
  /** Techniques whose tactics are others, by short name. */
  readonly moved: readonly (Named & {
    readonly before: readonly string[];
    readonly now: readonly string[];
  })[];
  readonly retired: readonly (Named & { readonly replacedBy: string | undefined })[];
  readonly tacticsAdded: readonly Named[];
  readonly tacticsGone: readonly Named[];
};

/** Compares two releases of one domain. */
export function attackDifference(before: AttackDomain, now: AttackDomain): AttackDifference {
  const then = new Map(before.techniques.map((technique) => [technique.id, technique]));
  const current = new Set(now.techniques.map(({ id }) => id));
  const retired = new Map(now.retired.map((each) => [each.id, each]));
  const isOther = (a: readonly string[], b: readonly string[]) =>
    a.toSorted().join() !== b.toSorted().join();
  const tacticIds = (attack: AttackDomain) => new Set(attack.tactics.map(({ id }) => id));
  const tacticsNotIn = (attack: AttackDomain, others: ReadonlySet<string>) =>
    attack.tactics
      .filter(({ id }) => !others.has(id))
      .map(({ id, name }) => ({ id, name: name.en }));
  return {
    added: now.techniques.filter(({ id }) => !then.has(id)).map(({ id, name }) => ({ id, name })),
    renamed: now.techniques.flatMap(({ id, name }) => {
      const old = then.get(id)?.name;
      return old === undefined || old === name ? [] : [{ id, name, before: old }];
    }),
    moved: now.techniques.flatMap(({ id, name, tactics }) => {
      const old = then.get(id)?.tactics;
      return old === undefined || !isOther(old, tactics)
        ? []
        : [{ id, name, before: old, now: tactics }];
    }),
    retired: before.techniques
      .filter(({ id }) => !current.has(id))
      .map(({ id, name }) => ({ id, name, replacedBy: retired.get(id)?.replacedBy })),
    tacticsAdded: tacticsNotIn(now, tacticIds(before)),
    tacticsGone: tacticsNotIn(before, tacticIds(now)),
  };
}

/** True when a release is later than another: 20.0 after 19.1, 19.10 after 19.9. */
export function isLaterRelease(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [majorThen = 0, minorThen = 0] = than.split('.').map(Number);
  return major === majorThen ? minor > minorThen : major > majorThen;
}
