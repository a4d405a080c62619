import { useState } from 'react';
import { wordLookError, wordOpeningError } from '#shared/i18n/word-opening.ts';
import type { IpcReply } from '#shared/ipc/contract.ts';
import type { CopyKey } from '#shared/ipc/sharing-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useLanguage } from '../../records/language.tsx';

type Picked = { readonly id: string; readonly name: string };
type Written = Extract<IpcReply<'opening:write'>, { readonly ok: true }>['value'];

/** What of a line is to be shown: places of values, or the whole line. */
export type ShownOf = ReadonlySet<string> | 'whole';
/** By feed and number of the line. */
export type Chosen = ReadonlyMap<string, ShownOf>;

type Choosing = {
  readonly kind: 'choosing';
  readonly picked: Picked;
  readonly unfit: number;
  readonly problem?: string | undefined;
};
type Step =
  | { readonly kind: 'pick' }
  | { readonly kind: 'looking'; readonly picked: Picked }
  | { readonly kind: 'locked'; readonly picked: Picked; readonly problem?: string | undefined }
  | { readonly kind: 'refused'; readonly said: readonly string[] }
  | Choosing
  | { readonly kind: 'written'; readonly written: Written; readonly before: Choosing };

/** The way from a redacted copy to a file that shows some of what it hides, step by step. */
export function useOpening(desktop: Desktop) {
  const language = useLanguage();
  const [step, setStep] = useState<Step>({ kind: 'pick' });
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [busy, setBusy] = useState(false);

  const look = async (picked: Picked, key?: CopyKey) => {
    setStep({ kind: 'looking', picked });
    const reply = await desktop['opening:look']({ id: picked.id, ...(key && { key }) });
    if (reply.ok) {
      setChosen(new Map());
      return setStep({ kind: 'choosing', picked, unfit: reply.value.unfit });
    }
    const { error } = reply;
    const said = wordLookError(error, visibleText(picked.name), language);
    if (error.kind === 'stopped') return setStep({ kind: 'pick' });
    if (error.kind === 'locked-bundle') return setStep({ kind: 'locked', picked });
    if (error.kind === 'age-problem' && error.what !== 'damaged')
      return setStep({ kind: 'locked', picked, problem: said[0] });
    return setStep({ kind: 'refused', said });
  };

  const pick = async () => {
    const reply = await desktop['opening:pick']({});
    if (reply.ok) await look(reply.value);
  };

  const write = async (from: Choosing) => {
    if (busy) return;
    setBusy(true);
    const shown = [...chosen].map(([line, of]) => {
      const [feed = '', seq = ''] = line.split(' ');
      return { feed, seq: Number(seq), at: of === 'whole' ? [] : [...of] };
    });
    const reply = await desktop['opening:write']({ id: from.picked.id, shown });
    setBusy(false);
    if (reply.ok) setStep({ kind: 'written', written: reply.value, before: from });
    else setStep({ ...from, problem: wordOpeningError(reply.error, language) });
  };

  return {
    step,
    chosen,
    busy,
    pick,
    look,
    write,
    choose: (line: string, of: ShownOf) =>
      setChosen((before) => {
        const after = new Map(before);
        if (of === 'whole' || of.size > 0) after.set(line, of);
        else after.delete(line);
        return after;
      }),
    again: () => setStep({ kind: 'pick' }),
    goBack: (to: Choosing) => setStep({ ...to, problem: undefined }),
  };
}
