import type { NotebookCheck } from '#shared/journal/check-notebook.ts';
import {
  countRedaction,
  type RedactionCount,
  redactionFindings,
} from '#shared/journal/check-redaction.ts';
import {
  checkOpening,
  type OpenedLine,
  type Opening,
  type PlacedRedaction,
} from '#shared/journal/opening.ts';
import { compareFindings } from '#shared/journal/finding.ts';
import {
  longestRedactionBytes,
  readRedactionStatement,
  type RedactionStatement,
} from '#shared/journal/redaction-statement.ts';
import { checkTimestampFiles } from '../proof/timestamp-files.ts';
import { scanNotebook } from './feed-scan.ts';
import { nodeCrypto } from './node-crypto.ts';
import { placesIn } from './notebook-folder.ts';
import { readSmallText } from './small-file.ts';

/** What a check of a redacted copy found; plain data, so that it can come from a worker. */
export type RedactedVerification = Pick<
  NotebookCheck,
  'findings' | 'lines' | 'evidence' | 'seal'
> & {
  readonly feeds: number;
  /** What an opening that was checked with it truly shows. */
  readonly opened: readonly OpenedLine[];
  readonly redaction: RedactionCount & Partial<Pick<RedactionStatement, 'tlp' | 'feed'>>;
};

/**
 * Checks a copy in which values are hidden: whole lines by their devices' signatures, redacted ones by their
 * redactor's, the chains through both, seals, time stamps, and what somebody has shown of what is hidden.
 */
export async function verifyRedacted(
  folder: string,
  { notebook }: { readonly notebook: string },
  options: {
    readonly opening?: Opening | undefined;
    readonly onProgress?: ((done: number, total: number) => void) | undefined;
    readonly signal?: AbortSignal | undefined;
  } = {},
): Promise<RedactedVerification> {
  const crypto = nodeCrypto();
  const text = await readSmallText(placesIn(folder).redaction, longestRedactionBytes);
  const statement = readRedactionStatement(text, { notebook, crypto });
  const { opening } = options;
  const wanted = new Set(
    [...(opening?.values ?? []), ...(opening?.lines ?? [])].map(
      ({ feed, seq }) => `${feed} ${seq}`,
    ),
  );
  const shown = new Map<string, PlacedRedaction>();
  const scanned = await scanNotebook(folder, notebook, {
    signatures: true,
    timestamps: await checkTimestampFiles(folder),
    redacted: {
      redactor: statement && { feed: statement.feed, publicKey: statement.key },
      onLine: (line, at) => {
        const place = `${line.p.feed} ${line.p.seq}`;
        if (wanted.has(place)) shown.set(place, { line, at });
      },
    },
    onProgress: options.onProgress,
    signal: options.signal,
  });
  const feeds = new Map([...scanned.feeds].map(([feed, { check }]) => [feed, check]));
  const files = new Map([...scanned.feeds].map(([feed, { sha256 }]) => [feed, sha256]));
  const lineOf = (feed: string, seq: number) => shown.get(`${feed} ${seq}`);
  const shownOf = opening && checkOpening(opening, { notebook, feeds, lineOf }, crypto);
  const findings = [
    ...scanned.check.findings,
    ...redactionFindings({ statement, files }, feeds),
    ...(shownOf?.findings ?? []),
  ];
  const { lines, evidence, seal } = scanned.check;
  return {
    findings: findings.toSorted(compareFindings),
    lines,
    evidence,
    seal,
    feeds: feeds.size,
    opened: shownOf?.opened ?? [],
    redaction: {
      ...countRedaction(feeds),
      ...(statement && { feed: statement.feed }),
      ...(statement?.tlp !== undefined && { tlp: statement.tlp }),
    },
  };
}
