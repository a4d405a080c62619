import { tlpMarkings, tlpText } from '#shared/catalogue/tlp.ts';
import type { Tlp } from '#shared/domain/incident.ts';
import { audienceMessages } from '#shared/i18n/report-audience-messages.ts';
import { handoverMessages } from '#shared/i18n/handover-messages.ts';
import { reviewMessages } from '#shared/i18n/review-messages.ts';
import { releaseViewMessages as release } from '#shared/i18n/release-view-messages.ts';
import { reportShapeMessages as shape } from '#shared/i18n/report-shape-messages.ts';
import { reportViewMessages as m } from '#shared/i18n/report-view-messages.ts';
import { audiences } from '#shared/report/audiences.ts';
import { hiddenTexts } from '#shared/report/redaction/hidden-text.ts';
import type { ReportModel } from '#shared/report/report-model.ts';
import type { SharingChoices } from '#shared/report/sharing-choices.ts';
import { useRecords } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox, Select } from '../../ui/field.tsx';
import styles from './report-sharing.module.css';

type ReportSharingProps = {
  readonly sharing: SharingChoices;
  readonly onSharing: (news: SharingChoices) => void;
  readonly redaction: ReportModel['redaction'] | undefined;
  /** What the shape is called that somebody made; undefined for the audience's own. */
  readonly shapeName: string | undefined;
  readonly onShape: () => void;
  readonly onVersions: () => void;
  readonly onReview: () => void;
  readonly onHandover: () => void;
};

/** Whom the report goes to, what it keeps from them, and what exactly that is. */
export function ReportSharing(props: ReportSharingProps) {
  const { sharing, onSharing, redaction, shapeName, onShape } = props;
  const { onVersions, onReview, onHandover } = props;
  const say = useSay();
  const versions = useRecords('releases').length;
  const limits = [
    { value: 'all' as const, label: say(m.limitNone) },
    ...tlpMarkings.map(({ label }) => ({ value: label, label: tlpText(label) })),
  ];
  return (
    <div className={styles['sharing']} role="group" aria-label={say(m.sharing)}>
      <div className={styles['choice']}>
        <span aria-hidden>{say(m.audience)}</span>
        <Select
          label={say(m.audience)}
          labelHidden
          value={sharing.audience}
          options={audiences.map((value) => ({ value, label: say(audienceMessages[value]) }))}
          onChange={(audience) => onSharing({ ...sharing, audience })}
        />
      </div>
      <div className={styles['choice']}>
        <span aria-hidden>{say(m.limit)}</span>
        <Select<Tlp | 'all'>
          label={say(m.limit)}
          labelHidden
          value={sharing.limit ?? 'all'}
          options={limits}
          onChange={(limit) => {
            const { limit: _before, ...rest } = sharing;
            onSharing(limit === 'all' ? rest : { ...rest, limit });
          }}
        />
      </div>
      <Checkbox
        label={say(m.roles)}
        checked={sharing.roles}
        onChange={(roles) => onSharing({ ...sharing, roles })}
      />
      <Checkbox
        label={say(m.defang)}
        checked={sharing.defang}
        onChange={(defang) => onSharing({ ...sharing, defang })}
      />
      <div className={styles['ways']}>
        <Button className={styles['shape']} onClick={onShape}>
          {shapeName === undefined ? say(shape.open) : say(shape.openOwn, { name: shapeName })}
        </Button>
        <Button onClick={onVersions}>
          {versions === 0 ? say(release.open) : say(release.openCount, { n: versions })}
        </Button>
        <Button onClick={onReview}>{say(reviewMessages.open)}</Button>
        <Button onClick={onHandover}>{say(handoverMessages.open)}</Button>
      </div>
      {redaction !== undefined && <KeptBack redaction={redaction} />}
    </div>
  );
}

/** Most things that are named one by one; the numbers above count all of them. */
const namedAtMost = 300;

function KeptBack({ redaction }: { readonly redaction: ReportModel['redaction'] }) {
  const say = useSay();
  const language = useLanguage();
  const texts = hiddenTexts(redaction, language);
  if (texts.length === 0) return null;
  const named = redaction.hidden.filter(({ because }) => because !== 'field');
  return (
    <details className={styles['hidden']}>
      <summary>{say(m.keptBack, { n: named.length })}</summary>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <ol>
        {named.slice(0, namedAtMost).map(({ what, name, text }, index) => (
          // Two things may have one name; the list is made anew as a whole.
          <li key={`${what} ${name} ${index}`}>
            <b>{name}</b> {text}
          </li>
        ))}
      </ol>
    </details>
  );
}
