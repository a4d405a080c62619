import type { Job, OpenedNotebook, OpenError } from '#shared/ipc/contract.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { createEvidenceJobs, type EvidenceJobs } from './evidence-jobs.ts';
import type { NotebookOpener, NotebookPort } from './notebook-port.ts';
import type { SendToWindow } from './send-to-window.ts';

/** A page takes a notebook's news in pieces that fit one message. */
const linesAMessage = 1000;

export type WindowNotebook = {
  readonly current: () => NotebookPort | undefined;
  readonly jobs: () => EvidenceJobs | undefined;
  /** Opens a folder in place of what is open; what is open stays so when that fails. */
  readonly open: (folder: string) => Promise<Result<OpenedNotebook, OpenError>>;
  /** Waits for what is being written, then lets go of the folder. Running copies are cancelled. */
  readonly close: () => Promise<void>;
};

/** The one notebook of a window. */
export function createWindowNotebook(options: {
  readonly opener: NotebookOpener;
  readonly send: SendToWindow;
  readonly onBug: (error: unknown) => void;
}): WindowNotebook {
  let open: { readonly notebook: NotebookPort; readonly jobs: EvidenceJobs } | undefined;

  const onAppended = (lines: readonly SignedLine[]) => {
    for (let from = 0; from < lines.length; from += linesAMessage)
      options.send('journal:appended', { lines: lines.slice(from, from + linesAMessage) });
  };

  const close = async () => {
    const closing = open;
    open = undefined;
    if (closing === undefined) return;
    closing.jobs.cancelAll();
    await closing.jobs.settled();
    await closing.notebook.close();
  };

  return {
    current: () => open?.notebook,
    jobs: () => open?.jobs,
    close,
    open: async (folder) => {
      // The same folder again: its lock is ours, so it has to be let go first.
      if (open?.notebook.folder === folder) await close();
      const opened = await options.opener.open(folder, onAppended);
      if (!opened.ok) return opened;
      await close();
      const notebook = opened.value;
      const jobs = createEvidenceJobs({
        addEvidence: notebook.addEvidence,
        onChange: (job: Job) => options.send('job:changed', job),
        onBug: options.onBug,
        now: Date.now,
      });
      open = { notebook, jobs };
      return ok(notebook.describe());
    },
  };
}
