/** Something a person can mend; its message is one sentence, with the mend. Everything else that is thrown is a bug. */
export class SetupProblem extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'SetupProblem';
  }
}

/**
 * Runs a script's main function and turns a setup problem into one plain sentence.
 *
 * @param {() => Promise<number | void>} main returns the exit code
 */
export async function runScript(main) {
  try {
    const code = (await main()) ?? 0;
    process.exitCode = code;
    // electron-builder, once loaded, ends the process by itself, with 0 whatever was set: a failed run would pass.
    process.once('exit', () => {
      process.exitCode = code;
    });
  } catch (problem) {
    if (!(problem instanceof SetupProblem)) throw problem;
    process.stderr.write(`\n${problem.message}\n`);
    process.exitCode = 1;
  }
}
