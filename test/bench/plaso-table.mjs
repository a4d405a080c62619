// A plaso timeline as psort writes it (l2tcsv), made up line by line: as long as wanted, in order of time.
import { closeSync, openSync, writeSync } from 'node:fs';

const header =
  'date,time,timezone,MACB,source,sourcetype,type,user,host,short,desc,version,filename,inode,notes,format,extra\n';
const names = [
  'svchost.exe',
  'powershell.exe',
  'lsass.exe',
  'chrome.exe',
  '設定.ini',
  'ntuser.dat',
];
const linesAtOnce = 5_000;

/**
 * Writes lines until the file has the size, or as many rows as wanted; one in a hundred holds a line break.
 *
 * @param {string} file
 * @param {{ bytes?: number, rows?: number }} until
 * @returns {{ bytes: number, rows: number }}
 */
export function writePlasoTable(file, { bytes: mostBytes = Infinity, rows: mostRows = Infinity }) {
  const descriptor = openSync(file, 'wx');
  let bytes = writeSync(descriptor, header);
  let rows = 0;
  while (bytes < mostBytes && rows < mostRows) {
    const count = Math.min(linesAtOnce, mostRows - rows);
    const lines = Array.from({ length: count }, (_, index) => line(rows + index));
    bytes += writeSync(descriptor, lines.join(''));
    rows += count;
  }
  closeSync(descriptor);
  return { bytes, rows };
}

/** @param {number} row */
function line(row) {
  const time = new Date(Date.UTC(2024, 0, 1) + row * 137);
  const [day, clock] = time.toISOString().split('T');
  const [year, month, date] = (day ?? '').split('-');
  const name = names[row % names.length];
  const user = `user${row % 40}`;
  const rare = row % 9_973 === 0 ? ' beacon-c2-4711' : '';
  const description = `[${4600 + (row % 97)} / 0x${(row % 65_536).toString(16)}] Process ${name} of ${user} touched C:\\Users\\${user}\\AppData\\Local\\Temp\\${row}.tmp${rare}`;
  const long = row % 100 === 0 ? `"${description},\nsecond line with ""quotes"""` : description;
  return `${month}/${date}/${year},${clock?.slice(0, 8)},UTC,M...,EVT,WinEVTX,Content Modification Time,${user},WS-${String(row % 300).padStart(3, '0')},${name},${long},2,C:\\Windows\\System32\\winevt\\Logs\\Security.evtx,${row},-,winevtx,-\n`;
}
