import type { EntryLineProblem } from '#shared/domain/entry-line/entry-draft.ts';
import { writeName } from '#shared/domain/entry-line/write-entry-line.ts';
import type { TimeError } from '#shared/domain/time/time-error.ts';
import { localFields } from '#shared/domain/time/zone.ts';
import { entryLineMessages as m } from '#shared/i18n/entry-line-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import type { Say } from '../../records/language.tsx';

type TimeProblem = Extract<EntryLineProblem, { kind: 'unreadable-time' }>;

const plainMessages = {
  'time-not-delimited': m.timeNotDelimited,
  'unknown-stage': m.unknownStage,
  'unknown-technique': m.unknownTechnique,
  'unknown-evidence': m.unknownEvidence,
  'unclosed-quote': m.unclosedQuote,
  'conflicting-kind': m.conflictingKind,
  'name-too-long': m.nameTooLong,
  'new-tag': m.newTag,
  'unknown-entry': m.unknownEntry,
  'several-entries': m.severalEntries,
  'unknown-source': m.unknownSource,
  'several-sources': m.severalSources,
  'source-without-time': m.sourceWithoutTime,
  'said-twice': m.saidTwice,
} as const satisfies Partial<Record<EntryLineProblem['kind'], Message>>;

const longestShown = 40;

function shown(raw: string): string {
  return raw.length > longestShown ? `${raw.slice(0, longestShown)}…` : raw;
}

/** Words what the writer is asked about. */
export function problemText(problem: EntryLineProblem, say: Say): string {
  if (problem.kind === 'no-text') return say(m.noText);
  if (problem.kind === 'unreadable-time') return timeProblemText(problem, say);
  return say(plainMessages[problem.kind], { raw: shown(problem.raw) });
}

function timeProblemText({ raw: whole, error }: TimeProblem, say: Say): string {
  const raw = shown(whole);
  switch (error.kind) {
    case 'out-of-range':
      return say(m.timeOutOfRange, { raw });
    case 'time-in-gap':
      return say(m.timeInGap, { raw, zone: error.zone });
    case 'time-ambiguous':
      return say(m.timeAmbiguous, { raw, zone: error.zone });
    case 'zone-unclear':
      return say(m.timeZoneUnclear, { word: error.word, offset: error.offsets[0] ?? '+09:00' });
    case 'offset-not-in-zone':
      return say(m.timeOffsetWrong, { zone: error.zone, offset: error.offset });
    case 'interval-or-offset':
      return say(m.timeIntervalOrOffset, { raw });
    case 'until-before-start':
      return say(m.timeUntilBeforeStart, { raw });
    case 'open-interval':
      return say(m.timeOpenInterval, { raw });
    case 'width-without-unit':
      return say(m.timeWidthWithoutUnit, { raw });
    case 'empty':
    case 'not-a-time':
    case 'trailing-text':
      return say(m.timeUnreadable, { raw });
  }
}

/** What a problem could have meant, each as it would be typed. */
export function suggestionsFor(
  problem: EntryLineProblem,
  nearTags: (tag: string) => readonly string[],
): readonly string[] {
  if (problem.kind === 'new-tag')
    return nearTags(problem.raw.slice(1)).map((name) => writeName('tag', name));
  if (problem.kind === 'several-entries')
    return problem.choices.map(({ no }) => `${problem.raw.slice(0, 1)}#${no}`);
  if (problem.kind !== 'unreadable-time') return [];
  const mark = /^(?:noticed:?|[nｎ][:：]?|(?:気付き|気づき|検知|発見)[:：]?)/iu.exec(
    problem.raw,
  )?.[0];
  return timeSuggestions(problem.error).map((time) =>
    mark === undefined ? time : `noticed:${time}`,
  );
}

function timeSuggestions(error: TimeError): readonly string[] {
  if (error.kind === 'time-ambiguous')
    return error.options.map(({ utc, offset }) => withOffset(utc, offset));
  if (error.kind === 'time-in-gap')
    return [error.before, error.after].map(({ local, offset }) => `${local}${offset}`);
  return [];
}

function withOffset(utc: string, offset: string): string {
  const { year, month, day, hour, minute, second } = localFields(offset, Date.parse(utc));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${offset}`;
}
