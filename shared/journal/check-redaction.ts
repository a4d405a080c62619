import type { FeedCheck } from './check-feed.ts';
import { finding, type Finding } from './finding.ts';
import { leftOutAt } from './left-out.ts';
import type { RedactionStatement } from './redaction-statement.ts';

/** What was read of a redacted copy beside its feeds. */
export type RedactionParts = {
  /** What its maker signed; undefined when there is no such statement that can be believed. */
  readonly statement: RedactionStatement | undefined;
  /** SHA-256 of the file of every feed as it lies there. */
  readonly files: ReadonlyMap<string, string>;
};

/** What of a redacted copy is proven, what is only its maker's word, and what is hidden, in that order. */
export function redactionFindings(
  { statement, files }: RedactionParts,
  feeds: ReadonlyMap<string, FeedCheck>,
): Finding[] {
  if (statement === undefined) return [finding('redaction-missing')];
  const found: Finding[] = [];
  const { feed: redactor } = statement;
  if (feeds.get(redactor)?.publicKey === undefined)
    found.push(finding('redactor-unknown', { values: { redactor } }));
  for (const feed of new Set([...Object.keys(statement.files), ...files.keys()]))
    if (statement.files[feed] !== files.get(feed))
      found.push(finding('redaction-differs', { feed }));
  const { lines, redacted, values, named } = countRedaction(feeds);
  found.push(
    finding('redaction-proven', { values: { whole: lines - redacted, lines, named, redacted } }),
    finding('redaction-word', { values: { n: redacted, redactor, at: leftOutAt(statement) } }),
    finding('redaction-hidden', { values: { n: values } }),
  );
  return found;
}

/** How much of a redacted copy is what. */
export type RedactionCount = {
  readonly lines: number;
  readonly redacted: number;
  readonly values: number;
  /** Redacted lines whose hash a whole line names, under its own device's signature. */
  readonly named: number;
};

/** Counts lines, redacted lines, hidden values, and redacted lines that whole ones name. */
export function countRedaction(feeds: ReadonlyMap<string, FeedCheck>): RedactionCount {
  let lines = 0;
  let redacted = 0;
  let values = 0;
  const named = new Set<string>();
  const name = (feed: string, seq: number): void => {
    if (feeds.get(feed)?.redacted.has(seq) === true) named.add(`${feed} ${seq}`);
  };
  for (const [feed, check] of feeds) {
    lines += check.lines;
    redacted += check.redacted.size;
    for (const hidden of check.redacted.values()) values += hidden;
    const isWhole = (seq: number) => check.known.has(seq) && !check.redacted.has(seq);
    // The reader adds to the second line what the first one has seen: half of that may be redacted.
    const claimsAlone = (seq: number) => isWhole(seq) && (seq !== 1 || isWhole(0));
    for (const seq of check.redacted.keys()) if (isWhole(seq + 1)) name(feed, seq);
    const claims = [
      ...check.facts.witnesses.map(({ seq, seen }) => ({ seq, heads: seen })),
      ...check.facts.seals,
    ];
    for (const { seq, heads } of claims)
      if (claimsAlone(seq)) for (const [other, [last]] of Object.entries(heads)) name(other, last);
  }
  return { lines, redacted, values, named: named.size };
}
