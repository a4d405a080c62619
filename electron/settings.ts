import * as z from 'zod/mini';
import type { Settings } from '#shared/ipc/contract.ts';
import { readStoredJson, writeStoredJson } from './stored-json.ts';
import { createWriteQueue } from './write-queue.ts';

/** The settings to change; the others stay. */
export type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] | undefined };

/** Shape of settings.json: any of the settings that the contract knows. */
const storedSchema = z.partial(
  z.object({
    language: z.enum(['en', 'ja']),
    theme: z.enum(['system', 'light', 'dark']),
    by: z.string().check(z.maxLength(200)),
  } satisfies { readonly [K in keyof Settings]: z.ZodMiniType<Settings[K]> }),
);

export type SettingsStore = {
  readonly read: () => Settings;
  /** Changes hold at once; a disk that does not take them is reported by `onUnsaved`. */
  readonly change: (change: SettingsChange) => Promise<Settings>;
  readonly settled: () => Promise<void>;
};

/** Settings of this user, from a JSON file; what it does not say, or cannot say any more, is default. */
export async function openSettings(
  file: string,
  defaults: Settings,
  onUnsaved: (error: unknown) => void,
): Promise<SettingsStore> {
  const stored = await readStoredJson(file, storedSchema);
  let settings = merge(defaults, stored.value ?? {});
  const queue = createWriteQueue();
  return {
    read: () => settings,
    change: async (change) => {
      settings = merge(settings, change);
      try {
        await queue.run(() => writeStoredJson(file, settings));
      } catch (error) {
        onUnsaved(error);
      }
      return settings;
    },
    settled: queue.settled,
  };
}

function merge(settings: Settings, change: SettingsChange): Settings {
  return {
    language: change.language ?? settings.language,
    theme: change.theme ?? settings.theme,
    by: change.by ?? settings.by,
  };
}
