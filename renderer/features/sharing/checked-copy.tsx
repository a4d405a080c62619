import { useEffect, useRef } from 'react';
import { tlpText } from '#shared/catalogue/tlp.ts';
import { redactionViewMessages as m } from '#shared/i18n/redaction-view-messages.ts';
import { wordFinding } from '#shared/i18n/word-finding.ts';
import type { CheckedCopy as Checked } from '#shared/ipc/redaction-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import styles from './sharing-view.module.css';

type Findings = Checked['findings'];

/** What is said of what somebody has shown, not of the copy itself. */
const aboutOpening: ReadonlySet<string> = new Set([
  'opening-value',
  'opening-line',
  'opening-wrong',
]);

type CheckedCopyProps = {
  readonly checked: Checked;
  /** Name of the file with which values were shown. */
  readonly opening?: string | undefined;
};

/** What a check of a redacted copy found, in the order of its importance. */
export function CheckedCopy({ checked: { findings, tlp }, opening }: CheckedCopyProps) {
  const say = useSay();
  const section = useRef<HTMLElement>(null);
  // What was pressed is gone: whoever reads with the keyboard goes on here.
  useEffect(() => section.current?.focus(), []);
  const shown = findings.filter(({ code }) => aboutOpening.has(code));
  const ofCopy = findings.filter(({ code }) => !aboutOpening.has(code));
  const isInOrder = ofCopy.every(({ severity }) => severity === 'note');
  return (
    <section ref={section} tabIndex={-1} className={styles['result']} aria-label={say(m.checked)}>
      <h3>{say(m.checked)}</h3>
      {tlp !== undefined && <p>{say(m.madeFor, { label: tlpText(tlp) })}</p>}
      {isInOrder ? (
        <p role="status">{say(m.inOrder)}</p>
      ) : (
        <Banner tone="danger">{say(m.notInOrder)}</Banner>
      )}
      <FindingList findings={ofCopy} />
      {opening !== undefined && <Shown name={opening} findings={shown} />}
    </section>
  );
}

function Shown({ name, findings }: { readonly name: string; readonly findings: Findings }) {
  const say = useSay();
  const isTrue = findings.every(({ severity }) => severity === 'note');
  return (
    <>
      <h3>{say(m.openingShows, { file: name })}</h3>
      {isTrue ? (
        <p role="status">{say(findings.length === 0 ? m.openingEmpty : m.openingFits)}</p>
      ) : (
        <Banner tone="danger">{say(m.openingWrong)}</Banner>
      )}
      <FindingList findings={findings} />
    </>
  );
}

/** Findings that are said one by one; a file of somebody else's can hold any number. */
const mostSaid = 200;

function FindingList({ findings }: { readonly findings: Findings }) {
  const say = useSay();
  const language = useLanguage();
  const more = findings.length - mostSaid;
  return (
    <ul className={styles['said']}>
      {findings.slice(0, mostSaid).map((found, index) => (
        // Somebody can show one thing twice; the list is made anew as a whole.
        <li key={index}>{visibleText(wordFinding(found, language))}</li>
      ))}
      {more > 0 && <li>{say(m.moreFound, { n: more })}</li>}
    </ul>
  );
}
