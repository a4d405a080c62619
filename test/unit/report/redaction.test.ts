import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { reportText } from '#shared/application/notebook-report.ts';
import { buildReportModel } from '#shared/report/build-report-model.ts';
import { renderDocx } from '#shared/report/docx/render-docx.ts';
import { defangText, defangValue } from '#shared/indicators/defang.ts';
import type { RedactionPolicy } from '#shared/report/redaction/redaction-policy.ts';
import { labelOfTag } from '#shared/report/redaction/redaction-policy.ts';
import { writeReport } from '#shared/report/write-report.ts';
import { packDocx } from '../../../electron/report/pack-docx.ts';
import { createTestDevice, testId } from '../../fixtures/test-device.ts';
import {
  addEntry,
  addEvidence,
  correctEntry,
  setIncident,
} from '../../fixtures/test-operations.ts';
import { reportOptions, sampleOf } from './sample-notebooks.ts';

const secret = 'SECRET-PHRASE';

function sample() {
  const device = createTestDevice(testId('redaction'), 'Tanaka-laptop', { by: 'Tanaka' });
  device.append(
    setIncident({ title: `Breach ${secret}`, tlp: 'AMBER', summary: `Summary ${secret}` }),
  );
  device.append({ ...addEvidence('E-001', 'x'), id: testId('evidence'), name: `${secret}.log` });
  device.append({
    ...addEntry('Shared with everybody: Tanaka saw http://evil.example/a on web01.', {
      tags: ['tlp:green'],
      hosts: ['web01'],
    }),
    id: testId('green'),
  });
  device.append({
    ...addEntry(`Not for others: ${secret} on web01-db`, {
      hosts: ['web01-db'],
      evidence: [testId('evidence')],
    }),
    id: testId('amber'),
  });
  device.append({
    ...addEntry(`Red ${secret}`, { tags: ['TLP-RED'] }),
    id: testId('red'),
  });
  device.append({
    t: 'indicator.set',
    id: testId('i1'),
    indicator: testId('i1'),
    fields: { type: 'domain', value: `${secret.toLowerCase()}.example`, state: 'confirmed' },
  });
  device.append({
    t: 'indicator.set',
    id: testId('i2'),
    indicator: testId('i2'),
    fields: { type: 'domain', value: 'evil.example', state: 'confirmed', tlp: 'GREEN' },
  });
  return sampleOf([device]);
}

/** Everything that leaves the program, in every format, properties of files included. */
function everything(policy: RedactionPolicy, audience: 'technical' | 'partner' = 'technical') {
  const notebook = sample();
  const options = reportOptions('en', notebook, { redaction: policy, audience });
  const model = buildReportModel(notebook.state, options);
  const document = writeReport(model);
  const report = { model, document };
  const files = unzipSync(packDocx(renderDocx(document, model.generatedAtMs)));
  const texts = (['html', 'md', 'json'] as const).map((format) => reportText(report, format));
  return {
    model,
    text: [...texts, ...Object.values(files).map((file) => strFromU8(file))].join('\n'),
  };
}

test('what is marked narrower than the limit leaves no trace in any format', () => {
  const { model, text } = everything({ limit: 'GREEN' });
  expect(text).not.toContain(secret);
  expect(text).not.toContain(secret.toLowerCase());
  expect(text).not.toContain('Tanaka-laptop');
  expect(text).toContain('Shared with everybody');
  expect(text).toContain('evil[.]example');
  expect(model.entries).toHaveLength(1);
  expect(model.fields.tlp.at(-1)?.value).toBe('GREEN');
  expect(
    model.redaction.hidden.map(({ what, because }) => `${what} ${because}`).toSorted(),
  ).toEqual([
    'entry above-limit',
    'entry above-limit',
    'evidence nothing-shown-cites-it',
    'indicator above-limit',
    'section-text above-limit',
  ]);
});

test('what a correction took out stays out, and so does who held cited evidence', () => {
  const device = createTestDevice(testId('corrected'), 'Tanaka-laptop', { by: 'Tanaka' });
  device.append(setIncident({ title: 'Breach', tlp: 'AMBER' }));
  device.append({ ...addEvidence('E-001', 'x'), id: testId('item'), note: secret });
  device.append({
    t: 'evidence.custody',
    evidence: testId('item'),
    action: 'transferred',
    from: 'Sato',
    to: secret,
    place: secret,
    purpose: '',
    note: '',
  });
  device.append({ ...addEntry(`Named ${secret}`), id: testId('entry') });
  device.append({
    ...correctEntry(testId('entry'), 'Named nobody', 'For partners'),
    tags: ['tlp:green'],
    evidence: [testId('item')],
  });
  const notebook = sampleOf([device]);
  const limited = reportOptions('en', notebook, { redaction: { limit: 'GREEN' } });
  const model = buildReportModel(notebook.state, limited);
  const text = reportText({ model, document: writeReport(model) }, 'html');
  expect(text).toContain('Named nobody');
  expect(text).toContain('E-001');
  expect(text).not.toContain(secret);
  expect(text).not.toContain('Sato');
  expect(text).toContain('Earlier wordings of entries (1)');
  expect(text).toContain('Records of custody (1)');
});

test('a report without a limit is marked as narrowly as the narrowest entry in it', () => {
  expect(everything({}).model.fields.tlp.at(-1)?.value).toBe('RED');
  expect(everything({ limit: 'AMBER' }).model.fields.tlp.at(-1)?.value).toBe('AMBER');
});

test('names become roles, the same ones in fields, texts, heads and properties', () => {
  const { text } = everything({ roles: true });
  expect(text).not.toMatch(/Tanaka|web01/);
  expect(text).toContain('Shared with everybody: person');
  const own = /saw http:\S+ on (system \d+)\./.exec(text)?.[1] ?? '';
  expect(own).not.toBe('');
  expect(text).toContain(`@${own}`);
  // The longer name is another system.
  expect(text).not.toContain(`${own}-db`);
});

test('fields and single entries are left out on demand', () => {
  expect(everything({ fields: ['hosts'] }).text).not.toContain('@web01');
  expect(everything({ fields: ['evidence'] }).text).not.toContain('E-001');
  expect(everything({ fields: ['texts'] }).text).not.toContain('Summary SECRET');
  const { model, text } = everything({ entries: [testId('red')] });
  expect(text).not.toContain('Red SECRET');
  expect(model.redaction.hidden).toEqual([
    { what: 'entry', because: 'chosen', name: expect.any(String), text: expect.any(String) },
  ]);
});

describe('defanging', () => {
  test.each([
    ['see http://a.example/x.php?y=1.2 now', 'see hxxp://a[.]example/x.php?y=1.2 now'],
    ['https://a.example', 'hxxps://a[.]example'],
    ['10.0.0.1:8080', '10[.]0[.]0[.]1:8080'],
    ['mail bob@evil.example', 'mail bob[@]evil[.]example'],
    ['version 1.2.3 of file.txt', 'version 1.2.3 of file.txt'],
    ['hxxp://a[.]example', 'hxxp://a[.]example'],
  ])('%s', (text, expected) => {
    expect(defangText(text)).toBe(expected);
  });

  test('is done once, however often it is done', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.emailAddress(), fc.ipV4()), (address) => {
        const once = defangText(`x ${address} y`);
        expect(defangText(once)).toBe(once);
      }),
    );
    expect(defangValue('fe80::1', 'ipv6')).toBe('fe80[:][:]1');
    expect(defangValue('a.exe', 'file-name')).toBe('a.exe');
  });
});

test.each([
  ['tlp:green', 'GREEN'],
  ['TLP-AMBER+STRICT', 'AMBER+STRICT'],
  ['ｔｌｐ：red', 'RED'],
  ['tlp', undefined],
  ['help', undefined],
])('the tag %s marks an entry %s', (tag, label) => {
  expect(labelOfTag(tag)).toBe(label);
});
