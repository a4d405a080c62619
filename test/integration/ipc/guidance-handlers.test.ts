import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { catalogueGuide } from '#shared/catalogue/stage-guide.ts';
import { openWindowHandlers, valueOf, type WindowHandlers } from './window-handlers.ts';

let desk: WindowHandlers;
beforeEach(async () => {
  desk = await openWindowHandlers();
});
afterEach(() => desk.close());

const guide = { ...catalogueGuide('delivery', 'en'), definition: 'Whatever reaches our wards.' };

test('a guide is saved as revisions, exported, and read again as the same', async () => {
  await desk.services.settings.change({ by: 'Sato' });
  const save = (definition: string) =>
    desk.request('guidance:save', {
      written: { kind: 'guide', body: { ...guide, definition } },
      removed: false,
    });
  valueOf(await save('One.'));
  const { guidance } = valueOf(await save('Two.'));
  expect(guidance.pieces).toMatchObject([
    { revision: 1, by: 'Sato' },
    { revision: 2, by: 'Sato', body: { definition: 'Two.' } },
  ]);
  desk.answers.exportFile = path.join(desk.places.root, 'guides.json');
  valueOf(await desk.request('guidance:export', { keys: null }));
  desk.answers.guidance = desk.answers.exportFile;
  expect(valueOf(await desk.request('guidance:pick', {}))).toMatchObject({
    kind: 'guidance',
    changes: [{ change: 'same', revision: 2, title: { en: '3 Delivery (en)' } }],
  });
});

test('nothing is taken that was not picked, and a broken file takes nothing', async () => {
  expect(await desk.request('guidance:take', {})).toEqual({
    ok: false,
    error: { kind: 'not-picked' },
  });
  expect(await desk.request('guidance:pick', {})).toMatchObject({ error: { kind: 'cancelled' } });
  desk.answers.guidance = path.join(desk.places.root, 'x.json');
  await writeFile(desk.answers.guidance, 'not json');
  expect(await desk.request('guidance:pick', {})).toMatchObject({ error: { kind: 'not-json' } });
  expect(await desk.request('guidance:take', {})).toMatchObject({ error: { kind: 'not-picked' } });
});

test('a broken store is moved aside, and what is written then stands', async () => {
  const store = path.join(desk.places.userData, 'guidance.json');
  await writeFile(store, '{"format":1,"pieces":[{}]}');
  expect(valueOf(await desk.request('guidance:read', {})).guidance.pieces).toEqual([]);
  valueOf(
    await desk.request('guidance:save', {
      written: { kind: 'guide', body: guide },
      removed: false,
    }),
  );
  expect(JSON.parse(await readFile(store, 'utf8'))).toMatchObject({ pieces: [{ revision: 1 }] });
});
