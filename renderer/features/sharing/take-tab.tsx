import { FolderInput, PackageOpen } from 'lucide-react';
import { useState } from 'react';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import { wordCopyError } from '#shared/i18n/word-transfer.ts';
import type { OpenedNotebook, OpenError } from '#shared/ipc/contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CopyError, CopyKey, CopySummary } from '#shared/ipc/sharing-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import type { Landing } from '../../records/landing.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyKeyForm } from './copy-key-form.tsx';
import { LookedCopy, type TakeChoices } from './looked-copy.tsx';
import { SharingJob } from './sharing-job.tsx';
import styles from './sharing-view.module.css';
import { TakenCopy } from './taken-copy.tsx';

type Picked = { readonly id: string; readonly name: string };
type Step =
  | { readonly kind: 'pick' }
  | { readonly kind: 'looking'; readonly picked: Picked }
  | { readonly kind: 'locked'; readonly picked: Picked; readonly problem?: string }
  | { readonly kind: 'refused'; readonly said: readonly string[] }
  | {
      readonly kind: 'looked';
      readonly picked: Picked;
      readonly key: CopyKey | undefined;
      readonly summary: CopySummary;
    }
  | { readonly kind: 'taking'; readonly picked: Picked }
  | { readonly kind: 'taken'; readonly taken: NonNullable<Landing['taken']> };

type TakeTabProps = {
  readonly desktop: Desktop;
  readonly taken: NonNullable<Landing['taken']> | undefined;
  readonly onReopened: (opened: Result<OpenedNotebook, OpenError>, landing?: Landing) => void;
  readonly onConflicts: () => void;
  readonly onBundle: () => void;
};

/** A copy comes in: chosen, looked at, and taken over when somebody has read what it would bring. */
export function TakeTab({ desktop, taken, onReopened, onConflicts, onBundle }: TakeTabProps) {
  const say = useSay();
  const language = useLanguage();
  const { canWrite } = useWorkspace();
  const [step, setStep] = useState<Step>(
    taken === undefined ? { kind: 'pick' } : { kind: 'taken', taken },
  );

  const refuse = (error: CopyError, { name }: Picked) =>
    setStep({ kind: 'refused', said: wordCopyError(error, visibleText(name), language) });
  const look = async (picked: Picked, key?: CopyKey) => {
    setStep({ kind: 'looking', picked });
    const reply = await desktop['copy:look']({ id: picked.id, ...(key && { key }) });
    if (reply.ok) setStep({ kind: 'looked', picked, key, summary: reply.value });
    else if (reply.error.kind === 'locked-bundle') setStep({ kind: 'locked', picked });
    else if (reply.error.kind === 'age-problem' && reply.error.what !== 'damaged') {
      const [problem = ''] = wordCopyError(reply.error, visibleText(picked.name), language);
      setStep({ kind: 'locked', picked, problem });
    } else if (reply.error.kind === 'stopped') setStep({ kind: 'pick' });
    else refuse(reply.error, picked);
  };
  const pick = async (what: 'bundle' | 'folder') => {
    const reply = await desktop['copy:pick']({ what });
    if (reply.ok) await look(reply.value);
    else if (reply.error.kind !== 'cancelled') refuse(reply.error, { id: '', name: '' });
  };
  const take = async (picked: Picked, key: CopyKey | undefined, choices: TakeChoices) => {
    setStep({ kind: 'taking', picked });
    const { acceptForks, compared } = choices;
    const reply = await desktop['copy:take']({
      id: picked.id,
      acceptForks,
      compared: [...compared],
      ...(key && { key }),
    });
    if (reply.ok) {
      const { opened, ...rest } = reply.value;
      onReopened(ok(opened), { view: 'sharing', taken: rest });
    } else if (reply.error.kind === 'not-opened') onReopened(err(reply.error.because));
    else refuse(reply.error, picked);
  };

  const choose = (
    <div className={styles['buttons']}>
      <Button
        look="primary"
        icon={<PackageOpen size={16} aria-hidden />}
        onClick={() => void pick('bundle')}
      >
        {say(m.pickBundle)}
      </Button>
      <Button icon={<FolderInput size={16} aria-hidden />} onClick={() => void pick('folder')}>
        {say(m.pickFolder)}
      </Button>
    </div>
  );
  if (!canWrite) return <Banner tone="note">{say(m.readOnly)}</Banner>;
  return (
    <div className={styles['column']}>
      <p className={styles['lead']}>{say(m.takeLead)}</p>
      {(step.kind === 'pick' || step.kind === 'refused' || step.kind === 'taken') && choose}
      {(step.kind === 'looking' || step.kind === 'taking') && (
        <SharingJob
          desktop={desktop}
          kind="merge"
          name={
            step.kind === 'taking'
              ? say(m.taking)
              : say(m.looking, { name: visibleText(step.picked.name) })
          }
        />
      )}
      {step.kind === 'locked' && (
        <CopyKeyForm
          name={visibleText(step.picked.name)}
          problem={step.problem}
          onKey={(key) => void look(step.picked, key)}
          onCancel={() => setStep({ kind: 'pick' })}
        />
      )}
      {step.kind === 'refused' && (
        <Banner tone="danger">
          <p>{say(m.refused)}</p>
          <ul className={styles['said']}>
            {step.said.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Banner>
      )}
      {step.kind === 'looked' && (
        <LookedCopy
          summary={step.summary}
          onTake={(choices) => void take(step.picked, step.key, choices)}
          onCancel={() => setStep({ kind: 'pick' })}
        />
      )}
      {step.kind === 'taken' && (
        <TakenCopy taken={step.taken} onConflicts={onConflicts} onBundle={onBundle} />
      )}
    </div>
  );
}
