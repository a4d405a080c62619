import { BrowserWindow, screen } from 'electron';
import { securePreferences } from './security/web-preferences.ts';
import type { WindowState } from './window-state.ts';

/** A window for one notebook, not loaded yet; it shows itself with its first picture. */
export function createWindow(options: {
  readonly preload: string;
  readonly state: WindowState;
}): BrowserWindow {
  const { maximized, ...bounds } = options.state.next(screen);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 640,
    minHeight: 480,
    title: 'Kiroku',
    show: false,
    webPreferences: securePreferences(options.preload),
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  options.state.follow(window);
  return window;
}
