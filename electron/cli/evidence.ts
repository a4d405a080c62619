import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { addFile } from '../notebook/add-evidence.ts';
import {
  type CliContext,
  type ExitCode,
  exitCodes,
  oneOf,
  printJson,
  refuseMore,
  required,
  word,
} from './command.ts';
import { checkEvidence, listEvidence } from './evidence-list.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { writeNotebook } from './with-notebook.ts';
import { fileProblem } from './word-error.ts';

const options = { ...commonOptions, by: 'text', note: 'text' } as const;

/** `evidence add|list|check`: each added file is copied, hashed, read back and written down. */
export async function runEvidence(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const [action, folderWord, ...files] = read.words;
  const wanted = oneOf('evidence', required(context, action, 'add|list|check'), [
    'add',
    'list',
    'check',
  ]);
  const folder = required(context, folderWord, 'FOLDER');
  if (wanted !== 'add') {
    refuseMore(context, files);
    return wanted === 'list' ? listEvidence(context, folder) : checkEvidence(context, folder);
  }
  required(context, files[0], 'FILE');
  const { by, note = '' } = read.options;
  return writeNotebook(context, folder, by, async (notebook) => {
    let exitCode: ExitCode = exitCodes.good;
    for (const file of files) {
      const added = await addFile(notebook, file, { note });
      if (!added.ok) {
        // The others are taken all the same: one unreadable file is no reason to lose the rest.
        const problem = fileProblem(added.error, file);
        await context.io.error(`${word(context, problem.text, problem.values)}\n`);
        exitCode = exitCodes.wrong;
        continue;
      }
      const { id, seq, hash, item } = added.value;
      if (context.json) await printJson(context, { id, seq, hash, ...item });
      else {
        const values = { no: item.no, sha256: item.sha256, name: item.name, size: item.size };
        await context.io.out(`${word(context, cliMessages.evidenceTaken, values)}\n`);
        if (item.changedWhileReading)
          await context.io.error(`${word(context, cliMessages.evidenceChanged, values)}\n`);
      }
    }
    return exitCode;
  });
}
