import type {
  ShownChecklist,
  ShownEntry,
  ShownNotebook,
  ShownSource,
  ShownState,
} from '../application/show-notebook.ts';
import type { AccountFields } from '../domain/account.ts';
import type { ActionFields } from '../domain/action.ts';
import type { ServiceFields } from '../domain/business-service.ts';
import type { CourseFields } from '../domain/chain/course.ts';
import type { CoverageFields } from '../domain/chain/coverage.ts';
import type { AuthorityFields } from '../domain/authority.ts';
import type { DeadlineFields } from '../domain/deadline.ts';
import type { DecisionFields } from '../domain/decision.ts';
import type { QuestionFields } from '../domain/chain/question.ts';
import type { ContactFields } from '../domain/contact.ts';
import type { AnyItem, CustodyEvent } from '../domain/evidence.ts';
import type { EvidenceFields } from '../domain/evidence-fields.ts';
import type { IncidentFields, Tlp } from '../domain/incident.ts';
import type { IndicatorFields } from '../domain/indicator.ts';
import type { PathFields } from '../domain/intrusion-path.ts';
import type { MovementFields } from '../domain/movement.ts';
import type { AssetFields } from '../domain/system.ts';
import type { EntryTime } from '../domain/time/entry-time.ts';
import type { listNames, RecordKind } from './export-formats.ts';

/** When a record was first and last written, RFC 3339 in UTC with milliseconds, and by whom. */
export type Written = {
  readonly id: string;
  /** Empty when the name may not go out. */
  readonly by: string;
  readonly created: string;
  readonly modified: string;
  readonly label: Tlp;
};

/** A record of a list with its fields as they stand. */
export type ExportRecord<F> = Written & F;

export type ExportEntry = Written &
  Pick<
    ShownEntry,
    | 'seq'
    | 'text'
    | 'kind'
    | 'at'
    | 'stages'
    | 'techniques'
    | 'tags'
    | 'hosts'
    | 'accounts'
    | 'evidence'
    | 'starred'
    | 'confidence'
    | 'basis'
    | 'logSource'
    | 'source'
    | 'correctedUtc'
    | 'noticed'
    | 'links'
    | 'rows'
    | 'paths'
    | 'sheet'
    | 'corrected'
    | 'withdrawn'
  > & {
    /** Earlier writings with the reasons for changing them; none where a label limits the export. */
    readonly history: ShownEntry['history'];
  };

export type ExportEvidence = Written &
  AnyItem & {
    /** What people say of it. */
    readonly fields: EvidenceFields;
    readonly custody: readonly (Omit<CustodyEvent, 'at'> & {
      readonly id: string;
      readonly by: string;
      /** RFC 3339 in the offset of the clock that wrote it. */
      readonly at: string;
      /** When it happened, where that is not when it was written down. */
      readonly happened?: EntryTime;
    })[];
  };

export type ExportSource = Written & Omit<ShownSource, 'by' | 'recordedAt'>;
export type ExportChecklist = Written & ShownChecklist;

/** A record of a list with every state that was written of it. */
export type StatefulExport<F extends { readonly state?: unknown }> = ExportRecord<F> & {
  /** The oldest first; none where a label limits the export. */
  readonly states: readonly ShownState<Exclude<F['state'], undefined>>[];
};

/** The dates of a deadline, RFC 3339 in UTC. */
export type ReckonedDates = {
  /** The entry whose milestone it is counted from; none where a person says when it began. */
  readonly entry?: string;
  readonly started: string;
  /** The last instant; none where the rule names no number. */
  readonly due?: string;
  /** The lower end of a range. */
  readonly earliest?: string;
  /** What the rule alone would give, where a person moved it. */
  readonly byRule?: string;
  /** Zone in which its days end. */
  readonly zone: string;
};

export type ExportDeadline = ExportRecord<DeadlineFields> & {
  /** One, or none where nobody knows when it began or what it is counted from stays behind. */
  readonly reckoned: readonly ReckonedDates[];
};

/** The records of a case by kind. */
export type ExportRecords = {
  readonly entry: ExportEntry;
  readonly system: StatefulExport<AssetFields>;
  readonly account: StatefulExport<AccountFields>;
  readonly service: StatefulExport<ServiceFields>;
  readonly contact: ExportRecord<ContactFields>;
  readonly movement: ExportRecord<MovementFields>;
  readonly indicator: ExportRecord<IndicatorFields>;
  readonly evidence: ExportEvidence;
  readonly action: ExportRecord<ActionFields>;
  readonly checklist: ExportChecklist;
  readonly source: ExportSource;
  readonly path: ExportRecord<PathFields>;
  readonly question: ExportRecord<QuestionFields>;
  readonly coverage: ExportRecord<CoverageFields>;
  readonly course: ExportRecord<CourseFields>;
  readonly decision: ExportRecord<DecisionFields>;
  readonly authority: ExportRecord<AuthorityFields>;
  readonly deadline: ExportDeadline;
};

/** The records of a case by the names of their lists. */
export type ExportLists = {
  readonly [K in RecordKind as (typeof listNames)[K]]: readonly ExportRecords[K][];
};

/** A case as it may go out: every writer gets this and nothing else of the notebook. */
export type ExportCase = ExportLists & {
  /** Id of the notebook: the same for every export of it. */
  readonly notebook: string;
  /** The narrowest label among what is in. */
  readonly label: Tlp;
  /** When the notebook was begun, and when anything in here was last written. */
  readonly created: string;
  readonly modified: string;
  /** Nothing but whether it is an exercise, when the incident itself may not go out. */
  readonly incident: IncidentFields;
  /** What belongs to the notebook as a whole; absent as soon as anything limits the export. */
  readonly journal?: Pick<
    ShownNotebook,
    'filters' | 'clocks' | 'devices' | 'seals' | 'unknown' | 'conflicts'
  >;
};

/** Why a record is not in an export. */
export const leftOutReasons = [
  /** Its label is narrower than the limit. */
  'label',
  /** Its own label is wide enough, but its words name something that may not go out. */
  'names-held-back',
  'not-chosen',
  'out-of-time',
  /** Of a list, and no chosen entry mentions it. */
  'not-mentioned',
  'withdrawn',
  'removed',
  'proved-wrong',
  /** The format has no place for it. */
  'format',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** Records that stay behind for one reason. */
export type LeftOut = {
  readonly kind: RecordKind | 'incident';
  readonly reason: LeftOutReason;
  /** Ids of records; of the incident the names of its fields. */
  readonly ids: readonly string[];
};

/** What may go out, and what stays behind and why. */
export type LimitedCase = {
  readonly content: ExportCase;
  readonly leftOut: readonly LeftOut[];
};
