import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { IpcHandlers } from '#shared/ipc/contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Dialogs } from '../dialogs.ts';
import { readNotebookFolder } from '../notebook/notebook-folder.ts';
import type { RecentNotebooks } from '../recent-notebooks.ts';
import type { SettingsStore } from '../settings.ts';
import type { AgeKey } from '../transfer/age-file.ts';
import type { TransferWork } from '../transfer/transfer-work.ts';
import { freeNotebookFolder } from './notebook-folder-name.ts';
import { asJob, copyError, recordMerge, toSummary } from './taken-copy.ts';
import type { WindowNotebook } from './window-notebook.ts';

type ReceivedHandlers = Pick<
  IpcHandlers,
  'received:pick' | 'received:look' | 'received:pick-opening' | 'received:check' | 'received:open'
>;

export type ReceivedHandlersOptions = {
  readonly notebook: WindowNotebook;
  readonly dialogs: Dialogs;
  readonly recent: RecentNotebooks;
  readonly settings: SettingsStore;
  readonly notebooksFolder: string;
  readonly transfer: TransferWork;
};

/** A bundle that somebody brought becomes a notebook of its own: the first step of a team that joins a case. */
export function receivedHandlers(options: ReceivedHandlersOptions): ReceivedHandlers {
  const { notebook, dialogs, recent, transfer } = options;
  let picked: { readonly id: string; readonly place: string } | undefined;
  let opening: { readonly id: string; readonly place: string } | undefined;
  const pickedWith = (id: string) => (picked?.id === id ? picked : undefined);

  const take = (folder: string, place: string, key: AgeKey | undefined, dryRun: boolean) =>
    asJob(notebook.transfers, { kind: 'merge', name: path.basename(place) }, (running) =>
      transfer.take(folder, place, { key, dryRun, acceptForks: dryRun, ...running }),
    );

  return {
    'received:pick': async () => {
      const place = await dialogs.chooseBundle();
      if (place === undefined) return err({ kind: 'cancelled' });
      picked = { id: randomUUID(), place };
      return ok({ id: picked.id, name: path.basename(place) });
    },
    'received:look': async ({ id, key }) => {
      const wanted = pickedWith(id);
      if (wanted === undefined) return err({ kind: 'not-picked' });
      // A folder that is not there: what is looked at is held against nothing.
      const nowhere = path.join(options.notebooksFolder, `.${randomUUID()}`);
      const looked = await take(nowhere, wanted.place, key, true);
      if (!looked.ok) return err(copyError(looked.error));
      const { summary } = looked.value;
      const here = await copyHere(recent, summary.notebook);
      return ok({ summary: toSummary(summary), ...(here !== undefined && { here }) });
    },
    'received:pick-opening': async () => {
      const place = await dialogs.chooseOpening();
      if (place === undefined) return err({ kind: 'cancelled' });
      opening = { id: randomUUID(), place };
      return ok({ id: opening.id, name: path.basename(place) });
    },
    'received:check': async ({ id, key, opening: shown }) => {
      const wanted = pickedWith(id);
      const file = opening?.id === shown ? opening?.place : undefined;
      if (wanted === undefined || (shown !== undefined && file === undefined))
        return err({ kind: 'not-picked' });
      const { readOpeningFile } = await import('../notebook/opening-file.ts');
      const read = file === undefined ? undefined : await readOpeningFile(file);
      if (read?.ok === false)
        return read.error.kind === 'not-an-opening'
          ? err(read.error)
          : err({ kind: 'opening-unreadable', detail: read.error.detail });
      const checked = await asJob(
        notebook.transfers,
        { kind: 'merge', name: path.basename(wanted.place) },
        (running) => transfer.check(wanted.place, { key, opening: read?.value, ...running }),
      );
      if (!checked.ok) return err(copyError(checked.error));
      const { findings, lines, redaction, opened = [] } = checked.value.verification;
      return ok({
        findings: findings.map(({ values, ...rest }) => ({
          ...rest,
          ...(values && { values: { ...values } }),
        })),
        lines,
        redacted: redaction?.redacted ?? 0,
        opened: opened.map(({ values, ...rest }) => ({ ...rest, values: [...values] })),
        ...(redaction?.tlp !== undefined && { tlp: redaction.tlp }),
      });
    },
    'received:open': async ({ id, key, compared, by, choosePlace }) => {
      const wanted = pickedWith(id);
      if (wanted === undefined) return err({ kind: 'not-picked' });
      const name = nameOfBundle(wanted.place);
      const suggested = await freeNotebookFolder(options.notebooksFolder, name);
      const folder = choosePlace ? await dialogs.chooseNewNotebook(suggested) : suggested;
      if (folder === undefined) return err({ kind: 'cancelled' });
      // Whatever is there stays as it is: taking a copy into a notebook is another step, in its window.
      const there = await readNotebookFolder(folder);
      if (there.ok || there.error.kind !== 'not-found')
        return err({ kind: 'place-taken', place: folder });
      if (by.trim() !== '') await options.settings.change({ by: by.trim() });
      const taken = await take(folder, wanted.place, key, false);
      if (!taken.ok) return err(copyError(taken.error));
      const opened = await notebook.open(folder);
      const port = notebook.current();
      if (!opened.ok) return err({ kind: 'not-opened', because: opened.error });
      if (port === undefined) return err({ kind: 'no-notebook' });
      picked = undefined;
      await recent.remember(folder);
      const recorded = await recordMerge(port, taken.value, compared);
      return ok({ summary: toSummary(taken.value.summary), recorded, opened: port.describe() });
    },
  };
}

/** The place of a notebook that was opened here before and is the same one. */
async function copyHere(recent: RecentNotebooks, notebook: string): Promise<string | undefined> {
  for (const { place } of await recent.list()) {
    const identity = await readNotebookFolder(place);
    if (identity.ok && identity.value.notebook === notebook) return place;
  }
  return undefined;
}

/** `ward 3.kiroku.zip.age` is called `ward 3`. */
function nameOfBundle(place: string): string {
  return path.basename(place).replace(/(?:\.kiroku)?(?:\.zip)?(?:\.age)?$/i, '');
}
