import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { longestLogoBytes } from '#shared/report/logo.ts';
import { templateOfAudience } from '#shared/report/report-template.ts';
import { jpegPicture, logoOf, pngPicture } from '../../fixtures/logos.ts';
import { openWindowHandlers, valueOf, type WindowHandlers } from './window-handlers.ts';

let desk: WindowHandlers;
beforeEach(async () => {
  desk = await openWindowHandlers();
});
afterEach(() => desk.close());

const incident = { title: 'T', by: 'A', tlp: 'AMBER', zone: 'UTC', choosePlace: false } as const;
const shape = { ...templateOfAudience('legal', 'Hospital'), logo: logoOf(pngPicture(60, 20)) };

test('a template is written and opened as the same, without a path in the answer', async () => {
  const place = path.join(desk.places.files, 'hospital.json');
  desk.answers.exportFile = place;
  expect(valueOf(await desk.request('template:save', { template: shape }))).toMatchObject({
    place,
  });
  desk.answers.template = place;
  expect(valueOf(await desk.request('template:open', {}))).toEqual({
    template: shape,
    file: 'hospital.json',
  });
});

test('shapes are kept for one notebook, and go when there are none', async () => {
  expect(await desk.request('template:kept', {})).toMatchObject({ error: { kind: 'no-notebook' } });
  expect(await desk.request('template:keep', { shapes: [] })).toMatchObject({
    error: { kind: 'no-notebook' },
  });
  valueOf(await desk.request('notebook:create', incident));
  expect(valueOf(await desk.request('template:kept', {}))).toEqual({ shapes: [] });
  valueOf(await desk.request('template:keep', { shapes: [shape] }));
  expect(valueOf(await desk.request('template:kept', {}))).toEqual({ shapes: [shape] });
  const folder = path.join(desk.places.userData, 'report-shapes');
  const [name = ''] = await readdir(folder);
  await writeFile(path.join(folder, name), '[{"schema":"kiroku-report-template/9"}]');
  expect(valueOf(await desk.request('template:kept', {}))).toEqual({ shapes: [] });
  expect(await readdir(folder)).toEqual([expect.stringContaining('.broken-')]);
  valueOf(await desk.request('template:keep', { shapes: [shape] }));
  valueOf(await desk.request('template:keep', { shapes: [] }));
  expect(await readdir(folder)).toEqual([expect.stringContaining('.broken-')]);
});

test('a picture becomes a logo with the name of its file', async () => {
  desk.answers.logo = path.join(desk.places.files, 'Minami Hospital.jpg');
  await writeFile(desk.answers.logo, jpegPicture);
  expect(valueOf(await desk.request('template:logo', {}))).toEqual({
    logo: logoOf(jpegPicture, 'jpeg'),
  });
});

test.each([
  ['an archive', Buffer.from('504b0304', 'hex'), { kind: 'logo', fault: 'not-a-picture' }],
  ['too many bytes', Buffer.alloc(longestLogoBytes + 1), { kind: 'logo', fault: 'too-large' }],
  ['half a picture', jpegPicture.subarray(0, 200), { kind: 'logo', fault: 'damaged' }],
])('a logo of %s is refused with its name alone', async (_what, bytes, because) => {
  desk.answers.logo = path.join(desk.places.files, 'logo.png');
  await writeFile(desk.answers.logo, bytes);
  expect(await desk.request('template:logo', {})).toEqual({
    ok: false,
    error: { kind: 'refused', file: 'logo.png', because },
  });
});

test('what is cancelled or cannot be read or written changes nothing', async () => {
  for (const channel of ['template:open', 'template:logo'] as const)
    expect(await desk.request(channel, {})).toMatchObject({ error: { kind: 'cancelled' } });
  expect(await desk.request('template:save', { template: shape })).toMatchObject({
    error: { kind: 'cancelled' },
  });
  const folder = path.join(desk.places.files, 'folder');
  await mkdir(folder);
  desk.answers.template = folder;
  desk.answers.exportFile = folder;
  expect(await desk.request('template:open', {})).toMatchObject({
    error: { kind: 'refused', file: 'folder', because: { kind: 'read-failed' } },
  });
  expect(await desk.request('template:save', { template: shape })).toMatchObject({
    error: { kind: 'write-failed' },
  });
  desk.answers.template = path.join(desk.places.files, 'other.json');
  await writeFile(desk.answers.template, '{"schema":"x"}');
  expect(await desk.request('template:open', {})).toMatchObject({
    error: { because: { kind: 'not-a-template', field: 'schema' } },
  });
  expect(await readFile(desk.answers.template, 'utf8')).toBe('{"schema":"x"}');
});
