import { CircleAlert, X } from 'lucide-react';
import { formatDuration } from '#shared/domain/time/format-time.ts';
import { intakeMessages as i } from '#shared/i18n/intake-messages.ts';
import { evidenceMessages as m } from '#shared/i18n/evidence-messages.ts';
import { type Language, say as sayIn } from '#shared/i18n/messages.ts';
import { sizeText } from '#shared/report/size-text.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { type JobList, jobSpeed, useJobs, type WatchedJob } from '../../data/jobs.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './evidence-jobs.module.css';
import { jobErrorText } from '../../records/job-error-text.ts';

/** A folder that was dropped by mistake must not fill the window with reasons. */
const mostFailed = 5;

type EvidenceJobsProps = { readonly desktop: Desktop; readonly jobs: JobList };

/** Files on their way into the notebook, and those that did not get there with the reason. */
export function EvidenceJobs({ desktop, jobs }: EvidenceJobsProps) {
  const say = useSay();
  const language = useLanguage();
  const all = useJobs(jobs).filter(({ job }) => job.kind === 'evidence');
  const running = all.filter(({ job }) => job.state === 'running');
  const failed = all.filter(({ job }) => job.state === 'failed');
  // They are taken in one after the other: the first has begun, the others wait.
  const active = running.filter(({ job }, index) => index === 0 || job.total > 0);
  const waiting = running.length - active.length;
  if (all.length === 0) return null;

  const cancel = (watched: readonly WatchedJob[]) => {
    // The last one first, so that none begins while the others are being cancelled.
    for (const { job } of watched.toReversed()) void desktop['evidence:cancel']({ job: job.id });
  };
  const hold = ({ job }: WatchedJob) =>
    desktop[job.paused === true ? 'evidence:resume' : 'evidence:pause']({ job: job.id });
  const dismiss = (watched: readonly WatchedJob[]) => {
    for (const { job } of watched) jobs.dismiss(job.id);
  };
  return (
    <section aria-label={say(m.jobs)} className={styles['jobs']}>
      <ul>
        {active.map((watched) => {
          const name = visibleText(watched.job.name);
          return (
            <li key={watched.job.id} className={styles['job']}>
              <span className={styles['name']}>{name}</span>
              <div className={styles['bar']}>
                <ProgressBar
                  name={say(m.jobName, { name })}
                  done={watched.job.done}
                  total={watched.job.total}
                  text={progressText(language, watched)}
                />
              </div>
              <Button
                aria-label={say(watched.job.paused === true ? i.resumeOne : i.pauseOne, { name })}
                onClick={() => void hold(watched)}
              >
                {say(watched.job.paused === true ? i.resume : i.pause)}
              </Button>
              <Button aria-label={say(m.cancelOne, { name })} onClick={() => cancel([watched])}>
                {say(m.cancel)}
              </Button>
            </li>
          );
        })}
        {waiting > 0 && (
          <li className={styles['job']}>
            <span className={styles['rest']}>{say(m.waiting, { n: waiting })}</span>
            <Button onClick={() => cancel(running)}>{say(m.cancelAll)}</Button>
          </li>
        )}
      </ul>
      <div role="alert">
        <ul>
          {failed.slice(0, mostFailed).map(({ job }) => {
            const name = visibleText(job.name);
            return (
              <li key={job.id} className={styles['failed']}>
                <CircleAlert size={16} aria-hidden />
                <p>
                  <b>{say(m.failed, { name })}</b> {jobErrorText(language, job.error)}
                </p>
                <IconButton
                  name={say(m.dismissOne, { name })}
                  icon={<X size={16} aria-hidden />}
                  onClick={() => jobs.dismiss(job.id)}
                />
              </li>
            );
          })}
          {failed.length > mostFailed && (
            <li className={styles['failed']}>
              <CircleAlert size={16} aria-hidden />
              <p>{say(m.furtherFailed, { n: failed.length - mostFailed })}</p>
              <Button look="quiet" onClick={() => dismiss(failed)}>
                {say(m.dismissAll)}
              </Button>
            </li>
          )}
        </ul>
      </div>
    </section>
  );
}

/** `Copied 12.3 MB of 4 GB · 0% · 210 MB/s · about 38 s left`; a file is read as it is copied, then read back. */
export function progressText(language: Language, watched: WatchedJob): string {
  const { done, total } = watched.job;
  if (watched.job.paused === true) return sayIn(language, i.paused);
  if (total === 0) return sayIn(language, m.jobStarting);
  if (done >= total) return sayIn(language, m.jobFinishing);
  const size = total / 2;
  const isCopying = done <= size;
  const parts = [
    sayIn(language, isCopying ? m.jobCopying : m.jobReadingBack, {
      done: sizeText(isCopying ? done : done - size, language),
      total: sizeText(size, language),
    }),
    sayIn(language, m.jobPercent, { n: Math.floor((done / total) * 100) }),
  ];
  const speed = jobSpeed(watched);
  if (speed !== undefined) {
    parts.push(
      sayIn(language, m.jobSpeed, { speed: sizeText(Math.round(speed.bytesPerSecond), language) }),
      sayIn(language, m.jobLeft, { time: formatDuration(rounded(speed.leftMs), language) }),
    );
  }
  return parts.join(' · ');
}

/** No finer than anybody can use: seconds under a minute and a half, minutes above. */
function rounded(ms: number): number {
  const step = ms < 90_000 ? 1000 : 60_000;
  return Math.max(step, Math.ceil(ms / step) * step);
}
