import type { Language } from '../i18n/messages.ts';
import type { Inline } from './document.ts';
import { languageOf, visibleText } from './visible-text.ts';

/** Words in the report's language, which may hold a name from the notebook. */
export function own(text: string): Inline {
  return { kind: 'text', text: visibleText(text) };
}

/** What a person typed: made visible, and marked with its language where that is not the report's. */
export function typed(text: string, reportLanguage: Language): Inline {
  const visible = visibleText(text);
  const lang = languageOf(visible);
  return lang === undefined || lang === reportLanguage
    ? { kind: 'text', text: visible }
    : { kind: 'text', text: visible, lang };
}

/** A typed or machine-made string that is read letter by letter: hashes, file names, ids. */
export function code(text: string): Inline {
  return { kind: 'code', text: visibleText(text) };
}

export function strong(...content: Inline[]): Inline {
  return { kind: 'strong', content };
}

export function small(...content: Inline[]): Inline {
  return { kind: 'small', content };
}

export function struck(...content: Inline[]): Inline {
  return { kind: 'struck', content };
}

export function link(to: string, text: string): Inline {
  return { kind: 'link', to, content: [own(text)] };
}

export const lineBreak: Inline = { kind: 'break' };

/** Puts a separator between pieces and leaves empty ones out. */
export function join(pieces: readonly (readonly Inline[])[], separator: Inline): readonly Inline[] {
  const filled = pieces.filter((piece) => piece.length > 0);
  return filled.flatMap((piece, index) => (index === 0 ? piece : [separator, ...piece]));
}
