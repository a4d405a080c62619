import type { ItemSetting } from '../../domain/checklist.ts';
import type { NotebookState } from '../../journal/fold.ts';
import { rewriteEvidence } from './rewrite-evidence.ts';
import { rewriteMeetings } from './rewrite-meetings.ts';
import type { EntryRecord } from '../../journal/records.ts';

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
  const stateful =
    (names: readonly string[]) =>
    <
      R extends {
        readonly origin: { readonly by: string };
        readonly fields: object;
        readonly states: readonly { readonly by: string; readonly state: unknown }[];
      },
    >(
      record: R,
    ): R => ({
      ...listed(names)(record),
      states: record.states.map((written) => ({
        ...by(written),
        state: deep(written.state, rewrite),
      })),
    });
  const rewriteSetting = (setting: ItemSetting): ItemSetting => ({
    ...setting,
    because: rewrite(setting.because),
    note: rewrite(setting.note),
    owner: rewrite(setting.owner),
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
      phases: record.phases.map((move) => ({ ...by(move), because: rewrite(move.because) })),
    })),
    entries: mapOf(state.entries, (entry) => rewriteEntry(entry, rewrite)),
    evidence: mapOf(state.evidence, (item) => rewriteEvidence(item, rewrite)),
    sources: mapOf(state.sources, (record) => ({
      ...record,
      ...(record.origin && { origin: by(record.origin) }),
      ...(record.source && { source: { ...record.source, name: rewrite(record.source.name) } }),
      clock: record.clock.map(by),
    })),
    assets: mapOf(
      state.assets,
      stateful(['name', 'aliases', 'owner', 'role', 'network', 'place', 'note', 'state']),
    ),
    accounts: mapOf(
      state.accounts,
      stateful(['name', 'domain', 'sid', 'privileges', 'owner', 'note', 'state']),
    ),
    services: mapOf(state.services, stateful(['name', 'owner', 'longestOutage', 'note', 'state'])),
    contacts: mapOf(
      state.contacts,
      listed(['name', 'organisation', 'role', 'phone', 'email', 'hours', 'reference', 'note']),
    ),
    movements: mapOf(state.movements, listed(['from', 'to', 'account', 'note'])),
    indicators: mapOf(state.indicators, listed(['systems', 'origin', 'note'])),
    decisions: mapOf(
      state.decisions,
      listed([
        'question',
        'options',
        'chosen',
        'askedBy',
        'approvedBy',
        'basis',
        'outcome',
        'removal',
      ]),
    ),
    authorities: mapOf(
      state.authorities,
      listed(['scope', 'holder', 'role', 'reach', 'deputies', 'conditions', 'removal']),
    ),
    deadlines: mapOf(
      state.deadlines,
      listed(['name', 'rule', 'source', 'event', 'shift', 'done', 'owner', 'note', 'removal']),
    ),
    readMarks: mapOf(state.readMarks, (record) => ({ ...record, origin: by(record.origin) })),
    actions: mapOf(state.actions, (record) => ({
      ...listed(['text', 'type', 'owner', 'note', 'cause'])(record),
      states: record.states.map(by),
    })),
    paths: mapOf(state.paths, listed(['name', 'note', 'removal'])),
    coverage: mapOf(state.coverage, listed(['owner', 'note'])),
    courses: mapOf(state.courses, listed(['text', 'note', 'removal'])),
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
          register.map((written) => ({ ...by(written), value: rewriteSetting(written.value) })),
        ]),
      ),
      history: Object.fromEntries(
        Object.entries(record.history).map(([id, writings]) => [
          id,
          writings.map((written) => ({
            ...by(written),
            setting: rewriteSetting(written.setting),
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
        ...(version.content.sheet !== undefined && { sheet: rewrite(version.content.sheet) }),
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

/** What is no text in a value: choices of the program, ids and instants. */
const choices: ReadonlySet<string> = new Set(['value', 'entries', 'at', 'found', 'due']);

function deep(value: unknown, rewrite: Rewrite): unknown {
  if (typeof value === 'string') return rewrite(value);
  if (Array.isArray(value)) return value.map((part: unknown) => deep(part, rewrite));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([name, part]: [string, unknown]) => [
    name,
    choices.has(name) ? part : deep(part, rewrite),
  ]);
  return Object.fromEntries(parts);
}
