import { useState } from 'react';
import { receivedMessages as r } from '#shared/i18n/received-messages.ts';
import { wordCheckError } from '#shared/i18n/word-redaction.ts';
import { wordCopyError } from '#shared/i18n/word-transfer.ts';
import type { IpcReply, OpenedNotebook } from '#shared/ipc/contract.ts';
import type { CheckedCopy } from '#shared/ipc/redaction-contract.ts';
import type { CopyError, CopyKey, CopySummary } from '#shared/ipc/sharing-contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import type { Landing } from '../../records/landing.ts';
import { useLanguage, useSay } from '../../records/language.tsx';

type Picked = { readonly id: string; readonly name: string };
type Looked = {
  readonly kind: 'looked';
  readonly picked: Picked;
  readonly key: CopyKey | undefined;
  readonly summary: CopySummary;
  /** Where a copy of the same notebook lies on this device. */
  readonly here: string | undefined;
  /** Why it was not opened just now, where another try may go well. */
  readonly problem?: string;
};
/** A redacted copy: it can be checked, and checked again with what somebody shows of it. */
type Checkable = {
  readonly kind: 'redacted' | 'checked';
  readonly picked: Picked;
  readonly key: CopyKey | undefined;
  readonly checked?: CheckedCopy;
  /** The file that it was checked with. */
  readonly opening?: string | undefined;
  /** Why it was not checked just now, where another file may do. */
  readonly problem?: string | undefined;
};
type Step =
  | { readonly kind: 'pick' }
  | { readonly kind: 'looking'; readonly picked: Picked }
  | { readonly kind: 'locked'; readonly picked: Picked; readonly problem?: string }
  | { readonly kind: 'refused'; readonly said: readonly string[] }
  | Checkable
  | Looked
  | { readonly kind: 'opening'; readonly picked: Picked };

/** Told of the notebook that a bundle became, opened. */
export type OnReceived = (opened: OpenedNotebook, taken: Landing['taken']) => void;

type OpenProblem = Extract<IpcReply<'received:open'>, { readonly ok: false }>['error'];

/** The way of a bundle into a notebook of its own, step by step. */
export function useReceived(desktop: Desktop, onReceived: OnReceived) {
  const say = useSay();
  const language = useLanguage();
  const [step, setStep] = useState<Step>({ kind: 'pick' });
  const again = () => setStep({ kind: 'pick' });

  const worded = (error: CopyError, { name }: Picked) =>
    wordCopyError(error, visibleText(name), language);

  const look = async (picked: Picked, key?: CopyKey) => {
    setStep({ kind: 'looking', picked });
    const reply = await desktop['received:look']({ id: picked.id, ...(key && { key }) });
    if (reply.ok) {
      const { summary, here } = reply.value;
      setStep({ kind: 'looked', picked, key, summary, here });
      return;
    }
    const { error } = reply;
    const [problem = ''] = worded(error, picked);
    if (error.kind === 'stopped') again();
    else if (error.kind === 'redacted-copy') setStep({ kind: 'redacted', picked, key });
    else if (error.kind === 'locked-bundle') setStep({ kind: 'locked', picked });
    else if (error.kind === 'age-problem' && error.what !== 'damaged')
      setStep({ kind: 'locked', picked, problem });
    else setStep({ kind: 'refused', said: worded(error, picked) });
  };

  const check = async (from: Checkable, opening?: Picked) => {
    const { picked, key } = from;
    setStep({ kind: 'looking', picked });
    const reply = await desktop['received:check']({
      id: picked.id,
      ...(key && { key }),
      ...(opening && { opening: opening.id }),
    });
    if (reply.ok)
      return setStep({
        kind: 'checked',
        picked,
        key,
        checked: reply.value,
        opening: opening && visibleText(opening.name),
      });
    const { error } = reply;
    const names = { copy: visibleText(picked.name), opening: visibleText(opening?.name ?? '') };
    const said = wordCheckError(error, names, language);
    if (error.kind === 'stopped') return again();
    if (error.kind === 'not-an-opening' || error.kind === 'opening-unreadable')
      return setStep({ ...from, problem: said[0] });
    return setStep({ kind: 'refused', said });
  };

  const checkWith = async (from: Checkable) => {
    const reply = await desktop['received:pick-opening']({});
    if (reply.ok) await check(from, reply.value);
  };

  const pick = async () => {
    const reply = await desktop['received:pick']({});
    if (reply.ok) await look(reply.value);
  };

  const notOpened = (error: OpenProblem, looked: Looked) => {
    if (error.kind === 'cancelled' || error.kind === 'stopped') setStep(looked);
    else if (error.kind === 'place-taken')
      setStep({ ...looked, problem: say(r.placeTaken, { place: visibleText(error.place) }) });
    else if (error.kind === 'not-opened') setStep({ kind: 'refused', said: [say(r.notOpened)] });
    else setStep({ kind: 'refused', said: worded(error, looked.picked) });
  };

  const open = async (
    looked: Looked,
    choices: {
      readonly by: string;
      readonly choosePlace: boolean;
      readonly compared: readonly string[];
    },
  ) => {
    const { picked, key } = looked;
    setStep({ kind: 'opening', picked });
    const reply = await desktop['received:open']({
      id: picked.id,
      ...choices,
      compared: [...choices.compared],
      ...(key && { key }),
    });
    if (!reply.ok) return notOpened(reply.error, looked);
    const { opened, ...taken } = reply.value;
    return onReceived(opened, taken);
  };

  return { step, again, pick, look, check, checkWith, open };
}
