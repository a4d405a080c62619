import { useCallback, useEffect, useState } from 'react';
import type { ListedTimestamp } from '#shared/ipc/timestamp-contract.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';

/** The time stamps of the folder by the value of their seal, and the way to look again. */
export function useTimestamps(
  desktop: Desktop,
): readonly [ReadonlyMap<string, ListedTimestamp>, () => Promise<void>] {
  const [stamps, setStamps] = useState<ReadonlyMap<string, ListedTimestamp>>(new Map());
  const look = useCallback(async () => {
    const reply = await desktop['timestamp:list']({});
    if (reply.ok) setStamps(new Map(reply.value.map((stamp) => [stamp.seal, stamp])));
  }, [desktop]);
  useEffect(() => void look(), [look]);
  return [stamps, look];
}
