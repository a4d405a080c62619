import { useEffect, useState } from 'react';
import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import type { IpcReply, OpenedNotebook } from '#shared/ipc/contract.ts';
import { wordFinding } from '#shared/i18n/word-finding.ts';
import type { Desktop } from '../data/desktop-bridge.ts';
import { useSession } from '../data/session-context.tsx';
import { useLanguage, useSay } from '../records/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { HashText } from '../ui/hash-text.tsx';
import styles from './dialogs.module.css';

const severityMessages = {
  damage: m.severityDamage,
  warning: m.severityWarning,
  note: m.severityNote,
};

type Findings = OpenedNotebook['findings'];

function FindingList({ findings }: { readonly findings: Findings }) {
  const say = useSay();
  const language = useLanguage();
  if (findings.length === 0) return <p>{say(m.noFindings)}</p>;
  return (
    <ul className={styles['list']}>
      {findings.map((finding, index) => (
        <li
          key={`${finding.code} ${finding.feed ?? ''} ${finding.line ?? index}`}
          className={styles['finding']}
        >
          <span className={styles['severity']} data-severity={finding.severity}>
            {say(severityMessages[finding.severity])}
          </span>
          <p>{wordFinding(finding, language)}</p>
        </li>
      ))}
    </ul>
  );
}

/** What was found when the notebook was opened. */
export function FindingsDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const { findings } = useSession().opened;
  return (
    <Dialog title={say(m.findingsTitle)} closeName={say(m.close)} onClose={onClose}>
      <FindingList findings={findings} />
    </Dialog>
  );
}

type Verified = Extract<IpcReply<'notebook:verify'>, { ok: true }>['value'];
type VerifyDialogProps = { readonly desktop: Desktop; readonly onClose: () => void };

/** Reads the whole notebook again from the disk and says what is true of it. */
export function VerifyDialog({ desktop, onClose }: VerifyDialogProps) {
  const say = useSay();
  const [verified, setVerified] = useState<Verified>();
  useEffect(() => {
    let current = true;
    void desktop['notebook:verify']({}).then((reply) => {
      if (!current) return;
      if (reply.ok) setVerified(reply.value);
      else onClose();
    });
    return () => {
      current = false;
    };
  }, [desktop, onClose]);
  return (
    <Dialog title={say(m.verifyTitle)} closeName={say(m.close)} onClose={onClose}>
      {verified === undefined ? (
        <p role="status">{say(m.verifying)}</p>
      ) : (
        <div className={styles['list']} role="status">
          {verified.findings.length === 0 && <p>{say(m.verifyGood)}</p>}
          {verified.findings.length > 0 && <FindingList findings={verified.findings} />}
          <p>
            {say(m.verifyCounts, {
              lines: verified.lines,
              feeds: verified.feeds,
              evidence: verified.evidence,
            })}
          </p>
          <p>
            {say(m.verifySeal)} <HashText value={verified.seal} />
          </p>
        </div>
      )}
    </Dialog>
  );
}
