import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { OwnGuide } from '#shared/catalogue/guidance.ts';
import { killChain, logSourceById } from '#shared/catalogue/kill-chain.ts';
import { courseActions } from '#shared/domain/chain/course.ts';
import { guidanceMessages as m } from '#shared/i18n/guidance-messages.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { stageName } from '../../records/stage-chip.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Checkbox, Select, TextArea } from '../../ui/field.tsx';
import styles from './guidance-dialog.module.css';

type Props = {
  readonly first: OwnGuide;
  readonly onChanged: () => void;
  readonly onSave: (guide: OwnGuide) => void;
  readonly onBack: () => void;
};

/** What the organisation says of a stage, in the language in which it is read here. */
export function GuideEditor({ first, onChanged, onSave, onBack }: Props) {
  const say = useSay();
  const language = useLanguage();
  const [guide, setGuide] = useState(first);
  const [signs, setSigns] = useState(first.indicators.join('\n'));
  const change = (news: Partial<OwnGuide>) => {
    onChanged();
    setGuide((before) => ({ ...before, ...news }));
  };
  const save = () =>
    onSave({
      ...guide,
      indicators: linesOf(signs),
      actions: guide.actions.filter(({ text }) => text.trim() !== ''),
    });
  const text = (name: 'definition' | 'breakPoint' | 'next') => (
    <TextArea
      label={say(m[name])}
      value={guide[name]}
      onChange={(value) => change({ [name]: value })}
      onSubmit={save}
      autoFocus={name === 'definition'}
    />
  );
  return (
    <div className={styles['form']}>
      <h3>{say(m.guideEditOf, { stage: stageName(guide.stage, language) })}</h3>
      {text('definition')}
      <Actions guide={guide} onChange={change} onSubmit={save} />
      <Logs guide={guide} onChange={change} onSubmit={save} />
      <TextArea
        label={say(m.indicators)}
        value={signs}
        rows={4}
        onChange={(value) => {
          onChanged();
          setSigns(value);
        }}
        onSubmit={save}
      />
      {text('breakPoint')}
      {text('next')}
      <div className={styles['buttons']}>
        <Button look="primary" onClick={save}>
          {say(m.save)}
        </Button>
        <Button onClick={onBack}>{say(m.back)}</Button>
      </div>
    </div>
  );
}

type PartProps = {
  readonly guide: OwnGuide;
  readonly onChange: (news: Partial<OwnGuide>) => void;
  readonly onSubmit: () => void;
};

function Actions({ guide: { actions, stage }, onChange, onSubmit }: PartProps) {
  const say = useSay();
  const language = useLanguage();
  const set = (id: string, news: Partial<OwnGuide['actions'][number]>) =>
    onChange({ actions: actions.map((each) => (each.id === id ? { ...each, ...news } : each)) });
  const add = () => {
    const taken = new Set(actions.map(({ id }) => id));
    let number = actions.length + 1;
    while (taken.has(`own-${stage}-${number}`)) number += 1;
    onChange({
      actions: [
        ...actions,
        { id: `own-${stage}-${number}`, text: '', course: 'detect', needsApproval: false },
      ],
    });
  };
  return (
    <section className={styles['group']} aria-label={say(m.actions)}>
      <h3>{say(m.actions)}</h3>
      {actions.map((action, index) => {
        const number = String(index + 1);
        return (
          <div key={action.id} className={styles['group']}>
            <TextArea
              rows={1}
              label={say(m.actionText, { number })}
              value={action.text}
              onChange={(text) => set(action.id, { text })}
              onSubmit={onSubmit}
            />
            <div className={styles['checks']}>
              <Select
                label={`${say(m.actionCourse)}: ${number}`}
                labelHidden
                value={action.course}
                onChange={(course) => set(action.id, { course })}
                options={courseActions.map((id) => ({
                  value: id,
                  label:
                    killChain.coursesOfAction.find((each) => each.id === id)?.name[language] ?? id,
                }))}
              />
              <Checkbox
                label={say(m.needsApproval)}
                checked={action.needsApproval}
                onChange={(needsApproval) => set(action.id, { needsApproval })}
              />
              <IconButton
                name={say(m.actionRemove, { number })}
                icon={<X size={16} aria-hidden />}
                onClick={() => onChange({ actions: actions.filter((each) => each !== action) })}
              />
            </div>
          </div>
        );
      })}
      <div className={styles['buttons']}>
        <Button icon={<Plus size={16} aria-hidden />} onClick={add}>
          {say(m.actionAdd)}
        </Button>
      </div>
    </section>
  );
}

function Logs({ guide: { logs }, onChange, onSubmit }: PartProps) {
  const say = useSay();
  const language = useLanguage();
  const nameOf = (source: string) => logSourceById(source)?.name[language] ?? source;
  const free = killChain.logSources.filter(({ id }) => logs.every(({ source }) => source !== id));
  return (
    <section className={styles['group']} aria-label={say(m.logs)}>
      <h3>{say(m.logs)}</h3>
      {logs.map((log) => (
        <div key={log.source} className={styles['itemHead']}>
          <div className={styles['words']}>
            <TextArea
              rows={1}
              label={say(m.logWatch, { source: nameOf(log.source) })}
              value={log.watch}
              onChange={(watch) =>
                onChange({ logs: logs.map((each) => (each === log ? { ...log, watch } : each)) })
              }
              onSubmit={onSubmit}
            />
          </div>
          <IconButton
            name={say(m.logRemove, { source: nameOf(log.source) })}
            icon={<X size={16} aria-hidden />}
            onClick={() => onChange({ logs: logs.filter((each) => each !== log) })}
          />
        </div>
      ))}
      {free.length > 0 && (
        <Select
          label={say(m.logAdd)}
          value=""
          options={[
            { value: '', label: '' },
            ...free.map(({ id }) => ({ value: id, label: nameOf(id) })),
          ]}
          onChange={(source) =>
            source !== '' && onChange({ logs: [...logs, { source, watch: '' }] })
          }
        />
      )}
    </section>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
