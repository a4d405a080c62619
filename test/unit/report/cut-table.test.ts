import { expect, test } from 'vitest';
import { countRows, cutForPrint, cutTable } from '#shared/report/cut-table.ts';
import type { PaperElement, PaperNode } from '#shared/report/paper-tree.ts';

function element(tag: PaperElement['tag'], children: readonly PaperNode[], id = ''): PaperElement {
  return { tag, attributes: id === '' ? {} : { id }, children };
}

function row(name: string): PaperElement {
  return element('tr', [element('td', [name])], name);
}

/** A table of groups, each with a heading over so many rows. */
function tableOf(groups: readonly number[]): PaperElement {
  return element('table', [
    element('caption', ['Entries']),
    element('colgroup', [element('col', [])]),
    element('thead', [element('tr', [element('th', ['No.'])])]),
    ...groups.map((rows, group) =>
      element(
        'tbody',
        [
          row(`group-${group}`),
          ...Array.from({ length: rows }, (_, at) => row(`row-${group}-${at}`)),
        ],
        `body-${group}`,
      ),
    ),
  ]);
}

function idsOf(node: PaperNode): readonly string[] {
  if (typeof node === 'string') return [];
  const own = node.attributes['id'];
  return [...(own === undefined ? [] : [String(own)]), ...node.children.flatMap(idsOf)];
}

function tagsOf(table: PaperElement): readonly string[] {
  return table.children.flatMap((child) => (typeof child === 'string' ? [] : [child.tag]));
}

test('a table in parts has every row and every anchor once, in order', () => {
  const table = tableOf([3, 40, 1, 25]);
  for (const rowsInPart of [2, 3, 10, 1000]) {
    const parts = cutTable(table, { rowsInPart, head: 'each' });
    expect(parts.flatMap(({ node }) => idsOf(node))).toEqual(idsOf(table));
    expect(parts.map(({ rows }) => rows)).toEqual(parts.map(({ node }) => countRows(node)));
    expect(Math.max(...parts.map(({ rows }) => rows))).toBeLessThanOrEqual(rowsInPart);
  }
});

test('the heading of a group is never the last row of a part', () => {
  for (const rowsInPart of [2, 3, 4, 5, 6])
    for (const { node } of cutTable(tableOf([3, 4, 5, 6]), { rowsInPart, head: 'each' }))
      expect(idsOf(node).at(-1)).toMatch(/^row-/);
});

test('the caption stands once; the head once on the screen, over every part on paper', () => {
  const [first, second] = cutTable(tableOf([10]), { rowsInPart: 6, head: 'each' });
  expect(first && tagsOf(first.node)).toEqual(['caption', 'colgroup', 'thead', 'tbody']);
  expect(second && tagsOf(second.node)).toEqual(['colgroup', 'thead', 'tbody']);
  const [, onScreen] = cutTable(tableOf([10]), { rowsInPart: 6, head: 'once' });
  expect(onScreen && tagsOf(onScreen.node)).toEqual(['colgroup', 'tbody']);
});

test('only a table of more rows than a printer lays out with ease is cut, into about equal parts', () => {
  const short = element('section', [tableOf([200])]);
  expect(cutForPrint(short)).toEqual(short);
  const [cut] = (cutForPrint(element('section', [tableOf([600])])) as PaperElement).children;
  const tables = (cut as PaperElement).children as readonly PaperElement[];
  expect(tables.map(countRows)).toEqual([201, 201, 199]);
});
