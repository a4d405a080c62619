import { useEffect, useMemo, useState } from 'react';
import type { AnyItem } from '#shared/domain/evidence.ts';
import { hexLines } from '#shared/domain/hex-lines.ts';
import { printableStrings } from '#shared/domain/printable-strings.ts';
import { viewerMessages as m } from '#shared/i18n/viewer-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select } from '../../ui/field.tsx';
import styles from './file-viewer.module.css';
import { PictureView } from './picture-view.tsx';

/** Bytes on one page: as many as fit a glance, and as many as strings are looked for in. */
const pageBytes = { hex: 4_096, strings: 65_536 } as const;
type Look = 'hex' | 'strings' | 'picture';

type FileViewerProps = {
  readonly desktop: Desktop;
  readonly item: AnyItem & { readonly sha256: string };
  readonly onClose: () => void;
};

/** Shows what is in a copy, as bytes, as letters or as a picture; nothing of it is ever run or opened. */
export function FileViewer({ desktop, item, onClose }: FileViewerProps) {
  const say = useSay();
  const [look, setLook] = useState<Look>('hex');
  return (
    <Dialog
      title={say(m.title, { no: item.no, name: visibleText(item.name) })}
      closeName={say(m.close)}
      onClose={onClose}
      width="wide"
      actions={<Button onClick={onClose}>{say(m.close)}</Button>}
    >
      <div className={styles['viewer']}>
        <Select
          label={say(m.look)}
          value={look}
          autoFocus
          onChange={setLook}
          options={[
            { value: 'hex', label: say(m.hex) },
            { value: 'strings', label: say(m.strings) },
            { value: 'picture', label: say(m.picture) },
          ]}
        />
        {look === 'picture' ? (
          <PictureView desktop={desktop} sha256={item.sha256} name={visibleText(item.name)} />
        ) : (
          <BytesView key={look} desktop={desktop} sha256={item.sha256} look={look} />
        )}
      </div>
    </Dialog>
  );
}

type BytesViewProps = {
  readonly desktop: Desktop;
  readonly sha256: string;
  readonly look: 'hex' | 'strings';
};

type Page = { readonly bytes: Uint8Array; readonly size: number; readonly offset: number };

function BytesView({ desktop, sha256, look }: BytesViewProps) {
  const say = useSay();
  const language = useLanguage();
  const [offset, setOffset] = useState(0);
  const [typed, setTyped] = useState('');
  const [page, setPage] = useState<Page>();
  const [problem, setProblem] = useState<string>();
  const [isBad, setBad] = useState(false);
  const length = pageBytes[look];
  useEffect(() => {
    let isOver = false;
    void desktop['evidence:read']({ sha256, offset, length }).then((reply) => {
      if (isOver) return;
      if (reply.ok) {
        setPage({ ...reply.value, offset });
        setProblem(undefined);
      } else setProblem(say(reply.error.kind === 'unreadable' ? m.unreadable : m.noNotebook));
    });
    return () => {
      isOver = true;
    };
  }, [desktop, sha256, offset, length, say]);
  const jump = () => {
    const wanted = readOffset(typed);
    const isWithin = wanted !== undefined && wanted < Math.max(1, page?.size ?? 0);
    setBad(!isWithin);
    if (isWithin) setOffset(wanted - (wanted % 16));
  };
  if (problem !== undefined) return <Banner tone="danger">{problem}</Banner>;
  if (page === undefined) return null;
  const end = page.offset + page.bytes.length;
  const numbers = {
    from: page.offset.toLocaleString(language),
    to: end.toLocaleString(language),
    size: page.size.toLocaleString(language),
  };
  return (
    <>
      <div className={styles['bar']}>
        <Button
          disabled={page.offset === 0}
          onClick={() => setOffset(Math.max(0, page.offset - length))}
        >
          {say(m.before)}
        </Button>
        <Button disabled={end >= page.size} onClick={() => setOffset(page.offset + length)}>
          {say(m.after)}
        </Button>
        <Field
          label={say(m.jump)}
          value={typed}
          mono
          maxLength={20}
          placeholder="0x1f400"
          problem={isBad ? say(m.badOffset) : undefined}
          onChange={setTyped}
          onEnter={jump}
        />
        <p className={styles['place']} role="status">
          {say(m.place, numbers)}
        </p>
      </div>
      {look === 'hex' ? <HexTable page={page} /> : <StringList page={page} />}
    </>
  );
}

/** `0x1f400`, `1f400h` or `128000`. */
function readOffset(text: string): number | undefined {
  const folded = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[,_\s]/g, '');
  const hex = /^(?:0x([0-9a-f]{1,12})|([0-9a-f]{1,12})h)$/.exec(folded);
  if (hex !== null) return Number.parseInt(hex[1] ?? hex[2] ?? '', 16);
  return /^\d{1,15}$/.test(folded) ? Number(folded) : undefined;
}

function HexTable({ page }: { readonly page: Page }) {
  const say = useSay();
  const lines = useMemo(() => hexLines(page.bytes, page.offset), [page]);
  if (lines.length === 0) return <p className={styles['nothing']}>{say(m.empty)}</p>;
  return (
    <div className={styles['bytes']} role="region" aria-label={say(m.hex)} tabIndex={0}>
      <pre>{lines.map(({ offset, hex, text }) => `${offset}  ${hex.padEnd(48)}  ${text}\n`)}</pre>
    </div>
  );
}

function StringList({ page }: { readonly page: Page }) {
  const say = useSay();
  const strings = useMemo(() => printableStrings(page.bytes, page.offset), [page]);
  if (strings.length === 0) return <p className={styles['nothing']}>{say(m.noStrings)}</p>;
  return (
    <div className={styles['bytes']} role="region" aria-label={say(m.strings)} tabIndex={0}>
      <pre>
        {strings.map(({ offset, encoding, text }) => {
          const place = offset.toString(16).padStart(8, '0');
          return `${place}  ${encoding === 'ascii' ? ' ' : 'w'}  ${visibleText(text)}\n`;
        })}
      </pre>
    </div>
  );
}
