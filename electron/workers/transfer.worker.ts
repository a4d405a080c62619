import { type HeldCopy, hiddenLines, writeOpeningOf } from '../transfer/hidden-lines.ts';
import type { MergeRequest } from '../transfer/merge-notebook.ts';
import { mergeHere, type MergeStep } from '../transfer/merge-work.ts';
import { type BundleRequest, writeBundle } from '../transfer/write-bundle.ts';
import { type IncomingCheck, verifyIncoming } from '../transfer/verify-incoming.ts';
import { type RedactedRequest, writeRedacted } from '../transfer/write-redacted.ts';
import { serveWork } from './serve-work.ts';

void serveWork(([job, what = '', request = ''], options) => {
  // Our own process on the other side (electron/transfer/transfer-work.ts), built from the same types.
  if (job === 'bundle') return writeBundle(what, JSON.parse(request) as BundleRequest, options);
  if (job === 'redact') return writeRedacted(what, JSON.parse(request) as RedactedRequest, options);
  if (job === 'check') return verifyIncoming(JSON.parse(request) as IncomingCheck, options);
  if (job === 'hidden') return hiddenLines(what, JSON.parse(request) as HeldCopy, options);
  if (job === 'open')
    return writeOpeningOf(what, JSON.parse(request) as Parameters<typeof writeOpeningOf>[1]);
  return mergeHere(what as MergeStep, JSON.parse(request) as MergeRequest, options);
});
