import { useCallback, useEffect, useRef, useState } from 'react';
import { ipcEventContract, type OpenError } from '#shared/ipc/contract.ts';
import type { Desktop } from '../data/desktop-bridge.ts';
import { NotebookSession, type ReplayProgress } from '../data/notebook-session.ts';
import { SessionProvider } from '../data/session-context.tsx';
import { LanguageProvider } from '../records/language.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame.tsx';
import type { OpenNotebook } from './open-notebook.ts';
import { OpeningScreen } from './opening-screen.tsx';
import { StartScreen } from './start-screen.tsx';
import { type AppInfo, useSettings } from './use-settings.ts';
import { useTheme } from './use-theme.ts';

type Phase =
  | { readonly kind: 'start'; readonly problem?: OpenError }
  | { readonly kind: 'opening'; readonly name: string; readonly progress?: ReplayProgress }
  | { readonly kind: 'open'; readonly session: NotebookSession }
  | { readonly kind: 'failed'; readonly error: unknown };

/** The window: first minute, progress of opening, or an opened notebook. */
export function App({ desktop }: { readonly desktop: Desktop }) {
  const { settings, info, change } = useSettings(desktop);
  useTheme(settings?.theme ?? 'system');
  const [phase, setPhase] = useState<Phase>({ kind: 'start' });
  const session = useRef<NotebookSession>(undefined);

  const open = useCallback<OpenNotebook>(
    async (asking) => {
      const opened = await asking;
      if (!opened.ok) {
        if (opened.error.kind !== 'cancelled') setPhase({ kind: 'start', problem: opened.error });
        return;
      }
      session.current?.close();
      const { name } = opened.value;
      setPhase({ kind: 'opening', name });
      try {
        session.current = await NotebookSession.open({
          desktop,
          opened: opened.value,
          // A rebuild while the notebook is open goes on behind the frame.
          onProgress: (progress) =>
            setPhase((before) => (before.kind === 'opening' ? { ...before, progress } : before)),
        });
        setPhase({ kind: 'open', session: session.current });
      } catch (error) {
        // A bug: the outermost boundary shows it.
        setPhase({ kind: 'failed', error });
      }
    },
    [desktop],
  );

  const close = useCallback(async () => {
    session.current?.close();
    session.current = undefined;
    await desktop['notebook:close']({});
    setPhase({ kind: 'start' });
  }, [desktop]);

  useLaunch(desktop, info, open);

  useEffect(() => {
    if (settings) document.documentElement.lang = settings.language;
  }, [settings]);

  if (settings === undefined || info === undefined) return null;
  const shared = { desktop, settings, info, changeSettings: change, open };
  return (
    <LanguageProvider language={settings.language}>
      <ErrorBoundary scope="window">
        {phase.kind === 'failed' && <Failed error={phase.error} />}
        {phase.kind === 'start' && <StartScreen {...shared} problem={phase.problem} />}
        {phase.kind === 'opening' && <OpeningScreen name={phase.name} progress={phase.progress} />}
        {phase.kind === 'open' && (
          <SessionProvider session={phase.session} key={phase.session.opened.notebook}>
            <Frame {...shared} close={close} />
          </SessionProvider>
        )}
      </ErrorBoundary>
    </LanguageProvider>
  );
}

function Failed({ error }: { readonly error: unknown }): never {
  throw error;
}

/** Opens what the program was started with, and what the system asks for later. */
function useLaunch(desktop: Desktop, info: AppInfo | undefined, open: OpenNotebook): void {
  const launched = useRef(false);
  useEffect(() => {
    if (launched.current || info?.opening === undefined) return;
    launched.current = true;
    void open(desktop['notebook:open']({ recent: info.opening }));
  }, [desktop, info, open]);
  useEffect(
    () =>
      desktop.subscribe('command:run', (payload) => {
        const { command } = ipcEventContract['command:run'].parse(payload);
        const recent = /^notebook\.open:(?<id>.+)$/.exec(command)?.groups?.['id'];
        if (recent !== undefined) void open(desktop['notebook:open']({ recent }));
      }),
    [desktop, open],
  );
}
