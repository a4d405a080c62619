import { describe, expect, test } from 'vitest';
import { headItems, withoutCsf } from '#shared/catalogue/checklist-headings.ts';
import { checklists } from '#shared/catalogue/checklist-templates.ts';

const items = checklists.templates.flatMap((template) => template.items);
const itself = (item: (typeof items)[number]) => item;

describe.each(['phase', 'csf'] as const)('headings by %s', (headings) => {
  test('hold every item once', () => {
    const headed = headItems(items, headings, itself);
    expect(headed.flatMap((group) => group.items)).toHaveLength(items.length);
    expect(new Set(headed.flatMap((group) => group.items)).size).toBe(items.length);
    for (const { name } of headed) {
      expect(name?.en).toBeTruthy();
      expect(name?.ja).toBeTruthy();
    }
  });
});

test('the functions stand in the order of CSF 2.0 with the old phases beside, and no code is guessed', () => {
  const headed = headItems(items, 'csf', itself);
  expect(headed.map(({ id }) => id)).toEqual(['GV', 'ID', 'PR', 'DE', 'RS', 'RC', withoutCsf]);
  expect(headed.find(({ id }) => id === 'RC')).toMatchObject({
    name: { en: 'Recover (RC)', ja: '復旧（RC）' },
    beside: { ja: expect.stringContaining('SP 800-61r2：') },
  });
  expect(headed.at(-1)?.items.every(({ csf }) => csf.length === 0)).toBe(true);
});

test('a phase that nobody here knows keeps its items under its id', () => {
  const odd = { phase: 'hunting', csf: [] };
  expect(headItems([odd], 'phase', (item) => item)).toEqual([
    { id: 'hunting', name: undefined, beside: { en: '', ja: '' }, items: [odd] },
  ]);
});
