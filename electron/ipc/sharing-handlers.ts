import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { IpcHandlers, IpcReply } from '#shared/ipc/contract.ts';
import type { BundleReply, BundleReplyError } from '#shared/ipc/sharing-contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Dialogs } from '../dialogs.ts';
import type { TransferWork } from '../transfer/transfer-work.ts';
import type { BundleError, WrittenBundle } from '../transfer/write-bundle.ts';
import type { RedactionError } from '../transfer/write-redacted.ts';
import { asJob, copyError, recordMerge, toSummary } from './taken-copy.ts';
import { type WindowNotebook, writableNotebook } from './window-notebook.ts';

type SharingHandlers = Pick<
  IpcHandlers,
  | 'bundle:write'
  | 'bundle:redact'
  | 'copy:pick'
  | 'copy:look'
  | 'copy:take'
  | 'seal:write'
  | 'seal:check'
  | 'seal:change-key'
>;
type Picked = { readonly id: string; readonly place: string };
type SealReply = IpcReply<'seal:write'>;

/** Bundles go out, copies come in, seals are written and held against the folder; paths stay on this side. */
export function sharingHandlers(
  notebook: WindowNotebook,
  dialogs: Dialogs,
  work: TransferWork,
): SharingHandlers {
  let picked: Picked | undefined;
  const pickedWith = (id: string) => (picked?.id === id ? picked : undefined);

  return {
    'bundle:write': async ({ since, largestEvidence, splitBytes, lock }) => {
      const before = notebook.current();
      if (before === undefined) return err({ kind: 'no-notebook' });
      const out = await dialogs.chooseBundlePlace(before.describe().name, {
        isLocked: lock !== undefined,
      });
      if (out === undefined) return err({ kind: 'cancelled' });
      const current = notebook.current();
      if (current === undefined) return err({ kind: 'no-notebook' });
      const options = { out, since, largestEvidence, splitBytes, lock };
      const written = await asJob(
        notebook.transfers,
        { kind: 'bundle', name: path.basename(out) },
        (running) => work.bundle(current.folder, { ...options, ...running }),
      );
      return written.ok ? ok(bundleReply(out, written.value)) : err(bundleError(written.error));
    },
    'bundle:redact': async ({ tlp, fields, isPreview, splitBytes, lock }) => {
      const before = notebook.current();
      if (before === undefined) return err({ kind: 'no-notebook' });
      if (!isPreview && tlp === undefined && fields.length === 0)
        return err({ kind: 'nothing-to-hide' });
      // The notebook's own name may say what is hidden.
      const name = `redacted-${before.describe().notebook.slice(0, 8)}`;
      const out = isPreview
        ? undefined
        : await dialogs.chooseBundlePlace(name, { isLocked: lock !== undefined });
      if (out === undefined && !isPreview) return err({ kind: 'cancelled' });
      const { folder } = notebook.current() ?? before;
      const options = { out, tlp, fields, splitBytes, lock };
      const made = isPreview
        ? await work.redact(folder, options)
        : await asJob(
            notebook.transfers,
            { kind: 'bundle', name: path.basename(out ?? '') },
            (running) => work.redact(folder, { ...options, ...running }),
          );
      if (!made.ok) return err(redactionError(made.error));
      const { summary, written } = made.value;
      const { leftOut: _left, hidden, fields: there, ...counts } = summary;
      return ok({
        summary: {
          ...counts,
          hidden: hidden.map((one) => ({ ...one })),
          fields: there.map((one) => ({ ...one })),
        },
        ...(written && out !== undefined && { written: bundleReply(out, written) }),
      });
    },
    'copy:pick': async ({ what }) => {
      const before = writableNotebook(notebook);
      if (!before.ok) return before;
      const place = await (what === 'bundle' ? dialogs.chooseBundle() : dialogs.chooseCopyFolder());
      if (place === undefined) return err({ kind: 'cancelled' });
      picked = { id: randomUUID(), place };
      return ok({ id: picked.id, name: path.basename(place) });
    },
    'copy:look': async ({ id, key }) => {
      const wanted = pickedWith(id);
      const writable = writableNotebook(notebook);
      if (!writable.ok) return writable;
      if (wanted === undefined) return err({ kind: 'not-picked' });
      const { folder, describe } = writable.value.port;
      const looked = await asJob(
        notebook.transfers,
        { kind: 'merge', name: path.basename(wanted.place) },
        (running) =>
          work.take(folder, wanted.place, {
            key,
            dryRun: true,
            acceptForks: true,
            ownFeed: describe().feed ?? undefined,
            ...running,
          }),
      );
      return looked.ok ? ok(toSummary(looked.value.summary)) : err(copyError(looked.error));
    },
    'copy:take': async ({ id, key, acceptForks, compared }) => {
      const wanted = pickedWith(id);
      const writable = writableNotebook(notebook);
      if (!writable.ok) return writable;
      if (wanted === undefined) return err({ kind: 'not-picked' });
      // Joining lets go of the folder, and a file that is being copied would be stopped by that.
      if (writable.value.jobs.running() + notebook.transfers.running() > 0)
        return err({ kind: 'busy' });
      const ownFeed = writable.value.port.describe().feed ?? undefined;
      const joined = await notebook.letGoFor((folder) =>
        asJob(notebook.transfers, { kind: 'merge', name: path.basename(wanted.place) }, (running) =>
          work.take(folder, wanted.place, { key, dryRun: false, acceptForks, ownFeed, ...running }),
        ),
      );
      if (!joined.ok) return err({ kind: 'not-opened', because: joined.error });
      const { worked } = joined.value;
      if (!worked.ok) return err(copyError(worked.error));
      picked = undefined;
      const port = notebook.current();
      if (port === undefined) return err({ kind: 'no-notebook' });
      const { summary } = worked.value;
      const recorded = await recordMerge(port, worked.value, compared);
      return ok({ summary: toSummary(summary), recorded, opened: port.describe() });
    },
    'seal:write': () => sealNow(notebook),
    'seal:change-key': async () => {
      const writable = writableNotebook(notebook);
      if (!writable.ok) return writable;
      const { port, jobs } = writable.value;
      // The notebook is opened anew, and a file that is being copied would be stopped by that.
      if (jobs.running() + notebook.transfers.running() > 0) return err({ kind: 'busy' });
      const sealed = await sealNow(notebook);
      if (!sealed.ok) return sealed;
      const changed = await port.changeKey();
      // Opened again whatever came of it: nothing more is written under the key that was in use.
      const again = await notebook.letGoFor(() => Promise.resolve());
      if (!again.ok) return err({ kind: 'not-opened', because: again.error });
      const { opened } = again.value;
      const { value } = sealed.value;
      return ok({ value, opened, ...(!changed.ok && { problem: changed.error }) });
    },
    'seal:check': async ({ text }) => {
      const port = notebook.current();
      if (port === undefined) return err({ kind: 'no-notebook' });
      const { findSeal } = await import('#shared/application/seals.ts');
      const { sha256Hex } = await import('../notebook/node-crypto.ts');
      const { readState } = await import('../notebook/read-state.ts');
      const state = await readState(port, ({ p }) => p.op.t === 'seal');
      const found = findSeal(state, port.describe().heads, text, sha256Hex);
      if (!found.ok) return found;
      if (found.value.kind !== 'written') return ok(found.value);
      const verified = await port.verify();
      const { by, wall } = found.value.record.origin;
      const isWhole = verified?.findings.every(({ severity }) => severity !== 'damage') ?? false;
      return ok({ kind: 'written', by, wall, isWhole });
    },
  };
}

async function sealNow(notebook: WindowNotebook): Promise<SealReply> {
  const writable = writableNotebook(notebook);
  if (!writable.ok) return writable;
  const { port } = writable.value;
  const { writeSeal } = await import('#shared/application/seals.ts');
  const { randomHex, sha256Hex } = await import('../notebook/node-crypto.ts');
  const { readState } = await import('../notebook/read-state.ts');
  const state = await readState(port, ({ p }) => p.op.t === 'evidence.add');
  const { heads, lines } = port.describe();
  const writing = { journal: port, newId: () => randomHex(16) };
  const written = await writeSeal(writing, state, heads, sha256Hex);
  if (written.ok) return ok({ value: written.value.seal.value, lines });
  const { error } = written;
  if (error.kind === 'disk-full') return err({ kind: 'disk-full' });
  return err({ kind: 'write-failed', detail: 'detail' in error ? error.detail : error.kind });
}

function bundleReply(place: string, written: WrittenBundle): BundleReply {
  const { leftOut, changed, parts, feeds: _feeds, ...rest } = written;
  const left = leftOut.map(({ no, bytes, because }) => ({ no, bytes, because }));
  return { place, ...rest, leftOut: left, changed: [...changed], parts: [...parts] };
}

function redactionError(error: RedactionError) {
  return error.kind === 'damaged-notebook' || error.kind === 'newer-lines'
    ? error
    : bundleError(error);
}

function bundleError(error: BundleError): BundleReplyError {
  switch (error.kind) {
    case 'stopped':
      return { kind: 'cancelled' };
    case 'out-exists':
    case 'out-failed':
    case 'read-failed':
    case 'copy-differs':
    case 'nothing-to-bundle':
    case 'bad-recipient':
    case 'cannot-sign':
    case 'too-many-parts':
      return error;
    case 'disk-full':
      return { kind: 'disk-full' };
    case 'no-access':
      return { kind: 'read-failed', detail: error.detail };
    case 'not-found':
    case 'not-a-notebook':
    case 'newer-notebook':
    case 'redacted-copy':
    case 'already-exists':
      return { kind: 'read-failed', detail: error.kind };
  }
}
