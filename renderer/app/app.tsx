import { useCallback, useEffect, useRef, useState } from 'react';
import type { OpenError } from '#shared/ipc/contract.ts';
import { menuCommandSchema } from '#shared/ipc/menu-command.ts';
import type { Desktop } from '../data/desktop-bridge.ts';
import type { NotebookSession, ReplayProgress } from '../data/notebook-session.ts';
import type { RescueOrder } from '../features/rescue/use-rescue.ts';
import type { Landing } from '../records/landing.ts';
import { LanguageProvider } from '../records/language.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { loadNotebookWindow, type NotebookWindowModule } from './load-notebook-window.ts';
import type { OpenNotebook } from './open-notebook.ts';
import { OpeningScreen } from './opening-screen.tsx';
import { StartScreen } from './start-screen.tsx';
import { type AppInfo, useSettings } from './use-settings.ts';
import { useTheme } from './use-theme.ts';

type Phase =
  | { readonly kind: 'start'; readonly problem?: OpenError }
  | { readonly kind: 'opening'; readonly name: string; readonly progress?: ReplayProgress }
  | {
      readonly kind: 'open';
      readonly session: NotebookSession;
      readonly NotebookWindow: NotebookWindowModule['NotebookWindow'];
    }
  | { readonly kind: 'failed'; readonly error: unknown };

/** The window: first minute, progress of opening, or an opened notebook. */
export function App({ desktop }: { readonly desktop: Desktop }) {
  const { settings, info, change } = useSettings(desktop);
  useTheme(settings?.theme ?? 'system');
  const [phase, setPhase] = useState<Phase>({ kind: 'start' });
  const [rescue, setRescue] = useState<RescueOrder>();
  const [landing, setLanding] = useState<Landing>();
  const session = useRef<NotebookSession>(undefined);

  const open = useCallback<OpenNotebook>(
    async (asking, order, land) => {
      const loading = loadNotebookWindow();
      // Awaited below; a load that fails while the question is open must not count as nobody's.
      loading.catch(() => {});
      setRescue(order);
      setLanding(land);
      const opened = await asking;
      if (!opened.ok) {
        if (opened.error.kind !== 'cancelled') setPhase({ kind: 'start', problem: opened.error });
        return;
      }
      session.current?.close();
      const { name } = opened.value;
      setPhase({ kind: 'opening', name });
      try {
        const { openSession, NotebookWindow } = await loading;
        session.current = await openSession({
          desktop,
          opened: opened.value,
          // A rebuild while the notebook is open goes on behind the frame.
          onProgress: (progress) =>
            setPhase((before) => (before.kind === 'opening' ? { ...before, progress } : before)),
        });
        setPhase({ kind: 'open', session: session.current, NotebookWindow });
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
  useLoadingAhead(info !== undefined);

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
          <phase.NotebookWindow
            {...shared}
            session={phase.session}
            rescue={rescue}
            landing={landing}
            close={close}
            key={phase.session.opened.notebook}
          />
        )}
      </ErrorBoundary>
    </LanguageProvider>
  );
}

function Failed({ error }: { readonly error: unknown }): never {
  throw error;
}

/** Loads what an opened notebook needs as soon as the first screen has been painted. */
function useLoadingAhead(isDrawn: boolean): void {
  useEffect(() => {
    if (!isDrawn) return undefined;
    const idle = requestIdleCallback(() => void loadNotebookWindow().catch(() => {}));
    return () => cancelIdleCallback(idle);
  }, [isDrawn]);
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
        const { command } = menuCommandSchema.parse(payload);
        const recent = /^notebook\.open:(?<id>.+)$/.exec(command)?.groups?.['id'];
        if (recent !== undefined) void open(desktop['notebook:open']({ recent }));
      }),
    [desktop, open],
  );
}
