import type { IpcMainInvokeEvent } from 'electron';
import { isAppUrl } from './app-origin.ts';

/** The parts of an IPC event that say who is asking. */
export type Sender = Pick<IpcMainInvokeEvent, 'senderFrame'>;

/** Throws unless the request comes from our own page, in the window's main frame. */
export function assertTrustedSender({ senderFrame }: Sender): void {
  if (senderFrame === null) throw new Error('IPC refused: the asking frame is gone');
  if (senderFrame.parent !== null) throw new Error('IPC refused: not the main frame');
  if (!isAppUrl(senderFrame.url)) throw new Error('IPC refused: not our own page');
}
