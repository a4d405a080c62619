import * as z from 'zod/mini';
import type { Partner, Settings } from '#shared/ipc/contract.ts';
import { parseJson, readStoredJson, readTextIfAny, writeStoredJson } from './stored-json.ts';
import { createWriteQueue } from './write-queue.ts';

/** The settings to change; the others stay. */
export type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] | undefined };

/** Shape of settings.json: any of the settings that the contract knows. */
const storedSchema = z.partial(
  z.object({
    language: z.enum(['en', 'ja']),
    theme: z.enum(['system', 'light', 'dark']),
    by: z.string().check(z.maxLength(200)),
    partners: z.optional(
      z.array(
        z.object({
          name: z.string().check(z.minLength(1), z.maxLength(200)),
          tlp: z.enum(['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED']),
        }),
      ),
    ),
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

/** The partners that this user has named, read without changing the file. */
export async function readPartners(file: string): Promise<readonly Partner[]> {
  const text = await readTextIfAny(file);
  const stored = storedSchema.safeParse(text === undefined ? {} : parseJson(text));
  return stored.success ? (stored.data.partners ?? []) : [];
}

function merge(settings: Settings, change: SettingsChange): Settings {
  const partners = change.partners ?? settings.partners;
  return {
    language: change.language ?? settings.language,
    theme: change.theme ?? settings.theme,
    by: change.by ?? settings.by,
    ...(partners !== undefined && { partners }),
  };
}
