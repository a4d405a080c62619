import { standingDecisions } from '#shared/application/decisions.ts';
import {
  coverageReader,
  notebookQuestions,
  standingPaths,
} from '#shared/application/kill-chain.ts';
import { nextSteps } from '#shared/application/now.ts';
import { questionState } from '#shared/domain/chain/question.ts';
import { decisionState } from '#shared/domain/decision.ts';
import { decisionMessages, decisionStateMessages } from '#shared/i18n/decision-messages.ts';
import { nowMessages as m } from '#shared/i18n/now-messages.ts';
import { wordDue, wordTimeLeft } from '#shared/i18n/word-deadline.ts';
import { currentValue } from '#shared/journal/causality.ts';
import { currentFields } from '#shared/journal/records.ts';
import { useIncident, useRecords, useTimeline } from '../../data/use-records.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { EntryLink } from '../../records/links.tsx';
import { InstantText } from '../../records/time-text.tsx';
import { useDeadlines, useMinute } from '../../records/use-deadlines.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { NowCard } from './now-card.tsx';
import styles from './now-view.module.css';

const few = 6;

/** Deadlines that run, the most urgent first. */
export function ClocksCard() {
  const say = useSay();
  const language = useLanguage();
  const { openDecisions, zone } = useWorkspace();
  const nowMs = useMinute();
  const deadlines = useDeadlines(nowMs).filter(({ state }) => state !== 'done');
  return (
    <NowCard
      title={say(m.clocks)}
      actions={
        <Button look="quiet" onClick={() => openDecisions({ tab: 'deadlines' })}>
          {say(m.allClocks)}
        </Button>
      }
    >
      {deadlines.length === 0 && <p className={styles['quiet']}>{say(m.noClocks)}</p>}
      <ul>
        {deadlines.slice(0, few).map((reckoned) => (
          <li key={reckoned.deadline.id} className={styles['clock']} data-state={reckoned.state}>
            <span>{reckoned.deadline.name}</span>
            <span className={styles['note']}>
              {wordDue(reckoned, zone, language)} <b>{wordTimeLeft(reckoned, nowMs, language)}</b>
            </span>
          </li>
        ))}
      </ul>
    </NowCard>
  );
}

/** Decisions that nobody has made or approved yet. */
export function DecisionsCard() {
  const say = useSay();
  const { openDecisions } = useWorkspace();
  const waiting = standingDecisions(useRecords('decisions')).filter((decision) => {
    const state = decisionState(decision);
    return state === 'asked' || state === 'chosen';
  });
  return (
    <NowCard
      title={say(m.waiting)}
      actions={
        <Button look="quiet" onClick={() => openDecisions({ tab: 'authority' })}>
          {say(decisionMessages.whoMay)}
        </Button>
      }
    >
      {waiting.length === 0 && <p className={styles['quiet']}>{say(m.noWaiting)}</p>}
      <ul>
        {waiting.slice(0, few).map((decision) => (
          <li key={decision.id}>
            <Button
              look="quiet"
              onClick={() => openDecisions({ tab: 'decisions', decision: decision.id })}
            >
              {decision.question}
            </Button>{' '}
            <Chip>{say(decisionStateMessages[decisionState(decision)])}</Chip>
          </li>
        ))}
      </ul>
    </NowCard>
  );
}

/** What nobody has answered, and what waits for something else. */
export function OpenCard() {
  const say = useSay();
  const { show } = useWorkspace();
  const rows = useTimeline().filter(({ withdrawn }) => !withdrawn);
  const paths = standingPaths(useRecords('paths'));
  const coverage = coverageReader(useRecords('coverage'));
  const said = new Map(
    useRecords('questions').map(({ id, fields }) => [id, currentFields(fields)]),
  );
  const derived = notebookQuestions(rows, paths, coverage).filter(
    ({ key }) => questionState(said.get(key) ?? {}) === 'open',
  );
  const blocked = useRecords('checklists').flatMap(({ items }) =>
    Object.values(items).filter((register) => currentValue(register)?.state === 'blocked'),
  );
  const answered = new Set(
    rows.flatMap(({ content }) =>
      (content.links ?? []).filter(({ type }) => type === 'answers').map(({ entry }) => entry),
    ),
  );
  const asked = rows.filter(({ id, content }) => content.kind === 'question' && !answered.has(id));
  const isQuiet = derived.length + blocked.length + asked.length === 0;
  return (
    <NowCard title={say(m.open)}>
      {isQuiet && <p className={styles['quiet']}>{say(m.noOpen)}</p>}
      <ul>
        {asked.slice(0, few).map(({ id }) => (
          <li key={id}>
            <EntryLink id={id} />
          </li>
        ))}
      </ul>
      {asked.length > few && (
        <p className={styles['quiet']}>{say(m.more, { n: asked.length - few })}</p>
      )}
      {derived.length > 0 && (
        <p className={styles['line']}>
          {say(m.chainQuestions, { n: derived.length })}
          <Button look="quiet" onClick={() => show('kill-chain')}>
            {say(m.toChain)}
          </Button>
        </p>
      )}
      {blocked.length > 0 && (
        <p className={styles['line']}>
          {say(m.blockedItems, { n: blocked.length })}
          <Button look="quiet" onClick={() => show('checklists')}>
            {say(m.toChecklists)}
          </Button>
        </p>
      )}
    </NowCard>
  );
}

/** What to do next: items and tasks in the order of their urgency. */
export function NextCard() {
  const say = useSay();
  const language = useLanguage();
  const { show } = useWorkspace();
  const { phase } = useIncident();
  const steps = nextSteps(useRecords('checklists'), useRecords('actions'), phase);
  return (
    <NowCard
      title={say(m.next)}
      actions={
        <Button look="quiet" onClick={() => show('checklists')}>
          {say(m.toChecklists)}
        </Button>
      }
    >
      {steps.length === 0 && <p className={styles['quiet']}>{say(m.noNext)}</p>}
      <ol>
        {steps.slice(0, few).map((step) => {
          const due = step.kind === 'item' ? step.setting.due : step.fields.due;
          const owner = step.kind === 'item' ? step.setting.owner : step.fields.owner;
          return (
            <li key={step.kind === 'item' ? `${step.checklist}/${step.item.id}` : step.id}>
              {step.kind === 'item' ? step.item.text[language] : step.fields.text}{' '}
              <span className={styles['note']}>
                {owner} {due != null && <InstantText ms={Date.parse(due)} look="short" />}
              </span>
            </li>
          );
        })}
      </ol>
      {steps.length > few && (
        <p className={styles['quiet']}>{say(m.more, { n: steps.length - few })}</p>
      )}
    </NowCard>
  );
}
