import { createContext, type ReactNode, use, useCallback } from 'react';
import { type Language, type Message, type MessageValues, say } from '#shared/i18n/messages.ts';

const LanguageContext = createContext<Language>('en');

type LanguageProviderProps = { readonly language: Language; readonly children: ReactNode };

/** Sets the language of everything below. */
export function LanguageProvider({ language, children }: LanguageProviderProps) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  return use(LanguageContext);
}

export type Say = (message: Message, values?: MessageValues) => string;

/** Words messages in the language of the interface. */
export function useSay(): Say {
  const language = use(LanguageContext);
  return useCallback((message, values) => say(language, message, values), [language]);
}
