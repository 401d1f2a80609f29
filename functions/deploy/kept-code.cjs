// Goes before all else into a function that kept-code-make.cjs was run for. `__dirname` is where the function's file lies.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// V8 takes no code that was kept under other flags, and Lambda starts Node with limits for its heap. The heap has them by now.
for (const flag of ['--max-old-space-size=0', '--max-semi-space-size=0', '--no-expose-gc']) setFlagsFromString(flag);

/** What V8 kept of a file (its bytecode): another version or processor finds none, and compiles. */
const keptOf = (path) => {
  try {
    return readFileSync(`${path}.${process.version}-${process.arch}`);
  } catch {
    return undefined;
  }
};

const plain = Module._extensions['.js'];
Module._extensions['.js'] = (module, path) => {
  const cachedData = path.startsWith(__dirname) ? keptOf(path) : undefined;
  if (!cachedData) return plain(module, path);
  // V8 looks whether it can use it, and otherwise compiles.
  const options = { filename: path, cachedData, columnOffset: -Module.wrapper[0].length };
  const load = new Script(Module.wrap(readFileSync(path, 'utf8')), options).runInThisContext();
  return load(module.exports, (id) => module.require(id), module, path, dirname(path));
};
