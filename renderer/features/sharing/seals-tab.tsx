import { useEffect, useMemo, useState } from 'react';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import { sealValue, sealWords } from '#shared/journal/seal.ts';
import { groupHash } from '#shared/report/group-hash.ts';
import { qrCode, sealQrText } from '#shared/report/qr-code.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useHeads } from '../../data/use-records.ts';
import { appendErrorText } from '../../records/append-error-text.ts';
import type { Landing } from '../../records/landing.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { hashFor } from '../../records/seal-of-heads.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { HashText } from '../../ui/hash-text.tsx';
import { ChangeKeyDialog, type Reopened } from './change-key-dialog.tsx';
import { CopiedWords } from './copied-words.tsx';
import { Fact } from './fact.tsx';
import { SealCheck } from './seal-check.tsx';
import styles from './sharing-view.module.css';
import { WrittenSeals } from './written-seals.tsx';

type SealsTabProps = {
  readonly desktop: Desktop;
  /** What came of a change of key that the window was opened anew for. */
  readonly keyChange: Landing['keyChange'];
  readonly onReopened: Reopened;
};

/** The seal of what is here now, a check of one from paper, and those that were written. */
export function SealsTab({ desktop, keyChange, onReopened }: SealsTabProps) {
  const say = useSay();
  const language = useLanguage();
  const { canWrite, announce } = useWorkspace();
  const now = useSealNow();
  const [problem, setProblem] = useState<string>();
  const [isChanging, setChanging] = useState(false);
  const write = async () => {
    const reply = await desktop['seal:write']({});
    setProblem(undefined);
    if (reply.ok) announce(say(m.sealMade, { lines: reply.value.lines }), 'good');
    else setProblem(say(m.sealFailed, { reason: appendErrorText(language, reply.error) }));
  };
  return (
    <div className={styles['column']}>
      <p className={styles['lead']}>{say(m.sealsLead)}</p>
      {keyChange !== undefined &&
        (keyChange.problem === undefined ? (
          <Banner tone="note">{say(m.keyChanged)}</Banner>
        ) : (
          <Banner tone="danger">
            {say(m.keyNotChanged, { reason: appendErrorText(language, keyChange.problem) })}
          </Banner>
        ))}
      {now !== undefined && (
        <section className={styles['result']} aria-label={say(m.sealNow)}>
          <h3>{say(m.sealNow)}</h3>
          <Seal value={now} />
          {canWrite && (
            <div className={styles['buttons']}>
              <Button look="primary" onClick={() => void write()}>
                {say(m.makeSeal)}
              </Button>
              <Button onClick={() => setChanging(true)}>{say(m.changeKey)}</Button>
            </div>
          )}
          {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
        </section>
      )}
      {isChanging && (
        <ChangeKeyDialog
          desktop={desktop}
          onReopened={onReopened}
          onClose={() => setChanging(false)}
        />
      )}
      <SealCheck desktop={desktop} />
      <h3>{say(m.sealsWritten)}</h3>
      <WrittenSeals desktop={desktop} />
    </div>
  );
}

function Seal({ value }: { readonly value: string }) {
  const say = useSay();
  const code = useMemo(() => qrCode(sealQrText(value)), [value]);
  return (
    <div className={styles['seal']}>
      <dl className={styles['facts']}>
        <Fact term={say(m.sealWords)}>
          <CopiedWords words={sealWords(value)} copyName={say(m.copySealWords)} />
        </Fact>
        <Fact term={say(m.sealValue)}>
          <HashText value={value} />
        </Fact>
      </dl>
      <svg
        viewBox={`0 0 ${code.size} ${code.size}`}
        role="img"
        aria-label={`${say(m.sealQr)} ${groupHash(value)}`}
        className={styles['qr']}
      >
        <path d={code.path} />
      </svg>
    </div>
  );
}

/** The seal of the lines on the screen; computed anew with each. */
function useSealNow(): string | undefined {
  const heads = useHeads();
  const [value, setValue] = useState<string>();
  useEffect(() => {
    let current = true;
    const plain = Object.fromEntries(
      Object.entries(heads).map(([feed, { seq, hash }]) => [feed, [seq, hash] as const]),
    );
    void hashFor(plain).then((sha256) => current && setValue(sealValue(plain, sha256)));
    return () => {
      current = false;
    };
  }, [heads]);
  return value;
}
