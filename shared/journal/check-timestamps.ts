import type { FeedCheck } from './check-feed.ts';
import { finding, type Finding } from './finding.ts';

/**
 * What the time stamps of a notebook's folder say, by the value of the seal that names the file: when the seal was
 * there (RFC 3339 in UTC), `wrong` when the stamp does not hold or is of something else, `unknown` when it is signed
 * in a way that cannot be checked here.
 */
export type TimestampFacts = ReadonlyMap<string, string>;

/** What there is to say of the time stamps, each at the first seal that it is for. */
export function timestampFindings(
  facts: TimestampFacts,
  feeds: ReadonlyMap<string, FeedCheck>,
): Finding[] {
  return [...facts].map(([seal, said]) => {
    const at = placeOfSeal(seal, feeds);
    if (at === undefined || said === 'wrong')
      return finding('timestamp-wrong', { ...at, values: { seal } });
    return said === 'unknown'
      ? finding('timestamp-not-checked', { ...at, values: { seal } })
      : finding('timestamp', { ...at, values: { seal, at: said } });
  });
}

function placeOfSeal(
  value: string,
  feeds: ReadonlyMap<string, FeedCheck>,
): { readonly feed: string; readonly line: number } | undefined {
  for (const feed of [...feeds.keys()].toSorted())
    for (const seal of feeds.get(feed)?.facts.seals ?? [])
      if (seal.value === value) return { feed, line: seal.line };
  return undefined;
}
