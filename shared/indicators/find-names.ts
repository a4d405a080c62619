import type { SearchedText } from './found-span.ts';
import { endWithout, signSet } from './sign-set.ts';

const mutexSpaces = /(?<![\w\\])(?:Global|Local|\\BaseNamedObjects)\\{1,2}[\w{}.#$@!-]{3,120}/g;
const mutexWords =
  /(?:\b(?:mutex(?:es)?|mutant)(?:[ \t](?:name|named|object))?|ミューテックス名?)[ \t]{0,2}(?:(?:[:：=]|は)[ \t]{0,2}["'`「]?|["'`「])([\w{}\\.#$@!-]{3,120})/gi;

/** Mutexes: in a namespace of Windows, or named by the word before them. */
export function findMutexes(searched: SearchedText): void {
  const { text } = searched;
  for (const match of text.matchAll(mutexWords)) {
    const name = (match[1] ?? '').replace(/[.!-]+$/, '');
    const end = match.index + match[0].length - (match[1] ?? '').length + name.length;
    takeName(searched, name, end);
  }
  for (const match of text.matchAll(mutexSpaces)) {
    const name = match[0].replace(/[.!-]+$/, '');
    takeName(searched, name, match.index + name.length);
  }
}

function takeName(searched: SearchedText, name: string, end: number): void {
  const start = end - name.length;
  if (name.length > 2 && !searched.isTaken(start))
    searched.take({ type: 'mutex', value: name.replaceAll('\\\\', '\\'), start, end });
}

const browsers =
  /Mozilla\/\d\.\d(?: ?\([^()\r\n]{0,300}\))?(?: [A-Za-z][\w.-]{0,40}\/[\w.:+-]{1,40}(?: \([^()\r\n]{0,200}\))?){0,12}/g;
const programs =
  /(?<![\w/.-])(?:curl|Wget|python-requests|Python-urllib|Go-http-client|libwww-perl|okhttp|axios|Java|Apache-HttpClient|Microsoft-CryptoAPI|Microsoft BITS|WinHTTP|Opera|masscan|zgrab|sqlmap|Nmap Scripting Engine)\/\d[\w.]{0,20}(?: \([^()\r\n]{0,200}\))?/g;
const sentenceEnd = signSet('.,;');
const headers = /\bUser[- ]Agent["']?[ \t]{0,2}[:=：][ \t]{0,2}["'`「]?([^\r\n"'`「」]{3,400})/gi;

/** User agents: by their usual form, or by the header before them. */
export function findUserAgents(searched: SearchedText): void {
  const { text } = searched;
  for (const match of text.matchAll(headers)) {
    const value = (match[1] ?? '').trimEnd();
    const start = match.index + match[0].length - (match[1] ?? '').length;
    if (value.length > 2 && !searched.isTaken(start))
      searched.take({ type: 'user-agent', value, start, end: start + value.length });
  }
  for (const pattern of [browsers, programs])
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      if (searched.isTaken(start)) continue;
      const end = endWithout(sentenceEnd, text, start, start + match[0].length);
      searched.take({ type: 'user-agent', value: text.slice(start, end), start, end });
    }
}
