// What every program without a window does: read its work, do it, print the answer as one line, end.
import { app } from 'electron';

/** @template Work @param {(work: Work) => Promise<unknown>} work */
export function answer(work) {
  app
    .whenReady()
    .then(() => work(JSON.parse(process.env.KIROKU_BENCH_WORK)))
    .then((found) => {
      process.stdout.write(`kiroku-bench: ${JSON.stringify(found)}\n`, () => app.exit(0));
    })
    .catch((problem) => {
      process.stderr.write(`${problem instanceof Error ? problem.stack : String(problem)}\n`);
      app.exit(1);
    });
}
