import { z } from 'zod';
import type { StageId } from '../domain/kill-chain.ts';
import enterpriseData from './attack-enterprise.json' with { type: 'json' };
import icsData from './attack-ics.json' with { type: 'json' };
import { bilingualSchema } from './bilingual.ts';
import { foldTerm } from './fold-term.ts';
import type { Immutable } from './immutable.ts';
import { killChain, stagesOfTactic } from './kill-chain.ts';

const techniqueId = z.string().regex(/^T\d{4}(\.\d{3})?$/);
const domain = z.enum(['enterprise-attack', 'ics-attack']);

/**
 * Shape of attack-enterprise.json and attack-ics.json: one MITRE ATT&CK domain.
 *
 * An id with a dot is a sub-technique of the id before the dot. Retired ids stay, so that a record
 * made with an older release keeps its meaning.
 */
export const attackDomainSchema = z.strictObject({
  domain,
  name: z.string(),
  version: z.string(),
  /** Year and month of the release. */
  released: z.string().regex(/^\d{4}-\d{2}$/),
  sources: z.array(
    z.strictObject({
      what: z.string(),
      repo: z.string(),
      commit: z.string(),
      path: z.string(),
      repoLicence: z.string(),
    }),
  ),
  licence: z.strictObject({
    owner: z.string(),
    terms: z.url(),
    notice: z.string(),
    trademark: z.string(),
    text: z.array(z.string()),
  }),
  counts: z.strictObject({
    tactics: z.int(),
    techniques: z.int(),
    subtechniques: z.int(),
    retired: z.int(),
  }),
  tactics: z.array(
    z.strictObject({
      id: z.string().regex(/^TA\d{4}$/),
      shortname: z.string(),
      name: bilingualSchema,
      stixId: z.string().startsWith('x-mitre-tactic--'),
    }),
  ),
  techniques: z.array(
    z.strictObject({
      id: techniqueId,
      name: z.string().min(1),
      /** Short names, `initial-access`. */
      tactics: z.array(z.string()).min(1),
      platforms: z.array(z.string()).optional(),
      /** Kinds of ICS asset that the technique is aimed at. */
      assets: z.array(z.string()).optional(),
      stixId: z.string().startsWith('attack-pattern--'),
      /** Version of the object, not of the catalogue. */
      v: z.string().optional(),
    }),
  ),
  retired: z.array(
    z.strictObject({
      id: techniqueId,
      name: z.string().min(1),
      status: z.enum(['revoked', 'deprecated']),
      since: z.string(),
      replacedBy: techniqueId.optional(),
    }),
  ),
});

export type AttackDomain = Immutable<z.infer<typeof attackDomainSchema>>;
export type AttackTactic = AttackDomain['tactics'][number];

/** The releases that come with the program. */
// Casts, not parses: they are our own files, and test/unit/catalogue proves them against the schema.
export const bundledAttack: readonly AttackDomain[] = [
  enterpriseData as AttackDomain,
  icsData as AttackDomain,
];

/** MITRE ATT&CK for Enterprise: the release that is in use. */
export let enterpriseAttack = enterpriseData as AttackDomain;
/** MITRE ATT&CK for ICS: the release that is in use. */
export let icsAttack = icsData as AttackDomain;

/** A technique of either domain, current or retired. */
export type Technique = {
  readonly id: string;
  readonly name: string;
  /** Name of the technique that a sub-technique belongs to. */
  readonly parentName?: string;
  /** Short names, `initial-access`; those of the replacement for a retired technique. */
  readonly tactics: readonly string[];
  readonly domain: AttackDomain['domain'];
  readonly status: 'current' | 'retired';
  /** The current technique that took a retired one's place, where there is one. */
  readonly replacedBy?: string;
  /** STIX id at MITRE; retired techniques have none here. */
  readonly stixId?: string;
  readonly catalogueVersion: string;
};

function parentIdOf(id: string): string | undefined {
  return id.includes('.') ? id.slice(0, id.indexOf('.')) : undefined;
}

type Retired = AttackDomain['retired'][number];

/** Follows `replacedBy` to a technique that is still in use; undefined where there is none. */
function currentIdOf(retired: ReadonlyMap<string, Retired>, id: string): string | undefined {
  let at: string | undefined = id;
  // A chain cannot be longer than the list: a circle in a faulty file ends here too.
  for (let step = 0; step <= retired.size && at !== undefined; step += 1) {
    const left = retired.get(at);
    if (left === undefined) return at;
    at = left.replacedBy;
  }
  return undefined;
}

function techniquesOf(attack: AttackDomain): Technique[] {
  const byId = new Map(attack.techniques.map((technique) => [technique.id, technique]));
  const retiredById = new Map(attack.retired.map((retired) => [retired.id, retired]));
  const base = { domain: attack.domain, catalogueVersion: attack.version };
  const current = attack.techniques.map((technique): Technique => {
    const { id, name, tactics, stixId } = technique;
    const parentName = byId.get(parentIdOf(id) ?? '')?.name;
    const parent = parentName === undefined ? {} : { parentName };
    return { ...base, id, name, ...parent, tactics, status: 'current', stixId };
  });
  const retired = attack.retired.map(({ id, name }): Technique => {
    const replacedBy = currentIdOf(retiredById, id);
    const tactics = byId.get(replacedBy ?? '')?.tactics ?? [];
    const replacement = replacedBy === undefined ? {} : { replacedBy };
    return { ...base, id, name, tactics, status: 'retired', ...replacement };
  });
  return [...current, ...retired];
}

type SearchableTechnique = {
  readonly technique: Technique;
  readonly id: string;
  readonly name: readonly string[];
  readonly parent: readonly string[];
};

// Both are built when first asked for: the start of the application does not pay for them.
let techniques: ReadonlyMap<string, Technique> | undefined;
let searchable: readonly SearchableTechnique[] | undefined;

/**
 * Puts releases that somebody imported in the place of the bundled ones; what is not named is bundled again.
 *
 * A process does it before it shows or writes anything. What entries say does not change: they name
 * techniques by id, with the release that gave it its meaning.
 */
export function installAttack(imported: readonly AttackDomain[]): void {
  const [enterprise, ics] = bundledAttack.map(
    (bundled) => imported.find(({ domain: own }) => own === bundled.domain) ?? bundled,
  );
  enterpriseAttack = enterprise ?? enterpriseAttack;
  icsAttack = ics ?? icsAttack;
  techniques = undefined;
  searchable = undefined;
}

function allTechniques(): ReadonlyMap<string, Technique> {
  techniques ??= new Map(
    [enterpriseAttack, icsAttack]
      .flatMap(techniquesOf)
      .map((technique) => [technique.id, technique] as const),
  );
  return techniques;
}

/** Finds a technique by its id, whatever the case and width of the letters; retired ones too. */
export function findTechnique(id: string): Technique | undefined {
  return allTechniques().get(id.normalize('NFKC').trim().toUpperCase());
}

/** True for a technique of lateral movement, a retired one by what took its place. */
export function isLateralMovement(id: string): boolean {
  return findTechnique(id)?.tactics.includes('lateral-movement') === true;
}

/** Finds a tactic by its id or, within a domain, by its short name. */
export function findTactic(
  idOrShortname: string,
  within: AttackDomain['domain'],
): AttackTactic | undefined {
  const attack = within === 'ics-attack' ? icsAttack : enterpriseAttack;
  return attack.tactics.find(
    ({ id, shortname }) => id === idOrShortname || shortname === idOrShortname,
  );
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[\s/()&,:-]+/)
    .map(foldTerm)
    .filter((word) => word !== '');
}

function searchableTechniques(): readonly SearchableTechnique[] {
  searchable ??= [...allTechniques().values()].map((technique) => ({
    technique,
    id: technique.id.toLowerCase(),
    name: wordsOf(technique.name),
    parent: wordsOf(technique.parentName ?? ''),
  }));
  return searchable;
}

function hasWordFrom(words: readonly string[], beginning: string): boolean {
  return words.some((word) => word.startsWith(beginning));
}

const japanese = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

function isOfJapaneseTactic(technique: Technique, query: string): boolean {
  if (technique.parentName !== undefined || !japanese.test(query)) return false;
  return technique.tactics.some(
    (tactic) => findTactic(tactic, technique.domain)?.name.ja.includes(query) === true,
  );
}

/**
 * Searches techniques for completion: by the beginning of the id, or by the beginnings of words of
 * the name (for a sub-technique also of its parent's name). Best first; retired ones last and only
 * by id, so that an id from an old report is recognised but never offered for a name. Technique names are
 * never translated, so the Japanese name of a tactic finds its techniques.
 */
export function searchTechniques(query: string, limit = 20): readonly Technique[] {
  const idQuery = query.normalize('NFKC').trim().toLowerCase();
  if (idQuery === '') return [];
  const words = wordsOf(query);
  const ranked: { technique: Technique; rank: number }[] = [];
  for (const { technique, id, name, parent } of searchableTechniques()) {
    const isRetired = technique.status === 'retired';
    if (id === idQuery) ranked.push({ technique, rank: 0 });
    else if (id.startsWith(idQuery)) ranked.push({ technique, rank: isRetired ? 5 : 1 });
    else if (isRetired || words.length === 0) continue;
    else if (words.every((word, at) => name[at]?.startsWith(word)))
      ranked.push({ technique, rank: 2 });
    else if (words.every((word) => hasWordFrom(name, word))) ranked.push({ technique, rank: 3 });
    else if (words.every((word) => hasWordFrom([...name, ...parent], word)))
      ranked.push({ technique, rank: 4 });
    else if (isOfJapaneseTactic(technique, idQuery)) ranked.push({ technique, rank: 6 });
  }
  return ranked
    .toSorted((a, b) => a.rank - b.rank || (a.technique.id < b.technique.id ? -1 : 1))
    .slice(0, limit)
    .map(({ technique }) => technique);
}

/**
 * Suggests kill-chain stages for a technique, the likeliest first: stages that name the technique
 * (or its parent), then the first stage of each of its tactics, then the others.
 *
 * A suggestion of ours, not of MITRE or Lockheed Martin. Empty when the technique is unknown.
 */
export function suggestStages(id: string): readonly StageId[] {
  const technique = findTechnique(id);
  if (technique === undefined) return [];
  const current = technique.replacedBy ?? technique.id;
  const named = [current, parentIdOf(current)].flatMap((name) =>
    killChain.stages
      .filter((stage) => name !== undefined && stage.attack.techniques.includes(name))
      .map((stage) => stage.id),
  );
  const byTactic = technique.tactics.map((tactic) =>
    stagesOfTactic(findTactic(tactic, technique.domain)?.id ?? ''),
  );
  return [
    ...new Set([
      ...named,
      ...byTactic.flatMap((stages) => stages.slice(0, 1)),
      ...byTactic.flatMap((stages) => stages.slice(1)),
    ]),
  ];
}
