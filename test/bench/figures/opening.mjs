import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launchApp } from '../launch-app.mjs';
import { median } from '../statistics.mjs';
import { ms } from '../table.mjs';

/** A database of 100,000 entries is written in a minute or so, on a busy machine in several. */
const patienceMs = 600_000;

/** @param {import('../run.mjs').Bench} bench */
export function measureOpening(bench) {
  return measureSize(bench, 10_000, bench.isQuick ? 2 : 5);
}

/** @param {import('../run.mjs').Bench} bench */
export function measureLargeOpening(bench) {
  return bench.isQuick ? measureSize(bench, 30_000, 1) : measureSize(bench, 100_000, 3);
}

/** @param {import('../run.mjs').Bench} bench @param {number} entries @param {number} rounds */
async function measureSize(bench, entries, rounds) {
  const folder = bench.notebooks.of(entries);
  // Once with the folder as argument, so that it is among the recent ones and has its database.
  const { app, page } = await launchApp(bench, [folder]);
  await page.getByRole('grid').getByRole('row').first().waitFor({ timeout: patienceMs });
  await untilStored(page, folder);
  await app.close();

  /** @type {{ present: Opening[], deleted: Opening[] }} */
  const taken = { present: [], deleted: [] };
  for (let round = 0; round < rounds; round += 1) {
    taken.present.push(await openRecent(bench, folder));
    deleteDatabase(bench);
    taken.deleted.push(await openRecent(bench, folder));
  }
  return [
    figureOf(`open ${entries.toLocaleString('en')} entries, database present`, taken.present),
    figureOf(`open ${entries.toLocaleString('en')} entries, database deleted`, taken.deleted),
  ];
}

/** @param {string} name @param {readonly Opening[]} openings @returns {import('../table.mjs').Figure} */
function figureOf(name, openings) {
  const freeze = ms(median(openings.map(({ longestTask }) => longestTask)));
  return {
    name: `${name} (${openings.length}×)`,
    value: ms(median(openings.map(({ took }) => took))),
    floor: `longest freeze ${freeze}`,
  };
}

/** @typedef {{ took: number, longestTask: number }} Opening */

/** @param {import('../run.mjs').Bench} bench @param {string} folder @returns {Promise<Opening>} */
async function openRecent(bench, folder) {
  const { app, page } = await launchApp(bench, []);
  const name = path.basename(folder, '.kiroku');
  const recent = page.getByRole('listitem').filter({ hasText: name }).getByRole('button');
  await recent.waitFor();
  // Armed before the click goes out: both take ways of their own to the page.
  const armed = await page.evaluateHandle(watchOpening);
  await recent.click();
  const taken = await armed.evaluate(({ opening }) => opening);
  await untilStored(page, folder);
  await app.close();
  return taken;
}

/**
 * Waits until the database has every line: it is written behind the window, and the next opening would
 * read the rest from the journal.
 *
 * @param {import('playwright').Page} page
 * @param {string} folder
 */
export async function untilStored(page, folder) {
  const { notebook } = JSON.parse(readFileSync(path.join(folder, 'notebook.json'), 'utf8'));
  const lines = countLines(path.join(folder, 'feeds'));
  const until = performance.now() + patienceMs;
  while ((await page.evaluate(countStored, `kiroku-${notebook}`)) !== lines) {
    if (performance.now() > until) throw new Error('the database was never written');
    await pause(500);
  }
}

/** @param {string} feeds */
function countLines(feeds) {
  let lines = 0;
  for (const name of readdirSync(feeds))
    for (const byte of readFileSync(path.join(feeds, name))) if (byte === 0x0a) lines += 1;
  return lines;
}

/** Runs in the page: how many lines a database has taken in. @param {string} name */
async function countStored(name) {
  /** @param {IDBRequest} request @returns {Promise<any>} */
  const answerOf = (request) =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
  const database = await answerOf(indexedDB.open(name));
  const meta = await answerOf(database.transaction('meta').objectStore('meta').get('applied'));
  database.close();
  let lines = 0;
  for (const { seq } of Object.values(meta?.applied.heads ?? {})) lines += seq + 1;
  return lines;
}

/** While the application is closed. @param {import('../run.mjs').Bench} bench */
function deleteDatabase({ places }) {
  const database = path.join(places.userData, 'IndexedDB');
  if (!existsSync(database)) throw new Error('the database is not where Chromium keeps it');
  rmSync(database, { recursive: true });
}

/**
 * Runs in the page: from the click's own time stamp to the frame in which rows are seen and the entry
 * line takes keys; and the longest task of the page on the way.
 *
 * @returns {{ opening: Promise<Opening> }}
 */
function watchOpening() {
  const opening = new Promise((resolve) => {
    let startedAt = Number.NaN;
    let longestTask = 0;
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
    });
    tasks.observe({ type: 'longtask' });
    addEventListener('click', (event) => (startedAt = event.timeStamp), {
      capture: true,
      once: true,
    });
    const observer = new MutationObserver(() => {
      const row = document.querySelector('[role=grid] [role=row]');
      const line = document.querySelector('textarea');
      if (row === null || line === null || line.disabled) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const took = performance.now() - startedAt;
        // Chromium reports a task after it has ended.
        setTimeout(() => resolve({ took, longestTask }), 100);
      });
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  return { opening };
}
