/** The two languages of the product. */
export type Language = 'en' | 'ja';

/** A message in both languages; `{name}` stands for a value. English may differ for one and many (`n`). */
export type Message = {
  readonly en: string | { readonly one: string; readonly other: string };
  readonly ja: string;
};

export type MessageValues = Readonly<Record<string, string | number>>;

/** Declares the messages of one area, both languages side by side so that neither is forgotten. */
export function defineMessages<const M extends Readonly<Record<string, Message>>>(messages: M): M {
  return messages;
}

/** Made once: to make one for each number costs more than the rest of a message. */
const numbers: Readonly<Record<Language, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en'),
  ja: new Intl.NumberFormat('ja'),
};

/**
 * Words a message. Numbers are grouped as the language writes them; a value without a place, or a
 * place without a value, is a bug and throws.
 */
export function say(language: Language, message: Message, values: MessageValues = {}): string {
  const template = templateOf(language, message, values);
  return template.replaceAll(/\{(\w+)\}/g, (_place, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`message "${template}" has no value for {${name}}`);
    return typeof value === 'number' ? numbers[language].format(value) : value;
  });
}

function templateOf(language: Language, message: Message, values: MessageValues): string {
  if (language === 'ja') return message.ja;
  if (typeof message.en === 'string') return message.en;
  return values['n'] === 1 ? message.en.one : message.en.other;
}
