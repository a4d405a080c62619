import type { AdoptedItem, ItemSetting } from '../domain/checklist.ts';
import type { EntryContent, EntryLink } from '../domain/entry.ts';
import type { CustodyEvent, EvidenceItem } from '../domain/evidence.ts';
import type { IncidentField, IncidentFields } from '../domain/incident.ts';
import type { ClockCheck } from '../domain/machine-clock.ts';
import type { SourceClock } from '../domain/source.ts';
import type { EntryTime } from '../domain/time/entry-time.ts';
import type { Language } from '../i18n/messages.ts';
import type { Audience, ReportSeal } from './report-options.ts';
import type { SectionId } from './section-ids.ts';

/** An entry as a source: `label` is its number, with the device's letter before it when there are several. */
export type EntryRef = { readonly id: string; readonly label: string };
export type EvidenceRef = { readonly id: string; readonly no: string };

/** What a statement stands on. */
export type Sources = {
  readonly entries: readonly EntryRef[];
  readonly evidence: readonly EvidenceRef[];
};

/** Who wrote something and when, by the writing device's clock. */
export type Signature = { readonly by: string; readonly wall: number };

/** A value with its signature; several of one thing are a conflict that nobody has decided. */
export type Signed<T> = Signature & { readonly value: T };

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

export type ReportEntry = EntryRef & {
  /** With the true time where its source's clock was off. */
  readonly content: EntryContent;
  /** The time that the source's clock showed, where that is another one. */
  readonly sourceShowed?: { readonly source: string; readonly at: EntryContent['at'] };
  readonly evidence: readonly EvidenceRef[];
  readonly links: readonly { readonly type: EntryLink['type']; readonly entry: EntryRef }[];
  /** Ids of evidence that the notebook does not hold. */
  readonly missingEvidence: readonly string[];
  /** Of the first writing, or of the oldest that is known. */
  readonly written: Signature;
  /** Written long after what it tells. */
  readonly late: boolean;
  readonly corrected: boolean;
  readonly contested: boolean;
  readonly withdrawal: Signed<string> | undefined;
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
  readonly stages: readonly string[];
  readonly entries: readonly ReportEntry[];
  readonly span: Span;
};

export type ReportEvidence = EvidenceRef & {
  /** Undefined when the line that took it in is damaged or missing. */
  readonly item: EvidenceItem | undefined;
  readonly taken: Signature | undefined;
  readonly citing: readonly EntryRef[];
  readonly custody: readonly (Signature & { readonly event: CustodyEvent })[];
};

export type ReportChecklistItem = {
  readonly item: AdoptedItem;
  readonly setting: ItemSetting;
  readonly signature: Signature | undefined;
  readonly contested: boolean;
  readonly sources: Sources;
};

export type ReportChecklist = {
  readonly id: string;
  readonly title: { readonly en: string; readonly ja: string };
  readonly template: string;
  readonly version: string;
  readonly adopted: Signature | undefined;
  readonly phases: readonly {
    readonly id: string;
    readonly items: readonly ReportChecklistItem[];
  }[];
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
  readonly state: 'draft' | 'final';
  readonly sections: readonly SectionId[];
  readonly seal: ReportSeal | undefined;
  readonly fields: WrittenFields;
  readonly devices: readonly ReportDevice[];
  /** Every entry once, withdrawn ones too, in time order; unknown times last. */
  readonly entries: readonly ReportEntry[];
  readonly period: { readonly from: EntryTime; readonly to: EntryTime } | undefined;
  readonly facts: KeyFacts;
  readonly stages: readonly ReportStage[];
  readonly techniques: readonly ReportTechnique[];
  readonly systems: readonly ReportSystem[];
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
