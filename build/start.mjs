// npm start: from a fresh clone to the open application. Only Node's own modules until the packages are installed.
import './require-node.mjs';
import { projectRoot } from './build-identity.mjs';
import { bundle } from './bundle.mjs';
import { sandboxSwitches } from './chromium-sandbox.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { runCommand } from './run-command.mjs';
import { runScript, SetupProblem } from './setup-problem.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

await runScript(async () => {
  await ensureDependencies();
  const electron = await resolveElectron();
  ensureSystemLibraries({ electronBinary: electron.path });
  await bundle();
  assertDisplay();
  const switches = sandboxSwitches({ electronBinary: electron.path, log: console.log });
  console.log('Starting Kiroku.');
  return runCommand(electron.path, [...switches, projectRoot, ...process.argv.slice(2)]);
});

function assertDisplay() {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
    return;
  throw new SetupProblem(
    'There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set): run it in a desktop session, or on an invisible display with:\n\n  xvfb-run -a npm start\n',
  );
}
