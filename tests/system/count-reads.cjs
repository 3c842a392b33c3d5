// Loaded before the app (`node --require`): writes the name of each file of a library that the
// process reads to the file that VARIORUM_READS names.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const log = process.env.VARIORUM_READS;
const { appendFileSync, readFileSync } = fs;
fs.readFileSync = (file, ...more) => {
  if (/\.json$/.test(String(file)) && String(file).startsWith(process.env.VARIORUM_LIBRARY)) {
    appendFileSync(log, `${file}\n`);
  }
  return readFileSync(file, ...more);
};
syncBuiltinESMExports();
