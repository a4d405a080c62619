import { useMemo } from 'react';
import {
  keepIndicators,
  noiseOf,
  planIndicators,
  type ProposedIndicator,
  type RegisteredIndicator,
  registeredIndicators,
  setIndicator,
} from '#shared/application/indicators.ts';
import type { IndicatorFields } from '#shared/domain/indicator.ts';
import { indicatorViewMessages as m } from '#shared/i18n/indicator-view-messages.ts';
import { extractIndicators } from '#shared/indicators/extract-indicators.ts';
import { type SiftedCandidates, siftCandidates } from '#shared/indicators/noise.ts';
import { newOperationId } from '../data/operation-id.ts';
import { useSession } from '../data/session-context.tsx';
import { useRecords } from '../data/use-records.ts';
import { appendErrorText } from './append-error-text.ts';
import { useLanguage, useSay } from './language.tsx';
import { useWorkspace } from './workspace.tsx';

/** The register and what can be done to it; each answers what is wrong in words, or nothing. */
export type Indicators = {
  readonly register: readonly RegisteredIndicator[];
  /** The indicators of a text, without what the notebook knows to be none. */
  readonly find: (text: string) => SiftedCandidates;
  readonly keep: (proposed: readonly ProposedIndicator[]) => Promise<string | undefined>;
  readonly set: (id: string, fields: IndicatorFields) => Promise<string | undefined>;
};

/** The indicators of this notebook. */
export function useIndicators(): Indicators {
  const session = useSession();
  const say = useSay();
  const language = useLanguage();
  const { announce } = useWorkspace();
  const records = useRecords('indicators');
  const systems = useRecords('assets');
  return useMemo(() => {
    const register = registeredIndicators(records);
    const noise = noiseOf(register, systems);
    const writing = { journal: session, newId: newOperationId };
    const fail = (problem: string) => {
      announce(problem, 'danger');
      return problem;
    };
    return {
      register,
      find: (text) => siftCandidates(extractIndicators(text), noise),
      keep: async (proposed) => {
        // A new one is a candidate until somebody says otherwise; what stands keeps its state.
        const steps = planIndicators(register, proposed).map((step) =>
          step.kind === 'new'
            ? { ...step, fields: { state: 'candidate' as const, ...step.fields } }
            : step,
        );
        const kept = await keepIndicators(writing, steps);
        if (!kept.ok) {
          const because = appendErrorText(language, kept.error.because);
          return fail(say(m.keptPart, { written: kept.error.written, because }));
        }
        announce(say(m.kept, kept.value), 'good');
        return undefined;
      },
      set: async (id, fields) => {
        const written = await setIndicator(writing, id, fields);
        if (!written.ok) return fail(appendErrorText(language, written.error));
        announce(say(m.saved), 'good');
        return undefined;
      },
    };
  }, [session, records, systems, say, language, announce]);
}
