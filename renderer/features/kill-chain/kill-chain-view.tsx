import { chainMessages as m } from '#shared/i18n/kill-chain-messages.ts';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useSay } from '../../records/language.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useAskedQuestions } from './asked-questions.ts';
import { AttackTab } from './attack-tab.tsx';
import { ChainTab } from './chain-tab.tsx';
import { CoursesTab } from './courses-tab.tsx';
import { CoverageTab } from './coverage-tab.tsx';
import styles from './kill-chain-view.module.css';
import { QuestionsTab } from './questions-tab.tsx';
import { useQuestions } from './use-chain.ts';
import { type ChainTab as TabId, chainTabs, useChainState } from './use-chain-state.ts';

const tabMessages: Readonly<Record<TabId, Message>> = {
  chain: m.tabChain,
  questions: m.tabQuestions,
  coverage: m.tabCoverage,
  courses: m.tabCourses,
  attack: m.tabAttack,
};

type KillChainViewProps = {
  readonly desktop: Desktop;
  /** Puts a text into the entry line, and the keyboard after it. */
  readonly onDraft: (text: string) => void;
  /** Puts the keyboard into the entry line. */
  readonly onWrite: () => void;
};

/** The kill chain as a working tool: where the attack is, what to look at, what is open, where to cut. */
export function KillChainView({ desktop, onDraft, onWrite }: KillChainViewProps) {
  const say = useSay();
  const [state, change] = useChainState();
  const questions = useQuestions();
  const asked = useAskedQuestions(questions);
  const open = asked.filter((each) => each.state === 'open').length;
  const toCoverage = () => change({ tab: 'coverage' });
  const label = (tab: TabId) =>
    tab === 'questions' && open > 0
      ? say(frameMessages.withNote, { name: say(tabMessages[tab]), note: open })
      : say(tabMessages[tab]);
  return (
    <div className={styles['view']}>
      <h2 className="visually-hidden">{say(m.title)}</h2>
      <Tabs
        name={say(m.tabs)}
        tabs={chainTabs.map((id) => ({ id, label: label(id) }))}
        selected={state.tab}
        onSelect={(tab) => change({ tab })}
      >
        {state.tab === 'chain' && (
          <ChainTab
            state={state}
            onState={change}
            questions={questions}
            onDraft={onDraft}
            onWrite={onWrite}
          />
        )}
        {state.tab === 'questions' && (
          <QuestionsTab asked={asked} onDraft={onDraft} onCoverage={toCoverage} />
        )}
        {state.tab === 'coverage' && <CoverageTab desktop={desktop} />}
        {state.tab === 'courses' && <CoursesTab />}
        {state.tab === 'attack' && <AttackTab />}
      </Tabs>
    </div>
  );
}
