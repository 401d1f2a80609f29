// serverless-esbuild takes plugins by the file that exports them.
module.exports = require('./bundling.cjs').settings.plugins;
