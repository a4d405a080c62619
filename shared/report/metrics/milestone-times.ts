import { type MilestoneId, milestones } from '../../catalogue/milestones.ts';
import type { EntryContent } from '../../domain/entry.ts';
import { foldName } from '../../domain/fold-name.ts';
import {
  compareEntryTimes,
  earliestMs,
  type EntryTime,
  latestMs,
} from '../../domain/time/entry-time.ts';
import type { EntryRef, ReportChecklist, ReportEntry } from '../report-entry.ts';

/** When a milestone was, and how the notebook says so. */
export type MilestoneTime = {
  readonly id: MilestoneId;
  readonly at: EntryTime;
  readonly entry: EntryRef;
  /** A tag of the entry; a checklist item that cites it; or that it is the first of its kind. */
  readonly by: 'tag' | 'checklist' | 'first-adversary';
};

/** Milestones that are reached when the last of several entries tells of them. */
const taken: ReadonlySet<MilestoneId> = new Set([
  'exfil_last',
  'contained',
  'eradicated',
  'recovered',
  'closed',
]);

/** `#detected`, `#first-access`, `#検知`: the id or the name in either language, however it is joined. */
const idByTag = new Map<string, MilestoneId>(
  milestones.flatMap(({ id, name }) =>
    [id, name.en, name.ja].map((word) => [keyOf(word), id] as const),
  ),
);

function keyOf(word: string): string {
  return foldName(word).replaceAll(/[\s_\-・（）()「」]+/g, '');
}

/** The milestone that a tag names. */
export function milestoneOfTag(tag: string): MilestoneId | undefined {
  return idByTag.get(keyOf(tag));
}

/** An entry that may tell of a milestone; renderer and report each have their own. */
export type MilestoneEntry = EntryRef & {
  readonly content: Pick<EntryContent, 'at'> & {
    readonly kind: string;
    readonly tags: readonly string[];
  };
};

/** A finished checklist item that sets a milestone, and the entries that it cites. */
export type MilestoneTick = { readonly milestone: string; readonly entries: readonly string[] };

/** The milestones of a report: by its entries and by the finished items of its checklists. */
export function milestoneTimes(
  entries: readonly ReportEntry[],
  checklists: readonly ReportChecklist[],
): ReadonlyMap<MilestoneId, MilestoneTime> {
  const items = checklists.flatMap(({ phases }) => phases.flatMap((phase) => phase.items));
  const ticks = items.flatMap(({ item: { milestone }, setting, sources }) =>
    milestone === undefined || setting.state !== 'done'
      ? []
      : [{ milestone, entries: sources.entries.map(({ id }) => id) }],
  );
  return findMilestones(entries, ticks);
}

/**
 * Finds the milestones of an incident: by the tags of entries, else by the entries that finished
 * checklist items cite. Only the first activity is ever concluded, from the earliest adversary entry,
 * since that is what it means; no other milestone takes the place of a missing one.
 *
 * @param entries those that count, in time order
 */
export function findMilestones(
  entries: readonly MilestoneEntry[],
  ticks: readonly MilestoneTick[],
): ReadonlyMap<MilestoneId, MilestoneTime> {
  const found = new Map<MilestoneId, MilestoneTime>();
  const offer = (id: MilestoneId, entry: MilestoneEntry, by: MilestoneTime['by']) => {
    const { at } = entry.content;
    if (at.utc === null) return;
    const before = found.get(id);
    if (before !== undefined && (before.by !== by || !isBetter(id, at, before.at))) return;
    found.set(id, { id, at, entry: { id: entry.id, label: entry.label }, by });
  };
  for (const entry of entries)
    for (const tag of entry.content.tags) {
      const id = milestoneOfTag(tag);
      if (id !== undefined) offer(id, entry, 'tag');
    }
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const tick of ticks) {
    const id = milestoneOfTag(tick.milestone);
    if (id === undefined) continue;
    for (const cited of tick.entries) {
      const entry = byId.get(cited);
      if (entry !== undefined) offer(id, entry, 'checklist');
    }
  }
  const adversary = entries.filter(({ content }) => content.kind === 'adversary');
  if (!found.has('first_activity'))
    for (const entry of adversary) offer('first_activity', entry, 'first-adversary');
  return found;
}

/** Of two times for one milestone the earlier stands, or the later where the last one finishes it. */
function isBetter(id: MilestoneId, at: EntryTime, before: EntryTime): boolean {
  if (taken.has(id)) return latestMs(at) > latestMs(before);
  const gap = earliestMs(at) - earliestMs(before);
  return gap < 0 || (gap === 0 && compareEntryTimes(at, before) < 0);
}
