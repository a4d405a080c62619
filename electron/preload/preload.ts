import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type IpcEvent, ipcChannels, ipcEvents } from '#shared/ipc/channels.ts';

type DroppedFile = Parameters<typeof webUtils.getPathForFile>[0] & { readonly path?: string };

const requests = ipcChannels.map((channel) => [
  channel,
  (request: unknown) => ipcRenderer.invoke(channel, request),
]);

contextBridge.exposeInMainWorld('kiroku', {
  ...Object.fromEntries(requests),
  'evidence:drop': (files: readonly DroppedFile[], note: string) => {
    // Electron before 29 has no webUtils; its files know their path.
    const paths = files.map((file) => webUtils?.getPathForFile?.(file) ?? file.path);
    return ipcRenderer.invoke('evidence:drop', { paths, note });
  },
  subscribe: (event: IpcEvent, listener: (payload: unknown) => void) => {
    if (!ipcEvents.includes(event)) throw new Error('no such event');
    const forward = (_event: unknown, payload: unknown) => listener(payload);
    ipcRenderer.on(event, forward);
    return () => void ipcRenderer.off(event, forward);
  },
});
