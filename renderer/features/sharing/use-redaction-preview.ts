import { useEffect, useRef, useState } from 'react';
import type { Tlp } from '#shared/domain/incident.ts';
import { wordRedactionError } from '#shared/i18n/word-redaction.ts';
import type { RedactionSummaryReply } from '#shared/ipc/redaction-contract.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useLanguage } from '../../records/language.tsx';

/** What a redacted copy is to hide, as it is chosen in the window. */
export type RedactionChoice = {
  readonly tlp: Tlp | undefined;
  readonly fields: readonly string[];
};

export type PreviewedRedaction = {
  /** What was looked at last; of an earlier choice while `isCurrent` is false. */
  readonly summary: RedactionSummaryReply | undefined;
  readonly isCurrent: boolean;
  readonly problem: string | undefined;
};

/** Follows what is chosen; undefined looks at nothing. */
export function useRedactionPreview(
  desktop: Desktop,
  choice: RedactionChoice | undefined,
): PreviewedRedaction {
  const language = useLanguage();
  const wanted = choice && JSON.stringify(choice);
  const [looked, setLooked] = useState<{
    readonly of: string;
    readonly summary?: RedactionSummaryReply;
    readonly problem?: string | undefined;
  }>();
  // Every look reads the whole notebook: one at a time, and none for a choice that was changed meanwhile.
  const before = useRef(Promise.resolve());
  useEffect(() => {
    if (wanted === undefined) return undefined;
    let isStale = false;
    before.current = before.current.then(async () => {
      if (isStale) return;
      const { tlp, fields } = JSON.parse(wanted) as RedactionChoice;
      const wish = { ...(tlp !== undefined && { tlp }), fields: [...fields] };
      const reply = await desktop['bundle:redact']({ ...wish, isPreview: true });
      if (isStale) return;
      if (reply.ok) setLooked({ of: wanted, summary: reply.value.summary });
      else setLooked({ of: wanted, problem: wordRedactionError(reply.error, language) });
    });
    return () => {
      isStale = true;
    };
  }, [desktop, wanted, language]);
  const isCurrent = looked !== undefined && looked.of === wanted;
  return {
    summary: looked?.summary,
    isCurrent,
    problem: isCurrent ? looked.problem : undefined,
  };
}
