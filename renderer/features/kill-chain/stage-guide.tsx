import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { OwnGuide } from '#shared/catalogue/guidance.ts';
import { killChain, logSourceById, stageById, stageByOrder } from '#shared/catalogue/kill-chain.ts';
import { shownGuide } from '#shared/catalogue/stage-guide.ts';
import { coverageStateMessages } from '#shared/export/coverage-table.ts';
import { coverageCell } from '#shared/domain/chain/coverage.ts';
import { untouchedItem } from '#shared/domain/checklist.ts';
import type { StageId } from '#shared/domain/kill-chain.ts';
import { guidanceMessages } from '#shared/i18n/guidance-messages.ts';
import { chainMessages as m } from '#shared/i18n/kill-chain-messages.ts';
import { currentValue } from '#shared/journal/causality.ts';
import { useRecords } from '../../data/use-records.ts';
import { useGuidance } from '../../records/guidance.tsx';
import { itemStateMessages } from '#shared/i18n/item-state-words.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { StageChip } from '../../records/stage-chip.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { CoverageMark } from './coverage-mark.tsx';
import { GuideActions } from './guide-actions.tsx';
import styles from './stage-guide.module.css';
import { useCoverage } from './use-chain.ts';

type StageGuideProps = {
  readonly stage: StageId;
  readonly onStage: (stage: StageId) => void;
  readonly onClose: () => void;
  readonly onDraft: (text: string) => void;
  readonly onCoverage: () => void;
};

/** What a stage is, which logs show it, what to do now, who may decide it, and what comes next. */
export function StageGuide({ stage: id, onStage, onClose, onDraft, onCoverage }: StageGuideProps) {
  const say = useSay();
  const language = useLanguage();
  const stage = stageById(id);
  const { guidance, open } = useGuidance();
  const { guide, own } = shownGuide(guidance, id, language);
  const visibility = killChain.visibilityLevels.find((level) => level.id === stage.visibility);
  const beside = (by: number) => stageByOrder(stage.order + by);
  const neighbour = (by: number, icon: ReactNode) => {
    const other = beside(by);
    return (
      <IconButton
        name={other === undefined ? say(m.guideNext) : `${other.order} ${other.name[language]}`}
        icon={icon}
        disabled={other === undefined}
        onClick={() => other !== undefined && onStage(other.id)}
      />
    );
  };
  return (
    <aside
      className={styles['guide']}
      aria-label={say(m.guideFor, { stage: stage.name[language] })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles['header']}>
        <h3>
          <StageChip stage={id} />
        </h3>
        <span className={styles['visibility']}>{visibility?.name[language]}</span>
        {neighbour(-1, <ChevronLeft size={16} aria-hidden />)}
        {neighbour(1, <ChevronRight size={16} aria-hidden />)}
        <IconButton name={say(m.guideClose)} icon={<X size={16} aria-hidden />} onClick={onClose} />
      </header>
      {own !== undefined && (
        <p className={styles['own']}>
          {say(guidanceMessages.guideOwn, { number: String(own.revision) })}
        </p>
      )}
      <p>{guide.definition}</p>
      <Part title={say(m.guideActions)}>
        <GuideActions actions={guide.actions} onDraft={onDraft} />
      </Part>
      <Part title={say(m.guideLogs)}>
        <Logs stage={id} logs={guide.logs} />
        <Button look="quiet" onClick={onCoverage}>
          {say(m.tabCoverage)}
        </Button>
      </Part>
      <Part title={say(m.guideIndicators)}>
        <ul className={styles['bullets']}>
          {guide.indicators.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Part>
      <Part title={say(m.guideBreak)}>
        <p>{guide.breakPoint}</p>
      </Part>
      <Part title={say(m.guideNext)}>
        <p>{guide.next}</p>
      </Part>
      <Part title={say(m.guideItems)}>
        <Items stage={id} />
      </Part>
      <Button look="quiet" onClick={() => open('guides')}>
        {say(guidanceMessages.guideEdit)}
      </Button>
    </aside>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['part']}>
      <h4>{title}</h4>
      {children}
    </section>
  );
}

/** Logs in the order in which to get them, with what is known of them here. */
function Logs({ stage, logs }: { readonly stage: StageId; readonly logs: OwnGuide['logs'] }) {
  const say = useSay();
  const language = useLanguage();
  const coverage = useCoverage();
  return (
    <ul className={styles['logs']}>
      {logs.map(({ source, watch }) => {
        const { state } = coverageCell(source, stage, coverage);
        return (
          <li key={source}>
            <CoverageMark state={state} name={say(coverageStateMessages[state])} />
            <span>
              <b>{logSourceById(source)?.name[language] ?? source}</b>
              <span className={styles['watch']}>{watch}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What adopted checklists ask for at this stage. */
function Items({ stage }: { readonly stage: StageId }) {
  const say = useSay();
  const language = useLanguage();
  const { show } = useWorkspace();
  const records = useRecords('checklists');
  const items = useMemo(
    () =>
      records.flatMap(({ id, checklist, items: settings }) =>
        (checklist?.items ?? [])
          .filter(({ stages }) => stages.includes(stage))
          .map((item) => ({
            key: `${id} ${item.id}`,
            item,
            state: (currentValue(settings[item.id]) ?? untouchedItem).state,
          })),
      ),
    [records, stage],
  );
  return (
    <>
      {items.length === 0 && <p className={styles['none']}>{say(m.guideNoItems)}</p>}
      <ul className={styles['items']}>
        {items.map(({ key, item, state }) => (
          <li key={key}>
            <span className={styles['code']}>{item.id}</span>
            <span>{item.text[language]}</span>
            <span className={styles['state']}>{say(itemStateMessages[state])}</span>
          </li>
        ))}
      </ul>
      <Button look="quiet" onClick={() => show('checklists')}>
        {say(m.guideToChecklists)}
      </Button>
    </>
  );
}
