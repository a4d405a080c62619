import { app } from 'electron';
import { shellMessages } from '#shared/i18n/shell-messages.ts';

/** The verbs of the command line inside the application: no window, and the process ends with their code. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    // Chromium ends the process before anything asynchronous could run.
    process.stderr.write(`${shellMessages.needsDisplay.en}\n`);
    return app.exit(2);
  }
  await app.whenReady();
  const [{ processIo }, { runCli }, { systemKeyProtection }, { printOrSayWhy }] = await Promise.all(
    [
      import('./cli/cli-io.ts'),
      import('./cli/run-cli.ts'),
      import('./key-protection.ts'),
      import('./report/render-report.ts'),
    ],
  );
  const code = await runCli(args, processIo(), {
    protection: systemKeyProtection(),
    app: __KIROKU_BUILD__,
    printPdf: printOrSayWhy,
    nowMs: () => Date.now(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  app.exit(code);
}
