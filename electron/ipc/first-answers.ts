import type { IpcChannel } from '#shared/ipc/channels.ts';
import { ok } from '#shared/lib/result.ts';
import type { Services } from '../services.ts';
import type { AppInfo } from './app-handlers.ts';

/** Channels whose request carries nothing, answered without the contract. */
export type FirstAnswers = { readonly [channel in IpcChannel]?: () => Promise<unknown> };

/**
 * What the first screen asks for. The contract and all other handlers take longer to load than the
 * screen takes to appear, so these three answer before them, in the contract's own words.
 */
export function firstAnswers(
  { settings, recent }: Pick<Services, 'settings' | 'recent'>,
  info: () => AppInfo,
  /** The last of the three was asked for: the screen stands. */
  onScreen: () => void,
): FirstAnswers {
  return {
    'settings:read': async () => ok(settings.read()),
    'app:info': async () => ok(info()),
    'notebook:recent': async () => {
      onScreen();
      return ok(await recent.list());
    },
  };
}

/** True for the one request that such a channel takes. */
export function isEmptyRequest(request: unknown): boolean {
  return (
    typeof request === 'object' &&
    request !== null &&
    !Array.isArray(request) &&
    Reflect.ownKeys(request).length === 0
  );
}
