const { browserslist } = require('../package.json');

module.exports = {
  // Taro looks for browserslist in the current folder only, and without targets writes for iOS 9.
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets: browserslist }]],
  assumptions: { noDocumentAll: true, privateFieldsAsSymbols: true, setPublicClassFields: true },
};
