import type { IpcHandlers } from '#shared/ipc/contract.ts';
import { ok } from '#shared/lib/result.ts';
import type { Drafts } from '../draft.ts';

/** The entry line's unsaved text, on the disk after every pause. */
export function draftHandlers(drafts: Drafts): Pick<IpcHandlers, 'draft:read' | 'draft:save'> {
  return {
    'draft:read': async ({ notebook }) => ok({ text: await drafts.read(notebook) }),
    'draft:save': async ({ notebook, text }) => {
      await drafts.save(notebook, text);
      return ok({});
    },
  };
}
