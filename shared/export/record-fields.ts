import type { IncidentFields } from '../domain/incident.ts';
import type { ExportRecords } from './export-case.ts';
import { decisionRules } from './decision-rules.ts';
import type { RecordKind } from './export-formats.ts';
import { removal, time, written } from './rule-parts.ts';

/** What a string in a record is, as far as it decides what may leave with it. */
export type Role =
  /** What people know the record by: nothing else that goes out may say it while the record stays behind. */
  | 'name'
  /** Words that a person wrote, or that somebody's file carried. */
  | 'text'
  /** The name of a system, an account or somebody outside: it has the incident's label, not the record's. */
  | 'named'
  /** Whoever wrote the record. */
  | 'person'
  /** The id of a record: it goes only where that record goes. */
  | 'entry'
  | 'evidence'
  | 'source'
  | 'system'
  | 'path'
  | 'authority'
  /** One of the program's own words, an instant, a hash, the record's own id: nobody's words. */
  | 'code';

/**
 * The role of every string of a value, however deep.
 *
 * A field of a record that this table does not name is a compile error, and does not go out.
 */
export type RuleOf<V> = [V] extends [string]
  ? string extends V
    ? Role
    : 'code'
  : [V] extends [number | boolean]
    ? 'code'
    : [V] extends [readonly (infer E)[]]
      ? RuleOf<Exclude<E, null | undefined>> | 'earlier'
      : FieldRules<V>;

/** The role of every field of a record; `earlier` is a list that goes only where no label limits the export. */
export type FieldRules<R> = {
  readonly [F in keyof R]-?: RuleOf<Exclude<R[F], null | undefined>>;
};

/** A rule as a walk through a value meets it. */
export type AnyRule = Role | 'earlier' | { readonly [field: string]: AnyRule };

const volume = { device: 'code', mount: 'text', type: 'code', source: 'text' } as const;
const bilingual = { en: 'text', ja: 'text' } as const;
const serviceState = { value: 'code', because: 'text', entries: 'entry', at: 'code' } as const;
const systemState = {
  ...serviceState,
  examination: { collected: 'text', examined: 'text', by: 'text', found: 'code' },
} as const;
const accountState = { ...systemState, tokensRevoked: 'code' } as const;
const clock = { aheadMs: 'code', plusMinusMs: 'code', measuredAt: 'code', how: 'text' } as const;

/** The role of every field of every kind of record. */
export const recordFields: { readonly [K in RecordKind]: FieldRules<ExportRecords[K]> } = {
  entry: {
    ...written,
    seq: 'code',
    text: 'text',
    kind: 'code',
    at: time,
    stages: 'text',
    techniques: 'code',
    tags: 'text',
    hosts: 'named',
    accounts: 'named',
    evidence: 'evidence',
    starred: 'code',
    confidence: 'code',
    basis: 'code',
    logSource: 'text',
    source: 'source',
    correctedUtc: 'code',
    noticed: time,
    links: { type: 'code', entry: 'entry' },
    paths: 'path',
    sheet: 'text',
    rows: { source: 'source', evidence: 'evidence', line: 'code', sha256: 'code', text: 'text' },
    corrected: 'code',
    withdrawn: 'code',
    // What was corrected away may be the very thing that may not go out.
    history: 'earlier',
  },
  system: {
    ...written,
    name: 'name',
    aliases: 'name',
    type: 'text',
    role: 'text',
    owner: 'text',
    network: 'text',
    place: 'text',
    os: 'text',
    criticality: 'code',
    keyAsset: 'code',
    adversary: 'code',
    state: systemState,
    states: 'earlier',
    note: 'text',
    removal,
  },
  account: {
    ...written,
    name: 'name',
    domain: 'text',
    sid: 'name',
    type: 'text',
    privileges: 'text',
    owner: 'text',
    state: accountState,
    states: 'earlier',
    note: 'text',
    removal,
  },
  service: {
    ...written,
    name: 'name',
    owner: 'text',
    order: 'code',
    longestOutage: 'text',
    systems: 'system',
    state: serviceState,
    states: 'earlier',
    note: 'text',
    removal,
  },
  contact: {
    ...written,
    name: 'name',
    organisation: 'text',
    kind: 'code',
    role: 'text',
    phone: 'text',
    email: 'text',
    hours: 'text',
    reference: 'text',
    note: 'text',
    removal,
  },
  movement: {
    ...written,
    from: 'text',
    to: 'text',
    account: 'text',
    technique: 'code',
    at: 'code',
    entries: 'entry',
    note: 'text',
    removal,
  },
  indicator: {
    ...written,
    type: 'code',
    value: 'name',
    state: 'code',
    confidence: 'code',
    tlp: 'code',
    firstSeen: 'code',
    lastSeen: 'code',
    validUntil: 'code',
    stages: 'text',
    techniques: 'code',
    systems: 'named',
    entries: 'entry',
    origin: 'text',
    note: 'text',
    told: { who: 'named', at: 'code' },
    sightings: { where: 'named', at: 'code' },
    removal,
  },
  evidence: {
    ...written,
    no: 'code',
    name: 'name',
    size: 'code',
    sha256: 'code',
    note: 'text',
    origin: { path: 'text', pathBytes: 'code' },
    times: { modified: 'code', accessed: 'code', created: 'code' },
    changedWhileReading: 'code',
    hashes: { md5: 'code', sha1: 'code' },
    volume,
    folder: { name: 'text', path: 'text' },
    program: 'code',
    reference: {
      medium: 'text',
      origin: { path: 'text', pathBytes: 'code' },
      volume,
      times: { modified: 'code', accessed: 'code', created: 'code' },
      size: 'code',
      sha256: 'code',
      hashes: { md5: 'code', sha1: 'code' },
      segments: { bytes: 'code', sha256: 'code' },
      changedWhileReading: 'code',
      program: 'code',
    },
    fields: {
      type: 'text',
      label: 'text',
      description: 'text',
      quantity: 'text',
      makeModel: 'text',
      serial: 'text',
      hostname: 'text',
      mac: 'text',
      ip: 'text',
      condition: 'text',
      powerState: 'text',
      location: 'text',
      acquiredAt: time,
      clock: { aheadMs: 'code', plusMinusMs: 'code', how: 'text' },
      acquiredBy: 'text',
      witness: 'text',
      purpose: 'text',
      authority: 'text',
      method: 'text',
      tool: 'text',
      writeBlocker: 'code',
      sourceHash: 'text',
      unavoidableChange: 'text',
      seal: 'text',
      storage: 'text',
      tlp: 'code',
      photographs: 'evidence',
      retainUntil: 'text',
      disposition: 'text',
    },
    custody: {
      evidence: 'code',
      id: 'code',
      action: 'code',
      from: 'text',
      to: 'text',
      place: 'text',
      purpose: 'text',
      note: 'text',
      witness: 'text',
      delivery: 'text',
      seal: 'text',
      sealState: 'code',
      hash: 'code',
      sheet: 'text',
      by: 'text',
      at: 'code',
      happened: time,
    },
  },
  action: {
    ...written,
    text: 'text',
    state: 'code',
    type: 'text',
    owner: 'text',
    due: 'code',
    priority: 'code',
    entries: 'entry',
    note: 'text',
    cause: 'text',
    category: 'code',
    stage: 'code',
    layer: 'code',
    evidence: 'evidence',
    review: 'code',
    removal,
  },
  checklist: {
    ...written,
    template: 'code',
    version: 'code',
    title: bilingual,
    items: {
      id: 'code',
      phase: 'code',
      step: 'code',
      text: bilingual,
      critical: 'code',
      state: 'code',
      because: 'text',
      note: 'text',
      owner: 'text',
      entries: 'entry',
      evidence: 'evidence',
      due: 'code',
      blockedBy: 'text',
    },
  },
  source: {
    ...written,
    name: 'name',
    evidence: 'evidence',
    reading: {
      reader: 'code',
      encoding: 'code',
      zone: 'code',
      year: 'code',
      order: 'code',
      columns: {
        time: 'text',
        timeOfDay: 'text',
        epoch: 'code',
        text: 'text',
        host: 'text',
        kind: 'text',
      },
      sheet: 'text',
    },
    result: {
      rows: 'code',
      usable: 'code',
      unusable: 'code',
      skipped: 'code',
      first: 'code',
      last: 'code',
    },
    clock,
    measured: {
      ...clock,
      feed: 'code',
      seq: 'code',
      hash: 'code',
      by: 'text',
      recordedAt: 'code',
    },
  },
  path: { ...written, name: 'name', note: 'text', removal },
  question: {
    ...written,
    owner: 'text',
    answer: { entries: 'entry', text: 'text' },
    dismissal: { dismissed: 'code', reason: 'text' },
  },
  coverage: { ...written, state: 'code', retentionDays: 'code', owner: 'text', note: 'text' },
  course: {
    ...written,
    stage: 'text',
    action: 'code',
    text: 'text',
    outcome: 'code',
    layer: 'code',
    cut: 'code',
    entries: 'entry',
    note: 'text',
    removal,
  },
  ...decisionRules,
};

/** The role of every field of the incident itself. */
export const incidentRules: FieldRules<IncidentFields> = {
  title: 'name',
  tlp: 'code',
  zone: 'code',
  phase: 'code',
  status: 'code',
  summary: 'text',
  rootCause: 'text',
  impact: 'text',
  recommendations: 'text',
  sources: 'text',
  exercise: 'code',
  functionalImpact: 'code',
  informationImpact: 'code',
  recoverability: 'code',
  kind: 'code',
  headings: 'code',
};
