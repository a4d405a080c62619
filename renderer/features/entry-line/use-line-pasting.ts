import { useCallback, useRef, useState } from 'react';
import { parseEntryLine } from '#shared/domain/entry-line/parse-entry-line.ts';
import { entryLineMessages as m } from '#shared/i18n/entry-line-messages.ts';
import { errorMessages } from '#shared/i18n/error-messages.ts';
import { newOperationId } from '../../data/operation-id.ts';
import { useSession } from '../../data/session-context.tsx';
import { appendErrorText } from '../../records/append-error-text.ts';
import { useLanguage, useSay } from '../../records/language.tsx';
import { markedContent } from '../../records/transcribing.ts';
import { useWorkspace } from '../../records/workspace.tsx';
import { contentOfDraft, lineContext } from './line-context.ts';
import { isAnsweredByEnter } from './line-questions.tsx';

type Asked = { readonly lines: readonly string[]; readonly isSecondRound: boolean };

/** Several pasted lines, while it is open what becomes of them. */
export type LinePasting = Asked & {
  readonly saving: { readonly done: number; readonly total: number } | undefined;
  readonly failure: string | undefined;
  /** Puts them into the line as they were pasted; nothing is saved. */
  readonly asOne: () => void;
  /** Saves each line that raises no question; in the second round the others too, as plain text. */
  readonly asMany: () => Promise<void>;
  readonly stop: () => void;
};

/** Lines of a pasted text that hold anything. */
export function pastedLines(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '');
}

/** Asks about pasted lines and saves them one by one; `putInLine` takes what is not saved. */
export function useLinePasting(putInLine: (text: string) => void) {
  const session = useSession();
  const say = useSay();
  const language = useLanguage();
  const { announce, incidentZone: zone } = useWorkspace();
  const [asked, setAsked] = useState<Asked>();
  const [saving, setSaving] = useState<LinePasting['saving']>();
  const [failure, setFailure] = useState<string>();
  const stopped = useRef(false);

  const ask = useCallback((lines: readonly string[]) => {
    setFailure(undefined);
    setAsked({ lines, isSecondRound: false });
  }, []);

  const save = async ({ lines, isSecondRound }: Asked) => {
    if (saving !== undefined) return;
    stopped.current = false;
    setFailure(undefined);
    const left: string[] = [];
    let done = 0;
    let problem: string | undefined;
    for (const [index, line] of lines.entries()) {
      const isOver = problem !== undefined || stopped.current;
      const { draft, problems } = parseEntryLine(line, lineContext(session, zone));
      if (isOver || (!isSecondRound && !problems.every(isAnsweredByEnter))) {
        left.push(line);
        continue;
      }
      setSaving({ done: index, total: lines.length });
      const content = markedContent(session, contentOfDraft(draft, line, zone));
      try {
        const written = await session.append({ t: 'entry.add', id: newOperationId(), ...content });
        if (written.ok) done += 1;
        else {
          problem = appendErrorText(language, written.error);
          left.push(line);
        }
      } catch {
        problem = say(errorMessages.appendUnknown);
        left.push(line);
      }
    }
    setSaving(undefined);
    setFailure(problem);
    announce(say(m.pasteSaved, { n: done }), 'good');
    const isAsking = problem === undefined && !stopped.current;
    setAsked(
      left.length === 0 ? undefined : { lines: left, isSecondRound: isSecondRound || isAsking },
    );
    if (left.length === 0) putInLine('');
  };

  const pasting: LinePasting | undefined = asked && {
    ...asked,
    saving,
    failure,
    asOne: () => {
      setAsked(undefined);
      putInLine(asked.lines.join('\n'));
    },
    asMany: () => save(asked),
    stop: () => {
      stopped.current = true;
    },
  };
  return { ask, pasting };
}
