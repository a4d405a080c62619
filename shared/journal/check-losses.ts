import type { FeedCheck } from './check-feed.ts';
import type { LossFact } from './feed-facts.ts';
import { finding, type Finding } from './finding.ts';

type Feeds = ReadonlyMap<string, FeedCheck>;

/** A line that says of a device that it is lost, or that it is not. */
type Report = LossFact & { readonly feed: string };

/**
 * What follows from devices that were reported lost (`device.set`): lines of theirs that whoever reported it had not
 * read may be anybody's. The signature of such a line holds, for the key went with the device.
 */
export function lossFindings(feeds: Feeds): Finding[] {
  const reports = [...feeds.values()].flatMap(({ feed, facts }) =>
    facts.losses.map((loss) => ({ ...loss, feed })),
  );
  const devices = [...new Set(reports.map(({ device }) => device))].toSorted();
  return devices.flatMap((device) => {
    const first = firstLoss(
      reports.filter((report) => report.device === device),
      feeds,
    );
    return first === undefined ? [] : [findingOf(first, feeds)];
  });
}

/** Of the reports of a loss that stand, the one whose writer had read the least of the device. */
function firstLoss(reports: readonly Report[], feeds: Feeds): Report | undefined {
  const isBack = (loss: Report): boolean =>
    reports.some(
      (report) =>
        !report.isLost &&
        // Nobody vouches for the device with its own key, but for what was said with it.
        (report.feed !== report.device || loss.feed === report.device) &&
        readOf(loss.feed, report, feeds) >= loss.seq,
    );
  const [first] = reports
    .filter((report) => report.isLost && !isBack(report))
    .toSorted(
      (a, b) =>
        readOf(a.device, a, feeds) - readOf(b.device, b, feeds) ||
        (a.feed < b.feed ? -1 : a.feed > b.feed ? 1 : 0) ||
        a.seq - b.seq,
    );
  return first;
}

/** The last number of a feed that the writer of a line had read; -1: none of it. */
function readOf(feed: string, by: Report, feeds: Feeds): number {
  if (feed === by.feed) return by.seq;
  let last = -1;
  for (const { seq, seen } of feeds.get(by.feed)?.facts.witnesses ?? [])
    if (seq <= by.seq) last = Math.max(last, seen[feed]?.[0] ?? -1);
  return last;
}

function findingOf(loss: Report, feeds: Feeds): Finding {
  const { device } = loss;
  const report = { other: loss.feed, said: loss.line };
  const read = readOf(device, loss, feeds);
  const later = [...(feeds.get(device)?.known ?? [])].filter(([seq]) => seq > read);
  if (later.length === 0) return finding('device-lost', { feed: device, values: report });
  const number = later.reduce((least, [seq]) => Math.min(least, seq), Infinity);
  const line = feeds.get(device)?.known.get(number)?.line ?? 0;
  return finding('after-loss', {
    feed: device,
    line,
    values: { ...report, number, n: later.length },
  });
}
