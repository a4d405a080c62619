import type { Language } from '../i18n/messages.ts';
import type { Heads } from '../journal/seal.ts';
import type { Audience } from './audiences.ts';
import type { RedactionPolicy } from './redaction/redaction-policy.ts';
import type { ReportTemplate } from './report-template.ts';
import type { SectionId } from './section-ids.ts';

/** The seal that a report carries: value, its words, and the heads that it fixes. */
export type ReportSeal = {
  /** SHA-256 of the canonical JSON of `heads`, 64 hex digits. */
  readonly value: string;
  /** The twelve words of `sealWords`. */
  readonly words: readonly string[];
  readonly heads: Heads;
};

/** How far a report has come; a released one is never changed again. */
export const reportStates = ['draft', 'review', 'approved', 'released'] as const;
export type ReportState = (typeof reportStates)[number];

export type ReportOptions = {
  readonly language: Language;
  /** Zone in which every time of the report is written. */
  readonly zone: string;
  /** ms since the epoch. */
  readonly generatedAtMs: number;
  readonly app: { readonly name: string; readonly version: string };
  /** Missing when the notebook cannot be sealed (damaged feeds). */
  readonly seal?: ReportSeal;
  readonly audience?: Audience;
  /** A report is a draft until somebody releases it. */
  readonly state?: ReportState;
  /** What a check of the folder found, worded in the report's language. */
  readonly findings?: readonly string[];
  /** Sections to put first, in this order. */
  readonly order?: readonly SectionId[];
  readonly hidden?: readonly SectionId[];
  /** Of the organisation: its sections and their order come before ours. */
  readonly template?: ReportTemplate;
  /** What the report keeps back. */
  readonly redaction?: RedactionPolicy;
  /** Id of the version that the report is. */
  readonly release?: string;
};
