import type { Job, OpenedNotebook, OpenError } from '#shared/ipc/contract.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { createFileJobs, type FileJobs } from './file-jobs.ts';
import { createLogRows, type LogRows } from './log-rows.ts';
import type { NotebookOpener, NotebookPort } from './notebook-port.ts';
import type { SendToWindow } from './send-to-window.ts';

/** A page takes a notebook's news in pieces that fit one message. */
const linesAMessage = 1000;

export type WindowNotebook = {
  readonly current: () => NotebookPort | undefined;
  /** Files on their way into the notebook. */
  readonly jobs: () => FileJobs | undefined;
  /** Bundles and copies; they need no notebook to be open, and go on when it is let go. */
  readonly transfers: FileJobs;
  /** The rows of its imported logs. */
  readonly rows: () => LogRows | undefined;
  /** Opens a folder in place of what is open; what is open stays so when that fails. */
  readonly open: (folder: string) => Promise<Result<OpenedNotebook, OpenError>>;
  /** Lets go of the folder while something is done with it, and opens it again whatever came of that. */
  readonly letGoFor: <T>(
    work: (folder: string) => Promise<T>,
  ) => Promise<Result<{ readonly worked: T; readonly opened: OpenedNotebook }, OpenError>>;
  /** Waits for what is being written, then lets go of the folder. Running copies are cancelled. */
  readonly close: () => Promise<void>;
};

/** The one notebook of a window. */
export function createWindowNotebook(options: {
  readonly opener: NotebookOpener;
  readonly send: SendToWindow;
  readonly onBug: (error: unknown) => void;
}): WindowNotebook {
  let open:
    | { readonly notebook: NotebookPort; readonly jobs: FileJobs; readonly rows: LogRows }
    | undefined;

  const onAppended = (lines: readonly SignedLine[]) => {
    for (let from = 0; from < lines.length; from += linesAMessage)
      options.send('journal:appended', { lines: lines.slice(from, from + linesAMessage) });
  };

  const close = async () => {
    transfers.cancelAll();
    await transfers.settled();
    const closing = open;
    open = undefined;
    if (closing === undefined) return;
    closing.jobs.cancelAll();
    await Promise.all([closing.jobs.settled(), closing.rows.close()]);
    await closing.notebook.close();
  };

  const onChange = (job: Job) => options.send('job:changed', job);
  const newJobs = () => createFileJobs({ onChange, onBug: options.onBug, now: Date.now });
  const transfers = newJobs();

  const openFolder = async (folder: string): Promise<Result<OpenedNotebook, OpenError>> => {
    // The same folder again: its lock is ours, so it has to be let go first.
    if (open?.notebook.folder === folder) await close();
    const opened = await options.opener.open(folder, onAppended);
    if (!opened.ok) return opened;
    await close();
    const notebook = opened.value;
    const jobs = newJobs();
    // Apart from the others: rows that are there must not wait for a file that is being copied.
    const indexing = newJobs();
    const rows = createLogRows({
      notebook,
      jobs: indexing,
      onFound: (found) => options.send('rows:found', found),
      onBug: options.onBug,
    });
    open = { notebook, jobs, rows };
    return ok(notebook.describe());
  };

  return {
    current: () => open?.notebook,
    jobs: () => open?.jobs,
    transfers,
    rows: () => open?.rows,
    close,
    open: openFolder,
    letGoFor: async (work) => {
      const folder = open?.notebook.folder;
      if (folder === undefined) return err({ kind: 'not-found', place: '' });
      await close();
      const [worked] = await Promise.allSettled([work(folder)]);
      const opened = await openFolder(folder);
      // A bug in the work: the notebook is open again all the same.
      if (worked.status === 'rejected') throw worked.reason;
      return opened.ok ? ok({ worked: worked.value, opened: opened.value }) : opened;
    },
  };
}

/** What of a window's notebook writing needs, or why nothing can be written. */
export function writableNotebook(
  notebook: WindowNotebook,
): Result<
  { readonly port: NotebookPort; readonly jobs: FileJobs },
  { kind: 'no-notebook' } | { kind: 'read-only' }
> {
  const port = notebook.current();
  const jobs = notebook.jobs();
  if (port === undefined || jobs === undefined) return err({ kind: 'no-notebook' });
  return port.describe().readOnly === null ? ok({ port, jobs }) : err({ kind: 'read-only' });
}
