import { reportOf } from '#shared/application/notebook-report.ts';
import type { IpcRequest } from '#shared/ipc/contract.ts';
import { err, type Result } from '#shared/lib/result.ts';
import { briefDocument } from '#shared/report/brief/brief-document.ts';
import { makeBrief } from '#shared/report/brief/handover-brief.ts';
import { minutesDocument } from '#shared/report/review/minutes-document.ts';
import { sha256Hex } from '../notebook/node-crypto.ts';
import type { OpenNotebook } from '../notebook/open-notebook.ts';
import { readState } from '../notebook/read-state.ts';
import type { printOrSayWhy } from './render-report.ts';
import { reportBytes } from './report-bytes.ts';

/** The bytes of the minutes of a meeting, or of the digest of a handover. */
export async function makeDocument(
  notebook: Pick<OpenNotebook, 'describe' | 'readLines'>,
  { document: wanted, format, language, zone }: IpcRequest<'document:export'>,
  { ms, appVersion }: { readonly ms: number; readonly appVersion: string },
  print: typeof printOrSayWhy,
): Promise<
  Result<
    Uint8Array,
    { readonly kind: 'not-found' } | { readonly kind: 'print-failed'; readonly detail: string }
  >
> {
  const state = await readState(notebook);
  const { heads, findings } = notebook.describe();
  const report = reportOf(state, {
    language,
    choices: { audience: 'review' },
    zone,
    nowMs: ms,
    appVersion,
    heads,
    findings,
    sha256Hex,
  });
  const document =
    wanted.kind === 'minutes'
      ? minutesDocument(state, report.model, wanted.review)
      : briefDocument(
          makeBrief(state, report.model, { kind: 'time', ms: wanted.sinceMs }, ms),
          report.model,
        );
  if (document === undefined) return err({ kind: 'not-found' });
  return reportBytes({ model: report.model, document }, format, print);
}
