import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../fixtures/kiroku-test.ts';
import { projectRoot } from '../fixtures/launch-kiroku.ts';

test.use({ oneApplication: true });

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

test('every answer carries the policy and the right type', async ({ kiroku }) => {
  const answer = await kiroku.page.evaluate(async () => {
    const { status, headers } = await fetch('app://kiroku/index.html');
    return { status, headers: Object.fromEntries(headers) };
  });
  expect(answer.status).toBe(200);
  expect(answer.headers['content-security-policy']?.split('; ')).toEqual(policy);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
});

for (const address of [
  '/../main/main.cjs',
  '/%2e%2e/main/main.cjs',
  '/..%2fmain%2fmain.cjs',
  '/%2e%2e%2f%2e%2e%2fpackage.json',
  '/..%5c..%5cpackage.json',
  '//etc/passwd',
  '/%E0%A4%A',
  '/assets/',
  '/',
]) {
  test(`nothing is served for app://kiroku${address}`, async ({ kiroku, expectProblem }) => {
    expectProblem(/Failed to load resource/);
    const status = await kiroku.page.evaluate(
      async (url) => (await fetch(url)).status,
      `app://kiroku${address}`,
    );
    expect(status).toBe(404);
  });
}

test('a link in the folder that leads out of it is not followed', async ({
  kiroku,
  expectProblem,
}) => {
  test.skip(
    process.env['KIROKU_PACKAGED_EXECUTABLE'] !== undefined,
    'the packaged folder is read only; the same code is tested from source',
  );
  expectProblem(/Failed to load resource/);
  const outside = await mkdtemp(path.join(kiroku.places.files, 'outside-'));
  const secret = path.join(outside, 'secret.txt');
  await writeFile(secret, 'secret');
  const link = path.join(projectRoot, 'dist/renderer', `link-${process.pid}.txt`);
  await symlink(secret, link);
  try {
    const url = `app://kiroku/${path.basename(link)}`;
    expect(await kiroku.page.evaluate(async (u) => (await fetch(u)).status, url)).toBe(404);
  } finally {
    await rm(link);
  }
  expect(await readdir(path.dirname(link))).not.toContain(path.basename(link));
});

test('only reading is answered', async ({ kiroku, expectProblem }) => {
  expectProblem(/Failed to load resource/);
  const status = await kiroku.page.evaluate(
    async () => (await fetch('app://kiroku/index.html', { method: 'POST', body: 'x' })).status,
  );
  expect(status).toBe(403);
});

test('another host of the scheme is nobody', async ({ kiroku, expectProblem }) => {
  expectProblem(/Failed to load resource|Refused to connect|content security policy/i);
  const outcome = await kiroku.page.evaluate(async () =>
    fetch('app://other/index.html').then(
      ({ status }) => status,
      () => 'refused',
    ),
  );
  expect(outcome).toBe('refused');
});
