import { isFileName } from './file-endings.ts';
import { isKnownDomain } from './known-domain.ts';
import { lowerCase } from './lower-case.ts';
import { bareHost, normalDomain } from './normal-host.ts';

/** What a name with a dot in it is by itself, whatever stands around it; a domain in normal form. */
export type DottedName = { readonly kind: 'domain' | 'file' | 'none'; readonly value: string };

const none: DottedName = { kind: 'none', value: '' };

/** A name as it stands in a text that nobody defanged. */
export function readBareName(written: string): DottedName {
  const lower = lowerCase(written);
  if (isProduct(lower)) return none;
  if (isFileName(lower)) return { kind: 'file', value: written };
  const host = bareHost(written, false);
  return host === undefined || isNoise(written, lower)
    ? none
    : { kind: 'domain', value: host.value };
}

/** A name that somebody defanged, and so took for one of a host where it could be one. */
export function readDefangedName(written: string): DottedName {
  if (isProduct(lowerCase(written))) return none;
  if (isFileName(written) && !isKnownDomain(normalDomain(written)))
    return { kind: 'file', value: written };
  const host = bareHost(written, true);
  return host === undefined ? none : { kind: 'domain', value: host.value };
}

/** Names of software and of fields in code that happen to end like a domain. */
const products: ReadonlySet<string> = new Set(
  'asp.net vb.net ado.net ml.net paint.net node.js next.js socket.io system.io java.io'.split(' '),
);
const longestProduct = longestOf(products);
const codeWords: ReadonlySet<string> = new Set(
  'this self window document event e obj object item items user file process system java javax org.apache config props req res ctx data node args params'.split(
    ' ',
  ),
);
const longestCodeWord = longestOf(codeWords);
const wordSuffixes: ReadonlySet<string> = new Set(
  'in to at is it so no as me my be am do us by'.split(' '),
);

function isProduct(name: string): boolean {
  return name.length <= longestProduct && products.has(name);
}

function longestOf(words: ReadonlySet<string>): number {
  return Math.max(...Array.from(words, ({ length }) => length));
}

/** What has the form of a domain, and is a sentence without a space or a field in a program. */
function isNoise(run: string, lower: string): boolean {
  const firstDot = run.indexOf('.');
  const lastDot = run.lastIndexOf('.');
  const isShort = firstDot === lastDot || run.indexOf('.', firstDot + 1) === lastDot;
  if (isShort && firstDot <= longestCodeWord && codeWords.has(lower.slice(0, firstDot)))
    return true;
  const suffix = run.slice(lastDot + 1);
  if (run !== lower && suffix !== suffix.toLowerCase()) {
    const name = run.slice(0, lastDot);
    // `System.Net`, `sentence.It`: whoever writes a domain writes its suffix like the rest of it.
    return run !== run.toUpperCase() || name === name.toLowerCase();
  }
  return suffix.length === 2 && wordSuffixes.has(suffix) && /^\d+$/.test(run.slice(0, lastDot));
}
