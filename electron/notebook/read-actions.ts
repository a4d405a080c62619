import { standingActions } from '#shared/application/actions.ts';
import type { ListedActions } from '#shared/ipc/review-contract.ts';
import type { KeyProtection } from './keys.ts';
import { readOther } from './read-other.ts';

/** Reads the actions of a notebook without writing to it; one that cannot be read says so. */
export async function readActions(
  folder: string,
  name: string,
  keys: { readonly userData: string; readonly protection: KeyProtection },
): Promise<ListedActions> {
  const read = await readOther(folder, keys, 'action.set', ({ actions }) =>
    standingActions(actions.values()).map(({ states: _states, ...action }) => action),
  );
  if (read.unread) return { name, title: '', actions: [], unread: true };
  return { name, title: read.title, actions: read.value, unread: false };
}
