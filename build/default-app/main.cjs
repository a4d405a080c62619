// The default application of the fallback Electron: starts the application folder given as first plain argument.
const { app } = require('electron');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

try {
  startApplication(findFolder());
} catch (problem) {
  // A dialog would hang a machine without a person in front of it.
  process.stderr.write(`${problem instanceof Error ? problem.stack : String(problem)}\n`);
  app.exit(1);
}

function findFolder() {
  const argument = process.argv.slice(1).find((text) => !text.startsWith('-'));
  if (argument === undefined) throw new Error('Give the application folder as argument.');
  return path.resolve(argument);
}

/** @param {string} folder */
function startApplication(folder) {
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', {
    configurable: false,
    enumerable: true,
    value: true,
  });
  app.setName(manifest.productName ?? manifest.name);
  // Electron's own default application uses the same unpublished functions.
  if (manifest.version !== undefined) app.setVersion(manifest.version);
  app.setDesktopName(manifest.desktopName ?? `${app.getName()}.desktop`);
  app.setAppPath(folder);
  const userData = app.commandLine.getSwitchValue('user-data-dir');
  const usual = path.join(app.getPath('appData'), app.getName());
  app.setPath('userData', userData === '' ? usual : path.resolve(userData));
  Module._load(folder, null, true);
}
