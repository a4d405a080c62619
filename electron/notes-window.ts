import { BrowserWindow, screen } from 'electron';
import type { Settings } from '#shared/ipc/contract.ts';
import type { MeetingNotes } from '#shared/ipc/meeting-contract.ts';
import { ok } from '#shared/lib/result.ts';
import { type AnswerRequest, registerHandlers } from './ipc/register-handlers.ts';
import { type SendToWindow, sendToWindow } from './ipc/send-to-window.ts';
import { appNotesUrl } from './security/app-origin.ts';
import { securePreferences } from './security/web-preferences.ts';

export type NotesWindow = {
  readonly open: () => void;
  /** Null closes it. */
  readonly show: (notes: MeetingNotes | null) => void;
};

/**
 * The second window of a review meeting, for who leads it.
 *
 * It knows no notebook and may ask for nothing but what it shows: the room sends that, and gets its keys.
 */
export function notesWindowOf(options: {
  readonly room: BrowserWindow;
  readonly preload: string;
  readonly settings: () => Settings;
  readonly sendToRoom: SendToWindow;
  readonly onFailure: (kind: string, error: unknown) => void;
}): NotesWindow {
  const { room, preload, settings, sendToRoom } = options;
  let window: BrowserWindow | undefined;
  let last: MeetingNotes | null = null;
  const close = () => {
    last = null;
    window?.destroy();
    window = undefined;
  };
  const answer: AnswerRequest = async (channel, request) => {
    if (channel === 'meeting:notes-read') return ok(last);
    if (channel !== 'meeting:notes-key')
      throw new Error(`IPC refused: ${channel} is not for the window of notes`);
    const { meetingContract } = await import('#shared/ipc/meeting-contract.ts');
    const { key } = meetingContract[channel].request.parse(request);
    sendToRoom('meeting:key', { key });
    return ok({});
  };
  const create = () => {
    const created = new BrowserWindow({
      ...placeBeside(room),
      minWidth: 480,
      minHeight: 360,
      title: 'Kiroku',
      show: false,
      webPreferences: securePreferences(preload),
    });
    const contents = created.webContents;
    registerHandlers({
      ipc: contents.ipc,
      first: { 'settings:read': async () => ok(settings()) },
      answer: async () => answer,
    });
    contents.on('render-process-gone', (_event, details) => {
      if (details.reason !== 'clean-exit') options.onFailure('render-process-gone', details);
    });
    // The room keeps the keyboard: whoever leads goes on with the keys that they had.
    created.once('ready-to-show', () => created.showInactive());
    created.once('closed', () => {
      if (window === created) window = undefined;
    });
    created.loadURL(appNotesUrl).catch((error: unknown) => options.onFailure('notes', error));
    return created;
  };
  room.once('closed', close);
  return {
    open: () => {
      if (window === undefined) window = create();
      else window.show();
    },
    show: (notes) => {
      if (notes === null) return close();
      last = notes;
      if (window !== undefined) sendToWindow(window.webContents)('meeting:notes', notes);
      return undefined;
    },
  };
}

const size = { width: 900, height: 700 };

/** In the middle of a screen that the room is not on; on its own screen where there is no other. */
function placeBeside(room: BrowserWindow) {
  const own = screen.getDisplayMatching(room.getBounds());
  const other = screen.getAllDisplays().find(({ id }) => id !== own.id) ?? own;
  const { x, y, width, height } = other.workArea;
  const wide = Math.min(size.width, width);
  const high = Math.min(size.height, height);
  return {
    x: Math.round(x + (width - wide) / 2),
    y: Math.round(y + (height - high) / 2),
    width: wide,
    height: high,
  };
}
