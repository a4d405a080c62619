import type { HiddenCount } from '#shared/export/plan-redaction.ts';
import { type Language, say } from '#shared/i18n/messages.ts';
import { redactionViewMessages as m } from '#shared/i18n/redaction-view-messages.ts';
import { hiddenReasonMessages } from '#shared/i18n/redaction-messages.ts';
import { wordHiddenPlace } from '#shared/i18n/word-redaction.ts';
import type { RedactionSummaryReply } from '#shared/ipc/redaction-contract.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import styles from './sharing-view.module.css';
import type { PreviewedRedaction } from './use-redaction-preview.ts';

/** What a copy would hide, and why: to be read before it is made. */
export function RedactionPreview({
  previewed: { summary, isCurrent, problem },
  isChosen,
}: {
  readonly previewed: PreviewedRedaction;
  /** False while there is neither a label nor a field. */
  readonly isChosen: boolean;
}) {
  const word = useSay();
  const language = useLanguage();
  const { lines = 0, redacted = 0, values = 0, hidden = [] } = summary ?? {};
  return (
    <section className={styles['result']} aria-label={word(m.preview)} aria-busy={!isCurrent}>
      <h3>{word(m.preview)}</h3>
      {problem !== undefined && <Banner tone="danger">{problem}</Banner>}
      {problem === undefined && (
        <p role="status">
          {!isCurrent && word(m.previewing)}
          {isCurrent && !isChosen && word(m.nothingChosen)}
          {isCurrent &&
            isChosen &&
            word(m.counts, { lines, redacted, values, whole: lines - redacted })}
        </p>
      )}
      {isCurrent && isChosen && lines > 0 && lines === redacted && (
        <Banner tone="warning">{word(m.noneWhole)}</Banner>
      )}
      {isChosen && hidden.length > 0 && (
        <ul>
          {sentencesOf(hidden, language).map(([sentence, places]) => (
            <li key={sentence} title={places.join('\n')}>
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What people call the same is counted together, whatever types of line it stands in; with those types. */
function sentencesOf(
  hidden: RedactionSummaryReply['hidden'],
  language: Language,
): readonly (readonly [sentence: string, places: readonly string[]])[] {
  const groups = new Map<string, { one: HiddenCount; n: number; places: string[] }>();
  for (const one of hidden) {
    const { type, at, reason, count } = one;
    const key = `${wordHiddenPlace(one, language)} ${reason}`;
    const { n = 0, places = [] } = groups.get(key) ?? {};
    groups.set(key, { one, n: n + count, places: [...places, `${type} ${at}`] });
  }
  return [...groups.values()].map(({ one, n, places }) => {
    const reason = say(language, hiddenReasonMessages[one.reason]);
    const place = wordHiddenPlace(one, language);
    return [say(language, m.hiddenLine, { place, n, reason }), places];
  });
}
