import {
  type AttackDomain,
  type AttackTactic,
  enterpriseAttack,
  findTechnique,
  icsAttack,
  type Technique,
} from '../catalogue/attack-catalogue.ts';
import type { ChainEntry } from '../domain/chain/chain-marks.ts';

/** A technique that entries name, with the entries in their order. */
export type UsedTechnique = {
  readonly id: string;
  /** Undefined when the catalogue has no such technique. */
  readonly technique: Technique | undefined;
  readonly entries: readonly string[];
};

/** The used part of one ATT&CK domain: a column a tactic, in ATT&CK's order. */
export type AttackMatrix = {
  readonly domain: AttackDomain['domain'];
  readonly name: string;
  readonly version: string;
  readonly tactics: readonly {
    readonly tactic: AttackTactic;
    readonly techniques: readonly UsedTechnique[];
  }[];
};

/** Everything that entries name, by domain and tactic; what the catalogue does not know is kept apart. */
export type AttackUse = {
  readonly matrices: readonly AttackMatrix[];
  readonly unknown: readonly UsedTechnique[];
  /** Most entries that any technique has. */
  readonly most: number;
};

/**
 * Techniques of entries as a matrix. A technique of several tactics stands under each of them, as ATT&CK
 * has it: which one was meant, its id does not say. What was judged untrue does not count.
 */
export function attackUse(entries: readonly ChainEntry[]): AttackUse {
  const byId = new Map<string, string[]>();
  for (const { id: entry, content } of entries) {
    if (content.confidence === 'rejected') continue;
    for (const id of new Set(content.techniques.map((technique) => technique.id)))
      byId.set(id, [...(byId.get(id) ?? []), entry]);
  }
  const used = [...byId]
    .map(([id, found]): UsedTechnique => ({ id, technique: findTechnique(id), entries: found }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const matrices = [enterpriseAttack, icsAttack].flatMap((attack): AttackMatrix[] => {
    const tactics = attack.tactics.map((tactic) => ({
      tactic,
      techniques: used.filter(
        ({ technique }) =>
          technique?.domain === attack.domain && technique.tactics.includes(tactic.shortname),
      ),
    }));
    if (tactics.every(({ techniques }) => techniques.length === 0)) return [];
    return [{ domain: attack.domain, name: attack.name, version: attack.version, tactics }];
  });
  const placed = new Set(
    matrices.flatMap(({ tactics }) =>
      tactics.flatMap(({ techniques }) => techniques.map(({ id }) => id)),
    ),
  );
  return {
    matrices,
    unknown: used.filter(({ id }) => !placed.has(id)),
    most: used.reduce((most, { entries: found }) => Math.max(most, found.length), 0),
  };
}
