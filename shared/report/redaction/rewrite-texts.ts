import type { CustodyEvent } from '../../domain/evidence.ts';
import type { NotebookState } from '../../journal/fold.ts';
import { rewriteMeetings } from './rewrite-meetings.ts';
import type { EntryRecord, EvidenceRecord } from '../../journal/records.ts';

type Rewrite = (text: string) => string;

/**
 * A copy of a notebook in which everything that a person typed or is called has gone through a function.
 *
 * Ids, hashes, times and choices stay: they are what the program goes by, and name nobody.
 */
export function rewriteTexts(state: NotebookState, rewrite: Rewrite): NotebookState {
  const by = <T extends { readonly by: string }>(written: T): T => ({
    ...written,
    by: rewrite(written.by),
  });
  const fields = <F extends object>(registers: F, names: readonly string[]): F =>
    Object.fromEntries(
      Object.entries(registers).map(([name, register]) => [
        name,
        (register as readonly { by: string; value: unknown }[]).map((written) => ({
          ...by(written),
          value: names.includes(name) ? deep(written.value, rewrite) : written.value,
        })),
      ]),
    ) as F;
  const mapOf = <V>(map: ReadonlyMap<string, V>, change: (value: V) => V): Map<string, V> =>
    new Map([...map].map(([id, value]) => [id, change(value)]));
  const listed =
    (names: readonly string[]) =>
    <R extends { readonly origin: { readonly by: string }; readonly fields: object }>(
      record: R,
    ): R => ({
      ...record,
      origin: by(record.origin),
      fields: fields(record.fields, names),
    });
  return {
    ...state,
    feeds: mapOf(state.feeds, (feed) => ({
      ...feed,
      device: rewrite(feed.device),
      host: rewrite(feed.host),
      user: rewrite(feed.user),
    })),
    incident: mapOf(state.incident, (record) => ({
      ...record,
      fields: fields(record.fields, [
        'title',
        'summary',
        'rootCause',
        'impact',
        'recommendations',
        'sources',
      ]),
    })),
    entries: mapOf(state.entries, (entry) => rewriteEntry(entry, rewrite)),
    evidence: mapOf(state.evidence, (item) => rewriteEvidence(item, rewrite)),
    sources: mapOf(state.sources, (record) => ({
      ...record,
      ...(record.origin && { origin: by(record.origin) }),
      ...(record.source && { source: { ...record.source, name: rewrite(record.source.name) } }),
      clock: record.clock.map(by),
    })),
    assets: mapOf(state.assets, listed(['name', 'aliases', 'owner', 'role', 'place', 'note'])),
    accounts: mapOf(state.accounts, listed(['name', 'domain', 'sid', 'owner', 'note'])),
    indicators: mapOf(state.indicators, listed(['systems', 'origin', 'note'])),
    actions: mapOf(state.actions, (record) => ({
      ...listed(['text', 'type', 'owner', 'note', 'cause'])(record),
      states: record.states.map(by),
    })),
    lessons: mapOf(state.lessons, listed(['text', 'cause'])),
    minutes: mapOf(state.minutes, listed(['text', 'owner'])),
    questions: mapOf(state.questions, (record) => ({
      ...record,
      origin: by(record.origin),
      fields: {
        ...record.fields,
        ...(record.fields.owner && {
          owner: record.fields.owner.map((each) => ({ ...by(each), value: rewrite(each.value) })),
        }),
        ...(record.fields.answer && {
          answer: record.fields.answer.map((each) => ({
            ...by(each),
            value: { ...each.value, text: rewrite(each.value.text) },
          })),
        }),
        ...(record.fields.dismissal && {
          dismissal: record.fields.dismissal.map((each) => ({
            ...by(each),
            value: { ...each.value, reason: rewrite(each.value.reason) },
          })),
        }),
      },
    })),
    ...rewriteMeetings(state, rewrite),
    checklists: mapOf(state.checklists, (record) => ({
      ...record,
      ...(record.origin && { origin: by(record.origin) }),
      items: Object.fromEntries(
        Object.entries(record.items).map(([id, register]) => [
          id,
          register.map((written) => ({
            ...by(written),
            value: {
              ...written.value,
              because: rewrite(written.value.because),
              note: rewrite(written.value.note),
              owner: rewrite(written.value.owner),
            },
          })),
        ]),
      ),
    })),
    devices: mapOf(state.devices, listed(['lost'])),
    seals: mapOf(state.seals, (seal) => ({ ...seal, origin: by(seal.origin) })),
    unknown: mapOf(state.unknown, (record) => ({ ...record, last: by(record.last) })),
  };
}

function rewriteEntry(entry: EntryRecord, rewrite: Rewrite): EntryRecord {
  const by = <T extends { readonly by: string }>(written: T): T => ({
    ...written,
    by: rewrite(written.by),
  });
  return {
    ...entry,
    ...(entry.origin && { origin: by(entry.origin) }),
    versions: entry.versions.map((version) => ({
      ...by(version),
      reason: rewrite(version.reason),
      content: {
        ...version.content,
        text: rewrite(version.content.text),
        hosts: version.content.hosts.map(rewrite),
        tags: version.content.tags.map(rewrite),
        ...(version.content.accounts && { accounts: version.content.accounts.map(rewrite) }),
        ...(version.content.rows && {
          rows: version.content.rows.map((row) => ({ ...row, text: rewrite(row.text) })),
        }),
      },
    })),
    heads: entry.heads.map(by),
    withdrawal: entry.withdrawal.map((written) => ({
      ...by(written),
      value: { ...written.value, reason: rewrite(written.value.reason) },
    })),
  };
}

function rewriteEvidence(record: EvidenceRecord, rewrite: Rewrite): EvidenceRecord {
  const { item, origin } = record;
  return {
    ...record,
    ...(origin && { origin: { ...origin, by: rewrite(origin.by) } }),
    ...(item && {
      item: {
        ...item,
        name: rewrite(item.name),
        note: rewrite(item.note),
        ...(item.origin && { origin: { ...item.origin, path: rewrite(item.origin.path) } }),
      },
    }),
    custody: record.custody.map((custody) => ({
      ...custody,
      by: rewrite(custody.by),
      event: {
        ...custody.event,
        from: rewrite(custody.event.from),
        to: rewrite(custody.event.to),
        place: rewrite(custody.event.place),
        purpose: rewrite(custody.event.purpose),
        note: rewrite(custody.event.note),
        ...rewriteGiven(custody.event, rewrite),
      },
    })),
  };
}

/** What of a custody event need not be there. */
function rewriteGiven(
  { at, witness, delivery, seal, sheet }: CustodyEvent,
  rewrite: Rewrite,
): Partial<CustodyEvent> {
  return {
    ...(at !== undefined && { at: { ...at, text: rewrite(at.text) } }),
    ...(witness !== undefined && { witness: rewrite(witness) }),
    ...(delivery !== undefined && { delivery: rewrite(delivery) }),
    ...(seal !== undefined && { seal: rewrite(seal) }),
    ...(sheet !== undefined && { sheet: rewrite(sheet) }),
  };
}

function deep(value: unknown, rewrite: Rewrite): unknown {
  if (typeof value === 'string') return rewrite(value);
  return Array.isArray(value) ? value.map((part: unknown) => deep(part, rewrite)) : value;
}
