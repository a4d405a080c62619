import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Opening, writeOpening } from '#shared/journal/opening.ts';
import { makeOpening } from '../../../electron/notebook/make-opening.ts';
import { openWindowHandlers, valueOf, type WindowHandlers } from './window-handlers.ts';

let sender: WindowHandlers;
let receiver: WindowHandlers;

beforeEach(async () => {
  [sender, receiver] = await Promise.all([openWindowHandlers(), openWindowHandlers()]);
  const incident = { by: 'Aoki', tlp: 'AMBER', zone: 'UTC', choosePlace: false } as const;
  valueOf(await sender.request('notebook:create', { ...incident, title: '第3病棟' }));
});
afterEach(() => Promise.all([sender.close(), receiver.close()]));

async function copyFor(tlp: 'GREEN' | 'RED'): Promise<string> {
  const place = path.join(sender.places.files, `${tlp}.zip`);
  sender.answers.bundlePlace = place;
  valueOf(await sender.request('bundle:redact', { tlp, fields: [], isPreview: false }));
  return place;
}

async function pick(place: string): Promise<string> {
  receiver.answers.bundle = place;
  return valueOf(await receiver.request('received:pick', {})).id;
}

test('what would be hidden is told before anything is written, and nobody is asked where', async () => {
  const asked = { tlp: 'GREEN' as const, fields: [], isPreview: true };
  const { summary, written } = valueOf(await sender.request('bundle:redact', asked));
  expect(written).toBeUndefined();
  expect(summary).toMatchObject({ lines: 2, redacted: 2 });
  expect(summary.hidden).toContainEqual({
    type: 'incident.set',
    at: '/op/fields/title',
    reason: 'label',
    count: 1,
  });
  expect(await readdir(sender.places.files)).toEqual([]);
});

test('the fields that stand in the notebook can be hidden, with a label and without one', async () => {
  const nothing = { fields: [], isPreview: true };
  const offered = valueOf(await sender.request('bundle:redact', nothing)).summary;
  expect(offered).toMatchObject({ redacted: 0, values: 0, hidden: [] });
  expect(offered.fields).toContainEqual({ field: 'by', count: 2 });
  expect(offered.fields).toContainEqual({ field: 'incident.title', count: 1 });
  expect(offered.fields.map(({ field }) => field)).not.toContain('system.name');

  const wish = { fields: ['incident.title', 'by'] };
  const { summary } = valueOf(await sender.request('bundle:redact', { ...wish, isPreview: true }));
  expect(summary.hidden.map(({ at, reason }) => `${at} ${reason}`)).toEqual([
    '/by chosen',
    '/by chosen',
    '/op/fields/title chosen',
  ]);
  const place = path.join(sender.places.files, 'chosen.zip');
  sender.answers.bundlePlace = place;
  valueOf(await sender.request('bundle:redact', { ...wish, isPreview: false }));
  const checked = valueOf(await receiver.request('received:check', { id: await pick(place) }));
  expect(checked).toMatchObject({ lines: 2, redacted: 2 });
  expect(checked.tlp).toBeUndefined();
});

test('a copy that hides nothing, or a field that is none, is refused before anybody is asked where', async () => {
  sender.answers.bundlePlace = path.join(sender.places.files, 'all.zip');
  const nothing = { fields: [], isPreview: false };
  expect(await sender.request('bundle:redact', nothing)).toMatchObject({
    ok: false,
    error: { kind: 'nothing-to-hide' },
  });
  for (const field of ['entry.txt', 'entry.id', '__proto__', 'feed.key'])
    await expect(
      sender.request('bundle:redact', { fields: [field], isPreview: false }),
    ).rejects.toThrow('does not take');
  expect(await readdir(sender.places.files)).toEqual([]);
});

test('a copy that is not wanted after all, or has no place, leaves nothing', async () => {
  const wish = { tlp: 'GREEN' as const, fields: ['by'], isPreview: false };
  expect(await sender.request('bundle:redact', wish)).toMatchObject({
    ok: false,
    error: { kind: 'cancelled' },
  });
  sender.answers.bundlePlace = path.join(sender.places.files, 'nowhere', 'x.zip');
  expect(await sender.request('bundle:redact', wish)).toMatchObject({
    ok: false,
    error: { kind: 'out-failed' },
  });
  expect(await readdir(sender.places.files)).toEqual([]);
});

test('a redacted copy is called what it is, checked, and made no notebook of', async () => {
  const place = await copyFor('GREEN');
  expect((await readFile(place)).includes('第3病棟')).toBe(false);
  const id = await pick(place);
  const looked = await receiver.request('received:look', { id });
  expect(looked).toMatchObject({ ok: false, error: { kind: 'redacted-copy' } });
  const choices = { compared: [], by: 'B', choosePlace: false };
  const opened = await receiver.request('received:open', { ...choices, id });
  expect(opened).toMatchObject({ ok: false, error: { kind: 'redacted-copy' } });
  expect(await readdir(receiver.places.notebooks)).toEqual([]);
  const checked = valueOf(await receiver.request('received:check', { id }));
  expect(checked).toMatchObject({ tlp: 'GREEN', lines: 2, redacted: 2 });
  expect(checked.findings.map(({ code }) => code)).toEqual([
    'redaction-proven',
    'redaction-word',
    'redaction-hidden',
  ]);
  expect(await readdir(receiver.places.notebooks)).toEqual([]);
});

test('nothing is taken over from it into a notebook that is open', async () => {
  sender.answers.bundle = await copyFor('RED');
  const { id } = valueOf(await sender.request('copy:pick', { what: 'bundle' }));
  for (const channel of ['copy:look', 'copy:take'] as const)
    expect(await sender.request(channel, { id, acceptForks: false, compared: [] })).toMatchObject({
      ok: false,
      error: { kind: 'redacted-copy' },
    });
});

/** A file of an opening for one value of the sender's notebook, made on the command line's way. */
async function openingFor(place: string, change = (opening: Opening) => opening): Promise<string> {
  const folder = path.join(
    sender.places.notebooks,
    (await readdir(sender.places.notebooks))[0] ?? '',
  );
  const feed = (await readdir(path.join(folder, 'feeds')))[0]?.replace(/\.jsonl$/, '') ?? '';
  const made = valueOf(await makeOpening(folder, [{ feed, seq: 1, at: ['/op/fields/title'] }]));
  const file = path.join(sender.places.files, place);
  await writeFile(file, writeOpening(change(made)));
  return file;
}

async function pickOpening(place: string): Promise<string> {
  receiver.answers.opening = place;
  return valueOf(await receiver.request('received:pick-opening', {})).id;
}

test('a copy is checked with an opening, and what it shows is proven', async () => {
  const id = await pick(await copyFor('GREEN'));
  const opening = await pickOpening(await openingFor('title.json'));
  const checked = valueOf(await receiver.request('received:check', { id, opening }));
  expect(checked.findings.filter(({ code }) => code.startsWith('opening'))).toEqual([
    expect.objectContaining({
      code: 'opening-value',
      values: { number: 1, at: '/op/fields/title', value: '"第3病棟"' },
    }),
  ]);
  expect(checked.findings.every(({ severity }) => severity === 'note')).toBe(true);
});

test.each<readonly [string, (opening: Opening) => Opening]>([
  ['of another notebook', (opening) => ({ ...opening, notebook: '0'.repeat(32) })],
  [
    'that says another value',
    ({ values, ...rest }) => ({ ...rest, values: values.map((one) => ({ ...one, value: 'x' })) }),
  ],
  [
    'of a line that is not in the copy',
    ({ values, ...rest }) => ({ ...rest, values: values.map((one) => ({ ...one, seq: 99 })) }),
  ],
  [
    'of a place where nothing is hidden',
    ({ values, ...rest }) => ({
      ...rest,
      values: values.map((one) => ({ ...one, at: '/op/fields/__proto__' })),
    }),
  ],
])('an opening %s is not believed', async (name, change) => {
  const id = await pick(await copyFor('GREEN'));
  const opening = await pickOpening(await openingFor(`${name}.json`, change));
  const { findings } = valueOf(await receiver.request('received:check', { id, opening }));
  expect(findings.filter(({ severity }) => severity === 'damage')).toMatchObject([
    { code: 'opening-wrong' },
  ]);
});

test('what is no opening, is damaged, or is gone stops the check in words, and another can be chosen', async () => {
  const id = await pick(await copyFor('GREEN'));
  const good = await openingFor('good.json');
  const damaged = path.join(sender.places.files, 'damaged.json');
  await writeFile(damaged, (await readFile(good)).subarray(0, -20));
  const folder = sender.places.notebooks;
  for (const place of [damaged, path.join(sender.places.files, 'GREEN.zip'), folder])
    expect(
      await receiver.request('received:check', { id, opening: await pickOpening(place) }),
    ).toMatchObject({ ok: false, error: { kind: 'not-an-opening' } });
  const gone = await pickOpening(path.join(sender.places.files, 'gone.json'));
  expect(await receiver.request('received:check', { id, opening: gone })).toMatchObject({
    ok: false,
    error: { kind: 'opening-unreadable' },
  });
  const opening = await pickOpening(good);
  // One that was picked before is let go of: it cannot be meant any more.
  expect(await receiver.request('received:check', { id, opening: gone })).toMatchObject({
    ok: false,
    error: { kind: 'not-picked' },
  });
  valueOf(await receiver.request('received:check', { id, opening }));
});

test('a dialog that is cancelled picks no opening', async () => {
  expect(await receiver.request('received:pick-opening', {})).toMatchObject({
    ok: false,
    error: { kind: 'cancelled' },
  });
});

test('a file that is no bundle is not checked', async () => {
  const place = path.join(sender.places.files, 'note.zip');
  await writeFile(place, 'hello');
  const id = await pick(place);
  expect(await receiver.request('received:check', { id })).toMatchObject({
    ok: false,
    error: { kind: 'not-a-bundle' },
  });
});
