import { useState } from 'react';
import type { NotebookSession } from '../../data/notebook-session.ts';
import { useSession } from '../../data/session-context.tsx';

export const systemsTabs = [
  'board',
  'systems',
  'accounts',
  'services',
  'contacts',
  'movement',
] as const;
export type SystemsTab = (typeof systemsTabs)[number];

/** What is looked at outlives the view: going to another and back must not change it. */
const tabs = new WeakMap<NotebookSession, SystemsTab>();

export function useSystemsTab(): readonly [SystemsTab, (tab: SystemsTab) => void] {
  const session = useSession();
  const [tab, setTab] = useState<SystemsTab>(() => tabs.get(session) ?? 'board');
  const change = (next: SystemsTab) => {
    tabs.set(session, next);
    setTab(next);
  };
  return [tab, change];
}
