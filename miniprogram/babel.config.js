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

// What the server alone asks of a row of a lifecycle: a phone reads whose it is, and what is offered comes with the page.
const REFUSES = ['by', 'person', 'matter', 'otherwise', 'tells', 'inbox', 'quiet', 'asks', 'unchecked'];

const LIFECYCLE = /[\\/]shared[\\/](?!kernel[\\/]).*lifecycle\.ts$/;
const nameOf = ({ key }) => key?.name;

/**
 * Of a lifecycle's table what a phone reads: its conditions are as long as all the rest. Nobody there asks the table what may happen, so what would
 * answer is not there either (`config/lifecycles.test.ts`).
 */
const leaveOutConditions = () => ({
  visitor: {
    VariableDeclarator(path, { filename = '' }) {
      if (LIFECYCLE.test(filename) && path.node.init?.callee?.name === 'lifeOf') path.remove();
    },
    ObjectExpression(path, { filename = '' }) {
      if (!LIFECYCLE.test(filename)) return;
      const names = path.node.properties.map(nameOf);
      if (!['act', 'by', 'from', 'readers'].every((name) => names.includes(name))) return;
      path.node.properties = path.node.properties.filter((property) => !REFUSES.includes(nameOf(property)));
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
        // These phones know `?.`, all but spread arguments in one, and parameters with defaults and patterns, all but a pattern in a named function
        // expression that takes its name; what stands for them would be many times as long.
        exclude: ['transform-optional-chaining', 'transform-parameters'],
        include: [
          'bugfix/transform-v8-spread-parameters-in-optional-chaining',
          'bugfix/transform-safari-id-destructuring-collision-in-function-expression',
        ],
      },
    ],
  ],
  plugins: [leaveOutUnused, leaveOutConditions],
  assumptions: { noDocumentAll: true, privateFieldsAsSymbols: true, setPublicClassFields: true },
};
