// The default application of the fallback Electron: starts the application folder given as first plain argument.
const { app } = require('electron');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const argument = process.argv.slice(1).find((text) => !text.startsWith('-'));
if (argument === undefined) {
  process.stderr.write('Give the application folder as argument.\n');
  app.exit(2);
} else {
  startApplication(path.resolve(argument));
}

/** @param {string} folder */
function startApplication(folder) {
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', {
    configurable: false,
    enumerable: true,
    value: true,
  });
  app.setVersion(manifest.version);
  app.setName(manifest.productName ?? manifest.name);
  // Electron's own default application uses the same two unpublished functions.
  app.setDesktopName?.(manifest.desktopName ?? `${app.getName()}.desktop`);
  app._setDefaultAppPaths?.(folder);
  app.setAppPath(folder);
  const userData = app.commandLine.getSwitchValue('user-data-dir');
  app.setPath(
    'userData',
    userData === '' ? path.join(app.getPath('appData'), app.getName()) : path.resolve(userData),
  );
  Module._load(folder, null, true);
}
