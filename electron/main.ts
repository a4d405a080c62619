import { app, crashReporter, Menu, protocol, session } from 'electron';
import path from 'node:path';
import type { Language } from '#shared/i18n/messages.ts';
import { appSchemePrivileges, serveApp } from './app-protocol.ts';
import { runCommandLine } from './command-line.ts';
import { createFailureDialog } from './failure-dialog.ts';
import { takeFirstInstance } from './first-instance.ts';
import { readLaunch } from './launch-arguments.ts';
import { printSchemePrivileges } from './report/print-pdf.ts';
import { notebookWork } from './notebook-work.ts';
import { keepCrashReports } from './security/keep-crash-reports.ts';
import { sandboxEverything } from './security/sandbox-everything.ts';
import { secureEveryContents, secureSession } from './security/secure-contents.ts';
import { silenceNetwork } from './security/silence-network.ts';
import { openLogIn, openServices } from './services.ts';
import { catchTopLevelFailures } from './top-level-failures.ts';
import { notebooksFolder, placeUserData } from './user-data.ts';
import { createWindows } from './windows.ts';

const isDevelopment = !app.isPackaged;
// Chromium writes it into every PDF as its maker: which system and version printed it is nobody's business.
app.userAgentFallback = 'Kiroku';
const launch = readLaunch(process.argv, {
  hasAppFolder: process.defaultApp,
  workingFolder: process.cwd(),
});

// A print job brings its own profile as a switch, so as not to meet the one of an open window.
if (launch.kind !== 'print') placeUserData(app, process.env);
silenceNetwork(app);
sandboxEverything(app);
secureEveryContents(app);
protocol.registerSchemesAsPrivileged([appSchemePrivileges, printSchemePrivileges]);
keepCrashReports(app, crashReporter);

// A report is printed by a window; when that goes, work without a window goes on.
if (launch.kind !== 'window') app.on('window-all-closed', () => {});

// Electron would make a menu of its own first, and we replace it.
Menu.setApplicationMenu(null);

switch (launch.kind) {
  case 'command-line':
    void runCommandLine(launch.args);
    break;
  case 'print':
    void app
      .whenReady()
      .then(() => import('./report/print-command.ts'))
      .then(({ runPrintCommand }) => runPrintCommand(launch.folder))
      .then((code) => app.exit(code));
    break;
  case 'window':
    takeFirstInstance(app, launch.folder, startWindows);
    break;
}

async function startWindows(
  folder: string | undefined,
): Promise<(folder: string | undefined) => void> {
  const userData = app.getPath('userData');
  const log = openLogIn(userData);
  await app.whenReady();
  const language: Language = app.getLocale().startsWith('ja') ? 'ja' : 'en';
  const services = await openServices(userData, log, language);
  const reportFailure = createFailureDialog({
    log,
    language: () => services.settings.read().language,
    now: () => new Date(),
  });
  secureSession(session.defaultSession, {
    schemes: ['app:', 'blob:', 'data:', ...(isDevelopment ? ['devtools:'] : [])],
  });
  await serveApp(session.defaultSession, path.join(__dirname, '../renderer'), (error) =>
    log.write('app-protocol', error),
  );
  const windows = createWindows({
    services,
    reportFailure,
    ...notebookWork({ userData, by: () => services.settings.read().by, bundles: __dirname }),
    preload: path.join(__dirname, 'preload.cjs'),
    notebooksFolder: notebooksFolder(app, process.env),
    isDevelopment,
    checkReplies: process.env['KIROKU_CHECK_REPLIES'] === '1',
  });
  catchTopLevelFailures(reportFailure, windows.failed, log.write);
  windows.show(folder);
  windows.applySettings(services.settings.read());
  return windows.show;
}
