import { useState } from 'react';
import type { ShownRow } from '#shared/ipc/log-contract.ts';
import type { NotebookSession } from '../../data/notebook-session.ts';
import { useSession } from '../../data/session-context.tsx';

type LogsState = {
  readonly words: string;
  /** Id of the one source that is shown; empty for all. */
  readonly source: string;
  /** Place in the order of time that the keyboard is on. */
  readonly active: number;
  readonly tagged: ReadonlyMap<string, Pick<ShownRow, 'source' | 'row'>>;
};

/** What is searched and tagged outlives the view: going to another and back must not lose it. */
const states = new WeakMap<NotebookSession, LogsState>();
const first: LogsState = { words: '', source: '', active: 0, tagged: new Map() };

export function useLogsState(): readonly [LogsState, (news: Partial<LogsState>) => void] {
  const session = useSession();
  const [state, setState] = useState(() => states.get(session) ?? first);
  const change = (news: Partial<LogsState>) =>
    setState((before) => {
      const after = { ...before, ...news };
      states.set(session, after);
      return after;
    });
  return [state, change];
}
