import path from 'node:path';
import type { App, CrashReporter } from 'electron';

/** Crash dumps hold memory, and memory holds the incident: they stay in the user's own folder. */
export function keepCrashReports(app: App, crashReporter: CrashReporter): void {
  app.setPath('crashDumps', path.join(app.getPath('userData'), 'crashes'));
  crashReporter.start({ uploadToServer: false, compress: false });
}
