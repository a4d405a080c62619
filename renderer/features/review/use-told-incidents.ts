import { useCallback, useEffect, useState } from 'react';
import type { StandingReview } from '#shared/application/review-meeting.ts';
import type { ToldIncident } from '#shared/ipc/meeting-contract.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';

/** Other notebooks of this user, by the id that the list of recent ones gives them. */
export type ListedIncident = { readonly id: string; readonly name: string };

/** Reads stories one after the other: each notebook is read whole. */
async function readStories(
  desktop: Desktop,
  ids: readonly string[],
): Promise<{ readonly told: readonly ToldIncident[]; readonly unread: number }> {
  const told: ToldIncident[] = [];
  for (const recent of ids) {
    const read = await desktop['meeting:story']({ recent });
    if (read.ok) told.push(read.value);
  }
  return { told, unread: ids.length - told.length };
}

/** The incidents that a meeting goes through beside its own. */
export function useToldIncidents(desktop: Desktop) {
  const [listed, setListed] = useState<readonly ListedIncident[]>([]);
  const [told, setTold] = useState<readonly ToldIncident[]>([]);
  useEffect(() => {
    let current = true;
    void desktop['meeting:incidents']({}).then((reply) => {
      if (current && reply.ok) setListed(reply.value);
    });
    return () => {
      current = false;
    };
  }, [desktop]);
  const read = useCallback(
    async (ids: readonly string[]) => {
      const stories = await readStories(desktop, ids);
      setTold(stories.told);
      return stories;
    },
    [desktop],
  );
  /** Finds the incidents of a meeting that goes on among those that can be read. */
  const readOf = useCallback(
    async ({ incidents = [] }: StandingReview) => {
      if (incidents.length === 0) return setTold([]);
      const { told: all } = await readStories(
        desktop,
        listed.map(({ id }) => id),
      );
      return setTold(
        incidents.flatMap(({ notebook }) => all.find((each) => each.notebook === notebook) ?? []),
      );
    },
    [desktop, listed],
  );
  return { listed, told, read, readOf };
}

export type ToldIncidents = ReturnType<typeof useToldIncidents>;
