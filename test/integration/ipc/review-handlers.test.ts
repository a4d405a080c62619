import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWindowHandlers, valueOf, type WindowHandlers } from './window-handlers.ts';

let handlers: WindowHandlers;
beforeEach(async () => {
  handlers = await openWindowHandlers();
  valueOf(
    await handlers.request('notebook:create', {
      title: 'Ward 3',
      by: 'Aiko',
      tlp: 'AMBER',
      zone: 'Asia/Tokyo',
      choosePlace: false,
    }),
  );
});
afterEach(() => handlers.close());

const id = (digit: string) => digit.repeat(32);
const release = id('a');

async function submit() {
  const { heads } = handlers.notebook.current()?.describe() ?? { heads: {} };
  const submission = {
    t: 'release.submit' as const,
    id: release,
    no: 'R-001',
    audience: 'technical',
    language: 'en',
    zone: 'UTC',
    roles: false,
    defang: false,
    changes: '',
    heads,
  };
  valueOf(await handlers.request('notebook:append', { operation: submission }));
}

function approve() {
  return handlers.request('notebook:append', {
    operation: {
      t: 'release.review',
      id: id('b'),
      release,
      verdict: 'approve',
      role: '',
      text: '',
    },
  });
}

test('a version is released only after it was approved, once in each format, and known again', async () => {
  const publish = () => handlers.request('release:publish', { release, format: 'md' });
  expect(await publish()).toMatchObject({ ok: false, error: { kind: 'no-such-release' } });
  await submit();
  expect(await publish()).toMatchObject({ ok: false, error: { kind: 'not-approved' } });
  await approve();
  const { sha256 } = valueOf(await publish());
  expect(await publish()).toMatchObject({ ok: false, error: { kind: 'already-released' } });

  const place = path.join(handlers.places.files, 'copy.md');
  handlers.answers.reportFile = place;
  expect(valueOf(await handlers.request('release:file', { release, format: 'md' })).sha256).toBe(
    sha256,
  );
  handlers.answers.fileToCheck = place;
  expect(valueOf(await handlers.request('release:check', {})).release).toBe(release);
  await writeFile(place, 'another text');
  expect(valueOf(await handlers.request('release:check', {})).release).toBeNull();
  const verified = valueOf(await handlers.request('notebook:verify', {}));
  expect(verified).toMatchObject({ findings: [], evidence: 1 });
});

test('reviewers get the version as it was submitted', async () => {
  await submit();
  const place = path.join(handlers.places.files, 'draft.html');
  handlers.answers.reportFile = place;
  valueOf(await handlers.request('release:file', { release, format: 'html' }));
  expect(await readFile(place, 'utf8')).toContain('IN REVIEW');
});

test('minutes and a handover become files; a meeting that is not there does not', async () => {
  const review = id('c');
  valueOf(
    await handlers.request('notebook:append', {
      operation: {
        t: 'review.set',
        id: id('d'),
        review,
        fields: { title: 'Review of ward 3', startedAt: '2026-01-05T01:00:00.000Z' },
      },
    }),
  );
  const place = path.join(handlers.places.files, 'minutes.md');
  handlers.answers.reportFile = place;
  const wanted = { format: 'md', language: 'en', zone: 'UTC' } as const;
  valueOf(
    await handlers.request('document:export', { ...wanted, document: { kind: 'minutes', review } }),
  );
  expect(await readFile(place, 'utf8')).toContain('Review of ward 3');
  valueOf(
    await handlers.request('document:export', {
      ...wanted,
      document: { kind: 'handover', sinceMs: 0 },
    }),
  );
  expect(await readFile(place, 'utf8')).toContain('Next three actions');
  expect(
    await handlers.request('document:export', {
      ...wanted,
      document: { kind: 'minutes', review: id('e') },
    }),
  ).toMatchObject({ ok: false, error: { kind: 'not-found' } });
});

test('actions of every notebook of this user are listed while one of them is open', async () => {
  valueOf(
    await handlers.request('notebook:append', {
      operation: {
        t: 'action.set',
        id: id('1'),
        action: id('2'),
        fields: { text: 'Test the backup', due: '2026-01-05T00:00:00.000Z' },
      },
    }),
  );
  const listed = valueOf(await handlers.request('actions:list', {}));
  expect(listed).toMatchObject([
    { title: 'Ward 3', unread: false, actions: [{ text: 'Test the backup', state: 'open' }] },
  ]);
});
