import path from 'node:path';
import type { IpcHandlers } from '#shared/ipc/contract.ts';
import type { ListedTimestamp, ShownTimestamp } from '#shared/ipc/timestamp-contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Dialogs } from '../dialogs.ts';
import { systemCode, systemDetail } from '../notebook/system-error.ts';
import type { Timestamp } from '../proof/timestamp-response.ts';
import type { NotebookPort } from './notebook-port.ts';
import { type WindowNotebook, writableNotebook } from './window-notebook.ts';

type TimestampHandlers = Pick<
  IpcHandlers,
  'timestamp:list' | 'timestamp:request' | 'timestamp:take'
>;

/** Requests for time stamps go out as files, answers come in as files; nothing is sent from here. */
export function timestampHandlers(notebook: WindowNotebook, dialogs: Dialogs): TimestampHandlers {
  return {
    'timestamp:list': async () => {
      const port = notebook.current();
      return port === undefined ? err({ kind: 'no-notebook' }) : ok(await listOf(port.folder));
    },
    'timestamp:request': async ({ seal }) => {
      const port = notebook.current();
      if (port === undefined) return err({ kind: 'no-notebook' });
      const place = await dialogs.chooseTimestampRequest(port.describe().name);
      if (place === undefined) return err({ kind: 'cancelled' });
      const { writeTimestampRequest } = await import('../proof/timestamp-request.ts');
      const { replaceFile } = await import('../notebook/durable-file.ts');
      try {
        // The dialog has asked whether a file that is there may go.
        await replaceFile(place, writeTimestampRequest(seal));
        return ok({ place });
      } catch (error) {
        if (systemCode(error) === undefined) throw error;
        const file = path.basename(place);
        return err({ kind: 'write-failed', file, detail: systemDetail(error) });
      }
    },
    'timestamp:take': async () => {
      const before = writableNotebook(notebook);
      if (!before.ok) return before;
      const place = await dialogs.chooseTimestampResponse();
      if (place === undefined) return err({ kind: 'cancelled' });
      const writable = writableNotebook(notebook);
      if (!writable.ok) return writable;
      const { port } = writable.value;
      const { readResponseFile } = await import('../proof/timestamp-files.ts');
      const { takeTimestamp } = await import('../proof/take-timestamp.ts');
      const bytes = await readResponseFile(place);
      const taken = await takeTimestamp(port.folder, await sealsOf(port), bytes);
      return taken.ok
        ? ok(await toShown(taken.value))
        : err({ file: path.basename(place), ...taken.error });
    },
  };
}

async function sealsOf(port: NotebookPort): Promise<readonly string[]> {
  const { readState } = await import('../notebook/read-state.ts');
  const state = await readState(port, ({ p }) => p.op.t === 'seal');
  return [...state.seals.values()].map(({ value }) => value);
}

async function listOf(folder: string): Promise<ListedTimestamp[]> {
  const files = await import('../proof/timestamp-files.ts');
  const listed: ListedTimestamp[] = [];
  for (const { seal, stamp } of await files.readTimestampFiles(folder))
    listed.push(
      typeof stamp === 'string'
        ? { kind: stamp, seal }
        : { kind: 'holds', ...(await toShown(stamp)) },
    );
  return listed;
}

async function toShown({ stamped, at, serial, certificate }: Timestamp): Promise<ShownTimestamp> {
  const { X509Certificate } = await import('node:crypto');
  const { sha256Hex } = await import('../notebook/node-crypto.ts');
  return {
    seal: stamped,
    at,
    serial,
    signer: new X509Certificate(certificate).subject.slice(0, 500),
    certificate: sha256Hex(certificate),
  };
}
