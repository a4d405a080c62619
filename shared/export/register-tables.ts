import { chainTables } from './chain-tables.ts';
import { decisionTables } from './decision-tables.ts';
import type { ExportCase, ExportEntry } from './export-case.ts';
import type { Table } from './export-file.ts';
import { systemTables } from './system-tables.ts';
import { type Columns, list, removal, tableOf, whenWritten } from './table-columns.ts';

/** Every list of a case as a table, in the order in which people look for them. */
export function registerTables(content: ExportCase): readonly Table[] {
  const numbers = new Map(content.entries.map(({ id, seq }) => [id, String(seq)]));
  const items = new Map(content.evidence.map(({ id, no }) => [id, no]));
  const sources = new Map(content.sources.map(({ id, name }) => [id, name]));
  const cited = (ids: readonly string[] | undefined): string =>
    list(ids?.map((id) => numbers.get(id) ?? id));
  const files = (ids: readonly string[]): string => list(ids.map((id) => items.get(id) ?? id));

  return [
    tableOf('entries', entryColumns(files, numbers, sources), content.entries),
    ...systemTables(content, cited),
    tableOf(
      'indicators',
      {
        type: ({ type }) => type,
        value: ({ value }) => value,
        state: ({ state }) => state,
        confidence: ({ confidence }) => confidence,
        first_seen_utc: ({ firstSeen }) => firstSeen,
        last_seen_utc: ({ lastSeen }) => lastSeen,
        valid_until_utc: ({ validUntil }) => validUntil,
        stages: ({ stages }) => list(stages),
        techniques: ({ techniques }) => list(techniques),
        systems: ({ systems }) => list(systems),
        entries: ({ entries }) => cited(entries),
        sightings: ({ sightings }) => list(sightings?.map(({ where }) => where)),
        told: ({ told }) => list(told?.map(({ who }) => who)),
        origin: ({ origin }) => origin,
        note: ({ note }) => note,
        ...removal,
        ...whenWritten,
      },
      content.indicators,
    ),
    tableOf(
      'evidence',
      {
        number: ({ no }) => no,
        name: ({ name }) => name,
        size_bytes: ({ size, reference }) => size ?? reference?.size,
        sha256: ({ sha256, reference }) => sha256 ?? reference?.sha256,
        sha1: ({ hashes, reference }) => (reference?.hashes ?? hashes)?.sha1,
        md5: ({ hashes, reference }) => (reference?.hashes ?? hashes)?.md5,
        stays_on: ({ reference }) => reference?.medium,
        kind: ({ fields }) => fields.type,
        make_model: ({ fields }) => fields.makeModel,
        serial: ({ fields }) => fields.serial,
        storage: ({ fields }) => fields.storage,
        seal: ({ fields }) => fields.seal,
        note: ({ note }) => note,
        origin_path: ({ origin, reference }) => (reference?.origin ?? origin)?.path,
        changed_while_reading: ({ changedWhileReading }) => changedWhileReading,
        custody_events: ({ custody }) => custody.length,
        ...whenWritten,
      },
      content.evidence,
    ),
    tableOf(
      'custody',
      {
        evidence: ({ no }) => no,
        time: ({ at }) => at,
        action: ({ action }) => action,
        from: ({ from }) => from,
        to: ({ to }) => to,
        place: ({ place }) => place,
        purpose: ({ purpose }) => purpose,
        note: ({ note }) => note,
        by: ({ by }) => by,
        id: ({ id }) => id,
      },
      content.evidence.flatMap(({ no, custody }) => custody.map((event) => ({ no, ...event }))),
    ),
    tableOf(
      'checklists',
      {
        checklist: ({ checklist }) => checklist.title.en,
        checklist_ja: ({ checklist }) => checklist.title.ja,
        item: ({ item }) => item.id,
        phase: ({ item }) => item.phase,
        text: ({ item }) => item.text.en,
        text_ja: ({ item }) => item.text.ja,
        critical: ({ item }) => item.critical,
        state: ({ item }) => item.state,
        because: ({ item }) => item.because,
        note: ({ item }) => item.note,
        owner: ({ item }) => item.owner,
        entries: ({ item }) => cited(item.entries),
        evidence: ({ item }) => files(item.evidence),
      },
      content.checklists.flatMap((checklist) =>
        checklist.items.map((item) => ({ checklist, item })),
      ),
    ),
    tableOf(
      'actions',
      {
        text: ({ text }) => text,
        state: ({ state }) => state,
        type: ({ type }) => type,
        owner: ({ owner }) => owner,
        due_utc: ({ due }) => due,
        priority: ({ priority }) => priority,
        entries: ({ entries }) => cited(entries),
        note: ({ note }) => note,
        ...removal,
        ...whenWritten,
      },
      content.actions,
    ),
    tableOf(
      'sources',
      {
        name: ({ name }) => name,
        evidence: ({ evidence }) => (evidence === undefined ? '' : files([evidence])),
        reader: ({ reading }) => reading?.reader,
        zone: ({ reading }) => reading?.zone,
        rows: ({ result }) => result?.rows,
        clock_ahead_ms: ({ clock }) => clock?.aheadMs,
        clock_plus_minus_ms: ({ clock }) => clock?.plusMinusMs,
        clock_measured_how: ({ clock }) => clock?.how,
        ...whenWritten,
      },
      content.sources,
    ),
    ...chainTables(content, cited),
    ...decisionTables(content, cited),
  ];
}

function entryColumns(
  files: (ids: readonly string[]) => string,
  numbers: ReadonlyMap<string, string>,
  sources: ReadonlyMap<string, string>,
): Columns<ExportEntry> {
  return {
    number: ({ seq }) => seq,
    time_utc: ({ at }) => at.utc,
    true_time_utc: ({ at, correctedUtc }) => correctedUtc ?? at.utc,
    until_utc: ({ at }) => at.untilUtc,
    precision: ({ at }) => at.precision,
    plus_minus_ms: ({ at }) => at.plusMinusMs,
    relation: ({ at }) => at.relation,
    time_as_written: ({ at }) => at.text,
    zone: ({ at }) => at.zone,
    noticed_utc: ({ noticed }) => noticed?.utc,
    kind: ({ kind }) => kind,
    text: ({ text }) => text,
    stages: ({ stages }) => list(stages),
    techniques: ({ techniques }) => list(techniques),
    hosts: ({ hosts }) => list(hosts),
    accounts: ({ accounts }) => list(accounts),
    tags: ({ tags }) => list(tags),
    confidence: ({ confidence }) => confidence,
    basis: ({ basis }) => basis,
    log_source: ({ logSource }) => logSource,
    source: ({ source }) => (source === null ? '' : (sources.get(source) ?? source)),
    evidence: ({ evidence }) => files(evidence),
    links: ({ links }) =>
      list(links.map(({ type, entry }) => `${type} ${numbers.get(entry) ?? entry}`)),
    cited_rows: ({ rows }) =>
      list(rows.map(({ evidence, line }) => `${files([evidence])} line ${line}`)),
    starred: ({ starred }) => starred,
    corrected: ({ corrected }) => corrected,
    withdrawn: ({ withdrawn }) => withdrawn,
    ...whenWritten,
  };
}
