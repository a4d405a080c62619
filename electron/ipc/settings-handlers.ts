import type { IpcHandlers, Settings } from '#shared/ipc/contract.ts';
import { ok } from '#shared/lib/result.ts';
import type { SettingsStore } from '../settings.ts';

/** `onChange` brings menu and theme after the settings. */
export function settingsHandlers(
  settings: SettingsStore,
  onChange: (settings: Settings) => void,
): Pick<IpcHandlers, 'settings:read' | 'settings:change'> {
  return {
    'settings:read': async () => ok(settings.read()),
    'settings:change': async (change) => {
      const changed = await settings.change(change);
      onChange(changed);
      return ok(changed);
    },
  };
}
