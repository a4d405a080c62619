import { Plus } from 'lucide-react';
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { completionAt } from '#shared/domain/entry-line/complete-entry-line.ts';
import type { EntryLineProblem } from '#shared/domain/entry-line/entry-draft.ts';
import { parseEntryLine } from '#shared/domain/entry-line/parse-entry-line.ts';
import { stageNumber } from '#shared/domain/kill-chain.ts';
import { entryLineMessages as m } from '#shared/i18n/entry-line-messages.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useSession } from '../../data/session-context.tsx';
import { useLanguage, useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import { Button } from '../../ui/button.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import styles from './entry-line.module.css';
import { LineChips } from './line-chips.tsx';
import { contentOfDraft, lineContext } from './line-context.ts';
import { lineHint } from './line-hint.ts';
import { LineMirror } from './line-mirror.tsx';
import { type LineOffer, offersFor } from './line-offers.ts';
import { LinePaste } from './line-paste.tsx';
import { isAnsweredByEnter, LineQuestions } from './line-questions.tsx';
import { LineSuggestions } from './line-suggestions.tsx';
import { StageOffer } from './stage-offer.tsx';
import { TranscribingNote } from './transcribing-note.tsx';
import { useDraft } from './use-draft.ts';
import { pastedLines, useLinePasting } from './use-line-pasting.ts';
import { pictureIn, usePicturePaste } from './use-picture-paste.ts';
import { useLineSaving } from './use-line-saving.ts';

const lineId = 'entry-line';
const mostRecalled = 50;
/** A second Enter sooner than this is a bounce of the key or of a tired hand, not an answer. */
const momentMs = 400;
/** The same line again within this is not meant. */
const sameLineMs = 1_000;

/** Puts the keyboard into the entry line, from anywhere. */
export function focusEntryLine(): void {
  document.getElementById(lineId)?.focus();
}

/** The line that is on the screen; set by it while it is there. */
let insertHere: ((mark: string) => void) | undefined;

/** Puts a mark such as `^E-001 ` into the entry line where the caret is, and the keyboard after it. */
export function insertIntoEntryLine(mark: string): void {
  insertHere?.(mark);
}

type EntryLineProps = {
  readonly desktop: Desktop;
  /** Where the keyboard goes when the line is left. */
  readonly onLeave: () => void;
};

/** One line that grows; read while it is typed, saved with Enter. */
export function EntryLine({ desktop, onLeave }: EntryLineProps) {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const { incidentZone: zone, canWrite, announce } = useWorkspace();
  const listId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [caret, setCaret] = useState(0);
  /** Caret that the next drawing puts; set together with the text. */
  const nextCaret = useRef<number>(undefined);
  const [asking, setAsking] = useState(false);
  const askedAt = useRef(0);
  const lastSaved = useRef({ line: '', at: 0 });
  const [offering, setOffering] = useState(false);
  const [active, setActive] = useState(-1);
  const saved = useRef<string[]>([]);
  const recalled = useRef(0);

  const reading = useMemo(
    () => parseEntryLine(text, lineContext(session, zone)),
    [text, session, zone],
  );
  const hint = useMemo(() => lineHint(reading.draft), [reading]);
  const offers = useMemo(() => {
    const completion = offering ? completionAt(text, caret) : undefined;
    if (completion === undefined) return undefined;
    const list = offersFor(completion, session, language, text.charAt(completion.start));
    // Nothing to suggest where the only suggestion stands there already.
    const typed = text.slice(completion.start, completion.end);
    const isDone = list.length === 1 && list[0]?.insert === typed;
    return list.length === 0 || isDone ? undefined : { completion, list };
  }, [offering, text, caret, session, language]);

  const write = useCallback((next: string, at = next.length) => {
    setText(next);
    setCaret(at);
    nextCaret.current = at;
    setAsking(false);
  }, []);
  const onSaved = useCallback((line: string) => {
    saved.current = [...saved.current, line].slice(-mostRecalled);
    lastSaved.current = { line, at: performance.now() };
    recalled.current = 0;
    setAsking(false);
    // What was typed after Enter belongs to the next line. At once: a key that came before the next
    // drawing would read the saved line out of the field and write it back.
    flushSync(() => setText((now) => (now.startsWith(line) ? now.slice(line.length) : now)));
  }, []);
  const { save, saving, failure, clearFailure } = useLineSaving(onSaved);
  const onRestored = useCallback(
    (draft: string) => {
      write(draft);
      announce(say(m.draftRestored));
    },
    [write, announce, say],
  );
  const insertAtCaret = useCallback(
    (mark: string) => {
      const now = area.current?.value ?? '';
      const at = area.current?.selectionStart ?? now.length;
      const gap = at > 0 && mark !== '' && !/\s$/.test(now.slice(0, at)) ? ' ' : '';
      write(now.slice(0, at) + gap + mark + now.slice(at), at + gap.length + mark.length);
      focusEntryLine();
    },
    [write],
  );
  const { ask, pasting } = useLinePasting(insertAtCaret);
  const picture = usePicturePaste(
    desktop,
    useCallback((no) => insertAtCaret(`^${no} `), [insertAtCaret]),
  );
  const kept = pasting === undefined ? text : [text, ...pasting.lines].join('\n').trimStart();
  const { flush } = useDraft(desktop, session.opened.notebook, kept, onRestored);

  useLayoutEffect(() => {
    if (area.current === null || nextCaret.current === undefined) return;
    area.current.setSelectionRange(nextCaret.current, nextCaret.current);
    nextCaret.current = undefined;
  }, [text]);
  useEffect(() => {
    if (canWrite) area.current?.focus();
  }, [canWrite]);

  useEffect(() => {
    insertHere = insertAtCaret;
    return () => {
      insertHere = undefined;
    };
  }, [insertAtCaret]);

  const submit = (asText: boolean) => {
    if (text.trim() === '') return;
    // Read again: "now" and "-5m" count from this moment.
    const { draft, problems } = parseEntryLine(text, lineContext(session, zone));
    const { line, at } = lastSaved.current;
    if (line === text && performance.now() - at < sameLineMs) return announce(say(m.savedJustNow));
    const isAnswered = asking && problems.every(isAnsweredByEnter);
    if (isAnswered && !asText && performance.now() - askedAt.current < momentMs) return;
    if (problems.length > 0 && !asText && !isAnswered) {
      if (!asking) askedAt.current = performance.now();
      return setAsking(true);
    }
    void save(text, contentOfDraft(draft, text, zone));
  };
  const take = (offer: LineOffer | undefined) => {
    if (offers === undefined || offer === undefined) return;
    const { start, end } = offers.completion;
    const rest = text.slice(end).replace(/^ /, '');
    const before = `${text.slice(0, start)}${offer.insert} `;
    setOffering(false);
    write(before + rest, before.length);
  };
  const takeHint = () => {
    const number = hint && stageNumber(hint.stage);
    if (number === undefined) return;
    write(`${text.trimEnd()} !${number} `);
    focusEntryLine();
  };
  const select = ({ start, end }: EntryLineProblem) => {
    area.current?.focus();
    area.current?.setSelectionRange(start, end);
  };
  const recall = (step: 1 | -1) => {
    const at = recalled.current + step;
    if (at < 0 || at > saved.current.length) return;
    recalled.current = at;
    write(at === 0 ? '' : (saved.current[saved.current.length - at] ?? ''));
  };

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event)) return;
    if (offers !== undefined && pressInOffers(event)) return event.preventDefault();
    const isRecalling =
      text === '' || text === saved.current[saved.current.length - recalled.current];
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      // A key that is held down is pressed once.
      if (!event.repeat) submit(false);
    } else if (event.key === 'Escape') {
      if (asking) setAsking(false);
      else {
        flush();
        area.current?.blur();
        onLeave();
      }
    } else if (event.key === '.' && (event.ctrlKey || event.metaKey) && hint !== undefined)
      takeHint();
    else if (event.key === 'ArrowUp' && isRecalling) recall(1);
    else if (event.key === 'ArrowDown' && isRecalling && recalled.current > 0) recall(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const pressInOffers = (event: KeyboardEvent): boolean => {
    const count = offers?.list.length ?? 0;
    if (event.key === 'ArrowDown') setActive((active + 1) % count);
    else if (event.key === 'ArrowUp') setActive((active <= 0 ? count : active) - 1);
    else if (event.key === 'Tab' && !event.shiftKey) take(offers?.list[Math.max(0, active)]);
    else if (event.key === 'Enter' && active >= 0) take(offers?.list[active]);
    else if (event.key === 'Escape') setOffering(false);
    else return false;
    event.stopPropagation();
    return true;
  };

  const problemShown = failure ?? picture.failure;
  return (
    <section className={styles['section']} aria-label={say(m.name)}>
      {problemShown !== undefined && (
        <div className={styles['failure']} role="alert">
          {problemShown}
        </div>
      )}
      {pasting !== undefined && (
        <LinePaste
          pasting={pasting}
          zone={zone}
          read={(line) => parseEntryLine(line, lineContext(session, zone))}
        />
      )}
      {asking && (
        <LineQuestions
          problems={reading.problems}
          onFix={select}
          onReplace={(problem, replacement) => {
            write(text.slice(0, problem.start) + replacement + text.slice(problem.end));
            area.current?.focus();
          }}
          onSaveAsText={() => submit(true)}
        />
      )}
      <TranscribingNote />
      <div className={styles['line']} data-focus-ground>
        <Plus size={16} aria-hidden />
        <div className={styles['field']}>
          <LineMirror tokens={reading.tokens} />
          <textarea
            ref={area}
            id={lineId}
            rows={1}
            className={styles['area']}
            aria-label={say(m.name)}
            aria-autocomplete="list"
            aria-controls={offers && listId}
            aria-activedescendant={offers && active >= 0 ? `${listId}-${active}` : undefined}
            aria-invalid={reading.problems.some(({ kind }) => kind !== 'no-text') || undefined}
            placeholder={say(canWrite ? m.placeholder : m.readOnly)}
            spellCheck={false}
            disabled={!canWrite}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setCaret(event.target.selectionStart);
              setOffering(true);
              setActive(-1);
              setAsking(false);
              clearFailure();
            }}
            onPaste={(event) => {
              const shot = pictureIn(event.clipboardData);
              const lines = pastedLines(event.clipboardData.getData('text/plain'));
              if (shot === undefined && lines.length < 2) return;
              event.preventDefault();
              if (shot === undefined) ask(lines);
              else void picture.store(shot);
            }}
            onScroll={(event) => {
              const mirror = event.currentTarget.previousElementSibling;
              if (mirror !== null) mirror.scrollTop = event.currentTarget.scrollTop;
            }}
            onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
            onBlur={() => {
              setOffering(false);
              flush();
            }}
            onKeyDown={press}
          />
          {offers !== undefined && (
            <LineSuggestions id={listId} offers={offers.list} active={active} onTake={take} />
          )}
        </div>
        <Button disabled={!canWrite || text.trim() === ''} onClick={() => submit(false)}>
          {say(saving ? m.saving : m.save)}
        </Button>
      </div>
      <div className={styles['chips']}>
        <LineChips reading={reading} zone={zone} />
        {hint !== undefined && canWrite && <StageOffer hint={hint} onTake={takeHint} />}
      </div>
    </section>
  );
}
