import { checklists } from '../catalogue/checklist-templates.ts';
import { stageById } from '../catalogue/kill-chain.ts';
import type { ItemState } from '../domain/checklist.ts';
import { isStageId, stageNumber } from '../domain/kill-chain.ts';
import type { EntryTime } from '../domain/time/entry-time.ts';
import { formatEntryTime, formatInstant } from '../domain/time/format-time.ts';
import { reportAnnexMessages } from '../i18n/report-annex-messages.ts';
import { reportAudienceMessages } from '../i18n/report-audience-messages.ts';
import { reportDecisionMessages } from '../i18n/report-decision-messages.ts';
import { reportFigureMessages } from '../i18n/report-figure-messages.ts';
import { reportMetricsMessages } from '../i18n/report-metrics-messages.ts';
import { reportBodyMessages, reportFrontMessages } from '../i18n/report-messages.ts';
import { reportReviewMessages } from '../i18n/report-review-messages.ts';
import { type Language, type MessageValues, say } from '../i18n/messages.ts';
import type { Inline, LabelTone } from './document.ts';
import { lineBreak, own, small, typed } from './inline.ts';
import type { ReportModel, Signature } from './report-model.ts';
import { visibleText } from './visible-text.ts';

const messages = {
  ...reportFrontMessages,
  ...reportBodyMessages,
  ...reportAnnexMessages,
  ...reportMetricsMessages,
  ...reportAudienceMessages,
  ...reportDecisionMessages,
  ...reportReviewMessages,
  ...reportFigureMessages,
};
type MessageName = keyof typeof messages;

/** How one report words things: its language, its zone, the catalogues' names. */
export type Words = {
  readonly language: Language;
  readonly say: (name: MessageName, values?: MessageValues) => string;
  /** A message around pieces of text, such as what a person typed. */
  readonly compose: (
    name: MessageName,
    pieces: Readonly<Record<string, Inline>>,
  ) => readonly Inline[];
  readonly typed: (text: string) => Inline;
  /** `2021-10-31 06:30 JST (UTC+09:00)`. */
  readonly time: (time: EntryTime) => string;
  /** The same without the zone's name, for tables: the cover says which zone that is. */
  readonly shortTime: (time: EntryTime) => string;
  /** Under a day's heading: without the date. */
  readonly clock: (time: EntryTime) => string;
  readonly moment: (ms: number) => string;
  readonly shortMoment: (ms: number) => string;
  /** A signature in two short lines. */
  readonly signed: (signature: Signature) => readonly Inline[];
  readonly stageName: (id: string) => string;
  /** A stage's number and name, framed. */
  readonly stage: (id: string) => Inline;
  readonly phaseName: (id: string) => string;
  readonly itemState: (state: ItemState) => string;
};

/** Makes the words of a report. */
export function wordsOf({ language, zone }: Pick<ReportModel, 'language' | 'zone'>): Words {
  const format = { zone, locale: language } as const;
  const text = (typedText: string): Inline => typed(typedText, language);
  const stageName = (id: string): string => (isStageId(id) ? stageById(id).name[language] : id);
  const shortMoment = (ms: number): string =>
    formatInstant(ms, { ...format, style: 'short' }, 'minute');
  return {
    language,
    say: (name, values) => say(language, messages[name], values),
    compose: (name, pieces) => {
      // Placeholders become marks that no message can hold, and the sentence is cut there.
      const marks = Object.keys(pieces).map((piece) => [piece, `\u0000${piece}\u0000`] as const);
      return say(language, messages[name], Object.fromEntries(marks))
        .split('\u0000')
        .map((part, index) => (index % 2 === 0 ? own(part) : (pieces[part] ?? own(''))))
        .filter((inline) => inline.kind !== 'text' || inline.text !== '');
    },
    typed: text,
    shortTime: (time) => formatEntryTime(time, { ...format, style: 'short' }),
    shortMoment,
    time: (time) => formatEntryTime(time, { ...format, style: 'full' }),
    clock: (time) => formatEntryTime(time, { ...format, style: 'row' }),
    moment: (ms) => formatInstant(ms, { ...format, style: 'full' }, 'minute'),
    signed: ({ by, wall }) => [text(by), lineBreak, small(own(shortMoment(wall)))],
    stageName,
    stage: (id) => {
      const number = stageNumber(id);
      // The number is 1–7 whenever there is one.
      const tone = number === undefined ? 'plain' : (`stage-${number}` as LabelTone);
      const label = number === undefined ? visibleText(id) : `${number} ${stageName(id)}`;
      return { kind: 'label', tone, text: label };
    },
    phaseName: (id) => checklists.phases.find((phase) => phase.id === id)?.name[language] ?? id,
    itemState: (state) =>
      checklists.itemStates.find((known) => known.id === state)?.name[language] ?? state,
  };
}
