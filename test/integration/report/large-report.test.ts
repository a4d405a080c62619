import { expect, test } from 'vitest';
import { emptyState, type NotebookState } from '#shared/journal/fold.ts';
import { stageIds } from '#shared/domain/kill-chain.ts';
import { buildReportModel } from '#shared/report/build-report-model.ts';
import { renderHtml } from '#shared/report/render-html.ts';
import { renderMarkdown } from '#shared/report/render-markdown.ts';
import { writeReport } from '#shared/report/write-report.ts';
import { testId } from '../../fixtures/test-device.ts';
import { entryContent } from '../../fixtures/test-operations.ts';
import { reportOptions } from '../../unit/report/sample-notebooks.ts';

const feed = `k1-${'a'.repeat(32)}`;

function notebookOf(count: number): NotebookState {
  const state = emptyState();
  for (let seq = 1; seq <= count; seq += 1) {
    const id = testId('large', seq);
    const hash = id + id;
    const wall = Date.UTC(2026, 0, 1) + seq * 60_000;
    const origin = { feed, seq, hash, lam: seq, by: 'Aoki', wall, tz: '+09:00' };
    const utc = `${new Date(wall).toISOString().slice(0, 19)}Z`;
    const content = entryContent(`Entry ${seq} tells of a connection from 10.0.${seq % 250}.7.`, {
      at: { ...entryContent('').at, utc },
      stages: [stageIds[seq % 7] ?? 'delivery'],
      hosts: [`host-${seq % 40}`],
      techniques: [{ id: 'T1566', catalogue: '19.1' }],
    });
    state.entries.set(id, {
      id,
      origin,
      versions: [{ ...origin, op: id, content, reason: '' }],
      heads: [{ feed, seq, by: 'Aoki', wall, value: hash }],
      withdrawal: [],
    });
  }
  return state;
}

function write(state: NotebookState) {
  const started = process.cpuUsage();
  const document = writeReport(
    buildReportModel(state, reportOptions('ja', { state, seal: undefined })),
  );
  const html = renderHtml(document);
  const printed = renderHtml(document, 'pdf');
  const markdown = renderMarkdown(document);
  return { html, printed, markdown, cpuMs: cpuMsSince(started) };
}

/** Processor time, since the machine may be busy with other things. */
function cpuMsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

test('ten thousand entries are written once each, in time that grows with their number', () => {
  write(notebookOf(500));
  const small = write(notebookOf(2_000));
  const large = write(notebookOf(10_000));
  expect(large.html.match(/ id="entry-[0-9a-f]{32}"/g)).toHaveLength(10_000);
  expect(large.printed.match(/ id="entry-[0-9a-f]{32}"/g)).toHaveLength(10_000);
  for (const table of large.printed.split('<table').slice(1))
    expect(table.match(/<tr/g)?.length).toBeLessThan(300);
  expect(large.cpuMs).toBeLessThan(15_000);
  // Five times as much; a square would be twenty-five times.
  expect(large.cpuMs).toBeLessThan(small.cpuMs * 15 + 500);
}, 120_000);
