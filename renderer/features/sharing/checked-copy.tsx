import { tlpText } from '#shared/catalogue/tlp.ts';
import { redactionViewMessages as m } from '#shared/i18n/redaction-view-messages.ts';
import { wordFinding } from '#shared/i18n/word-finding.ts';
import type { CheckedCopy as Checked } from '#shared/ipc/redaction-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import styles from './sharing-view.module.css';

/** What a check of a redacted copy found, in the order of its importance. */
export function CheckedCopy({ checked }: { readonly checked: Checked }) {
  const say = useSay();
  const language = useLanguage();
  const { findings, tlp } = checked;
  const isInOrder = findings.every(({ severity }) => severity === 'note');
  return (
    <section className={styles['result']} aria-label={say(m.checked)}>
      <h3>{say(m.checked)}</h3>
      {tlp !== undefined && <p>{say(m.madeFor, { label: tlpText(tlp) })}</p>}
      {isInOrder ? (
        <p role="status">{say(m.inOrder)}</p>
      ) : (
        <Banner tone="danger">{say(m.notInOrder)}</Banner>
      )}
      <ul className={styles['said']}>
        {findings.map((found) => (
          <li key={JSON.stringify(found)}>{visibleText(wordFinding(found, language))}</li>
        ))}
      </ul>
    </section>
  );
}
