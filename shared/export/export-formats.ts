/** What a record of a notebook is, as an export counts it. */
export const recordKinds = [
  'entry',
  'system',
  'account',
  'service',
  'contact',
  'movement',
  'indicator',
  'evidence',
  'action',
  'checklist',
  'source',
  'path',
  'question',
  'coverage',
  'course',
  'decision',
  'authority',
  'deadline',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** What the list of a kind of record is called in an export. */
export const listNames = {
  entry: 'entries',
  system: 'systems',
  account: 'accounts',
  service: 'services',
  contact: 'contacts',
  movement: 'movements',
  indicator: 'indicators',
  evidence: 'evidence',
  action: 'actions',
  checklist: 'checklists',
  source: 'sources',
  path: 'paths',
  question: 'questions',
  coverage: 'coverage',
  course: 'courses',
  decision: 'decisions',
  authority: 'authorities',
  deadline: 'deadlines',
} as const satisfies Readonly<Record<RecordKind, string>>;

/** A value for each kind of record. */
export function forEachKind<T extends object>(valueOf: (kind: RecordKind) => T[keyof T]): T {
  // The caller's type says what belongs to each kind.
  return Object.fromEntries(recordKinds.map((kind) => [kind, valueOf(kind)])) as T;
}

/** The formats that a notebook can be exported to, as the command line names them. */
export const exportFormats = [
  'stix',
  'misp',
  'navigator',
  'attack-flow',
  'case',
  'veris',
  'timesketch',
  'iris',
  'csv',
  'xlsx',
  'json',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

type FormatFacts = {
  /** Ending of the one file; a set of files is a folder, or a ZIP archive where the name ends in `.zip`. */
  readonly ending: 'json' | 'xlsx' | 'zip';
  /** What the format has a place for; the rest is left out and counted. */
  readonly carries: readonly RecordKind[];
  /**
   * True for a copy of the notebook's own lists, which keeps what was withdrawn, removed or proved wrong and
   * says so in a column. Other people's tools have no place for that: there it would be taken for true.
   */
  readonly keepsRetracted: boolean;
  /** True when an entry without a time has no place in it. */
  readonly needsTime?: true;
};

/** What is the same in every export of a format. */
export const formatFacts: Readonly<Record<ExportFormat, FormatFacts>> = {
  stix: {
    ending: 'json',
    carries: ['entry', 'system', 'account', 'indicator'],
    keepsRetracted: false,
  },
  misp: { ending: 'json', carries: ['entry', 'indicator'], keepsRetracted: false },
  navigator: { ending: 'zip', carries: ['entry', 'indicator'], keepsRetracted: false },
  'attack-flow': { ending: 'json', carries: ['entry', 'system'], keepsRetracted: false },
  case: { ending: 'json', carries: ['evidence', 'source'], keepsRetracted: false },
  veris: {
    ending: 'json',
    carries: ['entry', 'system', 'account', 'indicator'],
    keepsRetracted: false,
  },
  timesketch: { ending: 'zip', carries: ['entry'], keepsRetracted: false, needsTime: true },
  iris: {
    ending: 'zip',
    carries: ['entry', 'system', 'account', 'indicator', 'decision'],
    keepsRetracted: false,
    needsTime: true,
  },
  csv: { ending: 'zip', carries: recordKinds, keepsRetracted: true },
  xlsx: { ending: 'xlsx', carries: recordKinds, keepsRetracted: true },
  json: { ending: 'json', carries: recordKinds, keepsRetracted: true },
};
