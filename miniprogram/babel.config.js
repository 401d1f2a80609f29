const { browserslist } = require('../package.json');

/** A contract only describes: what of it no screen uses is left out. The minifier has to be told of each call that nothing comes of it. */
const leaveOutUnused = ({ types }) => ({
  visitor: {
    CallExpression(path, { filename = '' }) {
      const describes = /[\\/]shared[\\/]\w+[\\/]contract\.ts$/.test(filename) && !path.getFunctionParent();
      if (describes) types.addComment(path.node, 'leading', '#__PURE__');
    },
  },
});

module.exports = {
  // Taro looks for browserslist in the current folder only, and without targets writes for iOS 9.
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets: browserslist }]],
  plugins: [leaveOutUnused],
  assumptions: { noDocumentAll: true, privateFieldsAsSymbols: true, setPublicClassFields: true },
};
