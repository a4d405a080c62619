import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '#shared/i18n/messages.ts';
import { test } from '../fixtures/kiroku-test.ts';
import type { Kiroku } from '../fixtures/launch-kiroku.ts';
import { notebookWindow } from '../pages/notebook-window.ts';
import { runVerb } from '../pages/run-verb.ts';
import { startScreen } from '../pages/start-screen.ts';
import { changeLook, takeTour } from '../pages/view-tour.ts';

const folder = process.env['KIROKU_SCREENSHOTS'] ?? '';
const env = { TZ: 'Asia/Tokyo' };
const manyEntries = 10_000;

test.describe.configure({ timeout: 600_000 });
test.beforeAll(async () => {
  if (folder === '') throw new Error('KIROKU_SCREENSHOTS is not set: use npm run screenshots');
  await mkdir(folder, { recursive: true });
});

/** What is on the screen; taken by Electron, since a zoomed page confuses the browser's own way. */
async function picture({ app, page }: Kiroku, name: string): Promise<void> {
  // The last change has to be drawn before it can be seen.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image?.toPNG().toString('base64') ?? '';
  });
  await writeFile(path.join(folder, `${name}.png`), Buffer.from(png, 'base64'));
}

for (const language of ['en', 'ja'] as const)
  test(`every view (${language})`, async ({ launch }) => {
    const kiroku = await launch({ env });
    const { page } = kiroku;
    await size(kiroku, 1280, 800);
    for (const theme of ['light', 'dark'] as const) {
      await changeLook(page, { language, theme });
      if (theme === 'light') {
        await picture(kiroku, `start-${language}`);
        await startScreen(page, language).example(language).click();
      }
      await notebookWindow(page, language).list.waitFor();
      await takeTour(kiroku, language, (name) => picture(kiroku, `${name}-${language}-${theme}`));
    }
  });

for (const [what, width, zoom] of [
  ['narrow', 700, 1],
  ['zoomed', 1280, 2],
] as const)
  test(`every view, ${what}`, async ({ launch }) => {
    const kiroku = await launch({ env });
    const { page } = kiroku;
    await size(kiroku, width, 800, zoom);
    const language: Language = 'ja';
    await changeLook(page, { language, theme: 'light' });
    await picture(kiroku, `start-${what}`);
    await startScreen(page, language).example(language).click();
    await takeTour(kiroku, language, (name) => picture(kiroku, `${name}-${what}`));
  });

test('ten thousand entries, and a notebook with none', async ({ launch, places }) => {
  const notebook = path.join(places.notebooks, 'ten thousand.kiroku');
  await runVerb(places, ['new', notebook, '--title', 'Ward 3 ransomware', '--zone', 'Asia/Tokyo']);
  const first = await launch({ env, args: [notebook] });
  await size(first, 1280, 800);
  for (const language of ['en', 'ja'] as const) {
    await changeLook(first.page, { language, theme: 'light' });
    const { line, goTo } = notebookWindow(first.page, language);
    await line.waitFor();
    for (const view of ['timeline', 'checklists', 'evidence', 'report'] as const) {
      await goTo(view);
      if (view === 'report') await first.page.getByRole('article').waitFor();
      await picture(first, `empty-${view}-${language}`);
    }
  }
  await first.quit();
  await runVerb(places, ['log', notebook, '-'], manyLines().join('\n'));
  const second = await launch({ env, args: [notebook] });
  await size(second, 1280, 800);
  for (const theme of ['light', 'dark'] as const) {
    await changeLook(second.page, { language: 'en', theme });
    await notebookWindow(second.page).list.waitFor();
    await picture(second, `ten-thousand-${theme}`);
  }
});

async function size({ app }: Kiroku, width: number, height: number, zoom = 1): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, wanted) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(wanted.width, wanted.height);
      window?.webContents.setZoomFactor(wanted.zoom);
    },
    { width, height, zoom },
  );
}

/** Made-up lines over three days, denser where the adversary works. */
function manyLines(): string[] {
  const words = [
    '@pacs01 VPN account used from an address never seen before !4 /T1133 #vpn',
    '@dc01 service installed under a random name !5 /T1543.003',
    '@ws-114 outgoing connection every 60 s !6 /T1071.001 #c2',
    '@files02 shadow copies deleted !7 /T1490 *',
    '@files02 files renamed in alphabetical order !7 /T1486',
    'ward 3 reports that images cannot be opened :observation',
    '@vpn01 account locked by the network team :response',
    'keep the imaging network apart until it is checked :decision *',
    'called the vendor, ticket opened :communication #vendor',
  ];
  const startMs = Date.parse('2026-03-02T20:00:00+09:00');
  return Array.from({ length: manyEntries }, (_, at) => {
    const part = at / manyEntries;
    const wave = 0.12 * Math.sin(part * 14);
    const when = new Date(startMs + (part + wave / 4) * 3 * 86_400_000);
    return `${when.toISOString().slice(0, 19)}Z ${words[(at * 7 + (at % 13)) % words.length]}`;
  });
}
