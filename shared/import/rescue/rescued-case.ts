import type { AccountFields } from '../../domain/account.ts';
import type { ActionFields } from '../../domain/action.ts';
import type { EntryKind } from '../../domain/entry-kind.ts';
import type { IndicatorFields } from '../../domain/indicator.ts';
import type { StageId } from '../../domain/kill-chain.ts';
import type { AssetFields } from '../../domain/system.ts';
import type { EntryTime } from '../../domain/time/entry-time.ts';
import type { KnownNoise } from '../../indicators/noise.ts';
import type { ListChoice, ListColumns, ListKind } from '../lists/list-mapping.ts';

/** Tools whose case files can be rescued, formats in which people exchange what they know, lists and plain text. */
export const rescueFormats = [
  'aurora',
  'iris',
  'thehive',
  'kanvas',
  'stix',
  'misp',
  'navigator',
  'attack-flow',
  'veris',
  /** Rows of indicators, systems or accounts, as CSV or a workbook. */
  'list',
  'text',
] as const;
export type RescueFormat = (typeof rescueFormats)[number];

/** What became of a row, from nothing to say about it to nothing of it in the notebook. */
export type RowOutcome = 'taken' | 'changed' | 'guessed' | 'left';

/** Why nothing of a row is in the notebook. */
export const leftReasons = [
  'empty-row',
  'header-row',
  /** Something else stands where a row has to be. */
  'not-a-row',
  /** No column is known to hold the thing itself. */
  'no-column',
  /** Aurora writes its systems into its OSINT list when it saves. */
  'copied-from-systems',
  /** A list of words to choose from, or the whole of ATT&CK: not of this case. */
  'look-up-list',
  'secret',
  /** What the tool's empty file holds already. */
  'template-values',
  /** How the file draws, marks or explains itself. */
  'of-the-format',
  'history',
  /** A name or address of the notebook's own. */
  'own-system',
  /** On the register as a false positive. */
  'false-positive',
] as const;
export type LeftReason = (typeof leftReasons)[number];

/** What stands otherwise in the notebook than in the row; nothing of it is lost. */
export const changeReasons = [
  /** No other place fits: the row is a note, field by field. */
  'kept-as-note',
  /** The same system, account or indicator stands in an earlier row. */
  'merged',
  'cut',
  'time-unreadable',
  'zone-missing',
  'times-contradict',
  'word-reworded',
  /** A word for a state or type that has no counterpart stands in the note. */
  'word-kept-in-note',
  'text-flag',
  'refanged',
  'characters-repaired',
  'secret-removed',
] as const;

/** What the row does not say, and was concluded. */
export const guessReasons = [
  'stage-from-tactic',
  'state-from-verdict',
  'type-from-value',
  'time-twice',
  'time-in-gap',
  'name-from-address',
  'stricter-tlp',
] as const;

/** What is worth knowing about a row that was taken. */
export const rowHints = ['name-not-listed', 'picture-not-in-file', 'file-not-in-file'] as const;

export type RowRemark =
  | LeftReason
  | (typeof changeReasons)[number]
  | (typeof guessReasons)[number]
  | (typeof rowHints)[number];

/** The account of one row; every row of the file has exactly one. */
export type AccountedRow = {
  /** List or sheet, as the file names it. */
  readonly table: string;
  /** From 1 as the file counts; 0 is the table, or the field, as a whole. */
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly what: readonly RowRemark[];
  /** What the remarks are about: a word, a name; never a secret. */
  readonly detail: string;
};

export type RescuedEntry = {
  readonly text: string;
  readonly kind: EntryKind;
  readonly at: EntryTime;
  readonly stages: readonly StageId[];
  /** ATT&CK ids. */
  readonly techniques: readonly string[];
  readonly hosts: readonly string[];
  readonly accounts: readonly string[];
  readonly tags: readonly string[];
  readonly starred: boolean;
};

/** An indicator, and the entries (by their place in the list) that it was named in. */
export type RescuedIndicator = {
  readonly fields: IndicatorFields;
  readonly entries: readonly number[];
};

/** What a person has to say before anything is written: a zone, which column holds the thing itself. */
export const rescueQuestions = ['zone', 'columns'] as const;
export type RescueQuestion = (typeof rescueQuestions)[number];

/** A list as it was read, and what its columns were taken for. */
export type ListReading = {
  readonly as: ListKind;
  readonly columns: ListColumns;
  /** All columns, in the order of the file. */
  readonly names: readonly string[];
  /** What stands first in each of them. */
  readonly samples: readonly (readonly string[])[];
};

/** A whole case of another tool, in the notebook's own terms. */
export type RescuedCase = {
  readonly format: RescueFormat;
  /** Version of the file's format, where it says one. */
  readonly version: string;
  readonly title: string;
  readonly entries: readonly RescuedEntry[];
  readonly systems: readonly AssetFields[];
  readonly accounts: readonly AccountFields[];
  readonly indicators: readonly RescuedIndicator[];
  readonly actions: readonly ActionFields[];
  readonly rows: readonly AccountedRow[];
  /** Names of the fields whose secrets were left, never what stands in them. */
  readonly secrets: readonly string[];
  readonly questions: readonly RescueQuestion[];
  /** Only of a list. */
  readonly list?: ListReading | undefined;
};

/** How a case file is to be read. */
export type RescueChoices = {
  /** Zone of the times that carry none: `UTC`, `+09:00` or an IANA name that `isZone` knows. */
  readonly zone?: string | undefined;
  /** What a list or text is to be taken for; undefined where only cases are looked for. */
  readonly list?: ListChoice | undefined;
  /** When a list is taken in, ms since the epoch: it has no time of its own. */
  readonly nowMs?: number | undefined;
  /** What is no indicator wherever a text names it. */
  readonly noise?: KnownNoise | undefined;
};
