import { useCallback, useEffect, useState } from 'react';
import type { RowAccount, RowsError } from '#shared/ipc/log-contract.ts';
import type { Desktop } from '../data/desktop-bridge.ts';

/** A source whose rows can be shown, or why not; missing while it is being opened. */
export type OpenedSource =
  | { readonly account: RowAccount; readonly error?: undefined }
  | { readonly account?: undefined; readonly error: RowsError };

/** Opens the rows of every source, one after the other; each is tried again when asked. */
export function useOpenedSources(desktop: Desktop, ids: readonly string[]) {
  const [opened, setOpened] = useState<ReadonlyMap<string, OpenedSource>>(new Map());
  const open = useCallback(
    async (source: string) => {
      const reply = await desktop['rows:open']({ source });
      const state = reply.ok ? { account: reply.value } : { error: reply.error };
      setOpened((before) => new Map(before).set(source, state));
    },
    [desktop],
  );
  const wanted = ids.join(' ');
  useEffect(() => {
    let isCurrent = true;
    const openAll = async () => {
      for (const id of wanted.split(' ')) if (isCurrent && id !== '') await open(id);
    };
    void openAll();
    return () => {
      isCurrent = false;
    };
  }, [wanted, open]);
  return { opened, retry: open };
}
