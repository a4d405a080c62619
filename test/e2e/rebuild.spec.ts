import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures/kiroku-test.ts';
import type { Kiroku } from './fixtures/launch-kiroku.ts';
import type { Places } from './fixtures/places.ts';
import { notebookWindow, type NotebookWindow } from './pages/notebook-window.ts';
import { killTree } from './pages/process-tree.ts';
import { runVerb } from './pages/run-verb.ts';

const env = { TZ: 'Asia/Tokyo' };
const killedRounds = 4;

// The kernel's word for a process that was killed, on its way to the log of the window.
test.beforeEach(({ expectProblem }) => expectProblem(/Target closed|crashed/));

for (const [what, harm] of [
  ['deleted', deleteDatabase],
  ['overwritten', overwriteDatabase],
  ['cut off', cutDatabase],
] as const) {
  test(`a database that was ${what} while closed is built anew from the journal`, async ({
    launch,
    places,
  }) => {
    const folder = await makeNotebook(places, 40);
    const first = await launch({ env, args: [folder] });
    const before = notebookWindow(first.page);
    await expectEntries(before, 40);
    await before.log('2022-10-31 06:30 電子カルテが止まった !7');
    await expectEntries(before, 41);
    await first.quit();
    expect(databaseFiles(places).length).toBeGreaterThan(0);
    harm(places);

    const second = await launch({ env, args: [folder] });
    const after = notebookWindow(second.page);
    await expectEntries(after, 41);
    await expect(after.row('電子カルテが止まった')).toBeVisible();
    await after.log('2022-10-31 06:40 紙で運用する :decision');
    await expectEntries(after, 42);
    await second.quit();
    expect(await runVerb(places, ['verify', folder])).toMatchObject({ code: 0 });
  });
}

test('what stands in the entry line survives a kill', async ({ launch, places }) => {
  const folder = await makeNotebook(places, 3);
  const first = await launch({ env, args: [folder] });
  const before = notebookWindow(first.page);
  await expect(before.line).toBeFocused();
  const draft = '14:02 @pacs01 知らないアドレスからVPN !3';
  await first.page.keyboard.type(draft);
  // On the disk a moment after the last key, without anything being asked of the program.
  await expect.poll(() => draftsOf(places)).toEqual([draft]);
  await killTree(first);

  const second = await launch({ env, args: [folder] });
  const after = notebookWindow(second.page);
  await expect(after.line).toHaveValue(draft);
  await second.page.keyboard.press('Enter');
  await expect(after.row('知らないアドレスからVPN')).toBeVisible();
  await expect.poll(() => draftsOf(places)).toEqual([]);
});

test('acknowledged entries survive kills of the whole process tree', async ({ launch, places }) => {
  const folder = await makeNotebook(places, 3);
  const acknowledged: string[] = [];
  for (let round = 1; round <= killedRounds; round += 1) {
    const kiroku = await launch({ env, args: [folder] });
    const notebook = notebookWindow(kiroku.page);
    await expect(notebook.line).toBeFocused();
    for (const text of acknowledged) await expect(notebook.row(text)).toHaveCount(1);
    for (let at = 1; at <= 3; at += 1) {
      const text = `round ${round} entry ${at}`;
      await notebook.log(text);
      acknowledged.push(text);
    }
    await writeUntilKilled(kiroku, notebook, `round ${round} unanswered`);
  }
  const shown = await runVerb(places, ['show', folder, '--json']);
  expect(shown.code).toBe(0);
  const { entries } = JSON.parse(shown.out) as { entries: { text: string }[] };
  const texts = entries.map(({ text }) => text);
  expect(acknowledged.filter((text) => !texts.includes(text))).toEqual([]);
  const verified = await runVerb(places, ['verify', folder, '--json']);
  const { findings } = JSON.parse(verified.out) as { findings: { severity: string }[] };
  expect(findings.filter(({ severity }) => severity === 'damage')).toEqual([]);
});

/** Sends one more line and does not wait for its answer: the kill meets the writing. */
async function writeUntilKilled(kiroku: Kiroku, { line }: NotebookWindow, text: string) {
  await kiroku.page.keyboard.insertText(text);
  await expect(line).toHaveValue(text);
  const pressed = kiroku.page.keyboard.press('Enter').catch(() => {});
  await killTree(kiroku);
  await pressed;
}

async function makeNotebook(places: Places, entries: number): Promise<string> {
  const folder = path.join(places.notebooks, 'case.kiroku');
  const made = await runVerb(places, ['new', folder, '--title', '再構築', '--zone', 'Asia/Tokyo']);
  expect(made, made.errors).toMatchObject({ code: 0 });
  const lines = Array.from(
    { length: entries },
    (_, at) => `2022-10-30 ${timeOf(at)} 記録 ${at} !3`,
  );
  const logged = await runVerb(places, ['log', folder, '-'], `${lines.join('\n')}\n`);
  expect(logged, logged.errors).toMatchObject({ code: 0 });
  return folder;
}

function timeOf(minutes: number): string {
  return new Date(minutes * 60_000).toISOString().slice(11, 16);
}

async function expectEntries({ list, word }: NotebookWindow, count: number): Promise<void> {
  await expect(list).toBeVisible();
  await expect(list.page().getByText(`${count} entries`, { exact: true }).first()).toBeVisible();
  await expect(
    list.page().getByText(word({ en: 'chain intact', ja: 'チェーン正常' })),
  ).toBeVisible();
}

/** The files in which Chromium keeps IndexedDB. */
function databaseFiles({ userData }: Places): string[] {
  const folder = path.join(userData, 'IndexedDB');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile() && !file.endsWith('LOCK'));
}

function deleteDatabase({ userData }: Places): void {
  rmSync(path.join(userData, 'IndexedDB'), { recursive: true });
}

/** Every file keeps its length and loses its sense. */
function overwriteDatabase(places: Places): void {
  for (const file of databaseFiles(places))
    writeFileSync(file, Buffer.alloc(statSync(file).size, 0xa5));
}

function cutDatabase(places: Places): void {
  for (const file of databaseFiles(places)) {
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length / 2)));
  }
}

/** What is kept of unsaved lines. */
function draftsOf({ userData }: Places): string[] {
  const folder = path.join(userData, 'drafts');
  try {
    return readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
  } catch {
    return [];
  }
}
