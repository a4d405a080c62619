// npm run check: every script named check:* in package.json, in that order, cheapest first; stops at the first that fails.
import './require-node.mjs';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './build-identity.mjs';
import { runNpm } from './npm-client.mjs';
import { runScript, SetupProblem } from './setup-problem.mjs';

/** The names of all checks, in order. */
export function listChecks() {
  const { scripts } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
  return Object.keys(scripts).filter((name) => name.startsWith('check:'));
}

/**
 * Runs one check; returns whether it passed.
 *
 * @param {string} name
 * @param {{ beside?: boolean }} [options] `beside`: it runs beside others, so what it says is printed when it is done
 */
export async function runCheck(name, { beside = false } = {}) {
  const heading = `\n── ${name}`;
  if (!beside) console.log(heading);
  const ran = await runNpm(['run', '--silent', name], { cwd: projectRoot, quiet: beside });
  if (beside) console.log(`${heading}\n${ran.output.trim()}`);
  return ran.code === 0;
}

if (process.argv[1] === import.meta.filename) {
  await runScript(async () => {
    for (const name of listChecks()) {
      if (!(await runCheck(name)))
        throw new SetupProblem(
          `${name} found something: see above. After mending, npm run ${name} repeats it alone.`,
        );
    }
    console.log('\nAll checks passed.');
  });
}
