import { findCodes, findHashes } from './find-codes.ts';
import { findEmails } from './find-emails.ts';
import { findHosts, findIpv6 } from './find-hosts.ts';
import { findMutexes, findUserAgents } from './find-names.ts';
import { findPaths, findQuotedNames } from './find-paths.ts';
import { findUrls } from './find-urls.ts';
import { type FoundSpan, type IndicatorType, SearchedText } from './found-span.ts';
import { foldValue } from './indicator-key.ts';
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
  const candidates: Candidate[] = [];
  const byType = new Map<IndicatorType, Map<string, Candidate>>();
  for (const { type, value, start, end } of inOrder(searched.found)) {
    let byValue = byType.get(type);
    if (byValue === undefined) byType.set(type, (byValue = new Map()));
    const folded = foldValue(type, value);
    const known = byValue.get(folded);
    if (known === undefined) {
      const one = { type, value, places: [placeOf(start, end)], count: 1 };
      byValue.set(folded, one);
      candidates.push(one);
      continue;
    }
    known.count += 1;
    if (known.places.length < mostPlaces) known.places.push(placeOf(start, end));
  }
  return candidates;
}

type Place = { readonly start: number; readonly end: number };
type Candidate = {
  readonly type: IndicatorType;
  readonly value: string;
  readonly places: Place[];
  count: number;
};

/** More finds than a text of this size can hold. */
const mostFinds = 2 ** 22;

/** By where they begin: a text may hold a hundred thousand, and numbers are sorted many times faster than objects. */
function inOrder(found: readonly FoundSpan[]): readonly FoundSpan[] {
  if (found.every(({ start }, at) => at === 0 || (found[at - 1]?.start ?? 0) <= start))
    return found;
  const places = Float64Array.from(found, ({ start }, at) => start * mostFinds + at);
  places.sort();
  return Array.from(places, (place) => found[place % mostFinds]).filter((one) => one !== undefined);
}
