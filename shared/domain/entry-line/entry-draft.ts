import type { EntryKind } from '../entry-kind.ts';
import type { StageId } from '../kill-chain.ts';
import type { EntryTime } from '../time/entry-time.ts';
import type { TimeContext } from '../time/resolve-time.ts';
import type { TextSpan, TimeError } from '../time/time-error.ts';

/** An evidence item as an entry cites it: its id, and the number that people write. */
export type EvidenceReference = { readonly id: string; readonly no: string };

/** What one entry line says, ready to become an entry once its problems are settled. */
export type EntryDraft = {
  /** The words that are left, as typed. */
  readonly text: string;
  /** Undefined when no time was typed: the moment of saving. */
  readonly at: EntryTime | undefined;
  readonly kind: EntryKind;
  readonly stages: readonly StageId[];
  /** ATT&CK technique ids. */
  readonly techniques: readonly string[];
  readonly hosts: readonly string[];
  readonly tags: readonly string[];
  readonly evidence: readonly EvidenceReference[];
  readonly starred: boolean;
};

/** Something that the writer is asked about before the line is saved. */
export type EntryLineProblem = TextSpan & { readonly raw: string } & (
    | { readonly kind: 'unreadable-time'; readonly error: TimeError }
    /** A time runs into the next word: `10:30サーバー停止`. */
    | { readonly kind: 'time-not-delimited' }
    | { readonly kind: 'unknown-stage' }
    | { readonly kind: 'unknown-technique' }
    | { readonly kind: 'unknown-evidence' }
    /** `@"two words` without its second quotation mark. */
    | { readonly kind: 'unclosed-quote' }
    /** A second, different kind. */
    | { readonly kind: 'conflicting-kind' }
    /** A host or tag longer than `longestName`. */
    | { readonly kind: 'name-too-long' }
    | { readonly kind: 'no-text' }
  );

type TokenMeaning =
  | { readonly kind: 'time'; readonly value?: EntryTime }
  | { readonly kind: 'stage'; readonly value?: StageId }
  | { readonly kind: 'technique'; readonly value?: { readonly id: string; readonly name: string } }
  | { readonly kind: 'host'; readonly value?: string }
  | { readonly kind: 'tag'; readonly value?: string }
  | { readonly kind: 'evidence'; readonly value?: EvidenceReference }
  | { readonly kind: 'kind'; readonly value?: EntryKind }
  | { readonly kind: 'question' }
  | { readonly kind: 'star' }
  | { readonly kind: 'text' };

/** A stretch of the line. The tokens of a line lie end to end: their `raw` together is the line. */
export type EntryLineToken = TextSpan & { readonly raw: string } & TokenMeaning & {
    readonly problem?: EntryLineProblem;
  };

export type EntryLineReading = {
  readonly tokens: readonly EntryLineToken[];
  readonly draft: EntryDraft;
  readonly problems: readonly EntryLineProblem[];
};

/** What the line is read against; catalogue and notebook stay outside. */
export type EntryLineContext = TimeContext & {
  /** By number, id, or name in either language. */
  findStage(text: string): StageId | undefined;
  /** By id in capital letters, `T1566.001`. */
  findTechnique(id: string): { readonly id: string; readonly name: string } | undefined;
  /** By item number, `E-004`. */
  findEvidence(no: string): EvidenceReference | undefined;
};

/** Longest name of a host or tag in UTF-16 units, as an entry holds it. */
export const longestName = 200;
