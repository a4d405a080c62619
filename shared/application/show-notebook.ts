import type { AdoptedItem, ItemSetting } from '../domain/checklist.ts';
import type { DeviceFields } from '../domain/device.ts';
import { untouchedItem } from '../domain/checklist.ts';
import type { AccountFields } from '../domain/account.ts';
import type { ActionFields, ActionState } from '../domain/action.ts';
import type { AuthorityFields } from '../domain/authority.ts';
import type { DeadlineFields } from '../domain/deadline.ts';
import type { DecisionFields } from '../domain/decision.ts';
import type { ServiceFields } from '../domain/business-service.ts';
import type { CourseFields } from '../domain/chain/course.ts';
import type { CoverageFields } from '../domain/chain/coverage.ts';
import type { QuestionFields } from '../domain/chain/question.ts';
import type { ContactFields } from '../domain/contact.ts';
import type { CitedRow, EntryLink } from '../domain/entry.ts';
import type { FilterFields } from '../domain/entry-filter.ts';
import type { Handover } from '../domain/handover.ts';
import type { IncidentFields } from '../domain/incident.ts';
import type { IndicatorFields } from '../domain/indicator.ts';
import type { PathFields } from '../domain/intrusion-path.ts';
import type { LessonFields } from '../domain/lesson.ts';
import type { ClockCheck } from '../domain/machine-clock.ts';
import type { Merge } from '../domain/merge.ts';
import type { ReadMark } from '../domain/read-mark.ts';
import type { MinuteFields, ReviewFields } from '../domain/review-meeting.ts';
import type { MovementFields } from '../domain/movement.ts';
import { correctedTime, type Source, type SourceClock } from '../domain/source.ts';
import type { AssetFields } from '../domain/system.ts';
import { compareEntryTimes, type EntryTime } from '../domain/time/entry-time.ts';
import { type ShownEvidence, showEvidence } from './show-evidence.ts';
import { showOrigin, type ShownOrigin } from './show-origin.ts';
import { type ShownRelease, showReleases } from './show-releases.ts';
import { showConflicts, type ShownConflict } from './show-conflicts.ts';
import { currentValue } from '../journal/causality.ts';
import type { NotebookState } from '../journal/fold.ts';
import {
  currentFields,
  currentVersion,
  type EntryRecord,
  type EntryVersion,
  type FieldsRecord,
  isCorrected,
  isWithdrawn,
  type Origin,
  type SourceRecord,
  type StatefulRecord,
} from '../journal/records.ts';

export type ShownEntry = ShownOrigin & {
  readonly id: string;
  readonly text: string;
  readonly kind: string;
  readonly stages: readonly string[];
  readonly techniques: readonly string[];
  readonly tags: readonly string[];
  readonly hosts: readonly string[];
  readonly at: EntryTime;
  readonly evidence: readonly string[];
  readonly starred: boolean;
  readonly confidence: string | null;
  readonly accounts: readonly string[];
  readonly basis: string | null;
  readonly logSource: string | null;
  /** The source whose clock gave the time, and the instant by true time when that clock was off. */
  readonly source: string | null;
  readonly correctedUtc: string | null;
  readonly noticed: EntryTime | null;
  readonly links: readonly EntryLink[];
  readonly rows: readonly CitedRow[];
  /** Ids of the intrusion paths that it stands on. */
  readonly paths: readonly string[];
  /** Number of the paper sheet that it was transcribed from. */
  readonly sheet: string | null;
  readonly corrected: boolean;
  readonly withdrawn: boolean;
  /** Every writing, the first one first; a reason for each but the first. */
  readonly history: readonly (ShownOrigin & {
    readonly id: string;
    readonly text: string;
    readonly at: EntryTime;
    readonly reason: string;
  })[];
};

export type ShownChecklist = {
  readonly id: string;
  readonly template: string;
  readonly version: string;
  readonly title: { readonly en: string; readonly ja: string };
  readonly items: readonly (Pick<AdoptedItem, 'id' | 'phase' | 'step' | 'text' | 'critical'> &
    ItemSetting)[];
};

/** A thing on a register, its fields as they stand. */
export type ShownFields<F> = F & {
  readonly id: string;
  readonly by: string;
  readonly recordedAt: string;
};

/** A state that somebody wrote of a thing. */
export type ShownState<S> = S & ShownOrigin & { readonly id: string };

/** A thing on a register whose state changes, with every state that was written of it, the oldest first. */
export type ShownStateful<F extends { readonly state?: unknown }> = ShownFields<F> & {
  readonly states: readonly ShownState<Exclude<F['state'], undefined>>[];
};

/** What is known of a device's clock. */
export type ShownClock = {
  readonly feed: string;
  readonly checks: readonly (ShownOrigin & ClockCheck)[];
  readonly jumps: readonly (ShownOrigin & { readonly byMs: number })[];
};

export type ShownSource = Source & {
  readonly id: string;
  readonly by: string;
  readonly recordedAt: string;
  readonly clock: SourceClock | null;
  /** Every measurement, the oldest first. */
  readonly measured: readonly (ShownOrigin & SourceClock)[];
};

/** An action with every state that it was given, the oldest first. */
export type ShownAction = ShownFields<ActionFields> & {
  readonly states: readonly (ShownOrigin & { readonly state: ActionState })[];
};

/** The whole folded state of a notebook, for machines. */
export type ShownNotebook = {
  readonly incident: IncidentFields;
  /** By the time of the event, then in the order in which they were written. */
  readonly entries: readonly ShownEntry[];
  readonly evidence: readonly ShownEvidence[];
  readonly sources: readonly ShownSource[];
  readonly systems: readonly ShownStateful<AssetFields>[];
  readonly accounts: readonly ShownStateful<AccountFields>[];
  readonly services: readonly ShownStateful<ServiceFields>[];
  readonly contacts: readonly ShownFields<ContactFields>[];
  readonly movements: readonly ShownFields<MovementFields>[];
  readonly indicators: readonly ShownFields<IndicatorFields>[];
  readonly actions: readonly ShownAction[];
  readonly filters: readonly ShownFields<FilterFields>[];
  readonly paths: readonly ShownFields<PathFields>[];
  /** What people said about questions that follow from the entries; ids are the questions' keys. */
  readonly questions: readonly ShownFields<QuestionFields>[];
  /** Ids are the log source, or source/stage where one stage differs. */
  readonly coverage: readonly ShownFields<CoverageFields>[];
  readonly courses: readonly ShownFields<CourseFields>[];
  readonly decisions: readonly ShownFields<DecisionFields>[];
  readonly authorities: readonly ShownFields<AuthorityFields>[];
  readonly deadlines: readonly ShownFields<DeadlineFields>[];
  /** Every move of the incident's phase, the first one first. */
  readonly phases: readonly (ShownOrigin & { readonly phase: string; readonly because: string })[];
  /** How far people have read, by the name under which they write. */
  readonly readMarks: readonly (ShownOrigin & ReadMark)[];
  readonly lessons: readonly ShownFields<LessonFields>[];
  readonly reviews: readonly ShownFields<ReviewFields>[];
  /** Decisions and questions of review meetings. */
  readonly minutes: readonly ShownFields<MinuteFields>[];
  readonly releases: readonly ShownRelease[];
  readonly handovers: readonly (ShownOrigin & { readonly id: string } & Handover)[];
  readonly checklists: readonly ShownChecklist[];
  readonly clocks: readonly ShownClock[];
  readonly devices: readonly (DeviceFields & {
    readonly feed: string;
    readonly device: string;
    readonly host: string;
    readonly user: string;
    readonly app: string;
    readonly lines: number;
    readonly hash: string;
    readonly predecessor: string | null;
    readonly successor: string | null;
  })[];
  readonly merges: readonly (ShownOrigin & { readonly id: string } & Merge)[];
  readonly seals: readonly (ShownOrigin & { readonly id: string; readonly value: string })[];
  /** Operations that a newer version wrote, by type. */
  readonly unknown: readonly { readonly type: string; readonly count: number }[];
  readonly conflicts: readonly ShownConflict[];
};

/** Turns a folded state into what `show --json` prints. */
export function showNotebook(state: NotebookState): ShownNotebook {
  return {
    incident: showIncident(state),
    entries: showEntries(state),
    evidence: showEvidence(state),
    sources: showSources(state),
    systems: showStateful(state.assets.values()),
    accounts: showStateful(state.accounts.values()),
    services: showStateful(state.services.values()),
    contacts: showFields(state.contacts.values()),
    movements: showFields(state.movements.values()),
    indicators: showFields(state.indicators.values()),
    actions: showActions(state),
    filters: showFields(state.filters.values()),
    paths: showFields(state.paths.values()),
    questions: showFields(state.questions.values()),
    coverage: showFields(state.coverage.values()),
    courses: showFields(state.courses.values()),
    decisions: showFields(state.decisions.values()),
    authorities: showFields(state.authorities.values()),
    deadlines: showFields(state.deadlines.values()),
    phases: (state.incident.get('incident')?.phases ?? []).map(({ phase, because, ...origin }) => ({
      ...showOrigin(origin),
      phase,
      because,
    })),
    readMarks: [...state.readMarks.values()].map(({ origin, mark }) => ({
      ...showOrigin(origin),
      ...mark,
    })),
    lessons: showFields(state.lessons.values()),
    reviews: showFields(state.reviews.values()),
    minutes: showFields(state.minutes.values()),
    releases: showReleases(state),
    handovers: [...state.handovers.values()].map(({ id, origin, handover }) => ({
      id,
      ...showOrigin(origin),
      ...handover,
    })),
    checklists: showChecklists(state),
    clocks: [...state.clocks.values()].map(({ id, checks, jumps }) => ({
      feed: id,
      checks: checks.map(({ check, ...origin }) => ({ ...showOrigin(origin), ...check })),
      jumps: jumps.map(({ byMs, ...origin }) => ({ ...showOrigin(origin), byMs })),
    })),
    devices: [...state.feeds.values()].map((feed) => ({
      feed: feed.id,
      device: feed.device,
      host: feed.host,
      user: feed.user,
      app: feed.app,
      lines: feed.seq + 1,
      hash: feed.hash,
      predecessor: feed.predecessor ?? null,
      successor: feed.successor ?? null,
      ...currentFields(state.devices.get(feed.id)?.fields ?? {}),
    })),
    merges: [...state.merges.values()].map(({ id, origin, merge }) => ({
      id,
      ...showOrigin(origin),
      ...merge,
    })),
    seals: [...state.seals.values()].map(({ id, origin, value }) => ({
      id,
      ...showOrigin(origin),
      value,
    })),
    unknown: [...state.unknown.values()].map(({ id, count }) => ({ type: id, count })),
    conflicts: showConflicts(state),
  };
}

function showIncident(state: NotebookState): IncidentFields {
  return currentFields<IncidentFields>(state.incident.get('incident')?.fields ?? {});
}

function showEntries(state: NotebookState): readonly ShownEntry[] {
  return (
    [...state.entries.values()]
      .map((entry) => showEntry(entry, state.sources))
      .filter((entry) => entry !== undefined)
      // A map keeps the order of the fold, and sorting keeps it among equals.
      .toSorted((a, b) => compareEntryTimes(trueTime(a), trueTime(b)))
  );
}

function trueTime({ at, correctedUtc }: ShownEntry): EntryTime {
  return correctedUtc === null ? at : { ...at, utc: correctedUtc };
}

/** An entry as it stands now; undefined while only its withdrawal is known. */
export function showEntry(
  entry: EntryRecord,
  sources: ReadonlyMap<string, SourceRecord> = new Map(),
): ShownEntry | undefined {
  const version = currentVersion(entry);
  if (version === undefined) return undefined;
  const { content } = version;
  const clock = currentValue(sources.get(content.source ?? '')?.clock);
  const corrected = correctedTime(content.at, clock);
  return {
    id: entry.id,
    // The entry's own number and writer, also when somebody else corrected it.
    ...showOrigin(entry.origin ?? version),
    text: content.text,
    kind: content.kind,
    stages: content.stages,
    techniques: content.techniques.map(({ id }) => id),
    tags: content.tags,
    hosts: content.hosts,
    at: content.at,
    evidence: content.evidence,
    starred: content.starred,
    confidence: content.confidence ?? null,
    accounts: content.accounts ?? [],
    basis: content.basis ?? null,
    logSource: content.logSource ?? null,
    source: content.source ?? null,
    correctedUtc: corrected === content.at ? null : corrected.utc,
    noticed: content.noticed ?? null,
    links: content.links ?? [],
    rows: content.rows ?? [],
    paths: content.paths ?? [],
    sheet: content.sheet ?? null,
    corrected: isCorrected(entry),
    withdrawn: isWithdrawn(entry),
    history: entry.versions.map(showVersion),
  };
}

function showVersion(version: EntryVersion): ShownEntry['history'][number] {
  const { op, content, reason } = version;
  return { id: op, ...showOrigin(version), text: content.text, at: content.at, reason };
}

function showSources(state: NotebookState): readonly ShownSource[] {
  return [...state.sources.values()].flatMap(({ id, source, origin, clock, measured }) =>
    source === undefined || origin === undefined
      ? []
      : [
          {
            id,
            ...source,
            ...writtenBy(origin),
            clock: currentValue(clock) ?? null,
            measured: measured.map(({ clock: was, ...line }) => ({ ...showOrigin(line), ...was })),
          },
        ],
  );
}

function showFields<F extends object>(
  records: Iterable<FieldsRecord<F>>,
): readonly ShownFields<F>[] {
  return [...records].map(({ id, origin, fields }) => ({
    id,
    ...currentFields(fields),
    ...writtenBy(origin),
  }));
}

function showActions(state: NotebookState): readonly ShownAction[] {
  return [...state.actions.values()].map(({ id, origin, fields, states }) => ({
    id,
    ...currentFields(fields),
    ...writtenBy(origin),
    states: states.map(({ state: was, ...line }) => ({ ...showOrigin(line), state: was })),
  }));
}

function showStateful<F extends { readonly state?: object | undefined }>(
  records: Iterable<StatefulRecord<F>>,
): readonly ShownStateful<F>[] {
  return [...records].map(({ id, origin, fields, states }) => ({
    id,
    ...currentFields(fields),
    ...writtenBy(origin),
    states: states.map(({ op, state, ...line }) => ({ id: op, ...showOrigin(line), ...state })),
  }));
}

function writtenBy(origin: Origin): { readonly by: string; readonly recordedAt: string } {
  return { by: origin.by, recordedAt: showOrigin(origin).recordedAt };
}

function showChecklists(state: NotebookState): readonly ShownChecklist[] {
  return [...state.checklists.values()].flatMap(({ id, checklist, items }) =>
    checklist === undefined
      ? []
      : [
          {
            id,
            template: checklist.template,
            version: checklist.version,
            title: checklist.title,
            items: checklist.items.map((item) => ({
              id: item.id,
              phase: item.phase,
              step: item.step,
              text: item.text,
              critical: item.critical,
              ...(currentValue(items[item.id]) ?? untouchedItem),
            })),
          },
        ],
  );
}
