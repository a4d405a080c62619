import { useEffect, useRef } from 'react';
import { tlpText } from '#shared/catalogue/tlp.ts';
import type { Language } from '#shared/i18n/messages.ts';
import { redactionViewMessages as m } from '#shared/i18n/redaction-view-messages.ts';
import { openingMessages as o } from '#shared/i18n/opening-messages.ts';
import { wordFinding } from '#shared/i18n/word-finding.ts';
import { wordInstant, wordLineValue } from '#shared/i18n/word-line-value.ts';
import { wordLineSubject, wordPlace } from '#shared/i18n/word-redaction.ts';
import type { CheckedCopy as Checked } from '#shared/ipc/redaction-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { type Say, useLanguage, useSay } from '../../records/language.tsx';
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
  /** By whose clock times are shown. */
  readonly zone: string;
  /** Name of the file with which values were shown. */
  readonly opening?: string | undefined;
};

/** What a check of a redacted copy found, in the order of its importance. */
export function CheckedCopy({ checked, zone, opening }: CheckedCopyProps) {
  const { findings, tlp, opened } = checked;
  const say = useSay();
  const section = useRef<HTMLElement>(null);
  // What was pressed is gone: whoever reads with the keyboard goes on here.
  useEffect(() => section.current?.focus(), []);
  const wrong = findings.filter(({ code }) => code === 'opening-wrong');
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
      <FindingList findings={ofCopy} zone={zone} />
      {opening !== undefined && <Shown name={opening} {...{ wrong, opened, zone }} />}
    </section>
  );
}

type ShownProps = {
  readonly name: string;
  readonly wrong: Findings;
  readonly opened: Checked['opened'];
  readonly zone: string;
};

function Shown({ name, wrong, opened, zone }: ShownProps) {
  const say = useSay();
  const more = opened.length - mostSaid;
  return (
    <>
      <h3>{say(m.openingShows, { file: name })}</h3>
      {wrong.length > 0 ? (
        <Banner tone="danger">{say(m.openingWrong)}</Banner>
      ) : (
        <p role="status">{say(opened.length === 0 ? m.openingEmpty : m.openingFits)}</p>
      )}
      <FindingList findings={wrong} zone={zone} />
      {wrong.length > 0 && opened.length > 0 && <p>{say(m.openingTrue)}</p>}
      {opened.slice(0, mostSaid).map((line) => (
        <OpenedLine key={`${line.feed} ${line.seq}`} line={line} zone={zone} />
      ))}
      {more > 0 && <p>{say(m.moreFound, { n: more })}</p>}
    </>
  );
}

/** What was shown of a line, in the words that a notebook would show it in. */
function OpenedLine({
  line,
  zone,
}: {
  readonly line: Checked['opened'][number];
  readonly zone: string;
}) {
  const say = useSay();
  const language = useLanguage();
  const { type, wall, by, isWhole, values } = line;
  const subject = wordLineSubject(type, language);
  const name = by === undefined ? subject : say(o.lineName, { subject, by: visibleText(by) });
  const place = { feed: line.feed.slice(0, 11), line: line.line, number: line.seq };
  return (
    <section className={styles['opened']} aria-label={name}>
      <h4>
        {wordInstant(wall - (wall % 1_000), { language, zone })} {name}
      </h4>
      <dl className={styles['facts']}>
        {values.map(({ at, value }) => (
          <div key={at}>
            <dt>{wordPlace(at, language)}</dt>
            <dd className={styles['value']}>
              {visibleText(wordLineValue({ type, at, value }, { language, zone }))}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles['hint']}>{say(isWhole ? m.openedWhole : m.openedValues, place)}</p>
    </section>
  );
}

/** Findings and lines that are said one by one; a file of somebody else's can hold any number. */
const mostSaid = 200;

function FindingList({ findings, zone }: { readonly findings: Findings; readonly zone: string }) {
  const say = useSay();
  const language = useLanguage();
  const more = findings.length - mostSaid;
  return (
    <ul className={styles['said']}>
      {findings.slice(0, mostSaid).map((found, index) => (
        // Somebody can show one thing twice; the list is made anew as a whole.
        <li key={index}>
          {visibleText(wordFinding(inWords(found, language, say), language, zone))}
        </li>
      ))}
      {more > 0 && <li>{say(m.moreFound, { n: more })}</li>}
    </ul>
  );
}

/** What was shown wrongly is named as the notebook's own places are. */
function inWords(found: Findings[number], language: Language, say: Say): Findings[number] {
  if (found.code !== 'opening-wrong') return found;
  const at = String(found.values?.['at'] ?? '');
  const field = at === '/' ? say(m.wholeLine) : wordPlace(at, language);
  return { ...found, values: { ...found.values, at: field } };
}
