import type { App } from 'electron';

/**
 * Every renderer in Chromium's sandbox, whatever its window asks for. As root Chromium has none and
 * has been told so by a switch, which Electron would take back here and then not start.
 */
export function sandboxEverything(app: App): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}
