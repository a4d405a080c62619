import { useMemo } from 'react';
import {
  namesOfSystem,
  type Registered,
  registeredContacts,
  registeredServices,
  registeredStateful,
  type RegisteredStateful,
  unregisteredNames,
} from '#shared/application/systems.ts';
import type { AccountFields } from '#shared/domain/account.ts';
import type { ServiceFields } from '#shared/domain/business-service.ts';
import type { ContactFields } from '#shared/domain/contact.ts';
import { foldName } from '#shared/domain/fold-name.ts';
import type { AssetFields } from '#shared/domain/system.ts';
import type { TimelineRow } from '../../data/timeline-row.ts';
import { useRecords, useTimeline } from '../../data/use-records.ts';

export function useSystems(): readonly RegisteredStateful<AssetFields>[] {
  const records = useRecords('assets');
  return useMemo(() => registeredStateful(records), [records]);
}

export function useAccounts(): readonly RegisteredStateful<AccountFields>[] {
  const records = useRecords('accounts');
  return useMemo(() => registeredStateful(records), [records]);
}

export function useServices(): readonly RegisteredStateful<ServiceFields>[] {
  const records = useRecords('services');
  return useMemo(() => registeredServices(records), [records]);
}

export function useContacts(): readonly Registered<ContactFields>[] {
  const records = useRecords('contacts');
  return useMemo(() => registeredContacts(records), [records]);
}

/** Names that entries mention and that are on no register, the most used first. */
export function useUnregistered(
  field: 'hosts' | 'accounts',
  registered: readonly string[],
): readonly { readonly name: string; readonly count: number }[] {
  const rows = useTimeline();
  return useMemo(
    () =>
      unregisteredNames(
        rows.flatMap((row) => (row.withdrawn ? [] : (row.content[field] ?? []))),
        registered,
      ),
    [rows, field, registered],
  );
}

/** Names by which entries mention the systems of a register. */
export function allNames(systems: readonly RegisteredStateful<AssetFields>[]): readonly string[] {
  return systems.flatMap(namesOfSystem);
}

/** Ids of the entries that mention one of some names, in the order of the timeline. */
export function entriesNaming(
  rows: readonly TimelineRow[],
  field: 'hosts' | 'accounts',
  names: readonly string[],
): readonly string[] {
  const wanted = new Set(names.map(foldName));
  return rows
    .filter(({ content }) => (content[field] ?? []).some((name) => wanted.has(foldName(name))))
    .map(({ id }) => id);
}
