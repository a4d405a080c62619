import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { saveOperation } from '#shared/application/save-operation.ts';
import type { IpcHandlers, IpcReply } from '#shared/ipc/contract.ts';
import type { Operation } from '#shared/journal/operation.ts';
import type { BundleReplyError, CopyError, CopySummary } from '#shared/ipc/sharing-contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Dialogs } from '../dialogs.ts';
import type { MergeError } from '../transfer/merge-notebook.ts';
import type { MergeSummary } from '../transfer/plan-merge.ts';
import type { TransferWork } from '../transfer/transfer-work.ts';
import type { BundleError } from '../transfer/write-bundle.ts';
import type { WorkOptions } from './notebook-port.ts';
import { type WindowNotebook, writableNotebook } from './window-notebook.ts';

type SharingHandlers = Pick<
  IpcHandlers,
  'bundle:write' | 'copy:pick' | 'copy:look' | 'copy:take' | 'seal:write' | 'seal:check'
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

  /** Runs as a job that the window sees and can stop. */
  const asJob = <T>(
    what: { readonly kind: 'bundle' | 'merge'; readonly name: string },
    run: (options: WorkOptions) => Promise<T>,
  ): Promise<T> => {
    const jobs = notebook.jobs();
    if (jobs === undefined) throw new Error('no notebook is open');
    return new Promise<T>((resolve, reject) => {
      jobs.start(what, async (options) => {
        try {
          resolve(await run(options));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
        // What came of it is told by the reply; the job has only shown how far it was.
        return ok(undefined);
      });
    });
  };

  return {
    'bundle:write': async ({ since, largestEvidence, lock }) => {
      const before = notebook.current();
      if (before === undefined) return err({ kind: 'no-notebook' });
      const out = await dialogs.chooseBundlePlace(before.describe().name, {
        isLocked: lock !== undefined,
      });
      if (out === undefined) return err({ kind: 'cancelled' });
      const current = notebook.current();
      if (current === undefined) return err({ kind: 'no-notebook' });
      const options = { out, since, largestEvidence, lock };
      const written = await asJob({ kind: 'bundle', name: path.basename(out) }, (running) =>
        work.bundle(current.folder, { ...options, ...running }),
      );
      if (!written.ok) return err(bundleError(written.error));
      const { leftOut, changed, feeds: _feeds, ...rest } = written.value;
      const left = leftOut.map(({ no, bytes, because }) => ({ no, bytes, because }));
      return ok({ place: out, ...rest, leftOut: left, changed: [...changed] });
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
      const looked = await asJob({ kind: 'merge', name: path.basename(wanted.place) }, (running) =>
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
      if (writable.value.jobs.running() > 0) return err({ kind: 'busy' });
      const ownFeed = writable.value.port.describe().feed ?? undefined;
      const joined = await notebook.letGoFor((folder) =>
        work.take(folder, wanted.place, { key, dryRun: false, acceptForks, ownFeed }),
      );
      if (!joined.ok) return err({ kind: 'not-opened', because: joined.error });
      const { worked } = joined.value;
      if (!worked.ok) return err(copyError(worked.error));
      picked = undefined;
      const { summary, operation } = worked.value;
      const port = notebook.current();
      if (port === undefined) return err({ kind: 'no-notebook' });
      const came = new Set(summary.devices.map(({ feed }) => feed));
      const facts: readonly (Operation | undefined)[] = [
        operation,
        ...compared
          .filter((feed) => came.has(feed))
          .map((device): Operation => {
            const fields = { compared: true };
            return { t: 'device.set', id: randomUUID().replaceAll('-', ''), device, fields };
          }),
      ];
      let recorded = true;
      for (const fact of facts) {
        const saved = fact && (await saveOperation({ journal: port }, fact));
        recorded &&= saved?.ok !== false;
      }
      return ok({
        summary: toSummary(summary),
        recorded,
        opened: port.describe(),
      });
    },
    'seal:write': () => sealNow(notebook),
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

function toSummary({ devices, evidence, conflicts, forks, ...rest }: MergeSummary): CopySummary {
  const { from, lines, entries } = rest;
  return {
    from,
    lines,
    entries,
    devices: devices.map((device) => ({ ...device })),
    evidence: { ...evidence },
    conflicts: conflicts.map(({ what, id, values }) => ({
      what,
      id,
      values: values.map((value) => ({ ...value })),
    })),
    forks: forks.map((fork) => ({ ...fork })),
  };
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
      return error;
    case 'disk-full':
      return { kind: 'disk-full' };
    case 'no-access':
      return { kind: 'read-failed', detail: error.detail };
    case 'not-found':
    case 'not-a-notebook':
    case 'newer-notebook':
    case 'already-exists':
      return { kind: 'read-failed', detail: error.kind };
  }
}

function copyError(error: MergeError): CopyError {
  switch (error.kind) {
    case 'incoming-damaged':
    case 'would-damage': {
      const findings = error.findings.map(({ values, ...rest }) => ({
        ...rest,
        ...(values && { values: { ...values } }),
      }));
      return { kind: error.kind, findings };
    }
    case 'forks':
      return { kind: 'forks', forks: error.forks.map((fork) => ({ ...fork })) };
    case 'not-a-notebook':
      return { kind: 'not-a-bundle' };
    case 'newer-notebook':
      return { kind: 'newer-notebook', version: error.version };
    case 'already-exists':
      return { kind: 'no-access', place: error.place, detail: error.kind };
    case 'disk-full':
      return { kind: 'disk-full' };
    case 'not-writable':
      return { kind: 'not-writable' };
    case 'not-a-bundle':
    case 'hostile-bundle':
    case 'bundle-damaged':
    case 'read-failed':
    case 'stopped':
    case 'locked-bundle':
    case 'age-problem':
    case 'other-notebook':
    case 'locked':
    case 'merge-failed':
    case 'no-access':
    case 'not-found':
      return error;
  }
}
