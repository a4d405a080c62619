import { workedExample } from '#shared/catalogue/examples/worked-example.ts';
import { templateById, toAdoptedChecklist } from '#shared/catalogue/checklist-templates.ts';
import { writeExample } from '#shared/application/write-example.ts';
import type { IncidentFields } from '#shared/domain/incident.ts';
import { unknownEntryTime } from '#shared/domain/time/entry-time.ts';
import { fold, type NotebookState } from '#shared/journal/fold.ts';
import { makeSeal, sealWords } from '#shared/journal/seal.ts';
import type { Language } from '#shared/i18n/messages.ts';
import type { ReportOptions } from '#shared/report/report-options.ts';
import { sha256Hex } from '../../../electron/notebook/node-crypto.ts';
import { createTestDevice, testId, type TestDevice } from '../../fixtures/test-device.ts';
import {
  addEntry,
  addEvidence,
  correctEntry,
  entryContent,
  setIncident,
} from '../../fixtures/test-operations.ts';

/** A notebook in memory with what a report of it needs. */
export type SampleNotebook = {
  readonly state: NotebookState;
  readonly seal: ReportOptions['seal'];
};

/** Options as the application would give them, at a fixed moment. */
export function reportOptions(
  language: Language,
  sample: SampleNotebook,
  change: Partial<ReportOptions> = {},
): ReportOptions {
  return {
    language,
    zone: 'Asia/Tokyo',
    generatedAtMs: Date.UTC(2026, 0, 7, 5, 30),
    app: { name: 'Kiroku', version: '0.1.0' },
    ...(sample.seal && { seal: sample.seal }),
    ...change,
  };
}

/** Folds what some devices wrote; the last one has read all the others. */
export function sampleOf(devices: readonly TestDevice[]): SampleNotebook {
  const lines = devices.flatMap((device) => device.lines);
  const state = fold(lines);
  const heads = devices.at(-1)?.heads() ?? {};
  const hashes = [...state.evidence.values()].flatMap(({ item }) => item?.sha256 ?? []);
  const { value } = makeSeal(heads, hashes, sha256Hex);
  return { state, seal: { value, words: sealWords(value).split(' '), heads } };
}

/** The worked example that ships with the application, written through its use cases. */
export async function exampleNotebook(language: Language): Promise<SampleNotebook> {
  const example = workedExample(language);
  const device = createTestDevice(testId('example', language), 'incident-laptop', {
    by: example.by,
  });
  let count = 0;
  const written = await writeExample(
    {
      newId: () => testId('example', language, (count += 1)),
      journal: {
        append: (operation) => {
          const { p, hash } = device.append(operation);
          return Promise.resolve({
            ok: true as const,
            value: { feed: p.feed, seq: p.seq, hash, wall: p.wall },
          });
        },
      },
      nowMs: () => Date.UTC(2026, 0, 5, 3, 0),
      storeText: (name, content) =>
        Promise.resolve({
          ok: true as const,
          value: {
            name,
            size: Buffer.byteLength(content),
            sha256: sha256Hex(content),
            changedWhileReading: false,
          },
        }),
    },
    example,
  );
  if (!written.ok) throw new Error(`the example was not written: ${written.error.kind}`);
  return sampleOf([device]);
}

/** Two devices and one of everything that a report has to say something about. */
export function eventfulNotebook(fields: IncidentFields = {}): SampleNotebook {
  const notebook = testId('eventful');
  const desk = createTestDevice(notebook, 'desk', { by: 'Aoki' });
  const field = createTestDevice(notebook, 'field', { by: 'Brown' });
  const id = (name: string) => testId('eventful', name);
  const add = (name: string, ...content: Parameters<typeof addEntry>) =>
    desk.append({ ...addEntry(...content), id: id(name) });

  desk.append(
    setIncident({
      title: 'Ward 3 ransomware',
      tlp: 'AMBER',
      zone: 'Asia/Tokyo',
      phase: 'detection-analysis',
      status: 'contained',
      summary: 'Files on the ward server were encrypted.\n\nThe ward went over to paper.',
      ...fields,
    }),
  );
  desk.append({ ...addEvidence('E-001', 'Accepted password for root\n'), id: id('log') });
  desk.append({ ...addEvidence('E-002', 'README_RESTORE\n'), id: id('note') });
  desk.append({
    t: 'evidence.custody',
    evidence: id('log'),
    action: 'transferred',
    from: 'Aoki',
    to: 'Forensic laboratory',
    place: 'Safe 2',
    purpose: 'Imaging',
    note: '',
  });
  const day = (utc: string) => ({
    utc,
    text: '',
    zone: 'Asia/Tokyo',
    precision: 'day' as const,
    plusMinusMs: 0,
    untilUtc: null,
    relation: 'at' as const,
  });
  const minute = (utc: string, change = {}) => ({
    ...day(utc),
    precision: 'minute' as const,
    ...change,
  });
  add('login', 'VPN account used from an unknown address.', {
    kind: 'adversary',
    at: minute('2026-01-04T17:02:00Z', { plusMinusMs: 1_200_000 }),
    stages: ['delivery'],
    techniques: [{ id: 'T1133', catalogue: '19.1' }],
    hosts: ['vpn01'],
    evidence: [id('log')],
  });
  add('ransom', 'Ransom note found on the ward server.', {
    kind: 'adversary',
    at: minute('2026-01-05T00:10:00Z'),
    stages: ['actions-on-objectives', 'later-stage'],
    techniques: [
      { id: 'T1486', catalogue: '19.1' },
      { id: 'T9999', catalogue: '19.1' },
    ],
    hosts: ['ward-srv', 'WARD-SRV'],
    tags: ['ransomware'],
    evidence: [id('note'), testId('nowhere')],
    starred: true,
  });
  add('service', 'A service was installed.', {
    kind: 'adversary',
    at: day('2026-01-04T15:00:00Z'),
    stages: ['installation'],
    hosts: ['ward-srv'],
    confidence: 'possible',
  });
  add('decide', 'Ward 3 goes over to paper.', {
    kind: 'decision',
    at: minute('2026-01-05T01:00:00Z'),
  });
  add('ask', 'Was the backup reached?', { kind: 'question', at: unknownEntryTime('Asia/Tokyo') });
  add('rumour', 'Mail server said to be affected.', {
    kind: 'adversary',
    at: minute('2026-01-03T01:00:00Z'),
    stages: ['reconnaissance'],
    hosts: ['mail01'],
    confidence: 'rejected',
  });
  add('slip', 'Printer out of paper.', { kind: 'note', at: minute('2026-01-05T01:30:00Z') });
  add('japanese', '電子カルテの閲覧ができない。', { at: minute('2026-01-05T00:30:00Z') });
  desk.append({
    ...correctEntry(id('decide'), 'Wards 3 and 4 go over to paper.'),
    id: id('decide-2'),
  });
  desk.append({
    t: 'entry.withdraw',
    entry: id('slip'),
    reason: 'Not about the incident.',
  });
  const template = templateById('general-nist');
  if (template === undefined) throw new Error('the general template is missing');
  desk.append({ t: 'checklist.adopt', id: id('list'), ...toAdoptedChecklist(template) });
  const tick = (item: string, setting: object) => ({
    t: 'checklist.item',
    checklist: id('list'),
    item,
    because: '',
    note: '',
    owner: '',
    entries: [],
    evidence: [],
    ...setting,
  });
  desk.append(tick('GEN-D01', { state: 'done', entries: [id('ransom')], evidence: [id('log')] }));
  desk.append(
    tick('GEN-P01', { state: 'not-applicable', because: 'Kept by the hospital.', owner: 'Chiba' }),
  );

  field.read(desk);
  field.append({ ...addEntry('Switch 3 unplugged.', { kind: 'response' }), id: id('unplug') });
  // From here the two devices no longer see each other.
  desk.append(setIncident({ impact: 'One ward.' }));
  field.append(setIncident({ impact: 'Two wards.' }));
  desk.append({ ...correctEntry(id('login'), 'VPN account of a nurse used.'), id: id('login-d') });
  field.append({
    ...correctEntry(id('login'), 'VPN account of a doctor used.'),
    id: id('login-f'),
  });
  desk.append(tick('GEN-D02', { state: 'doing' }));
  field.append(tick('GEN-D02', { state: 'blocked', because: 'No access.' }));
  field.append({ t: 'future.thing', anything: 1 });
  field.append({
    t: 'entry.correct',
    id: id('orphan-2'),
    entry: id('orphan'),
    reason: 'Its first line is missing.',
    ...entryContent('Only a correction of this is left.'),
  });
  field.append({ t: 'entry.withdraw', entry: id('lost'), reason: 'Nothing else is left of it.' });
  field.read(desk);
  field.append({ t: 'clock.jump', byMs: 90_000 });
  return sampleOf([desk, field]);
}
