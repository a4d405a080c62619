import fc from 'fast-check';
import { parsers } from 'prettier/plugins/markdown';
import { expect, test } from 'vitest';
import { buildReportModel } from '#shared/report/build-report-model.ts';
import { codeSpan, escapeMarkdown, protectStart } from '#shared/report/markdown-text.ts';
import { renderMarkdown } from '#shared/report/render-markdown.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { writeReport } from '#shared/report/write-report.ts';
import { attacks, hostileNotebook, hostileText } from './hostile-notebook.ts';
import { eventfulNotebook, reportOptions } from '../../unit/report/sample-notebooks.ts';

/** The parts of Markdown's syntax tree that these tests read. */
type MarkdownNode = {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly MarkdownNode[];
};

async function parse(markdown: string): Promise<MarkdownNode> {
  // Prettier brings remark, a CommonMark and GFM parser, with it.
  const tree: unknown = await parsers.markdown.parse(markdown, {} as never);
  return tree as MarkdownNode;
}

function all(node: MarkdownNode): readonly MarkdownNode[] {
  return [node, ...(node.children ?? []).flatMap(all)];
}

function textOf(node: MarkdownNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

const ours = new Set([
  'root',
  'heading',
  'paragraph',
  'sentence',
  'word',
  'whitespace',
  'text',
  'strong',
  'emphasis',
  'delete',
  'inlineCode',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'break',
  'html',
  'thematicBreak',
  'blockquote',
]);

/** Parts that no report of ours has. */
function strangeIn(tree: MarkdownNode): readonly MarkdownNode[] {
  return all(tree).filter(
    ({ type, value }) => !ours.has(type) || (type === 'html' && value !== '<br>'),
  );
}

/** Only what holds typed text: the parser takes longest. */
function reportOf(text: string): string {
  const sample = { state: hostileNotebook(text), seal: undefined };
  const hidden = ['contents', 'limits', 'notices'] as const;
  const options = reportOptions('en', sample, { hidden });
  return renderMarkdown(writeReport(buildReportModel(sample.state, options)));
}

/** Headings, tables and rows in order. */
function shapeOf(tree: MarkdownNode): string {
  return all(tree)
    .filter(({ type }) => type === 'heading' || type === 'table' || type === 'tableRow')
    .map(({ type }) => type)
    .join(' ');
}

test.each(attacks)('%j becomes no markup', async (attack) => {
  expect(strangeIn(await parse(reportOf(attack)))).toEqual([]);
});

test('what a person types changes neither headings nor tables', async () => {
  const plain = shapeOf(await parse(reportOf('plain words')));
  for (const attack of attacks.filter((text) => visibleText(text).trim() !== ''))
    expect(shapeOf(await parse(reportOf(attack))), attack).toBe(plain);
}, 120_000);

test('no noise becomes markup', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, async (text) => {
      expect(strangeIn(await parse(reportOf(text)))).toEqual([]);
    }),
    { numRuns: 15 },
  );
}, 120_000);

test('a line reads back as it was typed', async () => {
  const oneLine = hostileText.map((text) => visibleText(text).replaceAll(/\s+/g, ' ').trim());
  await fc.assert(
    fc.asyncProperty(
      oneLine.filter((line) => line !== ''),
      async (line) => {
        const tree = await parse(`${protectStart(escapeMarkdown(line))}\n`);
        expect(tree.children?.map(({ type }) => type)).toEqual(['paragraph']);
        // The parser splits text into words; spaces around code spans are ours.
        expect(textOf(tree).replaceAll(' ', '')).toBe(line.replaceAll(' ', ''));
      },
    ),
    { numRuns: 300 },
  );
});

test('a cell reads back as it was typed, pipes and backslashes included', async () => {
  for (const text of ['a|b', 'a\\|b', 'x@y|z', '`a|b`', 'ends in \\', 'http://a/|b\\|c']) {
    const tree = await parse(`| a |\n| --- |\n| ${escapeMarkdown(text)} |\n`);
    const cells = all(tree).filter(({ type }) => type === 'tableCell');
    expect(cells).toHaveLength(2);
    expect(cells.map(textOf)[1]?.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  }
});

test.each([
  ['a_b *c* [d] <e> ~f~', String.raw`a\_b \*c\* \[d\] \<e\> \~f\~`],
  ['see https://example.org/x_y now', 'see `https://example.org/x_y` now'],
  ['連絡先はa@example.orgです', '連絡先は`a@example.org`です'],
  ['a|b', String.raw`a\|b`],
])('escapes %s', (text, markdown) => {
  expect(escapeMarkdown(text)).toBe(markdown);
});

test.each([
  ['# a', String.raw`\# a`],
  ['- a', String.raw`\- a`],
  ['12. a', String.raw`12\. a`],
  ['    a', '&#32;&#32;&#32;&#32;a'],
  ['---', String.raw`\---`],
])('keeps %s from beginning a block', (text, markdown) => {
  expect(protectStart(text)).toBe(markdown);
});

test.each([
  ['plain', '`plain`'],
  ['a`b', '``a`b``'],
  ['`a', '`` `a ``'],
  ['a|b', String.raw`\`a\`\|\`b\``.replaceAll('\\`', '`')],
])('puts %s into a code span', (text, markdown) => {
  expect(codeSpan(text)).toBe(markdown);
});

test('each entry has one row in the timeline, and the marking stands first and last', () => {
  const sample = eventfulNotebook();
  const model = buildReportModel(sample.state, reportOptions('en', sample));
  const markdown = renderMarkdown(writeReport(model));
  const timeline = markdown.slice(markdown.indexOf('## 10 '), markdown.indexOf('## 11 '));
  for (const { label } of model.entries)
    expect(timeline.split('\n').filter((line) => line.startsWith(`| ${label} |`))).toHaveLength(1);
  expect(markdown.startsWith('**TLP:AMBER**')).toBe(true);
  expect(markdown.trimEnd().split('\n').at(-1)).toContain('**TLP:AMBER**');
});
