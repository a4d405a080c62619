import { expect, test } from 'vitest';
import { reportOf } from '#shared/application/notebook-report.ts';
import { renderHtml } from '#shared/report/render-html.ts';
import { renderMarkdown } from '#shared/report/render-markdown.ts';
import { sha256Hex } from '../../../electron/notebook/node-crypto.ts';
import { eventfulNotebook, exampleNotebook } from './sample-notebooks.ts';

const options = {
  language: 'both' as const,
  zone: 'Asia/Tokyo',
  nowMs: Date.UTC(2026, 0, 7, 5, 30),
  appVersion: '0.1.0',
  heads: {},
  findings: [],
  sha256Hex,
};

test.each([
  ['eventful', eventfulNotebook()],
  ['English example', await exampleNotebook('en')],
  ['Japanese example', await exampleNotebook('ja')],
])('%s: both languages stand in one report, and no entry twice', (_name, { state }) => {
  const { document, model } = reportOf(state, options);
  const html = renderHtml(document);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id?.startsWith('entry-'))).toHaveLength(model.entries.length);
  const text = renderMarkdown(document);
  expect(text).toContain('Executive summary / 1. 要約');
  expect(text).toContain('Time / 時刻');
  expect(text).not.toMatch(/undefined|\[object/);
});

test('what somebody typed stands once, marked with its language', () => {
  const html = renderHtml(reportOf(eventfulNotebook().state, options).document);
  const timeline = html.slice(html.indexOf('id="section-timeline"'));
  expect(timeline.match(/電子カルテの閲覧ができない。/g)).toHaveLength(1);
  expect(timeline).toContain('<span lang="ja">電子カルテの閲覧ができない。</span>');
});
