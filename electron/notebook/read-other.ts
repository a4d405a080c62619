import type { NotebookState } from '#shared/journal/fold.ts';
import { currentFields } from '#shared/journal/records.ts';
import type { OperationType } from '#shared/journal/operation.ts';
import type { KeyProtection } from './keys.ts';
import { openNotebook } from './open-notebook.ts';
import { readState } from './read-state.ts';

/** Something of a notebook that no window has to have open; `unread` for one that cannot be read. */
export type ReadOther<T> =
  { readonly unread: true } | { readonly unread: false; readonly title: string; readonly value: T };

/** Reads operations of one type from a notebook without writing to it. */
export async function readOther<T>(
  folder: string,
  keys: { readonly userData: string; readonly protection: KeyProtection },
  type: OperationType,
  valueOf: (state: NotebookState) => T,
): Promise<ReadOther<T>> {
  const opened = await openNotebook(folder, {
    ...keys,
    app: __KIROKU_BUILD__,
    by: () => '',
    readOnly: true,
  });
  if (!opened.ok) return { unread: true };
  const notebook = opened.value;
  try {
    const state = await readState(
      notebook,
      ({ p }) => p.op.t === 'incident.set' || p.op.t === type,
    );
    const { title = '' } = currentFields(state.incident.get('incident')?.fields ?? {});
    return { unread: false, title, value: valueOf(state) };
  } finally {
    await notebook.close();
  }
}
