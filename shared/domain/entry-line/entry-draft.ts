import type { EntryContent, EntryLink } from '../entry.ts';
import type { EntryKind } from '../entry-kind.ts';
import type { StageId } from '../kill-chain.ts';
import type { SourceClock } from '../source.ts';
import type { EntryTime } from '../time/entry-time.ts';
import type { TimeContext } from '../time/resolve-time.ts';
import type { TextSpan, TimeError } from '../time/time-error.ts';

/** An evidence item as an entry cites it: its id, and the number that people write. */
export type EvidenceReference = { readonly id: string; readonly no: string };

/** Another entry as a line names it: its id, and the number that people write (`214`, `214.3fa9`). */
export type EntryReference = { readonly id: string; readonly no: string };

/** A source of the notebook as a line names it, with what is known of its clock. */
export type SourceReference = {
  readonly id: string;
  readonly name: string;
  readonly clock?: SourceClock | undefined;
};

export type Confidence = NonNullable<EntryContent['confidence']>;
export type Basis = NonNullable<EntryContent['basis']>;

/** How the entry bears on another one. */
export type LineLink = { readonly type: EntryLink['type']; readonly entry: EntryReference };

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
  readonly accounts: readonly string[];
  readonly confidence: Confidence | undefined;
  readonly basis: Basis | undefined;
  /** Kind of log, by the catalogue's id. */
  readonly logSource: string | undefined;
  /** The source whose clock gave the time. */
  readonly source: SourceReference | undefined;
  readonly noticed: EntryTime | undefined;
  readonly links: readonly LineLink[];
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
    /** A host, tag or account longer than `longestName`. */
    | { readonly kind: 'name-too-long' }
    /** A tag that the notebook does not hold yet; it is taken as it stands once the writer agrees. */
    | { readonly kind: 'new-tag' }
    | { readonly kind: 'unknown-entry' }
    /** Two devices gave the same number. */
    | { readonly kind: 'several-entries'; readonly choices: readonly EntryReference[] }
    | { readonly kind: 'unknown-source' }
    | { readonly kind: 'several-sources' }
    /** A source whose clock is to give the time, and no time. */
    | { readonly kind: 'source-without-time' }
    /** A second, different confidence, basis, log source, source or time of noticing. */
    | { readonly kind: 'said-twice' }
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
  | { readonly kind: 'account'; readonly value?: string }
  | { readonly kind: 'confidence'; readonly value?: Confidence }
  | { readonly kind: 'basis'; readonly value?: Basis }
  | { readonly kind: 'log-source'; readonly value?: string }
  | { readonly kind: 'source'; readonly value?: SourceReference }
  | { readonly kind: 'noticed'; readonly value?: EntryTime }
  | { readonly kind: 'link'; readonly value?: LineLink }
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
  /** By entry number, `214`, or with the first digits of its id, `214.3fa9`. */
  findEntries(no: string): readonly EntryReference[];
  /** Sources of the notebook by name; case and width do not matter. */
  findSources(name: string): readonly SourceReference[];
  /** The catalogue's id of a kind of log, by id or name. */
  findLogSource(text: string): string | undefined;
  /** True for a tag that the writer is to be asked about; without it no tag is asked about. */
  isNewTag?: ((tag: string) => boolean) | undefined;
};

/** Longest name of a host, tag or account in UTF-16 units, as an entry holds it. */
export const longestName = 200;
