import type { CustodyEvent, FileReference } from '../domain/evidence.ts';

/** What reading a file that stays elsewhere again has shown. */
export type Rechecked = {
  readonly same: boolean;
  readonly sha256: string;
  readonly size: number;
  readonly changedSegments: readonly number[];
};

/** More pieces than this are counted. */
const mostNamed = 100;

/**
 * The custody event of such a reading: it was looked at, its hash compared, and what was found. In the words of
 * the format, for machines and people of both languages read it.
 */
export function recheckEvent(
  evidence: string,
  { medium, segments }: FileReference,
  { same, sha256, size, changedSegments }: Rechecked,
  program: string,
): CustodyEvent {
  const named = changedSegments.slice(0, mostNamed).map((at) => String(at + 1));
  const more = changedSegments.length - named.length;
  const pieces =
    segments === undefined || changedSegments.length === 0
      ? []
      : [
          `pieces of ${segments.bytes} bytes that differ: ${named.join(', ')}${more > 0 ? ` (+${more})` : ''}`,
        ];
  const found = same ? [] : [`SHA-256 ${sha256}`, `${size} bytes`, ...pieces];
  return {
    evidence,
    action: 'accessed',
    from: '',
    to: '',
    place: medium,
    purpose: '',
    note: [program, ...found].join('; '),
    hash: same ? 'same' : 'differs',
  };
}
