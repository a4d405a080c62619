import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWindowHandlers, valueOf, type WindowHandlers } from './window-handlers.ts';

let window: WindowHandlers;
beforeEach(async () => {
  window = await openWindowHandlers();
  const incident = { title: 'T', by: 'A', tlp: 'AMBER', zone: 'UTC', choosePlace: false } as const;
  valueOf(await window.request('notebook:create', incident));
});
afterEach(() => window.close());

const wanted = { format: 'md', language: 'en', zone: 'UTC' } as const;

test('writes the report where the person chose and says what it wrote', async () => {
  const place = path.join(window.places.files, 'report.md');
  await writeFile(place, 'an older report');
  window.answers.reportFile = place;
  const text = 'report as md';
  expect(valueOf(await window.request('report:export', wanted))).toEqual({
    place,
    bytes: text.length,
    sha256: createHash('sha256').update(text).digest('hex'),
  });
  expect(await readFile(place, 'utf8')).toBe(text);
  expect(await readdir(window.places.files)).toEqual(['report.md']);
});

test('a form on paper says what its PDF lacks', async () => {
  window.answers.reportFile = path.join(window.places.files, 'form.pdf');
  const form = { items: [], language: 'en' as const, zone: 'UTC' };
  expect(valueOf(await window.request('custody:form', form)).lacks).toEqual(['tags', 'outline']);
});

test('a cancelled dialog writes nothing', async () => {
  expect(await window.request('report:export', wanted)).toMatchObject({
    error: { kind: 'cancelled' },
  });
});

test('a place that cannot be written is said, and nothing half-written stays', async () => {
  const place = path.join(window.places.files, 'folder');
  await mkdir(place);
  window.answers.reportFile = place;
  expect(await window.request('report:export', wanted)).toMatchObject({
    error: { kind: 'write-failed' },
  });
  expect(await readdir(window.places.files)).toEqual(['folder']);
});
