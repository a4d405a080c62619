import { useEffect, useState } from 'react';
import { openingMessages as m } from '#shared/i18n/opening-messages.ts';
import { wordLineValue } from '#shared/i18n/word-line-value.ts';
import { wordLineSubject, wordPlace } from '#shared/i18n/word-redaction.ts';
import { type HiddenLineReply, mostHiddenLines } from '#shared/ipc/opening-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { InstantText } from '../../records/time-text.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Checkbox, Field } from '../../ui/field.tsx';
import styles from './hidden-fields.module.css';
import view from './sharing-view.module.css';
import type { Chosen, ShownOf } from './use-opening.ts';

type HiddenLinesProps = {
  readonly desktop: Desktop;
  /** The copy that was picked. */
  readonly id: string;
  readonly chosen: Chosen;
  readonly onChoose: (line: string, of: ShownOf) => void;
};

/** What a redacted copy hides, line by line, to be chosen from; words find what is not on the list. */
export function HiddenLines({ desktop, id, chosen, onChoose }: HiddenLinesProps) {
  const say = useSay();
  const language = useLanguage();
  const { zone } = useWorkspace();
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ total: number; lines: readonly HiddenLineReply[] }>();
  useEffect(() => {
    let isStale = false;
    void desktop['opening:find']({ id, text, language, zone }).then((reply) => {
      if (!isStale && reply.ok) setFound(reply.value);
    });
    return () => {
      isStale = true;
    };
  }, [desktop, id, text, language, zone]);
  const { total = 0, lines = [] } = found ?? {};
  return (
    <>
      <Field
        label={say(m.find)}
        type="search"
        value={text}
        maxLength={200}
        autoFocus
        onChange={setText}
      />
      <p className={view['hint']} role="status">
        {found !== undefined && total === 0 && say(m.foundNone)}
        {total > 0 && total <= mostHiddenLines && say(m.foundAll, { n: total })}
        {total > mostHiddenLines && say(m.foundSome, { n: total, shown: lines.length })}
      </p>
      {lines.map((line) => (
        <HiddenLine
          key={keyOf(line)}
          line={line}
          of={chosen.get(keyOf(line))}
          onChoose={onChoose}
        />
      ))}
    </>
  );
}

const keyOf = ({ feed, seq }: HiddenLineReply) => `${feed} ${seq}`;

function HiddenLine({
  line,
  of,
  onChoose,
}: {
  readonly line: HiddenLineReply;
  readonly of: ShownOf | undefined;
  readonly onChoose: HiddenLinesProps['onChoose'];
}) {
  const say = useSay();
  const language = useLanguage();
  const { zone } = useWorkspace();
  const { type, by, wall, gist, values } = line;
  const places = of === undefined || of === 'whole' ? new Set<string>() : of;
  const toggle = (at: string, on: boolean) => {
    const after = new Set(places);
    if (on) after.add(at);
    else after.delete(at);
    onChoose(keyOf(line), after);
  };
  return (
    <fieldset className={styles['line']}>
      <legend>
        <InstantText ms={wall} />{' '}
        {say(m.lineName, { subject: wordLineSubject(type, language), by: visibleText(by) })}
      </legend>
      {gist !== '' && <p className={view['muted']}>{visibleText(gist)}</p>}
      {values.map(({ at, value }) => (
        <Checkbox
          key={at}
          label={say(m.value, {
            field: wordPlace(at, language),
            value: visibleText(wordLineValue({ type, at, value }, { language, zone })),
          })}
          checked={of === 'whole' || places.has(at)}
          disabled={of === 'whole'}
          onChange={(on) => toggle(at, on)}
        />
      ))}
      <Checkbox
        label={say(m.whole)}
        checked={of === 'whole'}
        onChange={(on) => onChoose(keyOf(line), on ? 'whole' : new Set())}
      />
    </fieldset>
  );
}
