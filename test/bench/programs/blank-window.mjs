// The floor of a start: a window with one word in it, with the application's own switches and preferences.
import { app, BrowserWindow } from 'electron';
import { sandboxEverything } from '../../../electron/security/sandbox-everything.ts';
import { silenceNetwork } from '../../../electron/security/silence-network.ts';
import { securePreferences } from '../../../electron/security/web-preferences.ts';
import { placeUserData } from '../../../electron/user-data.ts';

placeUserData(app, process.env);
silenceNetwork(app);
sandboxEverything(app);
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const { preload: _none, ...webPreferences } = securePreferences('');
  const window = new BrowserWindow({ width: 1280, height: 840, show: false, webPreferences });
  window.once('ready-to-show', () => window.show());
  return window.loadURL('data:text/html,<!doctype html><title>Blank</title><main>Blank</main>');
});
