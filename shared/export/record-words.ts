import type { ExportRecords } from './export-case.ts';
import type { RecordKind } from './export-formats.ts';

type Words = {
  readonly [K in RecordKind]: {
    /** What people know it by: nothing else that goes out may say it while the record stays behind. */
    readonly names: (record: ExportRecords[K]) => readonly (string | undefined)[];
    /** Everything in it that a person wrote. */
    readonly texts: (record: ExportRecords[K]) => readonly (string | undefined)[];
  };
};

/** The names and texts of each kind of record. */
export const recordWords: Words = {
  entry: {
    names: () => [],
    texts: ({ text, at, noticed, tags, hosts, accounts, rows, logSource }) => [
      text,
      at.text,
      noticed?.text,
      logSource ?? undefined,
      ...tags,
      ...hosts,
      ...accounts,
      ...rows.map((row) => row.text),
    ],
  },
  system: {
    names: ({ name, aliases = [] }) => [name, ...aliases],
    texts: ({ name, aliases = [], type, role, owner, network, place, os, state, note }) => [
      name,
      ...aliases,
      type,
      role,
      owner,
      network,
      place,
      os,
      state?.because,
      note,
    ],
  },
  account: {
    names: ({ name, sid }) => [name, sid],
    texts: ({ name, domain, sid, type, privileges, owner, state, note }) => [
      name,
      domain,
      sid,
      type,
      privileges,
      owner,
      state?.because,
      note,
    ],
  },
  indicator: {
    names: ({ value }) => [value],
    texts: ({ value, origin, note, systems = [], told = [], sightings = [], removal }) => [
      value,
      origin,
      note,
      removal?.reason,
      ...systems,
      ...told.map(({ who }) => who),
      ...sightings.map(({ where }) => where),
    ],
  },
  evidence: {
    names: ({ name }) => [name],
    texts: ({ name, note, origin, custody }) => [
      name,
      note,
      origin?.path,
      ...custody.flatMap((event) => [
        event.from,
        event.to,
        event.place,
        event.purpose,
        event.note,
        event.by,
      ]),
    ],
  },
  action: {
    names: () => [],
    texts: ({ text, type, owner, note, cause, removal }) => [
      text,
      type,
      owner,
      note,
      cause,
      removal?.reason,
    ],
  },
  checklist: {
    names: () => [],
    texts: ({ items }) => items.flatMap(({ because, note, owner }) => [because, note, owner]),
  },
  source: {
    names: ({ name }) => [name],
    texts: ({ name, clock, measured }) => [name, clock?.how, ...measured.map(({ how }) => how)],
  },
};
