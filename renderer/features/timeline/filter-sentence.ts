import type { EntryFilter } from '#shared/domain/entry-filter.ts';
import { entryKinds } from '#shared/domain/entry-kind.ts';
import { askedFields, type FilterField, withoutFields } from '#shared/domain/entry-match.ts';
import { stageNumber } from '#shared/domain/kill-chain.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import type { Language, Message } from '#shared/i18n/messages.ts';
import { searchMessages as s } from '#shared/i18n/search-messages.ts';
import { timelineMessages as m } from '#shared/i18n/timeline-messages.ts';
import { confidenceMessages, entryKindMessages } from '#shared/i18n/entry-words.ts';
import type { Say } from '../../records/language.tsx';

/** What words need that a filter does not hold. */
export type Wording = {
  readonly say: Say;
  readonly language: Language;
  /** Zone in which times are shown. */
  readonly zone: string;
  readonly sourceName: (source: string) => string;
};

/** One condition in words: what leads to its values, and each value with the filter that is left without it. */
export type Phrase = {
  /** The field, and every field that goes with it. */
  readonly field: FilterField;
  readonly fields: readonly FilterField[];
  readonly lead: string;
  /** What stands between its values. */
  readonly between: string;
  readonly values: readonly { readonly label: string; readonly without: EntryFilter }[];
};

type ListField = {
  [F in FilterField]: NonNullable<EntryFilter[F]> extends readonly string[] ? F : never;
}[FilterField];

type SingleField = Exclude<FilterField, ListField>;

const leads = {
  stages: s.leadStages,
  kinds: s.leadKinds,
  hosts: s.leadHosts,
  accounts: s.leadAccounts,
  techniques: s.leadTechniques,
  tags: s.leadTags,
  sources: s.leadSources,
  authors: s.leadAuthors,
  confidences: s.leadConfidences,
} as const satisfies Record<ListField, Message>;

const marks = {
  starred: [s.notStarred, m.sentenceStarred],
  hasEvidence: [s.notEvidence, m.sentenceEvidence],
  corrected: [s.notCorrected, m.sentenceCorrected],
  openQuestion: [s.answeredOrNone, s.openQuestion],
  withdrawn: [m.sentenceWithdrawn, s.withdrawnOnly],
} as const satisfies Partial<Record<FilterField, readonly [Message, Message]>>;

/** The conditions of a filter in words. */
export function filterPhrases(filter: EntryFilter, wording: Wording): readonly Phrase[] {
  const asked = askedFields(filter);
  const single = (field: SingleField) => ({
    label: singleText(field, filter, wording),
    without: withoutFields(filter, field),
  });
  return asked.flatMap((field): Phrase[] => {
    if (isList(field)) {
      const values = (filter[field] ?? []).map((value) => ({
        label: valueText(field, value, wording),
        without: withoutValue(filter, field, value),
      }));
      const { say } = wording;
      return [
        { field, fields: [field], lead: say(leads[field]), between: say(m.sentenceOr), values },
      ];
    }
    const alone = { field, lead: '', between: wording.say(s.timesBetween) };
    // Both ends of a span are one condition.
    if (field === 'until' && asked.includes('from')) return [];
    if (field === 'from' && asked.includes('until')) {
      const fields = ['from', 'until'] as const;
      return [{ ...alone, fields, values: fields.map(single) }];
    }
    return [{ ...alone, fields: [field], values: [single(field)] }];
  });
}

/** One condition as text: `stage 3 or 5`, `starred`. */
export function phraseText({ lead, between, values }: Phrase, say: Say): string {
  const list = values.map(({ label }) => label).join(between);
  return lead === '' ? list : say(s.phrase, { lead, values: list });
}

/** A filter as a sentence: what is shown. */
export function filterSentence(filter: EntryFilter, wording: Wording): string {
  const { say } = wording;
  const parts = filterPhrases(filter, wording).map((phrase) => phraseText(phrase, say));
  return say(m.sentence, { parts: parts.join(say(m.sentenceAnd)) });
}

/** The filter with a value taken out of a list, or put into it. */
export function withValueToggled(
  filter: EntryFilter,
  field: ListField,
  value: string,
): EntryFilter {
  const values: readonly string[] = filter[field] ?? [];
  if (values.includes(value)) return withoutValue(filter, field, value);
  return { ...filter, [field]: [...values, value] };
}

function withoutValue(filter: EntryFilter, field: ListField, value: string): EntryFilter {
  const rest = (filter[field] ?? []).filter((other) => other !== value);
  return rest.length === 0 ? withoutFields(filter, field) : { ...filter, [field]: rest };
}

function isList(field: FilterField): field is ListField {
  return Object.hasOwn(leads, field);
}

function valueText(field: ListField, value: string, { say, sourceName }: Wording): string {
  switch (field) {
    case 'stages':
      return value === 'none' ? say(m.noStage) : String(stageNumber(value) ?? value);
    case 'kinds': {
      const kind = entryKinds.find((known) => known === value);
      return kind === undefined ? value : say(entryKindMessages[kind]);
    }
    case 'confidences':
      return Object.hasOwn(confidenceMessages, value)
        ? say(confidenceMessages[value as keyof typeof confidenceMessages])
        : value;
    case 'sources':
      return sourceName(value);
    case 'hosts':
    case 'accounts':
    case 'techniques':
    case 'tags':
    case 'authors':
      return value;
  }
}

function singleText(
  field: SingleField,
  filter: EntryFilter,
  { say, language, zone }: Wording,
): string {
  switch (field) {
    case 'text':
      return say(m.sentenceQuery, { query: filter.text?.trim() ?? '' });
    case 'from':
    case 'until': {
      const format = { zone, locale: language, style: 'short' } as const;
      const ms = Date.parse(filter[field] ?? '');
      const time = formatInstant(ms, format, ms % 60_000 === 0 ? 'minute' : 'second');
      return say(field === 'from' ? s.fromTime : s.untilTime, { time });
    }
    case 'starred':
    case 'hasEvidence':
    case 'corrected':
    case 'openQuestion':
    case 'withdrawn':
      return say(marks[field][filter[field] === true ? 1 : 0]);
  }
}
