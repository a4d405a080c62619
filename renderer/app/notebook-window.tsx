import { NotebookSession } from '../data/notebook-session.ts';
import { SessionProvider } from '../data/session-context.tsx';
import { Frame } from './frame.tsx';
import type { FrameProps } from './frame-props.ts';

export const openSession = NotebookSession.open;

/** The window of an opened notebook with all that it needs; loaded apart from the first screen. */
export function NotebookWindow({
  session,
  ...frame
}: FrameProps & { readonly session: NotebookSession }) {
  return (
    <SessionProvider session={session}>
      <Frame {...frame} />
    </SessionProvider>
  );
}
