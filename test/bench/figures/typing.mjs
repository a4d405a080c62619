import { launchApp } from '../launch-app.mjs';
import { median, p95 } from '../statistics.mjs';
import { ms } from '../table.mjs';

const goalMs = 50;
const entries = 10_000;

/**
 * Milliseconds since the key: the page is told of the line, the document shows it, the frame is done.
 *
 * @typedef {{ told: number, drawn: number, seen: number }} Sample
 */

/** @param {import('../run.mjs').Bench} bench @returns {Promise<import('../table.mjs').Figure[]>} */
export async function measureTyping(bench) {
  const samples = bench.isQuick ? 40 : 100;
  const warmUps = 5;
  const { app, page } = await launchApp(bench, [bench.notebooks.of(entries)]);
  const line = page.getByRole('textbox', { name: 'New entry' });
  await line.waitFor({ timeout: 120_000 });
  const watch = await page.evaluateHandle(watchSaving);
  /** @type {Sample[]} */
  const taken = [];
  for (let number = -warmUps; number < samples; number += 1) {
    const words = `Beacon ${number + warmUps} seen again`;
    await page.waitForFunction(() => document.querySelector('textarea')?.value === '');
    await line.focus();
    await page.keyboard.type(`${words} @pacs01 !6`, { delay: 12 });
    // Armed before the key goes out: both take ways of their own to the page.
    const armed = await watch.evaluateHandle((each, text) => ({ saved: each.next(text) }), words);
    await page.keyboard.press('Enter');
    const took = await armed.evaluate(({ saved }) => saved);
    if (number >= 0) taken.push(took);
  }
  await app.close();
  const seen = taken.map((sample) => sample.seen);
  return [
    {
      name: `key to saved and visible, ${entries.toLocaleString('en')} entries (${samples} keys), p95`,
      value: ms(p95(seen)),
      goal: `≤ ${goalMs} ms`,
      met: p95(seen) <= goalMs,
    },
    { name: '  median', value: ms(median(seen)) },
    {
      name: '  of it: on the disk and told to the page',
      value: ms(median(taken.map(({ told }) => told))),
    },
    {
      name: '  of it: row and status line in the document',
      value: ms(median(taken.map(({ drawn }) => drawn))),
    },
  ];
}

/**
 * Runs in the page. A sample begins with the key's own time stamp, and ends after the frame that shows
 * the row inside the list and its number in the status line.
 */
function watchSaving() {
  /** @type {{ text: string, startedAt?: number, told?: number, drawn?: number, resolve: (sample: Sample) => void } | undefined} */
  let current;
  const sinceStart = () => performance.now() - (current?.startedAt ?? Number.NaN);
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter' && current !== undefined) current.startedAt ??= event.timeStamp;
    },
    true,
  );
  window.kiroku?.subscribe('journal:appended', () => {
    if (current !== undefined) current.told ??= sinceStart();
  });
  const look = (isInFrame = false) => {
    if (current?.startedAt === undefined || current.drawn !== undefined) return;
    const list = document.querySelector('[role=grid]');
    const row = [...(list?.querySelectorAll('[role=row]') ?? [])].find((each) =>
      each.textContent.includes(current?.text ?? ''),
    );
    const number = row?.lastElementChild?.textContent;
    if (!list || !row || !document.querySelector('footer')?.textContent.includes(`entry ${number}`))
      return;
    const [place, frame] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
    if (place.top < frame.top || place.bottom > frame.bottom) return;
    const sample = current;
    const drawn = sinceStart();
    sample.drawn = drawn;
    const untilTheEnd = () => {
      const painted = new MessageChannel();
      const tellTheEnd = () => {
        sample.resolve({ told: sample.told ?? drawn, drawn, seen: sinceStart() });
        current = undefined;
      };
      painted.port1.addEventListener('message', tellTheEnd, { once: true });
      painted.port1.start();
      painted.port2.postMessage(undefined);
    };
    if (isInFrame) untilTheEnd();
    else requestAnimationFrame(untilTheEnd);
  };
  // The list follows its rows at the beginning of the frame that draws them, without a change of the document; the
  // event that tells of it comes a frame late.
  const observer = new MutationObserver(() => {
    look();
    requestAnimationFrame(() => look(true));
  });
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  addEventListener('scroll', () => look(), true);
  return {
    /** @param {string} text @returns {Promise<Sample>} */
    next: (text) =>
      new Promise((resolve, reject) => {
        current = { text, resolve };
        setTimeout(() => {
          const line = document.querySelector('textarea')?.value;
          reject(new Error(`never seen as saved: ${text}; the entry line holds: ${line}`));
        }, 20_000);
      }),
  };
}
