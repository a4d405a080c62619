import { launchApp } from '../launch-app.mjs';
import { median, p95 } from '../statistics.mjs';
import { ms } from '../table.mjs';

/** Every second of these entries has a stage: 5,000 marks. */
const entries = 10_000;
const frameGoalMs = 16;

/** @param {import('../run.mjs').Bench} bench @returns {Promise<import('../table.mjs').Figure[]>} */
export async function measureZooming(bench) {
  const folder = bench.notebooks.of(entries);
  const { app, page } = await launchApp(bench, [folder]);
  await page.getByRole('grid').getByRole('row').first().waitFor({ timeout: 600_000 });
  await page.keyboard.press('Alt+2');
  await page.locator('#swimlane canvas').waitFor();
  const { work, between } = await page.evaluate(zoomAbout, bench.isQuick ? 60 : 240);
  await app.close();
  const value = `${ms(median(work))}, p95 ${ms(p95(work))}`;
  return [
    {
      name: 'zooming 5,000 marks, from the wheel to the end of its frame',
      value,
      goal: `≤ ${frameGoalMs} ms`,
      met: p95(work) <= frameGoalMs,
    },
    { name: '  between frames', value: `${ms(median(between))}, p95 ${ms(p95(between))}` },
  ];
}

/**
 * Runs in the page: turns the wheel once a frame, in and out again, over and over.
 *
 * @param {number} frames @returns {Promise<{ work: number[], between: number[] }>}
 */
async function zoomAbout(frames) {
  const drawing = document.getElementById('swimlane');
  if (drawing === null) throw new Error('the swimlane is not there');
  const { left, top, width, height } = drawing.getBoundingClientRect();
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  /** A message that is posted in a frame arrives when the frame has been drawn. @returns {Promise<void>} */
  const endOfFrame = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve(), { once: true });
      port1.start();
      port2.postMessage(undefined);
    });
  /** @type {number[]} */
  const work = [];
  /** @type {number[]} */
  const between = [];
  let before = performance.now();
  for (let frame = 0; frame < frames; frame += 1) {
    await nextFrame();
    const startedAt = performance.now();
    between.push(startedAt - before);
    before = startedAt;
    const event = new WheelEvent('wheel', {
      deltaY: frame % 24 < 12 ? -100 : 100,
      ctrlKey: true,
      clientX: left + width * 0.4,
      clientY: top + height / 2,
      bubbles: true,
      cancelable: true,
    });
    drawing.dispatchEvent(event);
    await endOfFrame();
    work.push(performance.now() - startedAt);
  }
  return { work, between };
}
