import { useEffect, useRef } from 'react';
import type { EntryLineReading } from '#shared/domain/entry-line/entry-draft.ts';
import { entryLineMessages as m } from '#shared/i18n/entry-line-messages.ts';
import { useSay } from '../../records/language.tsx';
import { Button } from '../../ui/button.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import { LineChips } from './line-chips.tsx';
import styles from './line-paste.module.css';
import { problemText } from './problem-text.ts';
import { isAnsweredByEnter } from './line-questions.tsx';
import type { LinePasting } from './use-line-pasting.ts';

/** More lines than this tell a person nothing that the first ones did not. */
const mostShown = 50;

type LinePasteProps = {
  readonly pasting: LinePasting;
  readonly zone: string;
  readonly read: (line: string) => EntryLineReading;
};

/** Several lines were pasted: one entry, or as many as there are lines? Each is shown as it would be read. */
export function LinePaste({ pasting, zone, read }: LinePasteProps) {
  const say = useSay();
  const first = useRef<HTMLButtonElement>(null);
  const { lines, saving, failure, isSecondRound } = pasting;
  useEffect(() => first.current?.focus(), [isSecondRound]);
  const n = lines.length;
  return (
    <div
      className={styles['paste']}
      role="alertdialog"
      aria-label={say(m.pasteTitle, { n })}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        // Keys of the timeline must not work behind a question.
        event.stopPropagation();
        if (event.key === 'Escape') pasting.asOne();
      }}
    >
      <div className={styles['head']}>
        <strong>{say(isSecondRound ? m.pasteRest : m.pasteTitle, { n })}</strong>
        {saving !== undefined && (
          <span role="status">
            {say(m.pasteSaving, { done: saving.done, total: saving.total })}
          </span>
        )}
        <span className={styles['buttons']}>
          {saving === undefined ? (
            <>
              <Button ref={first} look="primary" onClick={() => void pasting.asMany()}>
                {say(isSecondRound ? m.pasteAsText : m.pasteMany, { n })}
              </Button>
              <Button onClick={pasting.asOne}>
                {say(isSecondRound ? m.pasteIntoLine : m.pasteOne)} (Esc)
              </Button>
            </>
          ) : (
            <Button onClick={pasting.stop}>{say(m.pasteStop)}</Button>
          )}
        </span>
      </div>
      {failure !== undefined && <p role="alert">{failure}</p>}
      <ol className={styles['lines']} tabIndex={0} aria-label={say(m.pastePreview)}>
        {lines.slice(0, mostShown).map((line, index) => (
          // Lines may repeat, and their order never changes.
          <li key={`${index} ${line}`} className={styles['line']}>
            <PastedLine reading={read(line)} line={line} zone={zone} />
          </li>
        ))}
        {n > mostShown && (
          <li className={styles['more']}>{say(m.pasteMore, { n: n - mostShown })}</li>
        )}
      </ol>
    </div>
  );
}

type PastedLineProps = {
  readonly reading: EntryLineReading;
  readonly line: string;
  readonly zone: string;
};

function PastedLine({ reading, line, zone }: PastedLineProps) {
  const say = useSay();
  const asked = reading.problems.filter((problem) => !isAnsweredByEnter(problem));
  return (
    <>
      <span className={styles['text']}>
        {reading.draft.text === '' ? line : reading.draft.text}
      </span>
      {asked.map((problem) => (
        <span key={`${problem.kind} ${problem.start}`} className={styles['problem']}>
          {problemText(problem, say)}
        </span>
      ))}
      <LineChips reading={reading} zone={zone} />
    </>
  );
}
