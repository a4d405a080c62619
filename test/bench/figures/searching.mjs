import { launchApp } from '../launch-app.mjs';
import { median, p95 } from '../statistics.mjs';
import { ms } from '../table.mjs';
import { untilStored } from './opening.mjs';

const searchGoalMs = 15;
const filterGoalMs = 100;
const frameGoalMs = 1000 / 60;
const longestFrameGoalMs = 32;

/** What people look for, letter by letter: a host, a word of the text, kana in half width, a rare number. */
const queries = ['pacs01', 'bitcoin', 'ﾊﾞｯｸｱｯﾌﾟ', '記者発表', 'administrator', '#98765'];

/**
 * Milliseconds since the key or the click: the first results are in the document, the frame is done.
 *
 * @typedef {{ found: number, painted: number }} Sample
 */

/**
 * The event that a sample begins with, and what the sentence of the filter says, or no longer says, at its end.
 *
 * @typedef {{ event: string, text: string, isSaid: boolean }} Wanted
 */

/** @param {import('../run.mjs').Bench} bench @returns {Promise<import('../table.mjs').Figure[]>} */
export async function measureSearching(bench) {
  const entries = bench.isQuick ? 30_000 : 100_000;
  const rounds = bench.isQuick ? 2 : 5;
  const folder = bench.notebooks.of(entries);
  const { app, page } = await launchApp(bench, [folder]);
  await page.getByRole('grid').getByRole('row').first().waitFor({ timeout: 600_000 });
  const search = page.getByRole('searchbox');
  const watch = await page.evaluateHandle(watchResults);
  /** @param {Wanted} wanted @param {() => Promise<void>} change @returns {Promise<Sample>} */
  const sampleOf = async (wanted, change) => {
    // Armed before the key goes out: both take ways of their own to the page.
    const armed = await watch.evaluateHandle((each, what) => ({ seen: each.next(what) }), wanted);
    await change();
    return armed.evaluate(({ seen }) => seen);
  };
  // Before every text has been made ready.
  const first = await sampleOf({ event: 'keydown', text: '“z”', isSaid: true }, () =>
    search.press('z'),
  );
  await search.fill('');
  // The database is written behind the window, once for each notebook.
  await untilStored(page, folder);
  await untilQuiet(page);

  /** @type {Sample[]} */
  const typed = [];
  /** @type {Sample[]} */
  const toggled = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const query of queries) {
      await search.focus();
      for (let letters = 1; letters <= query.length; letters += 1) {
        const letter = query.slice(letters - 1, letters);
        const isKey = /^[!-~]$/.test(letter);
        const text = `“${query.slice(0, letters).trim()}”`;
        const wanted = { event: isKey ? 'keydown' : 'input', text, isSaid: true };
        typed.push(
          await sampleOf(wanted, () =>
            isKey ? page.keyboard.press(letter) : page.keyboard.insertText(letter),
          ),
        );
      }
      await search.fill('');
      await untilQuiet(page);
    }
    const stage = page
      .getByRole('group', { name: 'Stage' })
      .getByRole('button')
      .nth(round % 7);
    // On and off: the second brings every entry back.
    for (const isSaid of [true, false]) {
      const wanted = { event: 'click', text: `stage ${(round % 7) + 1}`, isSaid };
      toggled.push(await sampleOf(wanted, () => stage.click()));
      await untilQuiet(page);
    }
  }
  const frames = await page.evaluate(scrollThrough);
  await app.close();

  const found = typed.map((sample) => sample.found);
  const painted = toggled.map((sample) => sample.painted);
  const count = entries.toLocaleString('en');
  return [
    {
      name: `search, key to first results, ${count} entries (${typed.length} keys), p95`,
      value: ms(p95(found)),
      goal: `≤ ${searchGoalMs} ms`,
      met: p95(found) <= searchGoalMs,
    },
    { name: '  median', value: ms(median(found)) },
    { name: '  painted, p95', value: ms(p95(typed.map((sample) => sample.painted))) },
    { name: '  the very first search after opening, painted', value: ms(first.painted) },
    {
      name: `filter change to paint (${toggled.length} clicks), p95`,
      value: ms(p95(painted)),
      goal: `≤ ${filterGoalMs} ms`,
      met: p95(painted) <= filterGoalMs,
    },
    { name: '  median', value: ms(median(painted)) },
    {
      name: `scrolling (${frames.length} frames), p95`,
      value: ms(p95(frames)),
      floor: `${ms(frameGoalMs)} a frame of 60 Hz`,
      ratio: p95(frames) / frameGoalMs,
    },
    { name: '  median', value: ms(median(frames)) },
    {
      name: '  the longest',
      value: ms(Math.max(...frames)),
      goal: `≤ ${longestFrameGoalMs} ms`,
      met: Math.max(...frames) <= longestFrameGoalMs,
    },
  ];
}

/** Counts and strip follow what is found: the next sample must not wait for them. @param {import('playwright').Page} page */
async function untilQuiet(page) {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestIdleCallback(() => requestIdleCallback(() => resolve(undefined)));
      }),
  );
}

/**
 * Runs in the page. A sample begins with the event's own time stamp, and has found when the sentence of the
 * filter says what is wanted and the first rows, or that there are none, stand in the list drawn with it.
 */
function watchResults() {
  /** @type {{ wanted: Wanted, startedAt?: number, resolve: (sample: Sample) => void } | undefined} */
  let current;
  const begin = (/** @type {Event} */ event) => {
    if (event.type === current?.wanted.event) current.startedAt ??= event.timeStamp;
  };
  for (const type of ['keydown', 'input', 'click']) addEventListener(type, begin, true);
  const look = () => {
    if (current?.startedAt === undefined) return;
    const { wanted, startedAt, resolve } = current;
    const sentence = document.querySelector('[role=search] [role=group][aria-label*=":"]');
    const says = sentence?.getAttribute('aria-label')?.includes(wanted.text) ?? false;
    if (says !== wanted.isSaid) return;
    // Words without a row are no result, unless everything has been looked at.
    const status = document.querySelector('[role=search] [role=status]')?.textContent ?? '';
    const hasRows = document.querySelector('[role=grid] [role=row][aria-selected]') !== null;
    if (!hasRows && status.includes('Searching')) return;
    current = undefined;
    const found = performance.now() - startedAt;
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      const tellTheEnd = () => resolve({ found, painted: performance.now() - startedAt });
      painted.port1.addEventListener('message', tellTheEnd, { once: true });
      painted.port1.start();
      painted.port2.postMessage(undefined);
    });
  };
  new MutationObserver(look).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  return {
    /** @param {Wanted} wanted @returns {Promise<Sample>} */
    next: (wanted) =>
      new Promise((resolve, reject) => {
        current = { wanted, resolve };
        setTimeout(() => reject(new Error(`never shown: ${wanted.text}`)), 20_000);
      }),
  };
}

/** Runs in the page: milliseconds between frames while the list is scrolled a page at a time. @returns {Promise<number[]>} */
async function scrollThrough() {
  const list = document.querySelector('[role=grid]');
  if (list === null) throw new Error('there is no list');
  /** @type {number[]} */
  const frames = [];
  list.scrollTop = 0;
  let last = await new Promise((resolve) => requestAnimationFrame(resolve));
  for (let frame = 0; frame < 240; frame += 1) {
    list.scrollTop += 400;
    const now = await new Promise((resolve) => requestAnimationFrame(resolve));
    frames.push(now - last);
    last = now;
  }
  return frames;
}
