/** How much a finding matters: something was changed or lost, something is odd, something to know. */
export type FindingSeverity = 'damage' | 'warning' | 'note';

/** Every finding by its severity, the most important first (docs/format.md, "Findings"). */
export const findingSeverities = {
  fork: 'damage',
  'bad-signature': 'damage',
  'key-differs': 'damage',
  'seen-differs': 'damage',
  'seen-missing': 'damage',
  'feed-missing': 'damage',
  'seal-differs': 'damage',
  'seal-missing': 'damage',
  'seal-wrong': 'damage',
  'seal-evidence': 'damage',
  'lines-missing': 'damage',
  'chain-broken': 'damage',
  'line-unreadable': 'damage',
  'line-too-long': 'damage',
  'line-malformed': 'damage',
  'line-moved': 'damage',
  'line-repeated': 'damage',
  'other-notebook': 'damage',
  'other-feed': 'damage',
  'lamport-wrong': 'damage',
  'feed-not-a-file': 'damage',
  'more-findings': 'damage',
  'evidence-missing': 'damage',
  'evidence-changed': 'damage',
  'evidence-hash-differs': 'damage',
  'copy-outdated': 'damage',
  'redaction-missing': 'damage',
  'redaction-differs': 'damage',
  'redactor-unknown': 'damage',
  'redacted-wrong': 'damage',
  'opening-wrong': 'damage',
  'signatures-not-checked': 'warning',
  'key-missing': 'warning',
  'torn-tail': 'warning',
  'no-feeds': 'warning',
  'feed-empty': 'warning',
  'predecessor-missing': 'warning',
  'successor-differs': 'warning',
  'evidence-extra': 'warning',
  'after-loss': 'warning',
  'after-rotation': 'warning',
  'rotation-wrong': 'warning',
  'left-out-wrong': 'warning',
  'timestamp-wrong': 'warning',
  'timestamp-not-checked': 'warning',
  'device-lost': 'note',
  'key-rotated': 'note',
  'redaction-proven': 'note',
  'redaction-word': 'note',
  'redaction-hidden': 'note',
  'opening-line': 'note',
  'opening-value': 'note',
  'evidence-left-out': 'note',
  timestamp: 'note',
  'newer-line': 'note',
  'newer-operation': 'note',
} as const satisfies Record<string, FindingSeverity>;

export type FindingCode = keyof typeof findingSeverities;

/** Something found wrong or worth knowing in a notebook, as data; `shared/i18n/word-finding.ts` says it. */
export type Finding = {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  readonly feed?: string;
  /** Line of the feed's file, from 1. */
  readonly line?: number;
  readonly values?: Readonly<Record<string, string | number>>;
};

/** A finding that may have crossed a process or come from a newer version. */
export type ReportedFinding = {
  readonly code: string;
  readonly feed?: string | undefined;
  readonly line?: number | undefined;
  readonly values?: Readonly<Record<string, string | number>> | undefined;
};

/** Most findings about lines that one feed lists; the others are counted in `more-findings`. */
export const mostFindingsOfAFeed = 100;

/** Makes a finding with the severity that its code has. */
export function finding(
  code: FindingCode,
  place: {
    readonly feed?: string;
    readonly line?: number;
    readonly values?: Readonly<Record<string, string | number>>;
  } = {},
): Finding {
  return { code, severity: findingSeverities[code], ...place };
}

const severityRank: Record<FindingSeverity, number> = { damage: 0, warning: 1, note: 2 };
const codeRank = new Map(Object.keys(findingSeverities).map((code, rank) => [code, rank]));

/** Orders findings by importance, then by place: severity, feed, line, code. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    severityRank[a.severity] - severityRank[b.severity] ||
    compareText(a.feed ?? '', b.feed ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (codeRank.get(a.code) ?? 0) - (codeRank.get(b.code) ?? 0) ||
    compareText(JSON.stringify(a.values ?? {}), JSON.stringify(b.values ?? {}))
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** True when a notebook with these findings is not in order; notes alone do not count. */
export function needsAttention(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity !== 'note');
}
