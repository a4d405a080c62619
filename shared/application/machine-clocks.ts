import type { ClockCheck } from '../domain/machine-clock.ts';
import { err, type Result } from '../lib/result.ts';
import type { AppendError, Saved, Writing } from './ports.ts';
import { saveOperation } from './save-operation.ts';

/** Without a reference a check says nothing. */
export type ReferenceMissing = { readonly kind: 'reference-missing' };

/** Writes down how this machine's clock stood against a better one. */
export async function checkMachineClock(
  writing: Writing,
  check: ClockCheck,
): Promise<Result<Saved, AppendError | ReferenceMissing>> {
  const reference = check.reference.trim();
  if (reference === '') return err({ kind: 'reference-missing' });
  const { aheadMs, plusMinusMs, note } = check;
  return saveOperation(writing, {
    t: 'clock.check',
    id: writing.newId(),
    reference,
    aheadMs,
    plusMinusMs,
    note: note.trim(),
  });
}
