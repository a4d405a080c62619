import { err, ok, type Result } from '#shared/lib/result.ts';
import { systemCode, systemDetail } from '../notebook/system-error.ts';
import { keepTimestamp } from './timestamp-files.ts';
import { readTimestamp, type Timestamp, type TimestampProblem } from './timestamp-response.ts';

export type TakeTimestampProblem =
  | TimestampProblem
  /** It is of something that is no seal of this notebook. */
  | { readonly kind: 'other-seal'; readonly value: string }
  | { readonly kind: 'already-there'; readonly value: string }
  | { readonly kind: 'not-kept'; readonly detail: string };

/** Checks the answer of a service offline, and keeps it beside the seal that it is for. */
export async function takeTimestamp(
  folder: string,
  seals: readonly string[],
  bytes: Uint8Array | undefined,
): Promise<Result<Timestamp, TakeTimestampProblem>> {
  const read = bytes === undefined ? undefined : readTimestamp(bytes);
  if (bytes === undefined || read === undefined) return err({ kind: 'not-a-response' });
  if (!read.ok) return read;
  const { stamped } = read.value;
  if (!seals.includes(stamped)) return err({ kind: 'other-seal', value: stamped });
  try {
    const kept = await keepTimestamp(folder, stamped, bytes);
    return kept.ok ? ok(read.value) : err({ kind: 'already-there', value: stamped });
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return err({ kind: 'not-kept', detail: systemDetail(error) });
  }
}
