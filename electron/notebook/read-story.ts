import { toldStory } from '#shared/report/review/told-story.ts';
import type { ToldIncident } from '#shared/ipc/meeting-contract.ts';
import type { KeyProtection } from './keys.ts';
import { sha256Hex } from './node-crypto.ts';
import { openNotebook } from './open-notebook.ts';
import { readState } from './read-state.ts';

/** Reads what a meeting tells of another notebook, writing nothing to it; undefined when it cannot be read. */
export async function readStory(
  folder: string,
  keys: { readonly userData: string; readonly protection: KeyProtection },
): Promise<ToldIncident | undefined> {
  const opened = await openNotebook(folder, {
    ...keys,
    app: __KIROKU_BUILD__,
    by: () => '',
    readOnly: true,
  });
  if (!opened.ok) return undefined;
  const notebook = opened.value;
  try {
    const { notebook: id, heads } = notebook.describe();
    return toldStory(await readState(notebook), { notebook: id, heads, sha256Hex });
  } finally {
    await notebook.close();
  }
}
