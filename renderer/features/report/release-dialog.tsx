import { useState } from 'react';
import { standingReleases, submitReport } from '#shared/application/releases.ts';
import type { ReportLanguage } from '#shared/application/notebook-report.ts';
import { tlpText } from '#shared/catalogue/tlp.ts';
import { audienceMessages } from '#shared/i18n/report-audience-messages.ts';
import { releaseViewMessages as m } from '#shared/i18n/release-view-messages.ts';
import { writeReportTemplate } from '#shared/report/report-template.ts';
import type { SharingChoices } from '#shared/report/sharing-choices.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { useHeads, useRecords } from '../../data/use-records.ts';
import { appendErrorText } from '../../records/append-error-text.ts';
import { documentErrorText } from '../../records/document-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { ReleaseCard } from './release-card.tsx';
import type { ReleaseNews } from './release-news.ts';
import styles from './release-dialog.module.css';

type ReleaseDialogProps = {
  readonly desktop: Desktop;
  readonly language: ReportLanguage;
  readonly zone: string;
  readonly sharing: SharingChoices;
  readonly onClose: () => void;
};

const languageNames = { en: 'English', ja: '日本語', both: 'English + 日本語' } as const;

/** Versions of the report: to reviewers, approved, released, and known again. */
export function ReleaseDialog(props: ReleaseDialogProps) {
  const { desktop, onClose } = props;
  const say = useSay();
  const shown = useLanguage();
  const { canWrite } = useWorkspace();
  const releases = standingReleases(useRecords('releases'));
  const [news, setNews] = useState<ReleaseNews>();

  const check = async () => {
    const reply = await desktop['release:check']({});
    if (!reply.ok) {
      const text = documentErrorText(shown, reply.error);
      if (text !== undefined) setNews({ tone: 'danger', text });
      return;
    }
    const { place, sha256, release } = reply.value;
    const found = releases.find(({ id }) => id === release);
    setNews(
      found === undefined
        ? { tone: 'danger', text: say(m.checkNone, { place, sha256 }) }
        : { tone: 'note', text: say(m.checkGood, { place, no: found.submission.no }) },
    );
  };
  return (
    <Dialog
      title={say(m.title)}
      closeName={say(m.close)}
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button onClick={() => void check()}>{say(m.check)}</Button>
          <Button onClick={onClose}>{say(m.close)}</Button>
        </>
      }
    >
      <div className={styles['sheet']}>
        {news !== undefined && <Banner tone={news.tone}>{news.text}</Banner>}
        <p className={styles['lead']}>{say(m.lead)}</p>
        {canWrite && <Submission {...props} onNews={setNews} />}
        {releases.length === 0 && <p className={styles['lead']}>{say(m.none)}</p>}
        {releases.toReversed().map((release) => (
          <ReleaseCard key={release.id} release={release} desktop={desktop} onNews={setNews} />
        ))}
      </div>
    </Dialog>
  );
}

function Submission({
  language,
  zone,
  sharing,
  onNews,
}: ReleaseDialogProps & { readonly onNews: (news: ReleaseNews) => void }) {
  const say = useSay();
  const shown = useLanguage();
  const session = useSession();
  const heads = useHeads();
  const records = useRecords('releases');
  const [changes, setChanges] = useState('');
  const [busy, setBusy] = useState(false);
  const { audience, limit, roles, defang, template } = sharing;
  const submit = async () => {
    if (busy) return;
    setBusy(true);
    const plain = Object.fromEntries(
      Object.entries(heads).map(([feed, { seq, hash }]) => [feed, [seq, hash] as const]),
    );
    const saved = await submitReport(
      { journal: session, newId: newOperationId },
      {
        audience,
        language,
        zone,
        ...(limit !== undefined && { limit }),
        roles,
        defang,
        ...(template !== undefined && { template: writeReportTemplate(template) }),
        changes: changes.trim(),
      },
      plain,
      standingReleases(records),
    );
    setBusy(false);
    if (!saved.ok) return onNews({ tone: 'danger', text: appendErrorText(shown, saved.error) });
    setChanges('');
    return onNews({ tone: 'note', text: say(m.submitted) });
  };
  return (
    <section className={styles['card']} aria-label={say(m.submitTitle)}>
      <h3>{say(m.submitTitle)}</h3>
      <p>
        {say(m.submitAs, {
          audience: say(audienceMessages[audience]),
          language: languageNames[language],
          limit: limit === undefined ? say(m.limitNone) : tlpText(limit),
        })}
      </p>
      <TextArea
        label={say(m.changes)}
        hint={say(m.changesHint)}
        value={changes}
        onChange={setChanges}
        onSubmit={() => void submit()}
      />
      <div className={styles['buttons']}>
        <Button look="primary" disabled={busy} onClick={() => void submit()}>
          {say(m.submit)}
        </Button>
      </div>
    </section>
  );
}
