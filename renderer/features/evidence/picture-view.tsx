import { useEffect, useState } from 'react';
import { viewerMessages as m } from '#shared/i18n/viewer-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useSay } from '../../records/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import styles from './file-viewer.module.css';

type PictureViewProps = {
  readonly desktop: Desktop;
  readonly sha256: string;
  readonly name: string;
};

type Shown =
  | { readonly kind: 'picture'; readonly address: string; readonly size: string }
  | { readonly kind: 'problem'; readonly message: Message };

const problems = {
  'no-notebook': m.noNotebook,
  unreadable: m.unreadable,
  'not-a-picture': m.notAPicture,
  'too-large': m.tooLarge,
} as const;

/** A PNG or JPEG, decoded in the sandboxed page; it never has a name or a script. */
export function PictureView({ desktop, sha256, name }: PictureViewProps) {
  const say = useSay();
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    let address: string | undefined;
    let isOver = false;
    void desktop['evidence:picture']({ sha256 }).then((reply) => {
      if (isOver) return;
      if (!reply.ok) return setShown({ kind: 'problem', message: problems[reply.error.kind] });
      const { bytes, kind, width, height } = reply.value;
      const type = kind === 'png' ? 'image/png' : 'image/jpeg';
      address = URL.createObjectURL(new Blob([bytes], { type }));
      return setShown({ kind: 'picture', address, size: `${width} × ${height}` });
    });
    return () => {
      isOver = true;
      if (address !== undefined) URL.revokeObjectURL(address);
    };
  }, [desktop, sha256]);
  if (shown === undefined) return null;
  if (shown.kind === 'problem') return <Banner tone="note">{say(shown.message)}</Banner>;
  return (
    <figure className={styles['picture']}>
      <img
        src={shown.address}
        alt={say(m.pictureOf, { name })}
        onError={() => setShown({ kind: 'problem', message: m.broken })}
      />
      <figcaption>{shown.size}</figcaption>
    </figure>
  );
}
