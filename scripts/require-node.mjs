// Plain JavaScript on purpose: an old Node must be able to read this far to say what to do.
const version = process.versions.node;
if (Number(version.split('.')[0]) < 24) {
  console.error(
    `Convite needs Node 24 or newer; this is Node ${version}. On Linux, "npm ci" brings Node 24 along and every ` +
      '"npm run" uses it; on other systems install Node 24 from https://nodejs.org and try again.',
  );
  process.exit(1);
}
