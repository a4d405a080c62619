import { isKnownDomain } from './known-domain.ts';
import { lowerCase } from './lower-case.ts';
import { normalDomain } from './normal-host.ts';

/** Endings of files that people name in reports of incidents. */
const endings = new Set(
  `exe dll sys scr cpl ocx drv efi msi msp msix appx bat cmd ps1 psm1 psd1 vbs vbe js jse wsf wsh hta lnk url
  reg inf job doc docx docm dotm rtf xls xlsx xlsm xlsb xll ppt pptx pptm pps pdf odt ods csv eml
  msg pst ost ics txt log dat bin tmp bak old cfg conf ini xml json yaml yml toml db sqlite evtx etl pcap pcapng
  dmp mem raw vmdk vhd vhdx ova iso img dmg pkg deb rpm apk ipa jar war class zip rar 7z gz tgz tar bz2 xz cab
  ace arj php php5 phtml asp aspx ashx asmx jsp jspx cgi html htm mht mhtml shtml css svg png jpg jpeg gif bmp
  ico webp wav mp3 mp4 avi mov sh bash elf ko so dylib plist py pyc pyd pyw rb lua go cpp vb swf
  yar yara rules sig key pem crt cer pfx p12 kdbx rdp vpn ovpn torrent locked encrypted crypt enc md`
    .split(/\s+/)
    .filter((ending) => ending !== ''),
);

/** Endings that are top-level domains as well, and far more often mean a file. */
const mostlyFiles = new Set(['zip', 'mov', 'sh', 'py', 'md', 'so', 'cab']);

/** True for the name of a file by its ending. */
export function hasFileEnding(name: string): boolean {
  const dot = name.lastIndexOf('.');
  return dot > 0 && endings.has(lowerCase(name.slice(dot + 1)));
}

/** True for the name of a file, also where its ending could be a top-level domain and hardly ever is. */
export function isFileName(name: string): boolean {
  if (!hasFileEnding(name) || /[\s/\\]/.test(name)) return false;
  return isMostlyFile(name) || !isKnownDomain(normalDomain(name));
}

function isMostlyFile(name: string): boolean {
  const dot = name.indexOf('.');
  return dot === name.lastIndexOf('.') && mostlyFiles.has(name.slice(dot + 1).toLowerCase());
}
