import type { WebPreferences } from 'electron';

/** Every window of the interface: a sandboxed page that knows nothing of Node. */
export function securePreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    // A page in the background still shows the clock and the progress of a copy.
    backgroundThrottling: false,
  };
}
