import type { Examination } from '../domain/examination.ts';
import type { ExportCase } from './export-case.ts';
import type { Table } from './export-file.ts';
import { type Columns, list, removal, tableOf, whenWritten } from './table-columns.ts';

type Examined = {
  readonly state?: { readonly examination?: Examination | undefined } | undefined;
};

/** What somebody looked at before calling it clear. */
const examination: Columns<Examined> = {
  collected: ({ state }) => state?.examination?.collected,
  examined: ({ state }) => state?.examination?.examined,
  examined_by: ({ state }) => state?.examination?.by,
  found: ({ state }) => state?.examination?.found,
};

/** Systems, accounts, services, contacts and movement, and every state that was written of them. */
export function systemTables(
  content: ExportCase,
  cited: (ids: readonly string[] | undefined) => string,
): readonly Table[] {
  const systems = new Map(content.systems.map(({ id, name }) => [id, name ?? id]));
  const written = { system: content.systems, account: content.accounts, service: content.services };
  return [
    tableOf(
      'systems',
      {
        name: ({ name }) => name,
        aliases: ({ aliases }) => list(aliases),
        type: ({ type }) => type,
        role: ({ role }) => role,
        owner: ({ owner }) => owner,
        network: ({ network }) => network,
        place: ({ place }) => place,
        os: ({ os }) => os,
        criticality: ({ criticality }) => criticality,
        key_asset: ({ keyAsset }) => keyAsset,
        adversary: ({ adversary }) => adversary,
        state: ({ state }) => state?.value,
        state_because: ({ state }) => state?.because,
        state_entries: ({ state }) => cited(state?.entries),
        state_since_utc: ({ state }) => state?.at,
        ...examination,
        note: ({ note }) => note,
        ...removal,
        ...whenWritten,
      },
      content.systems,
    ),
    tableOf(
      'accounts',
      {
        name: ({ name }) => name,
        domain: ({ domain }) => domain,
        sid: ({ sid }) => sid,
        type: ({ type }) => type,
        privileges: ({ privileges }) => privileges,
        owner: ({ owner }) => owner,
        state: ({ state }) => state?.value,
        state_because: ({ state }) => state?.because,
        state_entries: ({ state }) => cited(state?.entries),
        state_since_utc: ({ state }) => state?.at,
        tokens_revoked: ({ state }) => state?.tokensRevoked,
        ...examination,
        note: ({ note }) => note,
        ...removal,
        ...whenWritten,
      },
      content.accounts,
    ),
    tableOf(
      'services',
      {
        order: ({ order }) => order,
        name: ({ name }) => name,
        owner: ({ owner }) => owner,
        longest_outage: ({ longestOutage }) => longestOutage,
        systems: (service) => list(service.systems?.map((id) => systems.get(id) ?? id)),
        state: ({ state }) => state?.value,
        state_because: ({ state }) => state?.because,
        state_entries: ({ state }) => cited(state?.entries),
        state_since_utc: ({ state }) => state?.at,
        note: ({ note }) => note,
        ...removal,
        ...whenWritten,
      },
      content.services,
    ),
    tableOf(
      'contacts',
      {
        name: ({ name }) => name,
        organisation: ({ organisation }) => organisation,
        kind: ({ kind }) => kind,
        role: ({ role }) => role,
        phone: ({ phone }) => phone,
        email: ({ email }) => email,
        hours: ({ hours }) => hours,
        reference: ({ reference }) => reference,
        note: ({ note }) => note,
        ...removal,
        ...whenWritten,
      },
      content.contacts,
    ),
    tableOf(
      'movement',
      {
        from: ({ from }) => from,
        to: ({ to }) => to,
        account: ({ account }) => account,
        technique: ({ technique }) => technique,
        time_utc: ({ at }) => at,
        entries: ({ entries }) => cited(entries),
        note: ({ note }) => note,
        ...removal,
        ...whenWritten,
      },
      content.movements,
    ),
    tableOf(
      'states',
      {
        of: ({ kind }) => kind,
        name: ({ name }) => name,
        state: ({ state }) => state.value,
        because: ({ state }) => state.because,
        entries: ({ state }) => cited(state.entries),
        since_utc: ({ state }) => state.at,
        by: ({ state }) => state.by,
        written: ({ state }) => state.recordedAt,
        id: ({ state }) => state.id,
      },
      Object.entries(written).flatMap(([kind, records]) =>
        records.flatMap(({ name, states }) => states.map((state) => ({ kind, name, state }))),
      ),
    ),
  ];
}
