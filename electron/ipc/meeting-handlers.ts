import type { IpcHandlers } from '#shared/ipc/contract.ts';
import type { ToldIncident } from '#shared/ipc/meeting-contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { NotesWindow } from '../notes-window.ts';
import type { RecentNotebooks } from '../recent-notebooks.ts';
import type { WindowNotebook } from './window-notebook.ts';

type Channels =
  | 'meeting:incidents'
  | 'meeting:story'
  | 'meeting:notes-open'
  | 'meeting:notes-show'
  | 'meeting:notes-read'
  | 'meeting:notes-key';

/** The review room beyond its notebook: other incidents, and the second screen. */
export function meetingHandlers(options: {
  readonly notebook: WindowNotebook;
  readonly recent: Pick<RecentNotebooks, 'list' | 'folderOf'>;
  readonly readStory: (folder: string) => Promise<ToldIncident | undefined>;
  readonly notes: NotesWindow;
}): Pick<IpcHandlers, Channels> {
  const { notebook, recent, notes } = options;
  return {
    'meeting:incidents': async () => {
      const own = notebook.current()?.folder;
      const listed = await recent.list();
      return ok(
        listed
          .filter(({ id }) => recent.folderOf(id) !== own)
          .map(({ id, name }) => ({ id, name })),
      );
    },
    'meeting:story': async ({ recent: id }) => {
      const folder = recent.folderOf(id);
      const story = folder === undefined ? undefined : await options.readStory(folder);
      return story === undefined ? err({ kind: 'unread' }) : ok(story);
    },
    'meeting:notes-open': async () => {
      notes.open();
      return ok({});
    },
    'meeting:notes-show': async (wanted) => {
      notes.show(wanted.notes);
      return ok({});
    },
    // Of the window of notes, which has answers of its own.
    'meeting:notes-read': async () => ok(null),
    'meeting:notes-key': async () => ok({}),
  };
}
