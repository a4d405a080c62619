import { useCallback, useEffect, useRef, useState } from 'react';
import { ipcEventContract, type IpcReply, type Job } from '#shared/ipc/contract.ts';
import type { RescueLook, RescueLookError } from '#shared/ipc/rescue-contract.ts';
import type { ListChoice } from '#shared/import/lists/list-mapping.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';

type Picked = { readonly id: string; readonly name: string };
type Looked = { readonly look?: RescueLook; readonly error?: RescueLookError };

/** What a person has said of a picked file. */
export type LookAnswers = { readonly zone?: string; readonly list?: ListChoice };

/** A picked file and what would become of it; read anew with every answer. Lists are wanted, or cases. */
export function useRescueLook(desktop: Desktop, takesLists: boolean) {
  const [picked, setPicked] = useState<Picked>();
  const [looked, setLooked] = useState<Looked>();
  const asked = useRef(0);
  const lookAt = useCallback(
    async (id: string, { zone, list }: LookAnswers = {}) => {
      asked.current += 1;
      const mine = asked.current;
      const reply = await desktop['rescue:look']({
        id,
        ...(zone !== undefined && { zone }),
        ...(takesLists && { list: list ?? {} }),
      });
      if (mine !== asked.current) return;
      setLooked(reply.ok ? { look: reply.value } : { error: reply.error });
    },
    [desktop, takesLists],
  );
  const pick = useCallback(async () => {
    const reply = await desktop['rescue:pick']({});
    if (!reply.ok) return;
    setPicked(reply.value);
    setLooked(undefined);
    await lookAt(reply.value.id);
  }, [desktop, lookAt]);
  return { picked, looked, pick, lookAt };
}

/** What is taken in, and how. */
export type RescueOrder = {
  readonly id: string;
  readonly name: string;
  readonly withOriginal: boolean;
  readonly note: string;
};

/** The job that takes a case in, while it runs, and what came of it. */
export function useRescueImport(desktop: Desktop) {
  const [job, setJob] = useState<Job>();
  const [result, setResult] = useState<IpcReply<'rescue:import'>>();
  const [order, setOrder] = useState<RescueOrder>();
  useEffect(
    () =>
      desktop.subscribe('job:changed', (payload) => {
        const news = ipcEventContract['job:changed'].parse(payload);
        if (news.kind === 'rescue') setJob(news.state === 'running' ? news : undefined);
      }),
    [desktop],
  );
  const start = useCallback(
    async (wanted: RescueOrder) => {
      setOrder(wanted);
      setResult(undefined);
      const { id, withOriginal, note } = wanted;
      setResult(await desktop['rescue:import']({ id, withOriginal, note }));
    },
    [desktop],
  );
  /** Back to what was looked at: a failure must not cost the choices. */
  const forget = useCallback(() => {
    setOrder(undefined);
    setResult(undefined);
  }, []);
  return { job, order, result, start, forget };
}
