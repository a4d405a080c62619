import type { IpcHandlers, IpcReply } from '#shared/ipc/contract.ts';
import { ok } from '#shared/lib/result.ts';

export type AppInfo = Extract<IpcReply<'app:info'>, { ok: true }>['value'];

/** What the window may know of the program that shows it. */
export function appHandlers(info: () => AppInfo): Pick<IpcHandlers, 'app:info'> {
  return { 'app:info': async () => ok(info()) };
}
