import { expect, test } from '../fixtures/kiroku-test.ts';

test('a page cannot save a file by itself', async ({ kiroku }) => {
  const states = await kiroku.app.evaluate(({ session }) => {
    const seen: string[] = [];
    session.defaultSession.on('will-download', (event, item) => {
      seen.push(`${event.defaultPrevented ? 'prevented' : 'allowed'} ${item.getFilename()}`);
    });
    (globalThis as { downloads?: string[] }).downloads = seen;
    return seen;
  });
  expect(states).toEqual([]);
  await kiroku.page.evaluate(() => {
    const href = URL.createObjectURL(new Blob(['notes']));
    Object.assign(document.createElement('a'), { href, download: 'notes.txt' }).click();
  });
  await expect
    .poll(() => kiroku.app.evaluate(() => (globalThis as { downloads?: string[] }).downloads))
    .toEqual(['prevented notes.txt']);
});
