import { useState } from 'react';
import type { NotebookSession } from '../../data/notebook-session.ts';
import { useSession } from '../../data/session-context.tsx';
import type { Span } from '../../records/span-fields.tsx';

type LogsState = {
  readonly words: string;
  /** Id of the one source that is shown; empty for all. */
  readonly source: string;
  readonly span: Span;
  /** Place in the order of time that the keyboard is on. */
  readonly active: number;
};

/** What is searched outlives the view: going to another and back must not lose it. */
const states = new WeakMap<NotebookSession, LogsState>();
const first: LogsState = { words: '', source: '', span: {}, active: 0 };

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
