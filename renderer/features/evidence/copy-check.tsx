import { useState } from 'react';
import type { AnyItem } from '#shared/domain/evidence.ts';
import { viewerMessages as m } from '#shared/i18n/viewer-messages.ts';
import type { CopyState } from '#shared/ipc/evidence-contract.ts';
import { sizeText } from '#shared/report/size-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { appendErrorText } from '../../records/append-error-text.ts';
import { jobErrorText } from '../../records/job-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './evidence-detail.module.css';
import { FileViewer } from './file-viewer.tsx';

type CopyCheckProps = {
  readonly desktop: Desktop;
  readonly id: string;
  readonly item: AnyItem;
  /** What a look at the folder showed before anybody asked. */
  readonly seen: CopyState | undefined;
};

type Outcome = { readonly tone: 'good' | 'danger'; readonly text: string };

const stateMessages = {
  whole: m.whole,
  missing: m.missing,
  changed: m.changed,
  unreadable: m.unreadableCopy,
} as const;

/** Looks into an item's file, and checks whether it still is what was recorded. */
export function CopyCheck({ desktop, id, item, seen }: CopyCheckProps) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const [isReading, setReading] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const { sha256, size, hashes, reference } = item;
  const recheck = useRecheck(desktop, id);
  const check = async () => {
    if (sha256 === undefined || size === undefined) return;
    setReading(true);
    const reply = await desktop['evidence:check']({ sha256, size, ...(hashes && { hashes }) });
    setReading(false);
    if (!reply.ok) return setOutcome({ tone: 'danger', text: say(m.noNotebook) });
    const { state } = reply.value;
    return setOutcome({
      tone: state === 'whole' ? 'good' : 'danger',
      text: say(stateMessages[state]),
    });
  };
  const compare = async () => {
    setReading(true);
    setOutcome(await recheck());
    setReading(false);
  };
  const shown =
    outcome ??
    (seen === undefined || seen === 'whole'
      ? undefined
      : { tone: 'danger' as const, text: say(stateMessages[seen]) });
  return (
    <>
      {shown !== undefined && (
        <Banner tone={shown.tone === 'good' ? 'note' : 'danger'}>{shown.text}</Banner>
      )}
      <div className={styles['buttons']}>
        {sha256 !== undefined && <Button onClick={() => setOpen(true)}>{say(m.open)}</Button>}
        {sha256 !== undefined && (
          <Button disabled={isReading} onClick={() => void check()}>
            {say(isReading ? m.checking : m.check)}
          </Button>
        )}
        {reference?.sha256 !== undefined && (
          <Button disabled={isReading} onClick={() => void compare()}>
            {say(isReading ? m.checking : m.recheck)}
          </Button>
        )}
      </div>
      {isOpen && sha256 !== undefined && (
        <FileViewer desktop={desktop} item={{ ...item, sha256 }} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

/** Reads a file that stays elsewhere again; undefined when nobody chose one. */
function useRecheck(desktop: Desktop, id: string): () => Promise<Outcome | undefined> {
  const say = useSay();
  const language = useLanguage();
  const { canWrite } = useWorkspace();
  return async () => {
    if (!canWrite) return undefined;
    const reply = await desktop['evidence:recheck']({ item: id });
    if (reply.ok) {
      const { same, changedSegments, segmentBytes } = reply.value;
      if (same) return { tone: 'good', text: say(m.recheckSame) };
      const size = segmentBytes === null ? '' : sizeText(segmentBytes, language);
      const pieces =
        changedSegments.length === 0
          ? ''
          : ` ${say(m.recheckPieces, { n: changedSegments.length, size })}`;
      return { tone: 'danger', text: `${say(m.recheckDiffers)}${pieces}` };
    }
    const { error } = reply;
    if (error.kind === 'cancelled') return undefined;
    const reason =
      error.kind === 'not-read'
        ? jobErrorText(language, error.because)
        : error.kind === 'append-failed'
          ? appendErrorText(language, error.append)
          : say(m.noNotebook);
    return { tone: 'danger', text: say(m.recheckFailed, { reason }) };
  };
}
