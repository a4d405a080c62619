import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { longestPicture, pictureKind } from '#shared/domain/picture.ts';
import { mostPixels, readPictureFacts } from '#shared/domain/picture-size.ts';
import type { IpcHandlers, IpcRequest, Job } from '#shared/ipc/contract.ts';
import type { IntakeWish } from '#shared/ipc/evidence-contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Dialogs } from '../dialogs.ts';
import { lookAtCopy, readCopy } from '../notebook/check-copy.ts';
import { exactPath } from '../notebook/exact-path.ts';
import { pathsOfDrop } from './dropped-files.ts';
import type { NotebookPort } from './notebook-port.ts';
import { type WindowNotebook, writableNotebook } from './window-notebook.ts';

type EvidenceChannel = Extract<keyof IpcHandlers, `evidence:${string}`>;
type Wish = IntakeWish & { readonly note: string };

/** Files become evidence in the background; each is a job that the window hears of. */
export function evidenceHandlers(
  notebook: WindowNotebook,
  dialogs: Dialogs,
): Pick<IpcHandlers, EvidenceChannel> {
  const add = async (
    files: readonly string[],
    { as = 'copy', medium, ...wish }: Wish,
  ): Promise<Result<{ jobs: Job[] }, { kind: 'no-notebook' } | { kind: 'read-only' }>> => {
    const kinds = await Promise.all(files.map((file) => isFolder(file)));
    // The notebook may have been closed while a dialog stood open.
    const writable = writableNotebook(notebook);
    if (!writable.ok) return writable;
    const { jobs, port } = writable.value;
    return ok({
      jobs: files.map((file, index) => {
        const name = path.basename(file);
        return jobs.start({ kind: 'evidence', name }, (options) => {
          const request = { file, ...wish, ...options };
          if (kinds[index] === true || as === 'folder') return port.addFolder(request);
          if (as === 'reference')
            return port.addReference({ ...request, medium: medium ?? path.dirname(file) });
          return port.addEvidence(request);
        });
      }),
    });
  };
  return {
    'evidence:pick': async (wish) => {
      const before = writableNotebook(notebook);
      if (!before.ok) return before;
      const files =
        wish.as === 'folder' ? await dialogs.chooseFolders() : await dialogs.chooseEvidence();
      return files.length === 0 ? err({ kind: 'cancelled' }) : add(files, wish);
    },
    'evidence:drop': async ({ paths, ...wish }) => {
      const dropped = pathsOfDrop(paths);
      return dropped.ok ? add(dropped.value, wish) : dropped;
    },
    'evidence:paste': async ({ bytes, note }) => {
      const open = notebook.current();
      if (open === undefined) return err({ kind: 'no-notebook' });
      if (open.describe().readOnly !== null) return err({ kind: 'read-only' });
      const added = await open.addPicture({ bytes, note });
      if (added.ok) return added;
      const { error } = added;
      if (error.kind === 'append-failed') return err({ kind: error.kind, append: error.append });
      if (error.kind === 'not-a-picture' || error.kind === 'disk-full')
        return err({ kind: error.kind });
      return err({ kind: 'write-failed', detail: 'detail' in error ? error.detail : error.kind });
    },
    'evidence:cancel': async ({ job }) => {
      notebook.jobs()?.cancel(job);
      notebook.transfers.cancel(job);
      notebook.rows()?.cancel(job);
      return ok({});
    },
    'evidence:pause': async ({ job }) => {
      notebook.jobs()?.pause(job);
      return ok({});
    },
    'evidence:resume': async ({ job }) => {
      notebook.jobs()?.resume(job);
      return ok({});
    },
    'evidence:item': async ({ name, note, medium, fields }) => {
      const writable = writableNotebook(notebook);
      if (!writable.ok) return writable;
      const item = { name, note, ...(medium !== undefined && { reference: { medium } }) };
      return writable.value.port.addKept(item, fields);
    },
    'evidence:recheck': async ({ item }) => {
      const writable = writableNotebook(notebook);
      if (!writable.ok) return writable;
      const [file] = await dialogs.chooseEvidence();
      if (file === undefined) return err({ kind: 'cancelled' });
      return recheck(writable.value.port, item, file);
    },
    'evidence:present': async ({ copies }) => {
      const current = notebook.current();
      if (current === undefined) return err({ kind: 'no-notebook' });
      const amiss = [];
      for (const copy of copies) {
        const state = await lookAtCopy(current.folder, copy);
        if (state !== 'whole') amiss.push({ sha256: copy.sha256, state });
      }
      return ok({ amiss });
    },
    'evidence:check': async (copy) => {
      const current = notebook.current();
      if (current === undefined) return err({ kind: 'no-notebook' });
      return ok(await current.checkCopy(copy));
    },
    'evidence:read': async ({ sha256, offset, length }) => {
      const current = notebook.current();
      if (current === undefined) return err({ kind: 'no-notebook' });
      return readCopy(current.folder, sha256, { offset, length });
    },
    'evidence:picture': async (wanted) => picture(notebook.current(), wanted),
  };
}

async function isFolder(file: string): Promise<boolean> {
  try {
    const place = await exactPath(file);
    return place !== undefined && (await lstat(place)).isDirectory();
  } catch {
    // What is wrong with it is said by whoever takes it in.
    return false;
  }
}

async function recheck(port: NotebookPort, item: string, file: string) {
  const checked = await port.recheck(item, file);
  if (checked.ok) {
    const { changedSegments, ...found } = checked.value;
    return ok({ ...found, changedSegments: [...changedSegments] });
  }
  const { error } = checked;
  if (error.kind === 'no-such-item' || error.kind === 'cancelled') return err({ kind: error.kind });
  if (error.kind === 'append-failed') return err({ kind: error.kind, append: error.append });
  return err({ kind: 'not-read' as const, because: error });
}

/** Only what is a picture by its signature and its header goes to the page, and nothing that would not fit it. */
async function picture(
  port: NotebookPort | undefined,
  { sha256 }: IpcRequest<'evidence:picture'>,
): ReturnType<IpcHandlers['evidence:picture']> {
  if (port === undefined) return err({ kind: 'no-notebook' });
  const head = await readCopy(port.folder, sha256, { offset: 0, length: headBytes });
  if (!head.ok) return head;
  if (pictureKind(head.value.bytes) === undefined) return err({ kind: 'not-a-picture' });
  if (head.value.size > longestPicture) return err({ kind: 'too-large' });
  const whole = await readCopy(port.folder, sha256, { offset: 0, length: longestPicture });
  if (!whole.ok) return whole;
  const facts = readPictureFacts(whole.value.bytes);
  if (facts === undefined) return err({ kind: 'not-a-picture' });
  if (facts.width * facts.height > mostPixels) return err({ kind: 'too-large' });
  return ok({ bytes: whole.value.bytes, ...facts });
}

const headBytes = 16;
