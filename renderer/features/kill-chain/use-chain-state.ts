import { useState } from 'react';
import type { LaneId } from '#shared/domain/chain/chain-marks.ts';
import type { NotebookSession } from '../../data/notebook-session.ts';
import { useIncident } from '../../data/use-records.ts';
import { useSession } from '../../data/session-context.tsx';

export const chainTabs = ['chain', 'questions', 'coverage', 'courses', 'attack'] as const;
export type ChainTab = (typeof chainTabs)[number];

export type ChainState = {
  readonly tab: ChainTab;
  /** Lane whose guide is shown. */
  readonly guide: LaneId | undefined;
  /** Intrusion path that is shown: its id, `none`, or empty for all. */
  readonly path: string;
  readonly table: boolean;
};

/** What is looked at outlives the view: going to another and back must not change it. */
const states = new WeakMap<NotebookSession, ChainState>();
const first: ChainState = { tab: 'chain', guide: undefined, path: '', table: false };

export function useChainState(): readonly [ChainState, (news: Partial<ChainState>) => void] {
  const session = useSession();
  // Without an incident the chain has nothing to show, and the logs are what there is to look after.
  const start = useIncident().kind === 'readiness' ? 'coverage' : first.tab;
  const [state, setState] = useState(() => states.get(session) ?? { ...first, tab: start });
  const change = (news: Partial<ChainState>) =>
    setState((before) => {
      const after = { ...before, ...news };
      states.set(session, after);
      return after;
    });
  return [state, change];
}
