import type { IpcChannel } from '#shared/ipc/channels.ts';
import type { Sender } from '../../../electron/security/trusted-sender.ts';

type Listener = (event: Sender, request: unknown) => unknown;

/** Stands in for one window's `webContents.ipc`: requests come from whichever frame a test names. */
export function fakeIpc() {
  const listeners = new Map<string, Listener>();
  return {
    ipc: { handle: (channel: string, listener: Listener) => void listeners.set(channel, listener) },
    channels: () => [...listeners.keys()],
    request: async (channel: IpcChannel, request: unknown, sender: Sender = ourPage) => {
      const listener = listeners.get(channel);
      if (listener === undefined) throw new Error(`nobody handles ${channel}`);
      return listener(sender, request);
    },
  };
}

/** A request from a frame with this address. */
export function senderAt(url: string, parent: object | null = null): Sender {
  return { senderFrame: { url, parent } as unknown as Sender['senderFrame'] };
}

export const ourPage = senderAt('app://kiroku/index.html');
