import type { QuestionFields } from '../domain/chain/question.ts';
import type { ItemSetting } from '../domain/checklist.ts';
import type { EntryContent } from '../domain/entry.ts';
import type { AnyItem, CustodyEvent } from '../domain/evidence.ts';
import type { EvidenceFields } from '../domain/evidence-fields.ts';
import type { IncidentField, IncidentFields } from '../domain/incident.ts';
import type { LessonFields } from '../domain/lesson.ts';
import type { ClockCheck } from '../domain/machine-clock.ts';
import type { SourceClock } from '../domain/source.ts';
import type { EntryTime } from '../domain/time/entry-time.ts';
import type { Language } from '../i18n/messages.ts';
import type { ActionFields } from '../domain/action.ts';
import type { MovementStep } from '../domain/chain/movement-graph.ts';
import type { AssetFields } from '../domain/system.ts';
import type { ReckonedDeadline } from '../domain/deadline.ts';
import type { IndicatorFields } from '../domain/indicator.ts';
import type { PhaseMove } from '../journal/records.ts';
import type { Audience, LeftOut } from './audiences.ts';
import type { IncidentMetrics } from './metrics/incident-metrics.ts';
import type { ReportCourse, ReportCoverage } from './model-defence.ts';
import type { ReportRelease } from './model-releases.ts';
import type { Redacted } from './redaction/redaction-policy.ts';
import type { ReportSeal, ReportState } from './report-options.ts';
import type { Logo } from './logo.ts';
import type { AddedSection, Typeface } from './report-template.ts';
import type { SectionId } from './section-ids.ts';
import type {
  EntryRef,
  EvidenceRef,
  ReportChecklist,
  ReportDecision,
  ReportEntry,
  Signature,
  Signed,
} from './report-entry.ts';

export type {
  EntryRef,
  EvidenceRef,
  Sources,
  Signature,
  Signed,
  ReportEntry,
  ReportChecklistItem,
  ReportChecklist,
  ReportDecision,
} from './report-entry.ts';

export type ReportDevice = {
  readonly feed: string;
  /** `A`, `B` …: what entry numbers begin with when there are several devices. */
  readonly letter: string;
  readonly device: string;
  readonly host: string;
  readonly user: string;
  readonly app: string;
  readonly lines: number;
  readonly openedWall: number;
  readonly predecessor: string | undefined;
};

/** The first and last of some entries by the time they tell of; undefined when none of them has a known time. */
export type Span = { readonly first: ReportEntry; readonly last: ReportEntry } | undefined;

export type ReportStage = {
  readonly id: string;
  /** 1–7; undefined for a stage that a newer version wrote. */
  readonly number: number | undefined;
  readonly entries: readonly ReportEntry[];
  readonly span: Span;
  /** A gap has no entries and lies between stages that have some: an open question. */
  readonly state: 'reached' | 'gap' | 'none';
};

export type ReportTechnique = {
  readonly id: string;
  /** Catalogue versions under which it was written. */
  readonly catalogues: readonly string[];
  readonly stages: readonly string[];
  readonly entries: readonly ReportEntry[];
};

export type ReportSystem = {
  readonly name: string;
  /** As the register says; undefined when it is not on the register or nobody wrote one. */
  readonly state: AssetFields['state'];
  readonly stages: readonly string[];
  readonly entries: readonly ReportEntry[];
  readonly span: Span;
};

export type ReportEvidence = EvidenceRef & {
  /** Undefined when the line that took it in is damaged or missing. */
  readonly item: AnyItem | undefined;
  /** What people say of it. */
  readonly fields: EvidenceFields;
  /** Items that are pictures of it. */
  readonly photographs: readonly EvidenceRef[];
  readonly taken: Signature | undefined;
  readonly citing: readonly EntryRef[];
  readonly custody: readonly (Signature & { readonly event: CustodyEvent })[];
};

/** An entry that was written more than once; versions in fold order. */
export type ReportCorrection = EntryRef & {
  readonly versions: readonly (Signature & {
    readonly content: EntryContent;
    /** Empty for the first writing. */
    readonly reason: string;
    /** Not replaced by a later writing. */
    readonly stands: boolean;
  })[];
};

/** A source of times with every measurement of its clock, the last one first. */
export type ReportSource = {
  readonly name: string;
  /** How many entries have their time from it. */
  readonly entries: number;
  readonly measured: readonly Signed<SourceClock>[];
};

/** A device's own clock: how it stood against better ones, and when it jumped. */
export type ReportClock = {
  readonly feed: string;
  readonly checks: readonly Signed<ClockCheck>[];
  readonly jumps: readonly (Signed<number> & {
    readonly before: EntryRef | undefined;
    readonly after: EntryRef | undefined;
  })[];
};

export type Conflict =
  | {
      readonly about: 'field';
      readonly field: IncidentField;
      readonly values: readonly Signed<string>[];
    }
  | {
      readonly about: 'entry';
      readonly entry: EntryRef;
      readonly values: readonly Signed<string>[];
    }
  | {
      readonly about: 'withdrawal';
      readonly entry: EntryRef;
      readonly values: readonly Signed<{ readonly withdrawn: boolean; readonly reason: string }>[];
    }
  | {
      readonly about: 'item';
      readonly checklist: { readonly en: string; readonly ja: string };
      readonly item: { readonly en: string; readonly ja: string };
      readonly values: readonly Signed<ItemSetting>[];
    };

export type ReportIndicator = {
  readonly id: string;
  readonly fields: IndicatorFields;
  readonly entries: readonly EntryRef[];
};

export type ReportAction = {
  readonly id: string;
  readonly fields: ActionFields;
  readonly entries: readonly EntryRef[];
  /** Evidence that shows that it is done. */
  readonly evidence: readonly EvidenceRef[];
  /** When it came to be as it is; undefined for one that was never given a state. */
  readonly since: number | undefined;
};

export type ReportLesson = {
  readonly id: string;
  readonly fields: LessonFields & { readonly text: string };
  readonly entries: readonly EntryRef[];
};

/** A deadline as it stood when the report was made. */
export type ReportDeadline = ReckonedDeadline & {
  readonly entries: readonly EntryRef[];
  /** Who moved it. */
  readonly movedBy: string;
};

/** Entries that a report leaves out for one reason. */
export type Omission = { readonly because: LeftOut; readonly count: number };

/** What is missing or not understood: nothing of it is hidden by a report. */
export type Damage = {
  /** Entries of which no writing is left. */
  readonly lostEntries: readonly string[];
  readonly lostEvidence: readonly string[];
  readonly lostChecklists: readonly string[];
  /** Entries that the original of is missing while corrections of it are known. */
  readonly withoutOriginal: readonly EntryRef[];
  readonly unknown: readonly { readonly type: string; readonly count: number }[];
  readonly findings: readonly string[];
};

export type KeyFacts = {
  readonly firstActivity: ReportEntry | undefined;
  readonly lastActivity: ReportEntry | undefined;
  readonly firstWritten: ReportEntry | undefined;
  readonly lastWritten: ReportEntry | undefined;
  readonly milestones: readonly ReportEntry[];
  readonly counts: {
    readonly entries: number;
    readonly withdrawn: number;
    readonly corrected: number;
    readonly rejected: number;
    readonly evidence: number;
    readonly evidenceBytes: number;
    readonly systems: number;
    readonly techniques: number;
  };
  /** Entries whose time is known to the day at best, "about", "before", "after", or not at all. */
  readonly uncertainTimes: readonly ReportEntry[];
  readonly unsure: readonly ReportEntry[];
};

export type WrittenFields = {
  readonly [F in IncidentField]: readonly Signed<NonNullable<IncidentFields[F]>>[];
};

/**
 * What a report says, without words of ours or a layout: facts, and with each the entries and
 * evidence that it stands on.
 */
export type ReportModel = {
  readonly language: Language;
  readonly zone: string;
  readonly generatedAtMs: number;
  readonly app: { readonly name: string; readonly version: string };
  readonly audience: Audience;
  readonly state: ReportState;
  readonly sections: readonly SectionId[];
  /** Sections of the organisation's template, by id. */
  readonly added: ReadonlyMap<string, AddedSection>;
  /** A line of the organisation at the head of every page; empty without one. */
  readonly header: string;
  readonly logo: Logo | undefined;
  readonly typeface: Typeface;
  readonly seal: ReportSeal | undefined;
  readonly fields: WrittenFields;
  readonly devices: readonly ReportDevice[];
  /** Every entry once, withdrawn ones too, in time order; unknown times last. */
  readonly entries: readonly ReportEntry[];
  /** Those of the entries that are neither withdrawn nor judged untrue. */
  readonly counted: readonly ReportEntry[];
  /** What of the notebook this report does not hold. */
  readonly omissions: readonly Omission[];
  /** What was kept back from readers before anything was read. */
  readonly redaction: Omit<Redacted, 'state'>;
  readonly metrics: IncidentMetrics;
  readonly indicators: readonly ReportIndicator[];
  readonly actions: readonly ReportAction[];
  readonly decided: readonly ReportDecision[];
  readonly deadlines: readonly ReportDeadline[];
  /** Every move of the incident's phase. */
  readonly phases: readonly PhaseMove[];
  readonly lessons: readonly ReportLesson[];
  /** What people said to a question, by its key; only what stands. */
  readonly answers: ReadonlyMap<string, NonNullable<QuestionFields['answer']>>;
  /** The version that this report is; undefined for one that nobody submitted. */
  readonly release: ReportRelease | undefined;
  readonly period: { readonly from: EntryTime; readonly to: EntryTime } | undefined;
  readonly facts: KeyFacts;
  readonly stages: readonly ReportStage[];
  /** Which logs were there. */
  readonly coverage: ReportCoverage;
  /** What stood against each stage, earliest stage first. */
  readonly courses: readonly ReportCourse[];
  readonly techniques: readonly ReportTechnique[];
  readonly systems: readonly ReportSystem[];
  /** Steps of the adversary between systems, in the order of time. */
  readonly movement: readonly MovementStep[];
  readonly decisions: readonly ReportEntry[];
  readonly questions: readonly ReportEntry[];
  readonly evidence: readonly ReportEvidence[];
  readonly checklists: readonly ReportChecklist[];
  readonly corrections: readonly ReportCorrection[];
  readonly withdrawn: readonly ReportEntry[];
  readonly sources: readonly ReportSource[];
  readonly clocks: readonly ReportClock[];
  readonly conflicts: readonly Conflict[];
  readonly damage: Damage;
};

/** The value to show of a field: the last in fold order. */
export function fieldValue<F extends IncidentField>(
  model: ReportModel,
  field: F,
): NonNullable<IncidentFields[F]> | undefined {
  return model.fields[field].at(-1)?.value;
}
