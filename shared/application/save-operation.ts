import type { Operation } from '../journal/operation.ts';
import { ok, type Result } from '../lib/result.ts';
import type { AppendError, Saved, Writing } from './ports.ts';

/** Writes an operation and says where it stands. */
export async function saveOperation(
  { journal }: Pick<Writing, 'journal'>,
  operation: Operation,
): Promise<Result<Saved, AppendError>> {
  const appended = await journal.append(operation);
  return appended.ok ? ok({ ...appended.value, id: operation.id }) : appended;
}
