const { browserslist } = require('../package.json');

// What the server alone asks of a procedure. A phone sends as it is typed, and reads the reply.
const SERVERS = ['summary', 'input', 'problems', 'rate', 'daily', 'phone', 'idempotent'];

const SHARED = /[\\/]shared[\\/]\w+[\\/]/;
/** A contract, whatever its file is called: it takes `procedure` to write one. */
const isContract = (path, filename) => SHARED.test(filename) && path.scope.getBinding('procedure')?.kind === 'module';

/**
 * A contract only describes: what of it no screen uses is left out, and of the rest the server's part. The minifier has to be told of each
 * call that nothing else comes of it.
 */
const leaveOutUnused = ({ types }) => ({
  visitor: {
    CallExpression(path, { filename = '' }) {
      if (!isContract(path, filename) || path.getFunctionParent()) return;
      types.addComment(path.node, 'leading', '#__PURE__');
      if (!types.isIdentifier(path.node.callee, { name: 'procedure' })) return;
      for (const property of path.get('arguments.0.properties')) {
        const { key, value } = property.node;
        // A phone asks only whether anyone may call.
        const isRoles = key?.name === 'who' && !types.isStringLiteral(value);
        if (isRoles || SERVERS.includes(key?.name)) property.remove();
      }
      // `procedure` gives back what it is given.
      path.replaceWith(path.node.arguments[0]);
    },
  },
});

module.exports = {
  // Taro looks for browserslist in the current folder only, and without targets writes for iOS 9.
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        targets: browserslist,
        // These phones know `?.`, all but spread arguments in one; what stands for it would be four times as long.
        exclude: ['transform-optional-chaining'],
        include: ['bugfix/transform-v8-spread-parameters-in-optional-chaining'],
      },
    ],
  ],
  plugins: [leaveOutUnused],
  assumptions: { noDocumentAll: true, privateFieldsAsSymbols: true, setPublicClassFields: true },
};
