import { useCallback, useState } from 'react';
import { longestPicture } from '#shared/domain/picture.ts';
import { entryLineMessages as m } from '#shared/i18n/entry-line-messages.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { appendErrorText } from '../../records/append-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';

/** The picture of a paste that holds nothing else; a table from a spreadsheet comes as text and picture. */
export function pictureIn({ files, types }: DataTransfer): File | undefined {
  if (types.includes('text/plain')) return undefined;
  return [...files].find(({ type }) => type === 'image/png' || type === 'image/jpeg');
}

/** Stores a pasted picture as evidence; `onStored` gets its number. */
export function usePicturePaste(desktop: Desktop, onStored: (no: string) => void) {
  const say = useSay();
  const language = useLanguage();
  const { announce } = useWorkspace();
  const [failure, setFailure] = useState<string>();
  const store = useCallback(
    async (picture: File) => {
      setFailure(undefined);
      if (picture.size > longestPicture) return setFailure(say(m.pictureTooLarge));
      announce(say(m.pictureStoring));
      try {
        const bytes = new Uint8Array(await picture.arrayBuffer());
        const stored = await desktop['evidence:paste']({ bytes, note: say(m.pictureNote) });
        if (stored.ok) {
          announce(say(m.pictureStored, { no: stored.value.no }), 'good');
          return onStored(stored.value.no);
        }
        const { error } = stored;
        if (error.kind === 'append-failed') setFailure(appendErrorText(language, error.append));
        else if (error.kind === 'not-a-picture') setFailure(say(m.pictureUnreadable));
        else if (error.kind === 'disk-full') setFailure(say(m.pictureDiskFull));
        else setFailure(say(m.pictureFailed));
      } catch {
        setFailure(say(m.pictureFailed));
      }
    },
    [desktop, announce, onStored, say, language],
  );
  return { store, failure };
}
