import { Pin, X } from 'lucide-react';
import type { Ref } from 'react';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import type { OriginalRecord } from '#shared/ipc/log-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useSay } from './language.tsx';
import { EntryLink } from './links.tsx';
import { matchParts } from './match-parts.ts';
import { useWorkspace } from './workspace.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { HashText } from '../ui/hash-text.tsx';
import { LogTimeText } from './log-time-text.tsx';
import styles from './original-panel.module.css';

type OriginalPanelProps = {
  readonly original: OriginalRecord;
  readonly file: string;
  /** How far the clock of its source was ahead, in ms. */
  readonly aheadMs?: number | undefined;
  readonly words: readonly string[];
  /** Ids of the entries that cite it. */
  readonly pinnedBy: readonly string[];
  readonly onPin: () => void;
  readonly onClose: () => void;
  readonly heading: Ref<HTMLHeadingElement>;
};

/** The record of a row exactly as the file has it, and where it lies. */
export function OriginalPanel(props: OriginalPanelProps) {
  const { original, file, aheadMs = 0, words, pinnedBy, onPin, onClose, heading } = props;
  const say = useSay();
  const { canWrite } = useWorkspace();
  const { line, offset, bytes, sha256, text, isCut, fields, shown } = original;
  return (
    <section className={styles['panel']} aria-label={say(m.original)}>
      <header className={styles['header']}>
        <h2 ref={heading} tabIndex={-1}>
          {say(m.originalLine, { file: visibleText(file), line: String(line) })}
        </h2>
        {canWrite && (
          <Button icon={<Pin size={14} aria-hidden />} onClick={onPin}>
            {say(m.pin)}
          </Button>
        )}
        <IconButton
          name={say(m.closeOriginal)}
          icon={<X size={16} aria-hidden />}
          onClick={onClose}
        />
      </header>
      <dl className={styles['facts']}>
        <dt>{say(m.timeRead)}</dt>
        <dd>
          <LogTimeText time={shown.time} look="full" />
        </dd>
        {aheadMs !== 0 && shown.time !== null && (
          <>
            <dt>{say(m.timeTrue)}</dt>
            <dd>
              <LogTimeText time={shown.time - aheadMs * 1_000} look="full" />
            </dd>
          </>
        )}
        <dt>{say(m.timeInFile)}</dt>
        <dd>{visibleText(shown.timeText) || say(m.noTime)}</dd>
        <dt>{say(m.place)}</dt>
        <dd>{say(m.offset, { from: offset + 1, to: offset + bytes })}</dd>
        <dt>{say(m.sha256)}</dt>
        <dd>
          <HashText value={sha256} />
        </dd>
        {pinnedBy.length > 0 && (
          <>
            <dt>{say(m.pinnedBy)}</dt>
            <dd>
              {pinnedBy.map((id) => (
                <EntryLink key={id} id={id} />
              ))}
            </dd>
          </>
        )}
      </dl>
      <h3>{say(m.textAsIs)}</h3>
      <pre className={styles['text']} tabIndex={0} aria-label={say(m.textAsIs)}>
        <Marked text={text} words={words} />
      </pre>
      {isCut && <p className={styles['cut']}>{say(m.textCut, { n: text.length })}</p>}
      {fields.length > 0 && (
        <>
          <h3>{say(m.fields)}</h3>
          <dl className={styles['facts']}>
            {fields.map(({ name, value }, at) => (
              <div key={at} className={styles['field']}>
                <dt>{visibleText(name)}</dt>
                <dd>
                  {value === '' ? (
                    <span className={styles['empty']}>{say(m.fieldEmpty)}</span>
                  ) : (
                    <Marked text={value} words={words} />
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

function Marked({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  return matchParts(visibleText(text), words).map(({ text: part, isMatch }, at) =>
    isMatch ? <mark key={at}>{part}</mark> : <span key={at}>{part}</span>,
  );
}
