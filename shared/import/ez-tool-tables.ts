/** One kind of table that Eric Zimmerman's tools or KAPE write. Names of columns are in lower case. */
export type ToolTable = {
  /** Columns that only this table has together. */
  readonly signature: readonly string[];
  /** Set when the signature is common: the whole header has to be it. */
  readonly exact?: true;
  /** Columns that say when something happened; a row for each different time. */
  readonly times: readonly string[];
  /** What a responder reads first. */
  readonly first: readonly string[];
  readonly host?: readonly string[];
  /** A column whose value says what the event is; otherwise the name of the time does. */
  readonly kind?: string;
};

const sourceTimes = ['sourcecreated', 'sourcemodified', 'sourceaccessed'] as const;
const targetTimes = ['targetcreated', 'targetmodified', 'targetaccessed'] as const;
const linkText = ['localpath', 'networkpath', 'targetidabsolutepath', 'commonpath', 'arguments'];

/**
 * Every table with times, the special before the general. Headers as the tools' versions of 2018 to 2024 write
 * them; `times` leaves out what did not happen (expiry) and what is the same in each record.
 */
export const toolTables: readonly ToolTable[] = [
  {
    // EvtxECmd
    signature: ['eventrecordid', 'timecreated', 'eventid', 'channel', 'computer', 'chunknumber'],
    times: ['timecreated'],
    first: [
      'mapdescription',
      'payloaddata1',
      'payloaddata2',
      'payloaddata3',
      'payloaddata4',
      'payloaddata5',
      'payloaddata6',
      'executableinfo',
      'username',
      'remotehost',
      'provider',
      'channel',
      'level',
    ],
    host: ['computer'],
    kind: 'eventid',
  },
  {
    // MFTECmd, $MFT
    signature: ['entrynumber', 'parentpath', 'filename', 'created0x10', 'lastmodified0x10'],
    times: [
      'created0x10',
      'lastmodified0x10',
      'lastrecordchange0x10',
      'lastaccess0x10',
      'created0x30',
      'lastmodified0x30',
      'lastrecordchange0x30',
      'lastaccess0x30',
    ],
    first: ['parentpath', 'filename', 'filesize'],
  },
  {
    // MFTECmd, list of files
    signature: ['fullpath', 'created0x10', 'lastmodified0x10'],
    times: ['created0x10', 'lastmodified0x10'],
    first: ['fullpath', 'filesize'],
  },
  {
    // MFTECmd, $J
    signature: ['updatesequencenumber', 'updatetimestamp', 'updatereasons'],
    times: ['updatetimestamp'],
    first: ['parentpath', 'name', 'updatereasons'],
    kind: 'updatereasons',
  },
  {
    // MFTECmd, $I30
    signature: ['fromslack', 'filename', 'createdon', 'contentmodifiedon', 'recordmodifiedon'],
    times: ['createdon', 'contentmodifiedon', 'recordmodifiedon', 'lastaccessedon'],
    first: ['filename', 'sourcefile'],
  },
  {
    // SBECmd
    signature: ['bagpath', 'absolutepath', 'shelltype'],
    times: [
      'createdon',
      'modifiedon',
      'accessedon',
      'lastwritetime',
      'firstinteracted',
      'lastinteracted',
    ],
    first: ['absolutepath', 'shelltype', 'value'],
  },
  {
    // RBCmd
    signature: ['sourcename', 'filetype', 'filename', 'deletedon'],
    times: ['deletedon'],
    first: ['filename', 'filesize', 'sourcename'],
  },
  {
    // PECmd
    signature: ['executablename', 'runcount', 'lastrun', 'sourcefilename'],
    times: [
      'lastrun',
      'previousrun0',
      'previousrun1',
      'previousrun2',
      'previousrun3',
      'previousrun4',
      'previousrun5',
      'previousrun6',
      ...sourceTimes,
    ],
    first: ['executablename', 'runcount', 'sourcefilename', 'hash'],
  },
  {
    // PECmd, timeline
    signature: ['runtime', 'executablename'],
    exact: true,
    times: ['runtime'],
    first: ['executablename'],
  },
  {
    // JLECmd, automatic destinations
    signature: ['appid', 'appiddescription', 'destlistversion', 'creationtime', 'lastmodified'],
    times: ['creationtime', 'lastmodified', ...targetTimes, 'trackercreatedon'],
    first: ['path', ...linkText, 'appiddescription', 'interactioncount'],
    host: ['hostname', 'machineid'],
  },
  {
    // JLECmd, custom destinations
    signature: ['appid', 'appiddescription', 'entryname', 'targetcreated'],
    times: [...targetTimes, 'trackercreatedon'],
    first: ['entryname', ...linkText, 'appiddescription'],
    host: ['machineid'],
  },
  {
    // LECmd
    signature: ['sourcefile', 'targetcreated', 'headerflags', 'localpath'],
    times: [...targetTimes, ...sourceTimes, 'trackercreatedon'],
    first: [...linkText, 'sourcefile'],
    host: ['machineid'],
  },
  {
    // RecentFileCacheParser
    signature: ['sourcefile', ...sourceTimes, 'filename'],
    exact: true,
    times: sourceTimes,
    first: ['filename', 'sourcefile'],
  },
  {
    // RECmd, batch
    signature: ['hivepath', 'keypath', 'lastwritetimestamp', 'valuename'],
    times: ['lastwritetimestamp'],
    first: [
      'description',
      'category',
      'keypath',
      'valuename',
      'valuedata',
      'valuedata2',
      'valuedata3',
      'comment',
    ],
  },
  {
    // AppCompatCacheParser
    signature: ['cacheentryposition', 'path', 'lastmodifiedtimeutc'],
    times: ['lastmodifiedtimeutc'],
    first: ['path', 'executed'],
  },
  {
    // WxTCmd, activities and operations
    signature: ['activitytypeorg', 'activitytype', 'executable', 'starttime', 'endtime'],
    times: [
      'starttime',
      'endtime',
      'lastmodifiedtime',
      'lastmodifiedonclient',
      'lastmodifiedtimeonclient',
      'originallastmodifiedonclient',
      'createdtime',
      'createdincloud',
    ],
    first: ['activitytype', 'executable', 'displaytext', 'contentinfo', 'duration'],
  },
  {
    // WxTCmd, packages: their only time
    signature: ['id', 'platform', 'name', 'additionalinformation', 'expires'],
    exact: true,
    times: ['expires'],
    first: ['name', 'platform'],
  },
  {
    // AmcacheParser, files
    signature: ['applicationname', 'filekeylastwritetimestamp', 'fullpath', 'sha1'],
    times: ['filekeylastwritetimestamp', 'linkdate'],
    first: ['fullpath', 'sha1', 'applicationname', 'size', 'version'],
  },
  {
    // AmcacheParser, files before Windows 10
    signature: ['programname', 'volumeidlastwritetimestamp', 'fileidlastwritetimestamp'],
    times: [
      'fileidlastwritetimestamp',
      'volumeidlastwritetimestamp',
      'created',
      'lastmodified',
      'lastmodifiedstore',
      'linkdate',
    ],
    first: ['fullpath', 'sha1', 'programname', 'filesize'],
  },
  {
    // AmcacheParser, programs before Windows 10
    signature: ['programid', 'lastwritetimestamp', 'programname_0', 'installdateepoch_a'],
    times: ['lastwritetimestamp', 'installdateepoch_a', 'installdateepoch_b'],
    first: ['programname_0', 'programversion_1', 'vendorname_2', 'installsource_6'],
  },
  {
    // AmcacheParser, programs
    signature: ['programid', 'keylastwritetimestamp', 'installdatearplastmodified', 'installdate'],
    times: [
      'keylastwritetimestamp',
      'installdate',
      'installdatearplastmodified',
      'installdatemsi',
      'installdatefromlinkfile',
    ],
    first: ['name', 'version', 'publisher', 'rootdirpath'],
  },
  {
    // AmcacheParser, driver binaries
    signature: ['keyname', 'keylastwritetimestamp', 'drivertimestamp', 'driverlastwritetime'],
    times: ['keylastwritetimestamp', 'drivertimestamp', 'driverlastwritetime'],
    first: ['drivername', 'keyname', 'drivercompany', 'service'],
  },
  {
    // AmcacheParser, devices, containers, driver packages, shortcuts
    signature: ['keyname', 'keylastwritetimestamp'],
    times: ['keylastwritetimestamp'],
    first: ['keyname', 'lnkname', 'friendlyname', 'description', 'manufacturer', 'model'],
  },
  {
    // SrumECmd
    signature: ['id', 'timestamp', 'exeinfo', 'exeinfodescription', 'exetimestamp', 'sid'],
    times: ['timestamp', 'connectstarttime', 'starttime', 'endtime', 'eventtimestamp'],
    first: [
      'exeinfo',
      'exeinfodescription',
      'username',
      'sid',
      'bytessent',
      'bytesreceived',
      'profilename',
    ],
  },
  {
    // SrumECmd, tables without `Timestamp`
    signature: ['id', 'exeinfo', 'exeinfodescription', 'exetimestamp', 'starttime', 'endtime'],
    times: ['starttime', 'endtime'],
    first: ['exeinfo', 'exeinfodescription', 'username', 'sid', 'duration'],
  },
  {
    // SumECmd, accesses of clients day by day
    signature: ['date', 'daynumber', 'roleguid', 'insertdate', 'lastaccess'],
    times: ['date', 'insertdate', 'lastaccess'],
    first: ['authenticatedusername', 'ipaddress', 'clientname', 'roledescription', 'count'],
    host: ['clientname', 'ipaddress'],
  },
  {
    // SumECmd, clients
    signature: ['roleguid', 'authenticatedusername', 'insertdate', 'lastaccess'],
    times: ['insertdate', 'lastaccess'],
    first: ['authenticatedusername', 'ipaddress', 'clientname', 'roledescription', 'totalaccesses'],
    host: ['clientname', 'ipaddress'],
  },
  {
    // SumECmd, roles
    signature: ['roleguid', 'roledescription', 'firstseen', 'lastseen'],
    times: ['firstseen', 'lastseen'],
    first: ['roledescription', 'roleguid'],
  },
  {
    // SumECmd, DNS
    signature: ['hostname', 'address', 'lastseen', 'sourcefile'],
    times: ['lastseen'],
    first: ['hostname', 'address'],
    host: ['hostname'],
  },
  {
    // SumECmd, system
    signature: ['creationtime', 'osmajor', 'osminor', 'osbuild'],
    times: ['creationtime'],
    first: ['osmajor', 'osminor', 'osbuild'],
  },
  {
    // KAPE, log of copied files
    signature: ['copiedtimestamp', 'sourcefile', 'destinationfile'],
    times: ['copiedtimestamp', 'createdonutc', 'modifiedonutc', 'lastaccessedonutc'],
    first: ['sourcefile', 'destinationfile', 'filesize', 'sourcefilesha1'],
  },
  {
    // KAPE, mini timeline
    signature: ['time', 'type', 'computername', 'user/source', 'message'],
    times: ['time'],
    first: ['message', 'user/source'],
    host: ['computername'],
    kind: 'type',
  },
  {
    // KAPE, triage timeline
    signature: ['datetimeutc', 'eventtimesource', 'hostname', 'eventtype', 'eventdetails'],
    times: ['datetimeutc'],
    first: ['eventdetails', 'eventtimesource', 'userid', 'sdipaddress', 'assessment'],
    host: ['hostname', 'hostipaddress'],
    kind: 'eventtype',
  },
  {
    // Forensic Timeliner, out of the tables above
    signature: ['datetime', 'timestampinfo', 'artifactname', 'tool', 'description'],
    times: ['datetime'],
    first: ['description', 'datadetails', 'datapath', 'artifactname', 'tool', 'user', 'ipaddress'],
    host: ['computer'],
    kind: 'timestampinfo',
  },
];
