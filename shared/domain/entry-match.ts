import type { EntryContent } from './entry.ts';
import type { EntryFilter } from './entry-filter.ts';
import { foldName } from './fold-name.ts';
import { containsWords, foldText, searchWords } from './text-search.ts';
import { type EntryTime, unitAround } from './time/entry-time.ts';
import { msPer } from './time/zone.ts';

/** What a filter looks at. */
export type FilteredEntry = {
  readonly id: string;
  /** The number that people know it by. */
  readonly number: number | undefined;
  readonly content: EntryContent;
  /** When it happened by true time; `content.at` itself unless its source's clock was off. */
  readonly at: EntryTime;
  /** The instant of its time in ms since the epoch; infinite when unknown. */
  readonly instant: number;
  /** Who wrote it first. */
  readonly by: string;
  readonly corrected: boolean;
  readonly withdrawn: boolean;
};

/** What the answer depends on beside the entry itself. */
export type FilterContext<E extends FilteredEntry> = {
  /** What search looks at, folded. */
  readonly searchText: (entry: E) => string;
  /** Questions that an entry answers, by id. */
  readonly answered: ReadonlySet<string>;
};

/** The fields of a filter, in the order in which a sentence names them. */
export const filterFields = [
  'stages',
  'kinds',
  'text',
  'from',
  'until',
  'hosts',
  'accounts',
  'techniques',
  'tags',
  'sources',
  'authors',
  'confidences',
  'starred',
  'hasEvidence',
  'corrected',
  'openQuestion',
  'withdrawn',
] as const satisfies readonly (keyof EntryFilter)[];
export type FilterField = (typeof filterFields)[number];

/** One condition of a filter. */
export type EntryTest<E extends FilteredEntry> = {
  readonly field: FilterField;
  readonly passes: (entry: E) => boolean;
};

/** The fields of a filter that ask something. */
export function askedFields(filter: EntryFilter): readonly FilterField[] {
  return filterFields.filter((field) => {
    const value = filter[field];
    if (typeof value === 'string') return value.trim() !== '';
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  });
}

/** A filter that asks no more than it did, without some of its fields. */
export function withoutFields(filter: EntryFilter, ...fields: readonly FilterField[]): EntryFilter {
  const rest = Object.entries(filter).filter(
    ([field]) => !(fields as readonly string[]).includes(field),
  );
  return Object.fromEntries(rest) as EntryFilter;
}

/**
 * The conditions of a filter; an entry that passes all of them is shown.
 *
 * Both ends of a span of time are one condition, that of its beginning.
 */
export function entryTests<E extends FilteredEntry>(
  filter: EntryFilter,
  context: FilterContext<E>,
): readonly EntryTest<E>[] {
  const { from, until } = filter;
  const isSpan = from !== undefined && until !== undefined;
  return askedFields(filter)
    .filter((field) => !isSpan || field !== 'until')
    .map((field) => ({ field, passes: testOf(field, filter, context) }));
}

function testOf<E extends FilteredEntry>(
  field: FilterField,
  filter: EntryFilter,
  { searchText, answered }: FilterContext<E>,
): EntryTest<E>['passes'] {
  switch (field) {
    case 'text': {
      const words = searchWords(filter.text ?? '');
      const [word] = words;
      // Most searches are for one word, and it is looked for in a hundred thousand entries between two keys.
      if (word !== undefined && words.length === 1)
        return (entry) => searchText(entry).includes(word);
      return (entry) => containsWords(searchText(entry), words);
    }
    case 'from':
    case 'until': {
      const from = filter.from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(filter.from);
      const until =
        filter.until === undefined ? Number.POSITIVE_INFINITY : Date.parse(filter.until);
      return (entry) => lastInstant(entry) >= from && firstInstant(entry) <= until;
    }
    case 'stages': {
      const wanted = new Set(filter.stages);
      return ({ content: { stages } }) =>
        stages.length === 0 ? wanted.has('none') : stages.some((stage) => wanted.has(stage));
    }
    case 'kinds': {
      const wanted = new Set(filter.kinds);
      return ({ content }) => wanted.has(content.kind);
    }
    case 'techniques': {
      const wanted = filter.techniques ?? [];
      return ({ content }) =>
        content.techniques.some(({ id }) =>
          wanted.some((technique) => id === technique || id.startsWith(`${technique}.`)),
        );
    }
    case 'hosts':
      return nameTest(filter.hosts, ({ content }) => content.hosts);
    case 'accounts':
      return nameTest(filter.accounts, ({ content }) => content.accounts);
    case 'tags':
      return nameTest(filter.tags, ({ content }) => content.tags);
    case 'authors':
      return nameTest(filter.authors, ({ by }) => [by]);
    case 'sources': {
      const wanted = new Set(filter.sources);
      return ({ content }) => sourcesOf(content).some((source) => wanted.has(source));
    }
    case 'confidences': {
      const wanted = new Set(filter.confidences);
      return ({ content: { confidence } }) => confidence !== undefined && wanted.has(confidence);
    }
    case 'starred':
      return ({ content }) => content.starred === filter.starred;
    case 'hasEvidence':
      return ({ content }) => content.evidence.length > 0 === filter.hasEvidence;
    case 'corrected':
      return ({ corrected }) => corrected === filter.corrected;
    case 'withdrawn':
      return ({ withdrawn }) => withdrawn === filter.withdrawn;
    case 'openQuestion':
      return (entry) => isOpenQuestion(entry, answered) === filter.openQuestion;
  }
}

/** True for a question that stands and that no entry answers. */
export function isOpenQuestion(entry: FilteredEntry, answered: ReadonlySet<string>): boolean {
  return entry.content.kind === 'question' && !entry.withdrawn && !answered.has(entry.id);
}

/** Ids of the entries that another one, which stands, answers. */
export function answeredEntries(entries: Iterable<FilteredEntry>): ReadonlySet<string> {
  const answered = new Set<string>();
  for (const { content, withdrawn } of entries) {
    if (content.links === undefined || withdrawn) continue;
    for (const { type, entry } of content.links) if (type === 'answers') answered.add(entry);
  }
  return answered;
}

/** Sources whose clock or whose rows an entry cites. */
export function sourcesOf({ source, rows }: EntryContent): readonly string[] {
  if (source === undefined && rows === undefined) return [];
  const sources = new Set(rows?.map((row) => row.source));
  if (source !== undefined) sources.add(source);
  return [...sources];
}

function nameTest(
  names: readonly string[] = [],
  namesOf: (entry: FilteredEntry) => readonly string[] | undefined,
): EntryTest<FilteredEntry>['passes'] {
  const wanted = new Set(names.map(foldName));
  return (entry) => namesOf(entry)?.some((name) => wanted.has(foldName(name))) ?? false;
}

/**
 * First instant that a filter takes an entry to cover: ± widens it. An unknown time is in no span.
 *
 * "Before" and "after" count by the instant that they name: their open side would put them into every span.
 */
function firstInstant({ instant, at }: FilteredEntry): number {
  return at.utc === null ? Number.NaN : instant - at.plusMinusMs;
}

/** The last one: the unit of the time is covered whole, and an interval to its end. */
function lastInstant({ instant, at }: FilteredEntry): number {
  if (at.utc === null) return Number.NaN;
  const end = at.untilUtc === null ? instant : Date.parse(at.untilUtc);
  return end + unitMs(at, end) - 1 + at.plusMinusMs;
}

function unitMs({ precision, zone }: EntryTime, ms: number): number {
  switch (precision) {
    case 'second':
    case 'minute':
    case 'hour':
      return msPer[precision];
    case 'day':
    case 'month': {
      // Only these depend on a calendar, and asking it for every entry would be slow.
      const { start, end } = unitAround(ms, precision, zone);
      return end - start;
    }
    case 'millisecond':
    case 'unknown':
      return 1;
  }
}

/** All that search looks at in an entry, folded; `namesOf` tells what a stage is called, in every language. */
export function entrySearchText(
  { content, number }: Pick<FilteredEntry, 'content' | 'number'>,
  namesOf: (stage: string) => readonly string[],
): string {
  const { text, hosts, tags, techniques, accounts, stages, at } = content;
  const parts = [text];
  for (const host of hosts) parts.push(`@${host}`);
  for (const tag of tags) parts.push(`#${tag}`);
  for (const { id } of techniques) parts.push(id);
  if (accounts !== undefined) parts.push(...accounts);
  for (const stage of stages) parts.push(...namesOf(stage));
  parts.push(at.text);
  if (number !== undefined) parts.push(`#${number}`);
  return foldText(parts.join('\n'));
}
