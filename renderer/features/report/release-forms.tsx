import { useState } from 'react';
import {
  reviewReport,
  type StandingRelease,
  withdrawReport,
} from '#shared/application/releases.ts';
import { type Verdict, verdicts } from '#shared/domain/report-release.ts';
import { releaseProblemMessages, releaseStateMessages } from '#shared/i18n/release-messages.ts';
import { releaseViewMessages as m } from '#shared/i18n/release-view-messages.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { appendErrorText } from '../../records/append-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import type { ReleaseNews } from './release-news.ts';
import styles from './release-dialog.module.css';

type FormProps = {
  readonly release: StandingRelease;
  readonly onNews: (news: ReleaseNews) => void;
};

const verdictNames = {
  approve: m.verdictApprove,
  comment: m.verdictComment,
  object: m.verdictObject,
} as const;

/** What a reviewer says of a version. */
export function VerdictForm({ release, onNews }: FormProps) {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const [verdict, setVerdict] = useState<Verdict>('comment');
  const [role, setRole] = useState('');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const write = async () => {
    const writing = { journal: session, newId: newOperationId };
    const saved = await reviewReport(writing, release, { verdict, role, text });
    if (saved.ok) {
      setProblem(undefined);
      setText('');
      return onNews({ tone: 'note', text: say(m.said) });
    }
    const { error } = saved;
    if (error.kind === 'text-missing') return setProblem(say(releaseProblemMessages.textMissing));
    const said =
      error.kind === 'not-in-review'
        ? say(releaseProblemMessages.notInReview, {
            no: release.submission.no,
            state: say(releaseStateMessages[error.state]),
          })
        : appendErrorText(language, error);
    return onNews({ tone: 'danger', text: said });
  };
  return (
    <fieldset className={styles['form']}>
      <legend>{say(m.reviewTitle, { no: release.submission.no })}</legend>
      <div className={styles['row']}>
        <Select
          label={say(m.verdict)}
          value={verdict}
          onChange={setVerdict}
          options={verdicts.map((id) => ({ value: id, label: say(verdictNames[id]) }))}
        />
        <Field
          label={say(m.role)}
          placeholder={say(m.roleHint)}
          value={role}
          onChange={setRole}
          onEnter={() => void write()}
          maxLength={200}
        />
      </div>
      <TextArea
        label={say(m.comment)}
        value={text}
        onChange={setText}
        onSubmit={() => void write()}
        problem={problem}
      />
      <div className={styles['buttons']}>
        <Button onClick={() => void write()}>{say(m.say)}</Button>
      </div>
    </fieldset>
  );
}

/** Takes a version back, with a reason. */
export function WithdrawalForm({ release, onNews }: FormProps) {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const withdraw = async () => {
    const writing = { journal: session, newId: newOperationId };
    const saved = await withdrawReport(writing, release, reason);
    if (saved.ok) return onNews({ tone: 'note', text: say(m.withdrawn) });
    if (saved.error.kind === 'text-missing')
      return setProblem(say(releaseProblemMessages.textMissing));
    return onNews({ tone: 'danger', text: appendErrorText(language, saved.error) });
  };
  return (
    <details className={styles['withdraw']}>
      <summary>{say(m.withdrawName, { no: release.submission.no })}</summary>
      <div className={styles['form']}>
        <Field
          label={say(m.reason)}
          value={reason}
          onChange={setReason}
          onEnter={() => void withdraw()}
          problem={problem}
          maxLength={2_000}
        />
        <div className={styles['buttons']}>
          <Button look="danger" onClick={() => void withdraw()}>
            {say(m.withdraw)}
          </Button>
        </div>
      </div>
    </details>
  );
}
