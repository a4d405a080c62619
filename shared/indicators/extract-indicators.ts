import { findCodes, findHashes } from './find-codes.ts';
import { findEmails } from './find-emails.ts';
import { findHosts, findIpv6 } from './find-hosts.ts';
import { findMutexes, findUserAgents } from './find-names.ts';
import { findPaths, findQuotedNames } from './find-paths.ts';
import { findUrls } from './find-urls.ts';
import { type IndicatorType, SearchedText } from './found-span.ts';
import { indicatorKey } from './indicator-key.ts';
import { refangText } from './refang.ts';

/** An indicator that stands in a text, once for all its places. */
export type IndicatorCandidate = {
  readonly type: IndicatorType;
  /** In normal form, never defanged. */
  readonly value: string;
  /** Where it stands in the text as it was written: UTF-16 units, the end exclusive; the first places. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
  /** How often it stands there. */
  readonly count: number;
};

/** Places that are kept of one candidate; all are counted. */
const mostPlaces = 100;

/**
 * The indicators in a text, in the order of their first places, however they were defanged.
 *
 * It takes time in proportion to the length, whatever the text is. Noise of the notebook itself (its own systems,
 * what somebody allowed) is not known here: `withoutNoise` takes it away.
 */
export function extractIndicators(written: string): readonly IndicatorCandidate[] {
  const { text, placeOf, isDefanged } = refangText(written);
  const searched = new SearchedText(text, isDefanged);
  // What may contain another comes first: an address in a URL is no find of its own.
  findUrls(searched);
  findEmails(searched);
  findUserAgents(searched);
  findPaths(searched);
  findQuotedNames(searched);
  findMutexes(searched);
  findHashes(searched);
  findCodes(searched);
  findIpv6(searched);
  findHosts(searched);
  const found = searched.found.toSorted((a, b) => a.start - b.start);
  const byKey = new Map<
    string,
    { type: IndicatorType; value: string; places: Place[]; count: number }
  >();
  for (const { type, value, start, end } of found) {
    const key = indicatorKey(type, value);
    const known = byKey.get(key) ?? { type, value, places: [], count: 0 };
    known.count += 1;
    if (known.places.length < mostPlaces) known.places.push(placeOf(start, end));
    byKey.set(key, known);
  }
  return [...byKey.values()];
}

type Place = { readonly start: number; readonly end: number };
