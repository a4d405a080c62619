import type { WebContents } from 'electron';
import type { IpcEvent } from '#shared/ipc/channels.ts';
import type { IpcEventPayload } from '#shared/ipc/contract.ts';

/** Tells a window something that it did not ask for. */
export type SendToWindow = <E extends IpcEvent>(event: E, payload: IpcEventPayload<E>) => void;

/** Sends to a page as long as there is one. */
export function sendToWindow(contents: WebContents): SendToWindow {
  return (event, payload) => {
    if (!contents.isDestroyed()) contents.send(event, payload);
  };
}
