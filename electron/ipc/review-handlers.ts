import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { IpcHandlers, IpcReply } from '#shared/ipc/contract.ts';
import type { ListedActions } from '#shared/ipc/review-contract.ts';
import { findReleasedFile, standingReleases } from '#shared/application/releases.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Dialogs } from '../dialogs.ts';
import { replaceFile } from '../notebook/durable-file.ts';
import { sha256Hex } from '../notebook/node-crypto.ts';
import { placesIn } from '../notebook/notebook-folder.ts';
import { evidenceFileName } from '../notebook/evidence-vault.ts';
import { readState } from '../notebook/read-state.ts';
import { isOutOfSpace, systemCode, systemDetail } from '../notebook/system-error.ts';
import { lacksOf } from '../report/pdf-structure.ts';
import type { printOrSayWhy } from '../report/render-report.ts';
import type { ReleaseError } from '../report/release-report.ts';
import type { AppInfo } from './app-handlers.ts';
import type { NotebookPort } from './notebook-port.ts';
import type { WindowNotebook } from './window-notebook.ts';

export type ReviewHandlersOptions = {
  readonly notebook: WindowNotebook;
  readonly dialogs: Dialogs;
  readonly info: () => AppInfo;
  readonly print: typeof printOrSayWhy;
  readonly listActions: () => Promise<ListedActions[]>;
};

type Channels =
  'release:publish' | 'release:file' | 'release:check' | 'document:export' | 'actions:list';
type ErrorOf<C extends Channels> = Extract<IpcReply<C>, { ok: false }>['error'];

/** Releases, minutes, handovers and actions; what makes documents is loaded when one is asked for. */
export function reviewHandlers(options: ReviewHandlersOptions): Pick<IpcHandlers, Channels> {
  const { notebook, dialogs, print } = options;
  const now = () => ({ ms: Date.now(), appVersion: options.info().version });
  return {
    'release:publish': async ({ release, format }) => {
      const current = notebook.current();
      if (current === undefined) return err({ kind: 'no-notebook' });
      const { publishReport } = await import('../report/release-report.ts');
      const made = await publishReport(current, release, format, { now: now(), print });
      if (!made.ok) return err(publishError(made.error));
      const { no, evidence, sha256 } = made.value;
      return ok({ no, evidence, sha256 });
    },
    'release:file': async ({ release: id, format }) => {
      const current = notebook.current();
      if (current === undefined) return err({ kind: 'no-notebook' });
      const { findRelease } = await import('../report/release-report.ts');
      const found = await findRelease(current, id);
      if (!found.ok) return found;
      const { no, language } = found.value.submission;
      const chosen = await dialogs.chooseReportFile(`${current.describe().name} ${no}`, {
        format,
        language: language === 'en' || language === 'ja' ? language : 'both',
      });
      if (chosen === undefined) return err({ kind: 'cancelled' });
      const frozen = found.value.files.find((file) => file.format === format);
      if (frozen !== undefined)
        return copyFrozen(current, frozen.sha256, { place: chosen, format });
      const { reportOfRelease } = await import('../report/release-report.ts');
      const { reportBytes } = await import('../report/report-bytes.ts');
      const report = await reportOfRelease(current, found.value, now());
      if (!report.ok) return report;
      const made = await reportBytes(report.value, format, print);
      return made.ok ? written({ place: chosen, format }, made.value) : made;
    },
    'release:check': async () => {
      const current = notebook.current();
      if (current === undefined) return err({ kind: 'no-notebook' });
      const chosen = await dialogs.chooseFileToCheck();
      if (chosen === undefined) return err({ kind: 'cancelled' });
      try {
        const sha256 = sha256Hex(await readFile(chosen));
        const state = await readState(current, ({ p }) => p.op.t.startsWith('release.'));
        const found = findReleasedFile(standingReleases(state.releases.values()), sha256);
        return ok({ place: chosen, sha256, release: found?.release.id ?? null });
      } catch (error) {
        if (systemCode(error) === undefined) throw error;
        return err({ kind: 'read-failed', detail: systemDetail(error) });
      }
    },
    'document:export': async (wanted) => {
      const current = notebook.current();
      if (current === undefined) return err({ kind: 'no-notebook' });
      const { format, language } = wanted;
      const { name } = current.describe();
      const chosen = await dialogs.chooseReportFile(name, { format, language });
      if (chosen === undefined) return err({ kind: 'cancelled' });
      const { makeDocument } = await import('../report/other-documents.ts');
      const made = await makeDocument(current, wanted, now(), print);
      return made.ok ? written({ place: chosen, format }, made.value) : made;
    },
    'actions:list': async () => ok(await options.listActions()),
  };
}

function publishError(error: ReleaseError): ErrorOf<'release:publish'> {
  switch (error.kind) {
    case 'not-approved':
      return { kind: 'not-approved' };
    case 'already-released':
      return { kind: 'already-released' };
    case 'no-such-release':
    case 'newer-choice':
    case 'print-failed':
      return error;
    case 'not-kept': {
      const { because } = error;
      if (because.kind === 'disk-full') return { kind: 'disk-full' };
      return {
        kind: 'write-failed',
        detail: 'detail' in because ? because.detail : because.kind,
      };
    }
    case 'append-failed':
      return error.append.kind === 'disk-full'
        ? { kind: 'disk-full' }
        : { kind: 'write-failed', detail: error.append.kind };
    default:
      return assertNever(error);
  }
}

type Chosen = { readonly place: string; readonly format: string };

/** The frozen bytes, which have to be the ones that were released. */
async function copyFrozen(
  { folder }: NotebookPort,
  sha256: string,
  chosen: Chosen,
): Promise<IpcReply<'release:file'>> {
  try {
    const bytes = await readFile(path.join(placesIn(folder).evidence, evidenceFileName(sha256)));
    if (sha256Hex(bytes) !== sha256) return err({ kind: 'write-failed', detail: 'SHA-256' });
    return await written(chosen, bytes);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return err({ kind: 'write-failed', detail: systemDetail(error) });
  }
}

async function written({ place, format }: Chosen, bytes: Uint8Array) {
  try {
    await replaceFile(place, bytes);
  } catch (error) {
    if (isOutOfSpace(error)) return err({ kind: 'disk-full' as const });
    if (systemCode(error) === undefined) throw error;
    return err({ kind: 'write-failed' as const, detail: systemDetail(error) });
  }
  return ok({
    place,
    bytes: bytes.byteLength,
    sha256: sha256Hex(bytes),
    ...lacksOf(format, bytes),
  });
}
