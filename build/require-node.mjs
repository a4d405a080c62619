// Imported first by every script: the rest uses what older Node versions do not have.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Kiroku needs Node 20.19 or newer, and this is ${process.versions.node}: install a current one from https://nodejs.org and run the command again.\n`,
  );
  process.exit(1);
}
