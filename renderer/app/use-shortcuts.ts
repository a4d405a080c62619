import { useEffect, useRef } from 'react';
import { menuCommandSchema } from '#shared/ipc/menu-command.ts';
import type { Desktop } from '../data/desktop-bridge.ts';
import { isComposing } from '../ui/is-composing.ts';
import { matchesChord, worksWhileTyping } from './chord.ts';
import type { Command } from './commands.ts';

/** Runs commands by their keys, and by the menu of the main process. */
export function useShortcuts(desktop: Desktop, commands: readonly Command[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  }, [commands]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event)) return;
      // A modal dialog has the keyboard to itself.
      if (document.querySelector('dialog[open]')) return;
      const typing = isTypingPlace(event.target);
      const command = latest.current.find(
        ({ listed, enabled, keys }) =>
          listed &&
          enabled &&
          keys.some((key) => matchesChord(event, key) && (!typing || worksWhileTyping(key))),
      );
      if (command === undefined) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);

  useEffect(
    () =>
      desktop.subscribe('command:run', (payload) => {
        const { command } = menuCommandSchema.parse(payload);
        const found = latest.current.find(({ id, enabled }) => id === command && enabled);
        found?.run();
      }),
    [desktop],
  );
}

function isTypingPlace(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
