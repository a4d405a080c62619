import { NotebookSession } from '../data/notebook-session.ts';
import { SessionProvider } from '../data/session-context.tsx';
import { GuidanceProvider, readGuidance } from '../records/guidance.tsx';
import { Frame } from './frame.tsx';
import type { FrameProps } from './frame-props.ts';

/** Brings the derived records of a notebook up to its journal, and reads what the organisation says beside it. */
export async function openSession(
  options: Parameters<typeof NotebookSession.open>[0],
): Promise<NotebookSession> {
  const [session] = await Promise.all([
    NotebookSession.open(options),
    readGuidance(options.desktop),
  ]);
  return session;
}

/** The window of an opened notebook with all that it needs; loaded apart from the first screen. */
export function NotebookWindow({
  session,
  ...frame
}: FrameProps & { readonly session: NotebookSession }) {
  return (
    <SessionProvider session={session}>
      <GuidanceProvider>
        <Frame {...frame} />
      </GuidanceProvider>
    </SessionProvider>
  );
}
