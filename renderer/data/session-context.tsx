import { createContext, type ReactNode, use } from 'react';
import type { NotebookSession } from './notebook-session.ts';

const SessionContext = createContext<NotebookSession | undefined>(undefined);

type SessionProviderProps = { readonly session: NotebookSession; readonly children: ReactNode };

/** Makes an opened notebook known to everything below. */
export function SessionProvider({ session, children }: SessionProviderProps) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The opened notebook; undefined on the first screen, where there is none yet. */
export function useSessionIfOpen(): NotebookSession | undefined {
  return use(SessionContext);
}

/** The opened notebook. */
export function useSession(): NotebookSession {
  const session = useSessionIfOpen();
  if (session === undefined) throw new Error('no notebook is open here');
  return session;
}
