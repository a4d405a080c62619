import type { Writing } from '#shared/application/ports.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { randomHex } from '../notebook/node-crypto.ts';
import { type OpenNotebook, openNotebook } from '../notebook/open-notebook.ts';
import { type CliContext, CliProblem } from './command.ts';
import { userDataFolder } from './user-data.ts';
import { folderProblem } from './word-error.ts';

/** Opens a notebook to read, does the work, and closes it again. */
export async function readNotebook<T>(
  context: CliContext,
  folder: string,
  work: (notebook: OpenNotebook) => Promise<T>,
): Promise<T> {
  const notebook = await open(context, folder, { readOnly: true });
  try {
    return await work(notebook);
  } finally {
    await notebook.close();
  }
}

/** Opens a notebook to write, or says why that is not possible now. */
export async function writeNotebook<T>(
  context: CliContext,
  folder: string,
  by: string | undefined,
  work: (notebook: OpenNotebook, writing: Writing) => Promise<T>,
): Promise<T> {
  const notebook = await open(context, folder, { by: by ?? '' });
  try {
    const { readOnly } = notebook.describe();
    if (readOnly?.because === 'locked')
      throw new CliProblem(cliMessages.lockedBy, { holder: readOnly.holder });
    if (readOnly !== null) throw new CliProblem(cliMessages.notWritable);
    return await work(notebook, { journal: notebook, newId: () => randomHex(16) });
  } finally {
    await notebook.close();
  }
}

async function open(
  { io, deps }: CliContext,
  folder: string,
  options: { readonly readOnly?: boolean; readonly by?: string },
): Promise<OpenNotebook> {
  const opened = await openNotebook(folder, {
    userData: userDataFolder(io.env),
    protection: deps.protection,
    app: deps.app,
    by: () => options.by ?? '',
    readOnly: options.readOnly,
    // Another command needs a moment, a window keeps the notebook: only the first is worth waiting for.
    lockPatienceMs: 2_000,
  });
  if (!opened.ok) throw folderProblem(opened.error);
  return opened.value;
}
