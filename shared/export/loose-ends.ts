import type { CaseRecords } from './case-records.ts';

/**
 * Takes from records what points to records that stay behind, and where the incident itself stays behind also
 * the names of systems, accounts and people, which have its label.
 */
export function withoutLooseEnds(
  kept: CaseRecords,
  { isHeldBack, isLimited }: { readonly isHeldBack: boolean; readonly isLimited: boolean },
): CaseRecords {
  const idsOf = (records: readonly { readonly id: string }[]): ReadonlySet<string> =>
    new Set(records.map(({ id }) => id));
  const entries = idsOf(kept.entry);
  const files = idsOf(kept.evidence);
  const sources = idsOf(kept.source);
  const names = <T>(list: readonly T[]): T[] => (isHeldBack ? [] : [...list]);
  const cited = (ids: readonly string[]): string[] => ids.filter((id) => entries.has(id));
  const person = (by: string): string => (isHeldBack ? '' : by);
  return {
    entry: kept.entry.map((entry) => ({
      ...entry,
      by: person(entry.by),
      hosts: names(entry.hosts),
      accounts: names(entry.accounts),
      evidence: entry.evidence.filter((id) => files.has(id)),
      source: entry.source !== null && sources.has(entry.source) ? entry.source : null,
      links: entry.links.filter((link) => entries.has(link.entry)),
      rows: entry.rows.filter((row) => files.has(row.evidence) && sources.has(row.source)),
      // What was corrected away may be the very thing that may not go out.
      history: isLimited ? [] : entry.history,
    })),
    system: kept.system.map((system) => ({ ...system, ...citedState(system, cited) })),
    account: kept.account.map((account) => ({ ...account, ...citedState(account, cited) })),
    indicator: kept.indicator.map((indicator) => ({
      ...indicator,
      by: person(indicator.by),
      ...(indicator.systems && { systems: names(indicator.systems) }),
      ...(indicator.told && { told: names(indicator.told) }),
      ...(indicator.sightings && { sightings: names(indicator.sightings) }),
      ...(indicator.entries && { entries: cited(indicator.entries) }),
    })),
    evidence: kept.evidence,
    action: kept.action.map((action) => ({
      ...action,
      ...(action.entries && { entries: cited(action.entries) }),
      ...(action.evidence && { evidence: action.evidence.filter((id) => files.has(id)) }),
    })),
    checklist: kept.checklist.map((checklist) => ({
      ...checklist,
      items: checklist.items.map((item) => ({
        ...item,
        entries: cited(item.entries),
        evidence: item.evidence.filter((id) => files.has(id)),
      })),
    })),
    source: kept.source.map(({ evidence, ...source }) => ({
      ...source,
      ...(evidence !== undefined && files.has(evidence) && { evidence }),
    })),
  };
}

function citedState<S extends { readonly entries: readonly string[] }>(
  { state }: { readonly state?: S | undefined },
  cited: (ids: readonly string[]) => string[],
): { readonly state?: S & { entries: string[] } } {
  return state === undefined ? {} : { state: { ...state, entries: cited(state.entries) } };
}
