import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import type { RowAccount } from '#shared/ipc/log-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { type JobList, useJobs } from '../../data/jobs.ts';
import { jobErrorText } from '../../records/job-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { accountText } from './account-text.ts';
import styles from './log-jobs.module.css';

type Imported = { readonly source: string; readonly name: string; readonly account: RowAccount };

type LogJobsProps = {
  readonly desktop: Desktop;
  readonly jobs: JobList;
  /** What came in while the view is shown. */
  readonly imported: readonly Imported[];
  readonly onAccount: (source: string) => void;
  readonly onDismiss: (source: string) => void;
};

/** Logs on their way in, those that failed with the reason, and what became of those that came in. */
export function LogJobs({ desktop, jobs, imported, onAccount, onDismiss }: LogJobsProps) {
  const say = useSay();
  const language = useLanguage();
  const all = useJobs(jobs).filter(({ job }) => job.kind === 'import' || job.kind === 'rows');
  if (all.length === 0 && imported.length === 0) return null;
  return (
    <section aria-label={say(m.jobs)} className={styles['jobs']}>
      <ul>
        {all
          .filter(({ job }) => job.state === 'running')
          .map(({ job: { id, kind, name, done, total } }) => {
            const shown = visibleText(name);
            const percent = Math.floor((done / Math.max(1, total)) * 100);
            const doing = say(kind === 'import' ? m.jobImport : m.jobRows, { name: shown });
            return (
              <li key={id} className={styles['job']}>
                <span className={styles['name']}>{doing}</span>
                <div className={styles['bar']}>
                  <ProgressBar
                    name={doing}
                    done={done}
                    total={total}
                    text={total === 0 ? say(m.jobStarting) : say(m.jobPercent, { n: percent })}
                  />
                </div>
                <Button
                  aria-label={say(m.cancelOne, { name: shown })}
                  onClick={() => void desktop['evidence:cancel']({ job: id })}
                >
                  {say(m.cancel)}
                </Button>
              </li>
            );
          })}
      </ul>
      <div role="alert">
        <ul>
          {all
            .filter(({ job }) => job.state === 'failed')
            .map(({ job }) => {
              const name = visibleText(job.name);
              return (
                <li key={job.id} className={styles['failed']}>
                  <CircleAlert size={16} aria-hidden />
                  <p>
                    <b>{say(m.importFailed, { name })}</b> {jobErrorText(language, job.error)}
                  </p>
                  <IconButton
                    name={say(m.dismissOne, { name })}
                    icon={<X size={16} aria-hidden />}
                    onClick={() => jobs.dismiss(job.id)}
                  />
                </li>
              );
            })}
        </ul>
      </div>
      <ul>
        {imported.map(({ source, name, account }) => (
          <li key={source} className={styles['job']}>
            <CircleCheck size={16} aria-hidden className={styles['good']} />
            <p className={styles['bar']}>
              <b>{say(m.imported, { name: visibleText(name) })}</b> {accountText(say, account)}
            </p>
            <Button
              aria-label={say(m.account, { name: visibleText(name) })}
              onClick={() => onAccount(source)}
            >
              {say(m.details)}
            </Button>
            <IconButton
              name={say(m.dismissOne, { name: visibleText(name) })}
              icon={<X size={16} aria-hidden />}
              onClick={() => onDismiss(source)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
