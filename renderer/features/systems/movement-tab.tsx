import { Pause, Play, Plus } from 'lucide-react';
import { useEffect, useId, useMemo, useState } from 'react';
import type { RegisterChange } from '#shared/application/systems.ts';
import { type MovementStep, shownMovement } from '#shared/domain/chain/movement-graph.ts';
import { foldName } from '#shared/domain/fold-name.ts';
import { formatInstant } from '#shared/domain/time/format-time.ts';
import { systemViewMessages as m } from '#shared/i18n/system-view-messages.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/field.tsx';
import { MovementDialog } from './movement-dialog.tsx';
import { MovementDrawing } from './movement-drawing.tsx';
import styles from './movement-tab.module.css';
import { MovementTable } from './movement-table.tsx';
import { useMovement } from './use-movement.ts';
import { useRegisterWriting } from './use-register-writing.ts';

/** Long enough to see what is new before the next step comes. */
const stepMs = 1_200;

/** Movement of the adversary between systems: by time, from a start, as a picture and as a table. */
export function MovementTab() {
  const say = useSay();
  const language = useLanguage();
  const { zone, canWrite } = useWorkspace();
  const write = useRegisterWriting();
  const steps = useMovement();
  const [start, setStart] = useState('');
  const [edited, setEdited] = useState<MovementStep | 'new'>();
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const times = useMemo(
    () => [...new Set(steps.flatMap(({ atMs }) => atMs ?? []))].toSorted((a, b) => a - b),
    [steps],
  );
  const [place, setPlace] = useState<number>();
  const at = Math.min(place ?? times.length - 1, times.length - 1);
  const playing = usePlaying(at, times.length, setPlace);
  const untilMs = place === undefined ? undefined : times[at];
  const shown = useMemo(
    () => shownMovement(steps, { untilMs, start: start === '' ? undefined : start, expanded }),
    [steps, untilMs, start, expanded],
  );
  const timeId = useId();
  const addButton = canWrite && (
    <Button icon={<Plus size={14} aria-hidden />} onClick={() => setEdited('new')}>
      {say(m.addMovement)}
    </Button>
  );
  const dialog = edited !== undefined && (
    <MovementDialog
      step={edited === 'new' ? undefined : edited}
      write={write}
      onClose={() => setEdited(undefined)}
    />
  );
  if (steps.length === 0)
    return (
      <>
        <EmptyState title={say(m.movementEmpty)} actions={addButton} />
        {dialog}
      </>
    );

  const names = [...new Map(steps.flatMap(({ from }) => [[foldName(from), from]])).values()];
  const toggle = (key: string) =>
    setExpanded((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  const judge = (step: MovementStep, isMovement: boolean) => {
    const { movement: id, from, to, account = null, technique = null, entries } = step;
    const removal = { removed: !isMovement, reason: isMovement ? '' : say(m.isNoneReason) };
    const fields =
      id === undefined
        ? { from, to, account, technique, entries: [...entries], ...(!isMovement && { removal }) }
        : { removal };
    const change: RegisterChange = { register: 'movement', id, fields };
    void write(change, say(m.movementSaved));
  };
  const time = times[at];
  const untilText =
    time === undefined
      ? say(m.whenUnknown)
      : say(m.untilStep, {
          time: formatInstant(time, { zone, locale: language, style: 'short' }, 'minute'),
          n: shown.steps.length,
          all: steps.length,
        });
  return (
    <div className={styles['movement']}>
      <p className={styles['lead']}>{say(m.movementLead)}</p>
      <div className={styles['choices']}>
        {addButton}
        <Select
          label={say(m.start)}
          value={start}
          onChange={(next) => {
            setStart(next);
            setExpanded(new Set());
          }}
          options={[
            { value: '', label: say(m.startAll) },
            ...names.map((name) => ({ value: name, label: visibleText(name) })),
          ]}
        />
        {times.length > 1 && (
          <>
            <div className={styles['until']}>
              <label htmlFor={timeId}>{say(m.until)}</label>
              <input
                id={timeId}
                type="range"
                min={0}
                max={times.length - 1}
                value={at}
                aria-valuetext={untilText}
                onChange={(event) => setPlace(Number(event.target.value))}
              />
              <span aria-live={playing.isOn ? 'off' : 'polite'}>{untilText}</span>
            </div>
            <Button
              icon={playing.isOn ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
              onClick={playing.toggle}
            >
              {say(playing.isOn ? m.stop : m.play)}
            </Button>
          </>
        )}
        {shown.nodes
          .filter(({ key, hidden }) => start !== '' && (hidden > 0 || expanded.has(key)))
          .map(({ key, name, hidden }) => (
            <Button key={key} aria-expanded={expanded.has(key)} onClick={() => toggle(key)}>
              {expanded.has(key)
                ? say(m.collapse, { name: visibleText(name) })
                : say(m.expand, { name: visibleText(name), n: hidden })}
            </Button>
          ))}
      </div>
      <MovementDrawing shown={shown} onToggle={start === '' ? undefined : toggle} />
      <MovementTable
        steps={shown.steps}
        onJudge={canWrite ? judge : undefined}
        onEdit={canWrite ? setEdited : undefined}
      />
      {dialog}
    </div>
  );
}

/** Goes from step to step by itself, once somebody asked for it. */
function usePlaying(at: number, count: number, onPlace: (place: number) => void) {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    if (at >= count - 1) return setOn(false);
    const timer = setTimeout(() => onPlace(at + 1), stepMs);
    return () => clearTimeout(timer);
  }, [isOn, at, count, onPlace]);
  const toggle = () => {
    if (!isOn && at >= count - 1) onPlace(0);
    setOn(!isOn);
  };
  return { isOn, toggle };
}
