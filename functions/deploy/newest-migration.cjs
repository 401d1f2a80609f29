const { readdirSync } = require('node:fs');
const { join } = require('node:path');

/** For serverless.yml: a deployment migrates the database when this name changed. */
module.exports.newest = readdirSync(join(__dirname, '../migrations'))
  .filter((name) => /^\d{4}-.+\.sql$/.test(name))
  .sort()
  .at(-1);
