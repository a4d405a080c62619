// Starts another main program of Electron and says on standard output when what was waited for has been
// painted in a window that is shown. It ends the program then, or when standard input is closed.
import { app } from 'electron';
import { createRequire } from 'node:module';

const { main, selector, stay } = JSON.parse(process.env.KIROKU_BENCH_WORK);

app.once('browser-window-created', (_event, window) => {
  const shown = new Promise((resolve) => window.once('show', resolve));
  window.webContents.once('dom-ready', async () => {
    await window.webContents.executeJavaScript(
      `(${framePainted.toString()})(${JSON.stringify(selector)})`,
    );
    await shown;
    process.stdout.write('kiroku-bench: painted\n');
    if (!stay) app.quit();
  });
});
process.stdin.resume().once('end', () => app.quit());
createRequire(main)(main);

/** Runs in the page: resolves with the frame after the one that drew the element. */
function framePainted(wanted) {
  return new Promise((resolve) => {
    const look = () => {
      const isThere = document.querySelector(wanted) !== null;
      requestAnimationFrame(isThere ? () => resolve(undefined) : look);
    };
    requestAnimationFrame(look);
  });
}
