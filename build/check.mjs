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

/** Runs one check; returns whether it passed. @param {string} name */
export async function runCheck(name) {
  console.log(`\n── ${name}`);
  const { code } = await runNpm(['run', '--silent', name], { cwd: projectRoot });
  return code === 0;
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
