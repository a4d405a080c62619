import { FileCheck, ShieldCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { receivedMessages as r } from '#shared/i18n/received-messages.ts';
import { redactionViewMessages as v } from '#shared/i18n/redaction-view-messages.ts';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { JobList } from '../../data/jobs.ts';
import { useSay } from '../../records/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, Field } from '../../ui/field.tsx';
import { CheckedCopy } from './checked-copy.tsx';
import { CopyKeyForm } from './copy-key-form.tsx';
import { LookedCopy } from './looked-copy.tsx';
import { PickCopyStep } from './pick-copy-step.tsx';
import { WatchedTransfer } from './sharing-job.tsx';
import styles from './sharing-view.module.css';
import { type OnReceived, useReceived } from './use-received.ts';

type ReceiveDialogProps = {
  readonly desktop: Desktop;
  /** Who wrote last on this device; asked for when nobody has. */
  readonly by: string;
  /** This machine's zone: no notebook says another here. */
  readonly zone: string;
  readonly onClose: () => void;
  readonly onReceived: OnReceived;
};

/** A bundle that somebody brought: chosen, opened with its key, looked at, and made a notebook of. */
export function ReceiveDialog({ desktop, by, zone, onClose, onReceived }: ReceiveDialogProps) {
  const say = useSay();
  const { step, pick, look, check, checkWith, open, again } = useReceived(desktop, onReceived);
  const [name, setName] = useState(by);
  // Settles when the dialog appears: the field must not vanish while the name is typed.
  const [asksName] = useState(by.trim() === '');
  const [asksPlace, setAsksPlace] = useState(false);
  const [tried, setTried] = useState(false);
  const isWorking = step.kind === 'looking' || step.kind === 'opening';
  const needsName = asksName && name.trim() === '';
  return (
    <Dialog
      title={say(r.title)}
      closeName={say(frameMessages.close)}
      onClose={() => {
        if (!isWorking) onClose();
      }}
      width="wide"
    >
      <div className={styles['column']} aria-busy={isWorking}>
        {(step.kind === 'pick' || step.kind === 'refused') && (
          <PickCopyStep
            refused={step.kind === 'refused' ? step.said : undefined}
            refusedLead={say(r.nothingKept)}
            choose={say(step.kind === 'pick' ? r.choose : r.chooseOther)}
            onChoose={() => void pick()}
          >
            <p className={styles['lead']}>{say(r.intro)}</p>
            <p className={styles['hint']}>{say(r.promise)}</p>
          </PickCopyStep>
        )}
        {isWorking && (
          <FirstScreenJob
            desktop={desktop}
            name={
              step.kind === 'opening'
                ? say(r.opening)
                : say(m.looking, { name: visibleText(step.picked.name) })
            }
          />
        )}
        {step.kind === 'locked' && (
          <CopyKeyForm
            name={visibleText(step.picked.name)}
            problem={step.problem}
            onKey={(key) => void look(step.picked, key)}
            onCancel={again}
          />
        )}
        {(step.kind === 'redacted' || step.kind === 'checked') && (
          <>
            {step.checked === undefined ? (
              <p>{say(v.isRedacted, { name: visibleText(step.picked.name) })}</p>
            ) : (
              <CheckedCopy checked={step.checked} zone={zone} opening={step.opening} />
            )}
            {step.problem !== undefined && <Banner tone="danger">{step.problem}</Banner>}
            <p className={styles['hint']}>{say(v.openingIs)}</p>
            <div className={styles['buttons']}>
              {step.kind === 'redacted' && (
                <Button
                  look="primary"
                  data-autofocus
                  icon={<ShieldCheck size={16} aria-hidden />}
                  onClick={() => void check(step)}
                >
                  {say(v.check)}
                </Button>
              )}
              <Button
                icon={<FileCheck size={16} aria-hidden />}
                onClick={() => void checkWith(step)}
              >
                {say(v.checkWith)}
              </Button>
              <Button onClick={again}>{say(r.chooseOther)}</Button>
            </div>
          </>
        )}
        {step.kind === 'looked' && (
          <>
            <p>
              {step.summary.title === ''
                ? say(r.untitled)
                : say(r.titled, { title: visibleText(step.summary.title) })}
            </p>
            {step.here !== undefined && (
              <Banner tone="warning">{say(r.here, { place: visibleText(step.here) })}</Banner>
            )}
            {step.problem !== undefined && <Banner tone="danger">{step.problem}</Banner>}
            {asksName && (
              <Field
                label={say(frameMessages.yourName)}
                hint={say(frameMessages.yourNameHint)}
                problem={tried && needsName ? say(frameMessages.nameNeeded) : undefined}
                value={name}
                onChange={setName}
                maxLength={200}
              />
            )}
            <Checkbox label={say(r.place)} checked={asksPlace} onChange={setAsksPlace} />
            <LookedCopy
              summary={step.summary}
              takeName={say(r.openNew)}
              onCancel={again}
              onTake={({ compared }) => {
                setTried(true);
                if (!needsName)
                  void open(step, { by: name.trim(), choosePlace: asksPlace, compared });
              }}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}

/** No notebook is open here: whoever shows a job listens for itself. */
function FirstScreenJob({ desktop, name }: { readonly desktop: Desktop; readonly name: string }) {
  const [jobs, setJobs] = useState<JobList>();
  useEffect(() => {
    const list = new JobList(desktop);
    setJobs(list);
    return list.stop;
  }, [desktop]);
  if (jobs === undefined) return null;
  return <WatchedTransfer desktop={desktop} kind="merge" name={name} jobs={jobs} />;
}
