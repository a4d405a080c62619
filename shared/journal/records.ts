import type { AccountFields } from '../domain/account.ts';
import type { ActionFields } from '../domain/action.ts';
import type { AuthorityFields } from '../domain/authority.ts';
import type { ServiceFields } from '../domain/business-service.ts';
import type { CourseFields } from '../domain/chain/course.ts';
import type { CoverageFields } from '../domain/chain/coverage.ts';
import type { QuestionFields } from '../domain/chain/question.ts';
import type { AdoptedChecklist, ItemSetting } from '../domain/checklist.ts';
import type { DeadlineFields } from '../domain/deadline.ts';
import type { DecisionFields } from '../domain/decision.ts';
import type { DeviceFields } from '../domain/device.ts';
import type { ContactFields } from '../domain/contact.ts';
import type { EntryContent } from '../domain/entry.ts';
import type { FilterFields } from '../domain/entry-filter.ts';
import type { AnyItem, CustodyEvent } from '../domain/evidence.ts';
import type { EvidenceFields } from '../domain/evidence-fields.ts';
import type { Handover } from '../domain/handover.ts';
import type { IncidentFields, PhaseId } from '../domain/incident.ts';
import type { IndicatorFields } from '../domain/indicator.ts';
import type { PathFields } from '../domain/intrusion-path.ts';
import type { LessonFields } from '../domain/lesson.ts';
import type { ClockCheck } from '../domain/machine-clock.ts';
import type { Merge } from '../domain/merge.ts';
import type { ReadMark } from '../domain/read-mark.ts';
import type {
  ReportPublication,
  ReportSubmission,
  ReportVerdict,
  ReportWithdrawal,
} from '../domain/report-release.ts';
import type { MinuteFields, ReviewFields } from '../domain/review-meeting.ts';
import type { MovementFields } from '../domain/movement.ts';
import type { Source, SourceClock } from '../domain/source.ts';
import type { AssetFields } from '../domain/system.ts';
import { currentValue, type Register, type SeenVector, type Written } from './causality.ts';

/** Where a record's first line stands and who wrote it when: what "Proof" shows. */
export type Origin = {
  readonly feed: string;
  readonly seq: number;
  readonly hash: string;
  readonly lam: number;
  readonly by: string;
  /** ms since the epoch by the writing device's clock. */
  readonly wall: number;
  /** Offset of that clock, `+09:00`. */
  readonly tz: string;
};

/** A device's feed as far as it has been folded. */
export type FeedRecord = {
  readonly id: string;
  readonly seq: number;
  readonly lam: number;
  readonly hash: string;
  readonly vector: SeenVector;
  readonly device: string;
  readonly host: string;
  readonly user: string;
  readonly app: string;
  readonly openedWall: number;
  readonly predecessor?: string;
  /** The feed whose key took over; nothing is written here any more. */
  readonly successor?: string;
};

/** One register a field. */
export type FieldRegisters<F> = {
  readonly [K in keyof F]?: Register<Exclude<F[K], undefined>>;
};

/** Somebody moved the incident to a phase, forth or back. */
export type PhaseMove = Origin & {
  readonly op: string;
  readonly phase: PhaseId;
  /** Empty when nobody said why. */
  readonly because: string;
};

/** The incident's registers, and every move of its phase in fold order. */
export type IncidentRecord = {
  readonly id: 'incident';
  readonly fields: FieldRegisters<IncidentFields>;
  readonly phases: readonly PhaseMove[];
};

/** A thing on a register (system, account, indicator, action, saved filter), field by field. */
export type FieldsRecord<F> = {
  readonly id: string;
  /** The line that first named it. */
  readonly origin: Origin;
  readonly fields: FieldRegisters<F>;
};

/** An action, with every state that somebody gave it. */
export type ActionRecord = StatefulRecord<ActionFields>;

/** A version of the report on its way to readers, with what people said of it and its frozen files. */
export type ReleaseRecord = {
  readonly id: string;
  /** Undefined while the line that submitted it is damaged or missing. */
  readonly origin?: Origin;
  readonly submission?: ReportSubmission;
  readonly verdicts: readonly (Origin & { readonly op: string } & Omit<ReportVerdict, 'release'>)[];
  readonly files: readonly (Origin & { readonly op: string } & Omit<
      ReportPublication,
      'release'
    >)[];
  readonly withdrawals: readonly (Origin & { readonly op: string } & Omit<
      ReportWithdrawal,
      'release'
    >)[];
};

/** What somebody took over at the change of a shift. */
export type HandoverRecord = {
  readonly id: string;
  readonly origin: Origin;
  readonly handover: Handover;
};

/** A thing on a register whose state changes, with every state that was written of it in fold order. */
export type StatefulRecord<F extends { readonly state?: unknown }> = FieldsRecord<F> & {
  readonly states: readonly (Origin & {
    readonly op: string;
    readonly state: Exclude<F['state'], undefined>;
  })[];
};

/** One writing of an entry: the first, or a correction with its reason. */
export type EntryVersion = Origin & {
  /** Id of the operation. */
  readonly op: string;
  readonly content: EntryContent;
  /** Empty for the first writing. */
  readonly reason: string;
};

/** One line of the timeline with its whole history. */
export type EntryRecord = {
  readonly id: string;
  /** Undefined while only corrections of it are known (the original's line is damaged or missing). */
  readonly origin?: Origin;
  /** Every writing in fold order; the original is the one whose reason is empty. */
  readonly versions: readonly EntryVersion[];
  /** Hashes of the writings that no later one had seen: more than one is a conflict. */
  readonly heads: Register<string>;
  readonly withdrawal: Register<{ readonly withdrawn: boolean; readonly reason: string }>;
};

/** An evidence item with its custody events in fold order. */
export type EvidenceRecord = {
  readonly id: string;
  readonly origin?: Origin;
  readonly item?: AnyItem;
  /** What people say of it. */
  readonly fields: FieldRegisters<EvidenceFields>;
  readonly custody: readonly (Origin & { readonly op: string; readonly event: CustodyEvent })[];
};

/** A source of times and rows, and how far its clock is off. */
export type SourceRecord = {
  readonly id: string;
  readonly origin?: Origin;
  readonly source?: Source;
  readonly clock: Register<SourceClock>;
  /** Every measurement in fold order; the last of them that nothing replaced is in `clock`. */
  readonly measured: readonly (Origin & { readonly op: string; readonly clock: SourceClock })[];
};

/** What is known of a device's own clock, by feed. */
export type ClockRecord = {
  readonly id: string;
  readonly checks: readonly (Origin & { readonly op: string; readonly check: ClockCheck })[];
  readonly jumps: readonly (Origin & { readonly op: string; readonly byMs: number })[];
};

/** An adopted checklist and the settings of its items. */
export type ChecklistRecord = {
  readonly id: string;
  readonly origin?: Origin;
  readonly checklist?: AdoptedChecklist;
  readonly items: { readonly [item: string]: Register<ItemSetting> };
  /** Every setting of an item in fold order. */
  readonly history: { readonly [item: string]: readonly ItemWriting[] };
};

/** One setting of a checklist item. */
export type ItemWriting = Origin & { readonly op: string; readonly setting: ItemSetting };

/** What a device took over from another copy. */
export type MergeRecord = {
  readonly id: string;
  readonly origin: Origin;
  readonly merge: Merge;
};

/** How far a person has read, by the name under which they write; the latest mark counts. */
export type ReadMarkRecord = {
  readonly id: string;
  readonly origin: Origin;
  readonly mark: ReadMark;
};

/** A seal that somebody wrote. */
export type SealRecord = {
  readonly id: string;
  readonly origin: Origin;
  readonly value: string;
  readonly evidence: string;
  readonly heads: Readonly<Record<string, readonly [number, string]>>;
};

/** Operations of a type, a shape or with a taken id that this version cannot fold: kept, counted, shown. */
export type UnknownRecord = { readonly id: string; readonly count: number; readonly last: Origin };

/** Everything that is derived from the feeds, by collection. */
export type Records = {
  readonly feeds: FeedRecord;
  readonly incident: IncidentRecord;
  readonly entries: EntryRecord;
  readonly evidence: EvidenceRecord;
  readonly sources: SourceRecord;
  readonly assets: StatefulRecord<AssetFields>;
  readonly accounts: StatefulRecord<AccountFields>;
  readonly services: StatefulRecord<ServiceFields>;
  readonly contacts: FieldsRecord<ContactFields>;
  readonly movements: FieldsRecord<MovementFields>;
  readonly indicators: FieldsRecord<IndicatorFields>;
  readonly actions: ActionRecord;
  readonly filters: FieldsRecord<FilterFields>;
  readonly paths: FieldsRecord<PathFields>;
  readonly questions: FieldsRecord<QuestionFields>;
  readonly coverage: FieldsRecord<CoverageFields>;
  readonly courses: FieldsRecord<CourseFields>;
  readonly decisions: FieldsRecord<DecisionFields>;
  readonly authorities: FieldsRecord<AuthorityFields>;
  readonly deadlines: FieldsRecord<DeadlineFields>;
  readonly readMarks: ReadMarkRecord;
  readonly devices: FieldsRecord<DeviceFields>;
  readonly lessons: FieldsRecord<LessonFields>;
  readonly reviews: FieldsRecord<ReviewFields>;
  readonly minutes: FieldsRecord<MinuteFields>;
  readonly releases: ReleaseRecord;
  readonly handovers: HandoverRecord;
  readonly clocks: ClockRecord;
  readonly checklists: ChecklistRecord;
  readonly merges: MergeRecord;
  readonly seals: SealRecord;
  readonly unknown: UnknownRecord;
};
export type Collection = keyof Records;
export const collections = [
  'feeds',
  'incident',
  'entries',
  'evidence',
  'sources',
  'assets',
  'accounts',
  'services',
  'contacts',
  'movements',
  'indicators',
  'actions',
  'filters',
  'paths',
  'questions',
  'coverage',
  'courses',
  'decisions',
  'authorities',
  'deadlines',
  'readMarks',
  'devices',
  'lessons',
  'reviews',
  'minutes',
  'releases',
  'handovers',
  'clocks',
  'checklists',
  'merges',
  'seals',
  'unknown',
] as const satisfies readonly Collection[];

/** Shape of the records; a database of another shape is dropped and rebuilt. */
export const recordsVersion = 11;

/** The address of a record. */
export type RecordKey = { readonly collection: Collection; readonly id: string };

/** A record that a step of the fold wrote. */
export type RecordChange = {
  readonly [C in Collection]: { readonly collection: C; readonly record: Records[C] };
}[Collection];

/** Reads what has been derived so far; a fold step asks for nothing but the keys it announced. */
export type RecordReader = {
  get<C extends Collection>(collection: C, id: string): Records[C] | undefined;
};

/** The writing of an entry that is shown: the last one in fold order that nothing has replaced. */
export function currentVersion(entry: EntryRecord): EntryVersion | undefined {
  const head = entry.heads.at(-1)?.value;
  return entry.versions.find((version) => version.hash === head);
}

/** What the registers of a thing say now; a field that nobody wrote is not there. */
export function currentFields<F extends object>(fields: FieldRegisters<F>): F {
  const values = Object.entries<Register<unknown> | undefined>(fields).map(
    ([name, register]) => [name, currentValue(register)] as const,
  );
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as F;
}

/** What may change without correcting what was said: marks for finding and telling the story. */
const marks: ReadonlySet<string> = new Set(['tags', 'starred', 'links', 'paths']);

/** True when what an entry says is no longer what was first written; a star or a tag corrects nothing. */
export function isCorrected(entry: EntryRecord): boolean {
  const shown = currentVersion(entry);
  const [first] = entry.versions;
  if (shown === undefined || first === undefined || entry.versions.length < 2)
    return entry.origin === undefined;
  const said = ({ content }: EntryVersion): string =>
    JSON.stringify(Object.entries(content).filter(([name]) => !marks.has(name)));
  return entry.versions.some((version) => said(version) !== said(first));
}

/** True when the last word on an entry is that it is withdrawn. */
export function isWithdrawn(entry: EntryRecord): boolean {
  return entry.withdrawal.at(-1)?.value.withdrawn ?? false;
}

/** The registers' written values of a field, when people disagree. */
export function isContested(register: Register<unknown> | undefined): boolean {
  return (register?.length ?? 0) > 1;
}

export type { Written };
