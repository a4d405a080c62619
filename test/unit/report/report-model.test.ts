import { expect, test } from 'vitest';
import { addEntry, logEntry } from '#shared/application/entries.ts';
import { entryLineContextOf } from '#shared/application/entry-context.ts';
import { checkMachineClock } from '#shared/application/machine-clocks.ts';
import { measureSourceClock, registerSource } from '#shared/application/sources.ts';
import { emptyState } from '#shared/journal/fold.ts';
import { buildReportModel } from '#shared/report/build-report-model.ts';
import { renderMarkdown } from '#shared/report/render-markdown.ts';
import { writeReport } from '#shared/report/write-report.ts';
import { inMemoryJournal } from '../application/in-memory-journal.ts';
import { eventfulNotebook, exampleNotebook, reportOptions } from './sample-notebooks.ts';

const eventful = eventfulNotebook();
const model = buildReportModel(eventful.state, reportOptions('en', eventful));
const numberOf = (entry: { readonly label: string } | undefined) => entry?.label;

test('every entry of which a writing is left is in the model once, in time order', async () => {
  for (const sample of [eventful, await exampleNotebook('en'), await exampleNotebook('ja')]) {
    const { entries } = buildReportModel(sample.state, reportOptions('en', sample));
    const written = [...sample.state.entries.values()].filter(
      ({ versions }) => versions.length > 0,
    );
    expect(entries.map(({ id }) => id).toSorted()).toEqual(written.map(({ id }) => id).toSorted());
    const times = entries.map(({ content }) => content.at.utc ?? '9999');
    expect(times).toEqual(times.toSorted());
  }
});

test('numbers carry the letter of the device when there are several', async () => {
  expect(model.devices.map(({ letter, device }) => [letter, device])).toEqual([
    ['A', 'desk'],
    ['B', 'field'],
  ]);
  expect(model.entries.map(numberOf)).toContain('B-1');
  const single = await exampleNotebook('en');
  const [first] = buildReportModel(single.state, reportOptions('en', single)).entries;
  expect(first?.label).toMatch(/^\d+$/);
});

test('withdrawn and rejected entries count for nothing that is concluded', () => {
  expect(model.facts.counts).toMatchObject({
    entries: 10,
    withdrawn: 1,
    corrected: 2,
    rejected: 1,
  });
  expect(model.systems.map(({ name }) => name)).toEqual(['ward-srv']);
  expect(model.stages.find(({ id }) => id === 'reconnaissance')?.state).toBe('none');
  expect(model.withdrawn.map(({ withdrawal }) => withdrawal?.value)).toEqual([
    'Not about the incident.',
  ]);
});

test('a stage without entries between stages with entries is an open question', () => {
  expect(model.stages.map(({ id, state }) => [id, state])).toEqual([
    ['reconnaissance', 'none'],
    ['weaponization', 'none'],
    ['delivery', 'none'],
    ['exploitation', 'none'],
    ['installation', 'reached'],
    ['command-and-control', 'gap'],
    ['actions-on-objectives', 'reached'],
    ['later-stage', 'reached'],
  ]);
});

test('every statement names the entries and evidence that it stands on', () => {
  const item = model.checklists[0]?.phases
    .flatMap(({ items }) => items)
    .find((candidate) => candidate.item.id === 'GEN-D01');
  expect(item?.sources.entries.map(numberOf)).toEqual(['A-6']);
  expect(item?.sources.evidence.map(({ no }) => no)).toEqual(['E-001']);
  const note = model.evidence.find(({ no }) => no === 'E-002');
  expect(note?.citing.map(numberOf)).toEqual(['A-6']);
  expect(model.techniques.map(({ id, entries }) => [id, entries.map(numberOf)])).toEqual([
    ['T1486', ['A-6']],
    ['T9999', ['A-6']],
  ]);
});

test('what two people wrote without seeing each other stands side by side', () => {
  expect(
    model.conflicts.map((conflict) => [conflict.about, conflict.values.map(({ by }) => by)]),
  ).toEqual(
    [
      ['field', ['Aoki', 'Brown']],
      ['entry', ['Aoki', 'Brown']],
      ['item', ['Aoki', 'Brown']],
    ].map(([about, by]) => [about, expect.arrayContaining(by as string[])]),
  );
  expect(model.conflicts.map(({ values }) => values.length)).toEqual([2, 2, 2]);
});

test('what is lost or unknown is counted, not hidden', () => {
  expect(model.damage).toMatchObject({
    unknown: [{ type: 'future.thing', count: 1 }],
    findings: [],
  });
  expect(model.damage.lostEntries).toHaveLength(1);
  expect(model.damage.withoutOriginal).toHaveLength(1);
});

test('corrections keep every writing with its reason', () => {
  expect(
    model.corrections.map(({ label, versions }) => [
      label,
      versions.map(({ content, reason, stands }) => [content.text, reason, stands]),
    ]),
  ).toContainEqual([
    'A-8',
    [
      ['Ward 3 goes over to paper.', '', false],
      ['Wards 3 and 4 go over to paper.', 'Reread the log.', true],
    ],
  ]);
});

test('an empty notebook makes a model that says so', () => {
  const empty = { state: emptyState(), seal: undefined };
  const nothing = buildReportModel(empty.state, reportOptions('en', empty));
  expect(nothing.entries).toEqual([]);
  expect(nothing.period).toBeUndefined();
  expect(nothing.facts.firstActivity).toBeUndefined();
});

test('clocks are told with how they were measured, and links between entries by number', async () => {
  const writing = inMemoryJournal();
  const context = entryLineContextOf(emptyState(), Date.UTC(2024, 2, 1, 5, 8));
  const source = await registerSource(writing, 'gate camera', []);
  if (!source.ok) throw new Error('not registered');
  const clock = { aheadMs: 900_000, plusMinusMs: 1_000, measuredAt: null, how: 'by radio clock' };
  await measureSourceClock(writing, source.value.id, { ...clock, aheadMs: 60_000 });
  await measureSourceClock(writing, source.value.id, clock);
  const first = await logEntry(writing, '03:00 logon', context);
  if (!first.ok) throw new Error('not saved');
  const links = [{ type: 'caused' as const, entry: first.value.id }];
  const extra = { links, logSource: 'vpn', source: source.value.id };
  await addEntry(writing, { ...first.value.content, text: 'door opened', ...extra });
  await writing.journal.append({ t: 'clock.jump', id: writing.newId(), byMs: -3_600_000 });
  const check = { reference: 'GPS', aheadMs: 0, plusMinusMs: 0, note: '' };
  await checkMachineClock(writing, check);
  const state = writing.state();
  for (const language of ['en', 'ja'] as const) {
    const options = reportOptions(language, { state, seal: undefined });
    const text = renderMarkdown(writeReport(buildReportModel(state, options)));
    const words = {
      en: ['15 min ahead ± 1 s', 'by radio clock', '1 h back', 'right against GPS', 'caused '],
      ja: ['15分進み ±1秒', 'by radio clock', '1時間戻った', 'GPSに対して正確', '次の原因 '],
    };
    for (const word of [...words[language], 'gate camera', 'VPN']) expect(text).toContain(word);
  }
});
