import { useEffect, useState } from 'react';
import type { Tlp } from '#shared/domain/incident.ts';
import { redactionViewMessages as m } from '#shared/i18n/redaction-view-messages.ts';
import { hiddenReasonMessages } from '#shared/i18n/redaction-messages.ts';
import { wordHiddenPlace } from '#shared/i18n/word-redaction.ts';
import type { RedactionSummaryReply } from '#shared/ipc/redaction-contract.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import styles from './sharing-view.module.css';

/** What a copy for readers of a label would hide, and why: to be read before it is made. */
export function RedactionPreview({
  desktop,
  tlp,
}: {
  readonly desktop: Desktop;
  readonly tlp: Tlp;
}) {
  const say = useSay();
  const language = useLanguage();
  const [looked, setLooked] = useState<{ of: Tlp; summary: RedactionSummaryReply }>();
  useEffect(() => {
    let isStale = false;
    void desktop['bundle:redact']({ tlp, isPreview: true }).then((reply) => {
      if (!isStale && reply.ok) setLooked({ of: tlp, summary: reply.value.summary });
    });
    return () => {
      isStale = true;
    };
  }, [desktop, tlp]);
  const summary = looked?.of === tlp ? looked.summary : undefined;
  const { lines = 0, redacted = 0, values = 0 } = summary ?? {};
  return (
    <section className={styles['result']} aria-label={say(m.preview)}>
      <h3>{say(m.preview)}</h3>
      {summary === undefined ? (
        <p role="status">{say(m.previewing)}</p>
      ) : (
        <>
          <p>{say(m.counts, { lines, redacted, values, whole: lines - redacted })}</p>
          {lines === redacted && <Banner tone="warning">{say(m.noneWhole)}</Banner>}
          <ul>
            {summary.hidden.map((one) => (
              <li key={`${one.type} ${one.at} ${one.reason}`} title={`${one.type} ${one.at}`}>
                {say(m.hiddenLine, {
                  place: wordHiddenPlace(one, language),
                  n: one.count,
                  reason: say(hiddenReasonMessages[one.reason]),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
