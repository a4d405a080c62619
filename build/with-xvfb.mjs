// node build/with-xvfb.mjs COMMAND [ARGUMENT…]: runs a command on a display of its own, with KIROKU_ELECTRON set.
import './require-node.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { runCommand } from './run-command.mjs';
import { runScript, SetupProblem } from './setup-problem.mjs';
import { startVirtualDisplay } from './virtual-display.mjs';

await runScript(async () => {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined)
    throw new SetupProblem('Usage: node build/with-xvfb.mjs COMMAND [ARGUMENT…]');
  const electron = await resolveElectron({ log: (line) => process.stderr.write(`${line}\n`) });
  const display = await startVirtualDisplay();
  try {
    return await runCommand(command, args, {
      env: { ...display.env, KIROKU_ELECTRON: electron.path },
    });
  } finally {
    await display.stop();
  }
});
