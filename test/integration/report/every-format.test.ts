import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  reportLanguages,
  type NotebookReport,
  reportOf,
  reportText,
} from '#shared/application/notebook-report.ts';
import { audiences } from '#shared/report/audiences.ts';
import { renderDocx } from '#shared/report/docx/render-docx.ts';
import { packDocx } from '../../../electron/report/pack-docx.ts';
import { sha256Hex } from '../../../electron/notebook/node-crypto.ts';
import { caseNotebook, hasOpenCases } from '../../unit/report/case-notebooks.ts';
import { exampleNotebook, type SampleNotebook } from '../../unit/report/sample-notebooks.ts';

const cases = [
  'cloudflare-thanksgiving-2023',
  'equifax-2017',
  'jpcert-training-v2',
  'osaka-gmc-2022',
] as const;

const notebooks: readonly (readonly [string, SampleNotebook])[] = [
  ['English example', await exampleNotebook('en')],
  ['Japanese example', await exampleNotebook('ja')],
  ...(hasOpenCases ? cases.map((name) => [name, caseNotebook(name)] as const) : []),
];

function once(all: readonly string[]): readonly string[] {
  expect(new Set(all).size).toBe(all.length);
  return all.toSorted();
}

function idsInJson(report: NotebookReport): readonly string[] {
  const { sections } = JSON.parse(reportText(report, 'json')) as {
    readonly sections: readonly { readonly id: string; readonly blocks: readonly unknown[] }[];
  };
  const timeline = JSON.stringify(sections.find(({ id }) => id === 'timeline')?.blocks ?? []);
  return [...timeline.matchAll(/"id":"entry-([0-9a-f]{32})"/g)].map(([, id = '']) => id);
}

describe.each(notebooks)('%s', (_name, { state, seal }) => {
  test.each(
    audiences.flatMap((audience) =>
      reportLanguages.map((language) => [audience, language] as const),
    ),
  )('a report for %s (%s) loses and doubles no entry in any format', (audience, language) => {
    const report = reportOf(state, {
      language,
      choices: { audience },
      zone: 'Asia/Tokyo',
      nowMs: Date.UTC(2026, 0, 7, 5, 30),
      appVersion: '0.1.0',
      heads: seal?.heads ?? {},
      findings: [],
      sha256Hex,
    });
    const { model, document } = report;
    const hasTimeline = document.sections.some(({ id }) => id === 'timeline');
    expect(hasTimeline).toBe(audience !== 'executive');
    const entries = hasTimeline ? model.entries.map(({ id }) => id).toSorted() : [];
    const left = model.omissions.reduce((sum, { count }) => sum + count, 0);
    const written = [...state.entries.values()].filter(({ versions }) => versions.length > 0);
    expect(model.entries.length + left).toBe(written.length);

    const html = reportText(report, 'html');
    const anchors = [...html.matchAll(/ id="entry-([0-9a-f]{32})"/g)].map(([, id = '']) => id);
    expect(once(anchors)).toEqual(entries);
    expect(once(idsInJson(report))).toEqual(entries);
    const markdown = reportText(report, 'md');
    const word = strFromU8(
      unzipSync(packDocx(renderDocx(document, 0)))['word/document.xml'] ?? new Uint8Array(),
    );
    const marks = [...word.matchAll(/<w:bookmarkStart w:id="\d+" w:name="(\w+)"/g)];
    expect(once(marks.map(([, name = '']) => name)).length).toBe(
      [...html.matchAll(/ id="/g)].length,
    );
    for (const text of [html, markdown, word]) expect(text).not.toMatch(/undefined|NaN|\[object/);
  });
});
