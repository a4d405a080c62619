import type { FeedCheck } from './check-feed.ts';
import { feedOfKey, type RotationFact } from './feed-facts.ts';
import { finding, type Finding } from './finding.ts';
import type { JournalCrypto } from './journal-crypto.ts';

type Feeds = ReadonlyMap<string, FeedCheck>;
type KeyCrypto = Pick<JournalCrypto, 'sha256Hex' | 'decodeBase64'>;

/**
 * The line with which a feed ends: the first `key.rotate` whose key is the one that the feed it names is named
 * after. Undefined for a feed that goes on.
 */
export function rotationOf(
  { feed, facts }: Pick<FeedCheck, 'feed' | 'facts'>,
  crypto: KeyCrypto,
): RotationFact | undefined {
  return facts.rotations
    .filter((rotation) => isRight(feed, rotation, crypto))
    .toSorted((a, b) => a.seq - b.seq)[0];
}

/** What follows from feeds that handed over to another key: where they end, and which feed may follow. */
export function rotationFindings(feeds: Feeds, crypto: KeyCrypto): Finding[] {
  return [...feeds.values()].flatMap((check) => [
    ...check.facts.rotations
      .filter((rotation) => !isRight(check.feed, rotation, crypto))
      .map(({ line, feed }) =>
        finding('rotation-wrong', { feed: check.feed, line, values: { other: feed } }),
      ),
    ...endFindings(check, crypto),
    ...successorFindings(check, feeds, crypto),
  ]);
}

function isRight(own: string, { feed, key }: RotationFact, crypto: KeyCrypto): boolean {
  return feed !== own && feedOfKey(crypto.decodeBase64(key), crypto.sha256Hex) === feed;
}

function endFindings(check: FeedCheck, crypto: KeyCrypto): Finding[] {
  const rotation = rotationOf(check, crypto);
  if (rotation === undefined) return [];
  const { feed, known } = check;
  const other = rotation.feed;
  const later = [...known].filter(([seq]) => seq > rotation.seq);
  if (later.length === 0)
    return [finding('key-rotated', { feed, line: rotation.line, values: { other } })];
  const number = later.reduce((least, [seq]) => Math.min(least, seq), Infinity);
  const line = known.get(number)?.line ?? 0;
  const values = { other, said: rotation.line, number, n: later.length };
  return [finding('after-rotation', { feed, line, values })];
}

/** Whoever holds the old key may not choose another heir later. */
function successorFindings({ feed, facts }: FeedCheck, feeds: Feeds, crypto: KeyCrypto): Finding[] {
  const { predecessor } = facts;
  const before = predecessor && feeds.get(predecessor.feed);
  const rotation = before && rotationOf(before, crypto);
  if (predecessor === undefined || rotation === undefined || rotation.feed === feed) return [];
  const values = { other: predecessor.feed, next: rotation.feed };
  return [finding('successor-differs', { feed, line: predecessor.line, values })];
}
