import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  addRevision,
  adoptedOwnChecklist,
  compareGuidance,
  guidanceFile,
  guidanceFileSchema,
  noGuidance,
  ownGuide,
  ownTemplates,
  parseGuidanceFile,
  revisionsOf,
  takeGuidance,
} from '#shared/catalogue/guidance.ts';
import { catalogueGuide, shownGuide } from '#shared/catalogue/stage-guide.ts';
import { adoptedChecklistSchema } from '#shared/domain/checklist.ts';
import { projectRoot } from '../../../build/build-identity.mjs';

const item = (id: string, ja: string) => ({ id, step: 'containment', text: { ja } });
const ward = (...items: readonly unknown[]) => ({
  kind: 'template',
  body: { id: 'ward', title: { ja: '病棟' }, items },
});
const fileOf = (...pieces: readonly unknown[]) => ({ kiroku: 'guidance', format: 1, pieces });
const read = (value: unknown) => {
  const parsed = parseGuidanceFile(value);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};
const wardFile = read(fileOf(ward(item('W-01', '紙の運用'))));
const [wardPiece] = wardFile.pieces;

describe('revisions', () => {
  test('every saving is one, the same words are none, and what was stays', () => {
    const at = { by: '佐藤', at: '2026-11-22T03:00:00.000Z' };
    const [piece] = read(fileOf(ward(item('W-01', 'a')))).pieces;
    const [later] = read(fileOf(ward(item('W-01', 'b')))).pieces;
    if (piece?.kind !== 'template' || later?.kind !== 'template') throw new Error('no template');
    const one = addRevision(noGuidance, { kind: 'template', body: piece.body }, at);
    expect(addRevision(one, { kind: 'template', body: piece.body }, at)).toBe(one);
    const two = addRevision(one, { kind: 'template', body: later.body }, at);
    expect(ownTemplates(two)).toMatchObject([{ revision: 2, by: '佐藤', changed: at.at }]);
    expect(revisionsOf(two, 'template ward').map(({ revision }) => revision)).toEqual([2, 1]);
    const gone = addRevision(two, { kind: 'template', body: later.body, removed: true }, at);
    expect(ownTemplates(gone)).toEqual([]);
    expect(guidanceFile(gone).pieces).toEqual([]);
    expect(ownTemplates(addRevision(gone, { kind: 'template', body: piece.body }, at))).toEqual([
      expect.objectContaining({ revision: 4 }),
    ]);
  });

  test('a file brings what is new or newer, leaves what is older, and never overwrites silently', () => {
    const here = takeGuidance(noGuidance, wardFile);
    expect(compareGuidance(here, wardFile)).toMatchObject([{ change: 'same', here: 1 }]);
    const other = read(fileOf(ward(item('W-01', '別の文'))));
    expect(compareGuidance(here, other)).toMatchObject([{ change: 'differs' }]);
    const joined = takeGuidance(here, other);
    expect(ownTemplates(joined)).toMatchObject([{ revision: 2 }]);
    expect(revisionsOf(joined, 'template ward')).toHaveLength(2);
    expect(compareGuidance(joined, wardFile)).toMatchObject([{ change: 'older', here: 2 }]);
    expect(takeGuidance(joined, wardFile)).toEqual(joined);
    const newer = read(fileOf({ ...ward(item('W-01', '新')), revision: 7, by: '鈴木' }));
    expect(ownTemplates(takeGuidance(joined, newer))).toMatchObject([{ revision: 7, by: '鈴木' }]);
  });

  test('what is exported is read again as the same', () => {
    const here = takeGuidance(noGuidance, wardFile);
    const again = read(JSON.parse(JSON.stringify(guidanceFile(here))));
    expect(compareGuidance(here, again)).toMatchObject([{ change: 'same' }]);
  });
});

test('an adopted template is a snapshot that says what it is, in both languages', () => {
  if (wardPiece?.kind !== 'template') throw new Error('no template');
  const adopted = adoptedOwnChecklist({ ...wardPiece, changed: '2026-11-22T03:00:00.000Z' });
  expect(adoptedChecklistSchema.parse(adopted)).toMatchObject({
    template: 'ward',
    version: 'r1 2026-11-22',
    title: { en: '病棟', ja: '病棟' },
    items: [{ id: 'W-01', phase: 'containment-eradication-recovery', step: 'containment' }],
  });
});

test('an own guide stands in the place of the one that comes, in its language only', () => {
  const body = { ...catalogueGuide('delivery', 'ja'), definition: '院内のメールで届くもの' };
  const here = takeGuidance(noGuidance, read(fileOf({ kind: 'guide', body })));
  expect(ownGuide(here, 'delivery', 'ja')?.body.definition).toBe('院内のメールで届くもの');
  expect(shownGuide(here, 'delivery', 'en')).toEqual({
    guide: catalogueGuide('delivery', 'en'),
    own: undefined,
  });
});

describe('a hostile file', () => {
  const template = ward(item('W-01', 'x'));
  test.each([
    ['a number', 7, { kind: 'not-guidance' }],
    ['another tool', { kiroku: 'notebook', format: 1 }, { kind: 'not-guidance' }],
    ['a later format', { kiroku: 'guidance', format: 2 }, { kind: 'newer-format' }],
    ['nothing in it', fileOf(), { kind: 'invalid', where: 'pieces' }],
    ['a piece twice', fileOf(template, template), { kind: 'twice', where: 'template ward' }],
    ['a field nobody named', fileOf({ ...template, extra: 1 }), { kind: 'invalid' }],
    ['an item twice', fileOf(ward(item('A', 'x'), item('A', 'y'))), { kind: 'invalid' }],
    ['no words', fileOf(ward(item('A', '  '))), { kind: 'invalid' }],
    ['an unknown step', fileOf(ward({ ...item('A', 'x'), step: 'x' })), { kind: 'invalid' }],
    ['turned text', fileOf(ward(item('A', 'a\u202Egpj.exe'))), { kind: 'invalid' }],
    ['an escape for a terminal', fileOf(ward(item('A', '\u001B[2J'))), { kind: 'invalid' }],
    [
      'a path as an id',
      fileOf({ kind: 'template', body: { ...template.body, id: '../x' } }),
      { kind: 'invalid' },
    ],
    ['an endless text', fileOf(ward(item('A', 'x'.repeat(2_001)))), { kind: 'invalid' }],
    [
      'five hundred and one items',
      fileOf(ward(...Array.from({ length: 501 }, (_, n) => item(`A${n}`, 'x')))),
      { kind: 'invalid' },
    ],
    [
      'the prototype',
      JSON.parse(`{"kiroku":"guidance","format":1,"pieces":[],"__proto__":{"x":1}}`),
      { kind: 'invalid' },
    ],
    [
      'an unknown log',
      fileOf({
        kind: 'guide',
        body: { ...catalogueGuide('delivery', 'en'), logs: [{ source: 'x', watch: '' }] },
      }),
      { kind: 'invalid' },
    ],
  ])('with %s is refused whole, in words', (_name, value, error) => {
    expect(parseGuidanceFile(value)).toMatchObject({ ok: false, error });
  });

  test('cannot steer the terminal with the name of a field', () => {
    const parsed = parseGuidanceFile(fileOf({ kind: 'template', body: { '\u001B[2J': 1 } }));
    expect(JSON.stringify(parsed)).not.toContain('\\u001b');
  });
});

test('the published schema is the one that files are read with', () => {
  const place = path.join(projectRoot, 'docs', 'guidance.schema.json');
  const schema = z.toJSONSchema(guidanceFileSchema, { io: 'input' });
  const text = `${JSON.stringify({ ...schema, title: 'Kiroku guidance' }, undefined, 2)}\n`;
  if (process.env['UPDATE_SCHEMA'] === '1') writeFileSync(place, text);
  expect(JSON.parse(readFileSync(place, 'utf8'))).toEqual(JSON.parse(text));
});
