import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWindowHandlers, valueOf, type WindowHandlers } from './window-handlers.ts';

let window: WindowHandlers;
beforeEach(async () => {
  window = await openWindowHandlers();
});
afterEach(() => window.close());

const wanted = { format: 'json', tlp: null, from: null, until: null, entries: null } as const;
const incident = { title: 'T', by: 'A', tlp: 'AMBER', zone: 'UTC', choosePlace: false } as const;

test('the preview says what stays, and writing says the same', async () => {
  valueOf(await window.request('notebook:create', incident));
  const green = { ...wanted, tlp: 'GREEN' } as const;
  const preview = valueOf(await window.request('case:preview', green));
  expect(preview).toMatchObject({
    label: 'GREEN',
    included: [],
    leftOut: [{ kind: 'incident', reason: 'label', names: expect.arrayContaining(['title']) }],
  });
  const place = path.join(window.places.files, 'case.json');
  window.answers.exportFile = place;
  const written = valueOf(await window.request('case:export', green));
  expect(written).toMatchObject({ preview, files: [{ place }] });
  expect(JSON.parse(await readFile(place, 'utf8'))).toMatchObject({ incident: {} });
});

test('nothing is written when nobody chose a place, none is open, or the place refuses', async () => {
  expect(await window.request('case:export', wanted)).toMatchObject({
    error: { kind: 'no-notebook' },
  });
  valueOf(await window.request('notebook:create', incident));
  expect(await window.request('case:export', wanted)).toMatchObject({
    error: { kind: 'cancelled' },
  });
  const folder = path.join(window.places.files, 'folder');
  await mkdir(folder);
  window.answers.exportFile = folder;
  expect(await window.request('case:export', wanted)).toMatchObject({
    error: { kind: 'write-failed' },
  });
  expect(await readdir(window.places.files)).toEqual(['folder']);
});
