import { BookOpen, Route, Table2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ChainQuestion } from '#shared/domain/chain/chain-questions.ts';
import { extentOfMarks, type LaneId } from '#shared/domain/chain/chain-marks.ts';
import { chainMessages as m } from '#shared/i18n/kill-chain-messages.ts';
import { useSay } from '../../records/language.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/field.tsx';
import styles from './chain-tab.module.css';
import { ChainTable } from './chain-table.tsx';
import { PathDialog } from './path-dialog.tsx';
import { PathToggles } from './path-toggles.tsx';
import { StageGuide } from './stage-guide.tsx';
import { Swimlane, swimlaneId } from './swimlane.tsx';
import { useChain, usePaths } from './use-chain.ts';
import type { ChainState } from './use-chain-state.ts';

type ChainTabProps = {
  readonly state: ChainState;
  readonly onState: (news: Partial<ChainState>) => void;
  readonly questions: readonly ChainQuestion[];
  /** Puts a text into the entry line. */
  readonly onDraft: (text: string) => void;
  readonly onWrite: () => void;
};

/** Swimlane, its table, and the guide of a stage. */
export function ChainTab({ state, onState, questions, onDraft, onWrite }: ChainTabProps) {
  const say = useSay();
  const paths = usePaths();
  // A path that was taken off the list meanwhile is no choice any more.
  const path = state.path === 'none' || paths.some(({ id }) => id === state.path) ? state.path : '';
  const { marks, turns } = useChain(path);
  const [naming, setNaming] = useState(false);
  const whole = useMemo(() => extentOfMarks(marks), [marks]);
  const gaps = useMemo(
    () =>
      new Set<LaneId>(
        questions.flatMap((question) => (question.kind === 'gap' ? [question.stage] : [])),
      ),
    [questions],
  );
  const closeGuide = () => {
    onState({ guide: undefined });
    document.getElementById(swimlaneId)?.focus();
  };
  const guide = state.guide === 'defence' ? undefined : state.guide;
  return (
    <div className={styles['tab']}>
      <div className={styles['bar']}>
        {paths.length > 0 && (
          <div className={styles['choice']}>
            <Select
              label={say(m.path)}
              labelHidden
              value={path}
              onChange={(next) => onState({ path: next })}
              options={[
                { value: '', label: say(m.pathAll) },
                ...paths.map(({ id, name }) => ({ value: id, label: name })),
                { value: 'none', label: say(m.pathNone) },
              ]}
            />
          </div>
        )}
        <Button icon={<Route size={16} aria-hidden />} onClick={() => setNaming(true)}>
          {say(m.paths)}
        </Button>
        <PathToggles paths={paths} />
        <span className={styles['turns']}>
          {turns.length > 0 && say(m.turnsSeen, { n: turns.length })}
        </span>
        <IconButton
          name={say(m.showGuide)}
          icon={<BookOpen size={16} aria-hidden />}
          pressed={guide !== undefined}
          onClick={() => onState({ guide: guide === undefined ? 'reconnaissance' : undefined })}
        />
        <IconButton
          name={say(m.showTable)}
          icon={<Table2 size={16} aria-hidden />}
          pressed={state.table}
          onClick={() => onState({ table: !state.table })}
        />
      </div>
      <div className={styles['middle']}>
        <div className={styles['main']}>
          {whole === undefined ? (
            <EmptyState
              title={say(m.emptyTitle)}
              actions={
                <>
                  <Button look="primary" onClick={onWrite}>
                    {say(m.emptyAction)}
                  </Button>
                  <Button onClick={() => onState({ guide: 'reconnaissance' })}>
                    {say(m.showGuide)}
                  </Button>
                </>
              }
            >
              {say(m.emptyText)}
            </EmptyState>
          ) : (
            <Swimlane
              marks={marks}
              turns={turns}
              whole={whole}
              gaps={gaps}
              guide={guide}
              onGuide={(lane) => onState({ guide: lane === state.guide ? undefined : lane })}
            />
          )}
          {state.table && <ChainTable marks={marks} turns={turns} />}
        </div>
        {guide !== undefined && (
          <StageGuide
            key={guide}
            stage={guide}
            onStage={(stage) => onState({ guide: stage })}
            onClose={closeGuide}
            onDraft={onDraft}
            onCoverage={() => onState({ tab: 'coverage' })}
          />
        )}
      </div>
      {naming && <PathDialog paths={paths} onClose={() => setNaming(false)} />}
    </div>
  );
}
