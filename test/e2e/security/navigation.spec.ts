import { expect, test } from '../fixtures/kiroku-test.ts';

test.use({ oneApplication: true });

const elsewhere = [
  'https://example.com/',
  'file:///etc/passwd',
  'data:text/html,moved',
  'app://kiroku/other.html',
  'devtools://devtools/bundled/inspector.html',
];

for (const address of elsewhere) {
  test(`the page does not go to ${address}`, async ({ kiroku, expectProblem }) => {
    expectProblem(/Not allowed to|navigat|Content Security Policy/i);
    const { page } = kiroku;
    const before = page.url();
    await page.evaluate((url) => {
      const link = Object.assign(document.createElement('a'), { href: url, textContent: 'away' });
      document.body.append(link);
      link.click();
      window.location.href = url;
    }, address);
    // Whatever was going to happen has begun once a later task of the page has run.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(page.url()).toBe(before);
    expect(await page.evaluate(() => window.kiroku !== undefined)).toBe(true);
  });

  test(`no window opens for ${address}`, async ({ kiroku, expectProblem }) => {
    expectProblem(/Not allowed to|Content Security Policy/i);
    const opened = await kiroku.page.evaluate((url) => window.open(url) === null, address);
    const windows = await kiroku.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    );
    expect({ opened, windows }).toEqual({ opened: true, windows: 1 });
  });
}

test('a file dropped on the page is not opened in its place', async ({ kiroku }) => {
  const { page } = kiroku;
  const before = page.url();
  const client = await page.context().newCDPSession(page);
  const data = { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  expect(page.url()).toBe(before);
});

test('nothing is handed to other programs', async ({ kiroku, expectProblem }) => {
  expectProblem(/Not allowed to|Content Security Policy|Failed to launch/i);
  const called = await kiroku.app.evaluate(({ shell }) => {
    const calls: string[] = [];
    // oxlint-disable-next-line no-restricted-properties -- watched, not used
    shell.openExternal = async (url) => void calls.push(url);
    // oxlint-disable-next-line no-restricted-properties -- as above
    shell.openPath = async (file) => String(calls.push(file));
    (globalThis as { calls?: string[] }).calls = calls;
    return calls;
  });
  expect(called).toEqual([]);
  await kiroku.page.evaluate(() => {
    for (const url of ['mailto:a@example.com', 'https://example.com', 'file:///etc/passwd']) {
      const link = Object.assign(document.createElement('a'), { href: url, target: '_blank' });
      document.body.append(link);
      link.click();
    }
  });
  await kiroku.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  expect(await kiroku.app.evaluate(() => (globalThis as { calls?: string[] }).calls)).toEqual([]);
});
