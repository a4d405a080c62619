import { lazy, Suspense, useEffect, useState } from 'react';
import type { Settings } from '#shared/ipc/contract.ts';
import type { Desktop } from '../data/desktop-bridge.ts';
import { LanguageProvider } from '../records/language.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useTheme } from './use-theme.ts';

const MeetingNotesScreen = lazy(async () => {
  const { MeetingNotesScreen: screen } = await import('../features/review/notes-screen.tsx');
  return { default: screen };
});

/** The second window of a review meeting: it opens no notebook and shows what the room sends it. */
export function NotesWindow({ desktop }: { readonly desktop: Desktop }) {
  const [settings, setSettings] = useState<Settings>();
  useTheme(settings?.theme ?? 'system');
  useEffect(() => {
    let current = true;
    void desktop['settings:read']({}).then((read) => {
      if (current && read.ok) setSettings(read.value);
    });
    return () => {
      current = false;
    };
  }, [desktop]);
  useEffect(() => {
    if (settings !== undefined) document.documentElement.lang = settings.language;
  }, [settings]);
  if (settings === undefined) return null;
  return (
    <LanguageProvider language={settings.language}>
      <ErrorBoundary scope="window">
        <Suspense>
          <MeetingNotesScreen desktop={desktop} />
        </Suspense>
      </ErrorBoundary>
    </LanguageProvider>
  );
}
