import { expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { reportText } from '#shared/application/notebook-report.ts';
import { buildReportModel } from '#shared/report/build-report-model.ts';
import { renderDocx } from '#shared/report/docx/render-docx.ts';
import type { RedactionPolicy } from '#shared/report/redaction/redaction-policy.ts';
import { writeReport } from '#shared/report/write-report.ts';
import { packDocx } from '../../../electron/report/pack-docx.ts';
import { createTestDevice, testId } from '../../fixtures/test-device.ts';
import { addEntry, setIncident } from '../../fixtures/test-operations.ts';
import { reportOptions, sampleOf } from './sample-notebooks.ts';

function sample() {
  const desk = createTestDevice(testId('movement'), 'desk', { by: 'Tanaka' });
  desk.append(setIncident({ title: 'Ward three', tlp: 'AMBER' }));
  const logon = testId('logon');
  desk.append({
    ...addEntry('Remote logon.', {
      kind: 'adversary',
      hosts: ['ws07', 'pacs01'],
      accounts: ['nurse7'],
      techniques: [{ id: 'T1021.001', catalogue: '19.1' }],
    }),
    id: logon,
  });
  desk.append({
    t: 'movement.set',
    movement: testId('step'),
    fields: { from: 'pacs01', to: 'backup02', account: 'svc-backup', entries: [logon] },
  });
  desk.append({
    t: 'asset.set',
    asset: testId('pacs01'),
    fields: {
      name: 'pacs01',
      state: { value: 'contained', because: 'Cut off by Tanaka.', entries: [logon] },
    },
  });
  return sampleOf([desk]);
}

function texts(redaction: RedactionPolicy) {
  const options = reportOptions('en', sample(), { redaction, audience: 'technical' });
  const model = buildReportModel(sample().state, options);
  const document = writeReport(model);
  const html = reportText({ model, document }, 'html');
  const zip = unzipSync(packDocx(renderDocx(document, model.generatedAtMs)));
  const docx = strFromU8(zip['word/document.xml'] ?? new Uint8Array());
  return { model, html, docx };
}

test('the report draws the movement and says the same in a table, as a page and for Word', () => {
  const { model, html, docx } = texts({});
  expect(
    model.movement.map(({ from, to, movement }) => [from, to, movement !== undefined]),
  ).toEqual([
    ['ws07', 'pacs01', false],
    ['pacs01', 'backup02', true],
  ]);
  expect(model.systems.map(({ name, state }) => [name, state?.value])).toEqual([
    ['ws07', undefined],
    ['pacs01', 'contained'],
  ]);
  for (const said of ['T1021.001 nurse7', 'read from an entry', 'backup02', 'Contained']) {
    expect(html).toContain(said);
    expect(docx).toContain(said);
  }
});

test.each([
  [{ fields: ['hosts'] }, ['ws07', 'pacs01', 'backup02']],
  [{ fields: ['accounts'] }, ['nurse7', 'svc-backup']],
  [{ entries: [testId('logon')] }, ['ws07', 'pacs01', 'backup02', 'svc-backup']],
  [{ limit: 'GREEN' }, ['ws07', 'pacs01', 'backup02', 'svc-backup']],
  [{ roles: true }, ['backup02', 'svc-backup', 'ws07']],
] as const)('with %j nothing of it stays that may not', (policy, held) => {
  const { html, docx } = texts(policy);
  for (const word of held) {
    expect(html, word).not.toContain(word);
    expect(docx, word).not.toContain(word);
  }
});
