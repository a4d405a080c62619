import { app } from 'electron';
import type { FailedWindow, ReportFailure } from './failure-dialog.ts';

/** Bugs that nobody caught: logged, and told with a way to save everything. */
export function catchTopLevelFailures(
  reportFailure: ReportFailure,
  failed: () => FailedWindow,
  log: (kind: string, error: unknown) => void,
): void {
  process.on(
    'uncaughtException',
    (error) => void reportFailure('uncaughtException', error, failed()),
  );
  process.on(
    'unhandledRejection',
    (reason) => void reportFailure('unhandledRejection', reason, failed()),
  );
  // A helper process (GPU, network) that ends is started again by Chromium.
  app.on('child-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') log('child-process-gone', details);
  });
}
