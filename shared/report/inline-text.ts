import type { Inline } from './document.ts';

/** What running text says, without its look. */
export function inlineText(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'code':
        case 'label':
          return inline.text;
        case 'strong':
        case 'struck':
        case 'small':
        case 'link':
          return inlineText(inline.content);
        case 'break':
          return '\n';
      }
    })
    .join('');
}
