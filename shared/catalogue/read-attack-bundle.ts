import { z } from 'zod';
import { err, ok, type Result } from '../lib/result.ts';
import type { AttackDomain } from './attack-catalogue.ts';

/** Why a STIX file is no release of ATT&CK that can be used. */
export type AttackBundleError =
  | { readonly kind: 'not-a-bundle' }
  /** Without the collection object nobody knows which release it is. */
  | { readonly kind: 'no-release' }
  /** Mobile, or a matrix of somebody else. */
  | { readonly kind: 'other-domain'; readonly domain: string }
  /** So few techniques that it cannot be a whole release. */
  | { readonly kind: 'too-few'; readonly techniques: number };

/** A release as read, and how many objects of it could not be understood. */
export type AttackBundle = { readonly attack: AttackDomain; readonly skipped: number };

const objectsSchema = z.looseObject({
  type: z.literal('bundle'),
  objects: z.array(z.unknown()).max(2_000_000),
});

const id = z.string().max(200);
// Names are shown in lists: what would turn or hide text around it is no name of MITRE's.
const name = z
  .string()
  .min(1)
  .max(300)
  .refine((text) => !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(text));
const references = z
  .array(z.looseObject({ source_name: z.string(), external_id: z.string().optional() }))
  .max(1_000);
const base = {
  id,
  revoked: z.boolean().default(false),
  x_mitre_deprecated: z.boolean().default(false),
};

const collectionSchema = z.looseObject({
  type: z.literal('x-mitre-collection'),
  x_mitre_version: z.string().regex(/^\d{1,3}\.\d{1,3}$/),
  modified: z.string().regex(/^\d{4}-\d{2}-\d{2}T/),
});
const matrixSchema = z.looseObject({
  type: z.literal('x-mitre-matrix'),
  external_references: references,
  tactic_refs: z.array(id).max(100),
});
const tacticSchema = z.looseObject({
  ...base,
  name,
  x_mitre_shortname: z.string().regex(/^[a-z-]{2,60}$/),
  external_references: references,
});
const techniqueSchema = z.looseObject({
  ...base,
  name,
  external_references: references,
  kill_chain_phases: z
    .array(z.looseObject({ kill_chain_name: z.string(), phase_name: z.string() }))
    .max(100)
    .default([]),
  x_mitre_platforms: z.array(z.string().max(100)).max(100).optional(),
  x_mitre_version: z.string().max(20).optional(),
});
const replacementSchema = z.looseObject({
  relationship_type: z.literal('revoked-by'),
  source_ref: id,
  target_ref: id,
});

const techniqueId = /^T\d{4}(\.\d{3})?$/;
const fewestTechniques = 20;

/** Reads MITRE's own release of ATT&CK (STIX 2.0 or 2.1 bundle) as the catalogue holds it. */
export function readAttackBundle(
  value: unknown,
  known: readonly AttackDomain[],
): Result<AttackBundle, AttackBundleError> {
  const bundle = objectsSchema.safeParse(value);
  if (!bundle.success) return err({ kind: 'not-a-bundle' });
  const byType = groupByType(bundle.data.objects);
  const collection = firstOf(byType.get('x-mitre-collection'), collectionSchema);
  const matrix = firstOf(byType.get('x-mitre-matrix'), matrixSchema);
  if (collection === undefined || matrix === undefined) return err({ kind: 'no-release' });
  const domain = matrix.external_references[0]?.external_id ?? '';
  const before = known.find((attack) => attack.domain === domain);
  if (before === undefined)
    return err({ kind: 'other-domain', domain: domain.replaceAll(/[^\w-]/g, '?').slice(0, 40) });

  const version = collection.x_mitre_version;
  const tactics = readAll(byType.get('x-mitre-tactic'), tacticSchema);
  const patterns = readAll(byType.get('attack-pattern'), techniqueSchema);
  const replaced = new Map(
    readAll(byType.get('relationship'), replacementSchema).read.map(
      ({ source_ref: from, target_ref: to }) => [from, to],
    ),
  );
  const columns = columnsOf(tactics.read, matrix.tactic_refs, before);
  const shortnames = new Set(columns.map(({ shortname }) => shortname));
  const idOf = new Map(patterns.read.map((each) => [each.id, externalId(each) ?? '']));

  const techniques = new Map<string, AttackDomain['techniques'][number]>();
  const retired = new Map<string, AttackDomain['retired'][number]>();
  for (const pattern of patterns.read) {
    const own = externalId(pattern);
    if (own === undefined || !techniqueId.test(own)) continue;
    if (pattern.revoked || pattern.x_mitre_deprecated) {
      const target = idOf.get(replaced.get(pattern.id) ?? '');
      retired.set(own, {
        id: own,
        name: pattern.name,
        status: pattern.revoked ? 'revoked' : 'deprecated',
        since: before.retired.find((each) => each.id === own)?.since ?? version,
        ...(target !== undefined && techniqueId.test(target) && { replacedBy: target }),
      });
      continue;
    }
    const places = pattern.kill_chain_phases
      .map(({ phase_name: phase }) => phase)
      .filter((phase) => shortnames.has(phase));
    if (places.length === 0 || !pattern.id.startsWith('attack-pattern--')) continue;
    techniques.set(own, {
      id: own,
      name: pattern.name,
      tactics: [...new Set(places)],
      ...(pattern.x_mitre_platforms && { platforms: pattern.x_mitre_platforms }),
      stixId: pattern.id,
      ...(pattern.x_mitre_version !== undefined && { v: pattern.x_mitre_version }),
    });
  }
  if (techniques.size < fewestTechniques)
    return err({ kind: 'too-few', techniques: techniques.size });
  keepWhatWasKnown(before, { techniques, retired, version });
  const byId = <T extends { readonly id: string }>(items: Iterable<T>): T[] =>
    [...items].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const all = byId(techniques.values());
  return ok({
    skipped: tactics.skipped + patterns.skipped,
    attack: {
      domain: before.domain,
      name: before.name,
      version,
      released: collection.modified.slice(0, 7),
      sources: [
        { what: 'STIX bundle', repo: '', commit: '', path: '', repoLicence: before.licence.terms },
      ],
      licence: {
        ...before.licence,
        notice: before.licence.notice.replace(/\d{4}/, collection.modified.slice(0, 4)),
      },
      counts: {
        tactics: columns.length,
        techniques: all.filter(({ id: own }) => !own.includes('.')).length,
        subtechniques: all.filter(({ id: own }) => own.includes('.')).length,
        retired: retired.size,
      },
      tactics: columns,
      techniques: all,
      retired: byId(retired.values()).filter(({ id: own }) => !techniques.has(own)),
    },
  });
}

/** A record that was made with an older release keeps its meaning also where the new one forgot it. */
function keepWhatWasKnown(
  before: AttackDomain,
  now: {
    readonly techniques: ReadonlyMap<string, unknown>;
    readonly retired: Map<string, AttackDomain['retired'][number]>;
    readonly version: string;
  },
): void {
  const isGone = (own: string) => !now.techniques.has(own) && !now.retired.has(own);
  for (const each of before.retired) if (isGone(each.id)) now.retired.set(each.id, each);
  for (const { id: own, name: title } of before.techniques)
    if (isGone(own))
      now.retired.set(own, { id: own, name: title, status: 'deprecated', since: now.version });
}

/** The tactics in the order of the matrix; nobody but us has Japanese names for them. */
function columnsOf(
  tactics: readonly z.infer<typeof tacticSchema>[],
  order: readonly string[],
  before: AttackDomain,
): AttackDomain['tactics'][number][] {
  return order.flatMap((ref) => {
    const tactic = tactics.find((each) => each.id === ref);
    const own = tactic && externalId(tactic);
    if (tactic === undefined || own === undefined || !/^TA\d{4}$/.test(own)) return [];
    const named = before.tactics.find((each) => each.id === own && each.name.en === tactic.name);
    return [
      {
        id: own,
        shortname: tactic.x_mitre_shortname,
        name: named?.name ?? { en: tactic.name, ja: tactic.name },
        stixId: tactic.id,
      },
    ];
  });
}

function externalId({
  external_references: given,
}: {
  readonly external_references: z.infer<typeof references>;
}): string | undefined {
  return given.find(({ source_name: source }) => /^mitre-(ics-)?attack$/.test(source))?.external_id;
}

function groupByType(objects: readonly unknown[]): ReadonlyMap<string, readonly unknown[]> {
  const groups = new Map<string, unknown[]>();
  for (const object of objects) {
    if (typeof object !== 'object' || object === null || !('type' in object)) continue;
    const group = groups.get(String(object.type));
    if (group === undefined) groups.set(String(object.type), [object]);
    else group.push(object);
  }
  return groups;
}

function firstOf<S extends z.ZodType>(
  objects: readonly unknown[] | undefined,
  schema: S,
): z.infer<S> | undefined {
  return schema.safeParse(objects?.[0]).data;
}

function readAll<S extends z.ZodType>(
  objects: readonly unknown[] | undefined,
  schema: S,
): { readonly read: readonly z.infer<S>[]; readonly skipped: number } {
  const read: z.infer<S>[] = [];
  for (const object of objects ?? []) {
    const parsed = schema.safeParse(object);
    if (parsed.success) read.push(parsed.data);
  }
  return { read, skipped: (objects?.length ?? 0) - read.length };
}
