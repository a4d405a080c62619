import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type IpcEvent, ipcChannels, ipcEvents } from '#shared/ipc/channels.ts';

type DroppedFile = Parameters<typeof webUtils.getPathForFile>[0] & { readonly path?: string };

const requests = ipcChannels.map((channel) => [
  channel,
  (request: unknown) => ipcRenderer.invoke(channel, request),
]);

/** Electron before 29 has no webUtils; its files know their path. Empty where the locale cannot write it. */
const pathsOf = (files: readonly DroppedFile[]) =>
  files.map((file) => webUtils?.getPathForFile?.(file) ?? file.path ?? '');

contextBridge.exposeInMainWorld('kiroku', {
  ...Object.fromEntries(requests),
  'evidence:drop': (files: readonly DroppedFile[], note: string, wish?: object) =>
    ipcRenderer.invoke('evidence:drop', { ...wish, paths: pathsOf(files), note }),
  'log:drop': (files: readonly DroppedFile[]) =>
    ipcRenderer.invoke('log:drop', { paths: pathsOf(files) }),
  subscribe: (event: IpcEvent, listener: (payload: unknown) => void) => {
    if (!ipcEvents.includes(event)) throw new Error('no such event');
    const forward = (_event: unknown, payload: unknown) => listener(payload);
    ipcRenderer.on(event, forward);
    return () => void ipcRenderer.off(event, forward);
  },
});
