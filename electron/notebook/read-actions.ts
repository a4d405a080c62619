import { standingActions } from '#shared/application/actions.ts';
import type { ListedActions } from '#shared/ipc/review-contract.ts';
import { currentFields } from '#shared/journal/records.ts';
import type { KeyProtection } from './keys.ts';
import { openNotebook } from './open-notebook.ts';
import { readState } from './read-state.ts';

/** Reads the actions of a notebook without writing to it; one that cannot be read says so. */
export async function readActions(
  folder: string,
  name: string,
  keys: { readonly userData: string; readonly protection: KeyProtection },
): Promise<ListedActions> {
  const unread = { name, title: '', actions: [], unread: true };
  const opened = await openNotebook(folder, {
    ...keys,
    app: __KIROKU_BUILD__,
    by: () => '',
    readOnly: true,
  });
  if (!opened.ok) return unread;
  const notebook = opened.value;
  try {
    const state = await readState(
      notebook,
      ({ p }) => p.op.t === 'incident.set' || p.op.t === 'action.set',
    );
    const { title = '' } = currentFields(state.incident.get('incident')?.fields ?? {});
    const actions = standingActions(state.actions.values()).map(
      ({ states: _states, ...action }) => action,
    );
    return { name, title, actions, unread: false };
  } finally {
    await notebook.close();
  }
}
