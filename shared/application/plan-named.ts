import type { AccountFields } from '../domain/account.ts';
import { foldName } from '../domain/fold-name.ts';
import type { AssetFields } from '../domain/system.ts';
import { namesOfSystem, type Registered } from './systems.ts';

/** What taking in something with a name means for its register. */
export type NamedStep<F> = {
  readonly kind: 'new' | 'merged' | 'known';
  /** The one that stands; undefined for a new one. */
  readonly id: string | undefined;
  readonly name: string;
  /** Fields to write; empty for one that says nothing new. */
  readonly fields: F;
};

type Named = AssetFields | AccountFields;

const longestNote = 20_000;
const mostAliases = 200;

/** What taking in these systems would write; nothing that stands is overwritten. */
export function planSystems(
  register: readonly Registered<AssetFields>[],
  proposed: readonly AssetFields[],
): readonly NamedStep<AssetFields>[] {
  const byId = new Map(register.map((one) => [one.id, one]));
  const idOf = new Map(
    register.flatMap((one) => namesOfSystem(one).map((name) => [foldName(name), one.id] as const)),
  );
  return proposed.map((fields) => {
    const before = byId.get(idOf.get(foldName(fields.name ?? '')) ?? '');
    const step = stepOf(before, fields);
    // Two rows may mean one system by two of its names: the second adds to what the first says.
    if (before !== undefined)
      byId.set(before.id, { ...before, fields: { ...before.fields, ...step.fields } });
    return step;
  });
}

/** What taking in these accounts would write: accounts of the same name are one unless their domains differ. */
export function planAccounts(
  register: readonly Registered<AccountFields>[],
  proposed: readonly AccountFields[],
): readonly NamedStep<AccountFields>[] {
  const standing = new Map<string, Registered<AccountFields>[]>();
  for (const one of register) {
    const key = foldName(one.name);
    standing.set(key, [...(standing.get(key) ?? []), one]);
  }
  return proposed.map((fields) => {
    const { name = '', domain = '' } = fields;
    const same = standing.get(foldName(name))?.find(({ fields: { domain: other = '' } }) => {
      return other === '' || domain === '' || foldName(other) === foldName(domain);
    });
    return stepOf(same, fields);
  });
}

function stepOf<F extends Named>(before: Registered<F> | undefined, fields: F): NamedStep<F> {
  const name = fields.name ?? '';
  if (before === undefined) return { kind: 'new', id: undefined, name, fields };
  const news = added(before.fields, fields);
  const kind = Object.keys(news).length > 0 ? 'merged' : 'known';
  return { kind, id: before.id, name: before.name, fields: news };
}

/** What `fields` says that `standing` does not: a field is filled only where nobody wrote it. */
function added<F extends Named>(standing: F, fields: F): F {
  const before: Readonly<Record<string, unknown>> = standing;
  const news: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const isOpen = before[name] === undefined || before[name] === '';
    if (isOpen && value !== undefined && name !== 'name') news[name] = value;
  }
  // Nobody has said how it stands.
  if (standing.state?.value === 'unknown' && fields.state !== undefined)
    news['state'] = fields.state;
  const aliases = 'aliases' in fields ? (fields.aliases ?? []) : [];
  const known = 'aliases' in standing ? (standing.aliases ?? []) : [];
  const taken = new Set([standing.name ?? '', ...known].map(foldName));
  const more = aliases.filter((alias) => !taken.has(foldName(alias)));
  if (more.length > 0) news['aliases'] = [...known, ...more].slice(0, mostAliases);
  else delete news['aliases'];
  const note = longerNote(standing.note, fields.note);
  if (note !== undefined) news['note'] = note;
  // What was taken over above are fields of the same shape.
  return news as F;
}

/** A note with what another one says beside it; undefined when it says nothing new, or nobody wrote one. */
export function longerNote(
  standing: string | undefined,
  news: string | undefined,
): string | undefined {
  if (standing === undefined || standing === '' || news === undefined) return undefined;
  const lines = standing.split('\n');
  const more = news.split('\n').filter((line) => line !== '' && !lines.includes(line));
  if (more.length === 0) return undefined;
  const longer = [standing, ...more].join('\n').slice(0, longestNote);
  return longer === standing ? undefined : longer;
}
