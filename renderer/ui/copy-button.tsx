import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from './button.tsx';

type CopyButtonProps = {
  /** What it copies, in words. */
  readonly name: string;
  readonly text: string;
  /** Called with whether the clipboard took it. */
  readonly onCopied: (taken: boolean) => void;
};

const shownMs = 1500;

/** Copies a text; a tick says for a moment that it did. */
export function CopyButton({ name, text, onCopied }: CopyButtonProps) {
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), shownMs);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = async () => {
    const taken = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setDone(taken);
    onCopied(taken);
  };
  return (
    <IconButton
      name={name}
      icon={done ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      onClick={() => void copy()}
    />
  );
}
