import { logEntry } from '#shared/application/entries.ts';
import { entryLineContext } from '#shared/application/entry-context.ts';
import { startIncident } from '#shared/application/incident.ts';
import { indicatorTypes } from '#shared/domain/indicator.ts';
import type { ExportFormat } from '#shared/export/export-formats.ts';
import type { ExportLimits } from '#shared/export/export-limits.ts';
import { makeExport } from '#shared/export/make-export.ts';
import { type ExportFile } from '#shared/export/export-file.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { sha1Hex } from '../../../electron/export/pack-files.ts';
import { factLine, type PublicCase, publicCases } from '../../fixtures/public-cases.ts';
import { createTestDevice, testId } from '../../fixtures/test-device.ts';
import { addEntry, addEvidence, setIncident } from '../../fixtures/test-operations.ts';
import { inMemoryJournal } from '../application/in-memory-journal.ts';
import { eventfulNotebook, exampleNotebook, sampleOf } from '../report/sample-notebooks.ts';

export const notebookId = testId('exported notebook');

/** Makes an export as the command line does. */
export function exported(
  state: NotebookState,
  format: ExportFormat,
  limits: ExportLimits = {},
): ReturnType<typeof makeExport> {
  const ports = { sha1Hex, appVersion: '1.2.3' };
  return makeExport(state, { notebook: notebookId, format, limits }, ports);
}

/** The text of the files of an export, one after another. */
export function textOf(files: readonly ExportFile[]): string {
  return files.map((file) => ('text' in file ? file.text : JSON.stringify(file.tables))).join('\n');
}

/** The one JSON file of an export. */
export function jsonOf(state: NotebookState, format: ExportFormat, limits?: ExportLimits): unknown {
  return JSON.parse(textOf(exported(state, format, limits).files));
}

const values: Readonly<Record<(typeof indicatorTypes)[number], string>> = {
  ipv4: '203.0.113.9',
  ipv6: '2001:db8::9',
  'ip-range': '198.51.100.0/24',
  domain: 'evil.example',
  url: 'http://evil.example/a?b=1',
  email: 'attacker@evil.example',
  md5: 'd41d8cd98f00b204e9800998ecf8427e',
  sha1: 'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  sha512: 'ab'.repeat(64),
  cve: 'CVE-2018-13379',
  'file-name': "it's.exe",
  'file-path': 'C:\\ProgramData\\evil tools\\run.exe',
  'registry-key': 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run',
  mutex: 'Global\\evil',
  'user-agent': 'Mozilla/5.0 (evil)',
  mac: '00-1B-44-11-3A-B7',
  asn: 'AS64500',
  bitcoin: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
  technique: 'T1490',
  behaviour: '共有フォルダーの名前がすべて同じ拡張子に変わる',
  other: '夜間に管理者権限でバックアップを止める',
};

/** A case with something on every list, and indicators of every type. */
export function fullCase(): NotebookState {
  const desk = createTestDevice(notebookId, 'desk', { by: '青木' });
  const id = (name: string): string => testId('full case', name);
  desk.append(
    setIncident({
      title: '=HYPERLINK("http://evil.example","Ward 3")',
      tlp: 'AMBER',
      zone: 'Asia/Tokyo',
      status: 'contained',
      summary: 'The ward went over to paper.',
      rootCause: 'The VPN had not been patched.',
    }),
  );
  desk.append({ ...addEvidence('E-001', 'Accepted password\n'), id: id('file') });
  desk.append({
    t: 'evidence.custody',
    evidence: id('file'),
    action: 'transferred',
    from: '青木',
    to: 'Laboratory',
    place: 'Safe 2',
    purpose: 'Imaging',
    note: '',
  });
  desk.append({ t: 'source.add', id: id('source'), name: 'auth.log', evidence: id('file') });
  const at = (utc: string) => ({
    utc,
    text: '',
    zone: 'Asia/Tokyo',
    precision: 'minute' as const,
    plusMinusMs: 0,
    untilUtc: null,
    relation: 'at' as const,
  });
  const technique = (name: string) => ({ id: name, catalogue: '19.1' });
  desk.append({
    ...addEntry('-2+3 VPN account used from 203.0.113.9', {
      kind: 'adversary',
      at: at('2026-01-04T17:02:00Z'),
      stages: ['delivery'],
      techniques: [technique('T1133'), technique('T1078.002')],
      hosts: ['vpn01'],
      accounts: ['nurse7'],
      tags: ['vpn'],
      evidence: [id('file')],
      source: id('source'),
      links: [{ type: 'caused', entry: id('ransom') }],
      rows: [
        {
          source: id('source'),
          evidence: id('file'),
          line: 4,
          sha256: 'a'.repeat(64),
          text: 'Accepted, "nurse7"',
        },
      ],
    }),
    id: id('login'),
  });
  desk.append({
    ...addEntry('Files encrypted;\nransom note "README"', {
      kind: 'adversary',
      at: at('2026-01-05T00:10:00Z'),
      stages: ['actions-on-objectives'],
      techniques: [technique('T1486'), technique('T0804'), technique('T9999')],
      hosts: ['ward-srv'],
      confidence: 'confirmed',
    }),
    id: id('ransom'),
  });
  desk.append({
    ...addEntry('Switch 3 unplugged', { kind: 'response', at: at('2026-01-05T00:30:00Z') }),
    id: id('unplug'),
  });
  desk.append({
    t: 'asset.set',
    asset: id('ward-srv'),
    fields: {
      name: 'ward-srv',
      aliases: ['10.1.2.3'],
      type: 'server',
      os: 'Windows Server 2019',
      role: 'file server',
      state: { value: 'compromised', because: 'encrypted', entries: [id('ransom')] },
    },
  });
  desk.append({
    t: 'asset.set',
    asset: id('c2'),
    fields: { name: 'c2-host', aliases: ['203.0.113.9'], adversary: true },
  });
  desk.append({
    t: 'account.set',
    account: id('nurse7'),
    fields: {
      name: 'nurse7',
      domain: 'WARD',
      state: { value: 'compromised', because: '', entries: [id('login')] },
    },
  });
  for (const type of indicatorTypes)
    desk.append({
      t: 'indicator.set',
      indicator: id(type),
      fields: {
        type,
        value: values[type],
        state: 'confirmed',
        confidence: 'confirmed',
        stages: ['delivery'],
        techniques: ['T1133'],
        systems: ['c2-host'],
        entries: [id('login')],
        note: '@SUM(1)',
        validUntil: '2020-01-01T00:00:00Z',
      },
    });
  desk.append({
    t: 'action.set',
    action: id('reset'),
    fields: { text: '+Reset passwords', state: 'doing', owner: 'Chiba', entries: [id('login')] },
  });
  return sampleOf([desk]).state;
}

async function openCase({
  title,
  defaultTimezone: zone,
  facts,
}: PublicCase): Promise<NotebookState> {
  const writing = inMemoryJournal();
  const nowMs = Date.UTC(2026, 0, 5);
  await startIncident(writing, { title, tlp: 'CLEAR', zone });
  for (const fact of facts) {
    const context = entryLineContext({ nowMs, zone, findEvidence: () => undefined });
    const logged = await logEntry(writing, factLine(fact), context);
    if (!logged.ok) throw new Error(`${factLine(fact)}: ${logged.error.kind}`);
  }
  return writing.state();
}

/** The cases that every export has to stand: made ones, the worked examples, and the public ones at hand. */
export async function exportCases(): Promise<
  readonly { readonly name: string; readonly state: NotebookState }[]
> {
  return [
    { name: 'an empty notebook', state: sampleOf([createTestDevice(notebookId, 'desk')]).state },
    { name: 'a full case', state: fullCase() },
    { name: 'an eventful notebook', state: eventfulNotebook().state },
    { name: 'the English example', state: (await exampleNotebook('en')).state },
    { name: 'the Japanese example', state: (await exampleNotebook('ja')).state },
    ...(await Promise.all(
      publicCases.map(async (one) => ({ name: one.id, state: await openCase(one) })),
    )),
  ];
}
