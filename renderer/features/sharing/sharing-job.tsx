import type { Desktop } from '../../data/desktop-bridge.ts';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import { sizeText } from '#shared/report/size-text.ts';
import { type JobList, useJobList, useJobs } from '../../data/jobs.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './sharing-view.module.css';

type SharingJobProps = {
  readonly desktop: Desktop;
  readonly kind: 'bundle' | 'merge';
  /** What is being done, in words. */
  readonly name: string;
};

/** How far a bundle or a copy has come, and the way to stop it. */
export function SharingJob(props: SharingJobProps) {
  return <WatchedTransfer {...props} jobs={useJobList(props.desktop)} />;
}

/** The same where no notebook is open, with jobs that somebody watches for it. */
export function WatchedTransfer({
  desktop,
  kind,
  name,
  jobs: list,
}: SharingJobProps & { readonly jobs: JobList }) {
  const say = useSay();
  const language = useLanguage();
  const jobs = useJobs(list);
  const job = jobs.map((watched) => watched.job).findLast((each) => each.kind === kind);
  const { done, total } = job ?? { done: 0, total: 0 };
  const text =
    total === 0 ? name : `${name} · ${sizeText(done, language)} / ${sizeText(total, language)}`;
  return (
    <div className={styles['job']} role="status">
      <ProgressBar name={name} done={done} total={total} text={text} />
      {job !== undefined && (
        <Button onClick={() => void desktop['evidence:cancel']({ job: job.id })}>
          {say(m.stop)}
        </Button>
      )}
    </div>
  );
}
