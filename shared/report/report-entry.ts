import type { Authority } from '../domain/authority.ts';
import type { AdoptedItem, ItemSetting } from '../domain/checklist.ts';
import type { Decision, DecisionState } from '../domain/decision.ts';
import type { EntryContent, EntryLink } from '../domain/entry.ts';

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

/** A decision with its whole record: the entries that were known, and the one that tells of it. */
export type ReportDecision = {
  readonly id: string;
  readonly fields: Decision;
  readonly state: DecisionState;
  readonly authority: Authority | undefined;
  readonly known: readonly EntryRef[];
  readonly entry: EntryRef | undefined;
};
