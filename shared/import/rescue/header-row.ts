import { type FileRecord, textOfValue } from './field-value.ts';

/** Words of column headings, folded to letters; a row of nothing else is a heading that was imported as data. */
const headingWords: ReadonlySet<string> = new Set(
  `account accountname activity attribution cause comment comments contents context date dateadded
  datetime description desc direction domain domainname event eventdata eventhost eventsystem eventtype
  evidencetype exfiltime file filename filesize fullname hash host hostname indicator ip ipaddress killchain
  lastactivity location md5 message name note notes original os owner path pathondisk port privileges
  provider remotesystem role sha sha1 sha256 shortname sid size source stagingsystem status summary
  system systemname systemtype task tasktype text time timestamp timestamputc type url user username
  verdict visual followup vt whois malware`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Fields that Aurora fills itself, whatever the imported line said. */
const ownFields: ReadonlySet<string> = new Set(['recid', 'w2ui', 'visual', 'followup', 'pin']);

function isHeading(text: string): boolean {
  return headingWords.has(text.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
}

/** True for a row whose texts, two or more, are all names of columns. */
export function isHeaderRow(row: FileRecord): boolean {
  const texts = Object.entries(row)
    .filter(([name, value]) => !ownFields.has(name) && typeof value === 'string')
    .map(([, value]) => textOfValue(value))
    .filter((text) => text !== '');
  return texts.length >= 2 && texts.every(isHeading);
}
