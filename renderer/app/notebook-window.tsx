import { NotebookSession } from '../data/notebook-session.ts';
import { SessionProvider } from '../data/session-context.tsx';
import { Frame } from './frame.tsx';
import type { FrameProps } from './frame-props.ts';

/** Brings the derived records of a notebook up to its journal. */
export function openSession(
  options: Parameters<typeof NotebookSession.open>[0],
): Promise<NotebookSession> {
  return NotebookSession.open(options);
}

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
