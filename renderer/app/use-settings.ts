import { useCallback, useEffect, useState } from 'react';
import type { IpcReply, Settings } from '#shared/ipc/contract.ts';
import type { Desktop } from '../data/desktop-bridge.ts';

export type AppInfo = Extract<IpcReply<'app:info'>, { ok: true }>['value'];

/** Settings of this user and facts about the program; undefined until the main process has answered. */
export function useSettings(desktop: Desktop) {
  const [settings, setSettings] = useState<Settings>();
  const [info, setInfo] = useState<AppInfo>();
  useEffect(() => {
    let current = true;
    void Promise.all([desktop['settings:read']({}), desktop['app:info']({})]).then(
      ([read, told]) => {
        if (!current) return;
        if (read.ok) setSettings(read.value);
        if (told.ok) setInfo(told.value);
      },
    );
    return () => {
      current = false;
    };
  }, [desktop]);
  const change = useCallback(
    async (changes: Partial<Settings>) => {
      const changed = await desktop['settings:change'](changes);
      if (changed.ok) setSettings(changed.value);
    },
    [desktop],
  );
  return { settings, info, change };
}

export type ChangeSettings = (changes: Partial<Settings>) => Promise<void>;
