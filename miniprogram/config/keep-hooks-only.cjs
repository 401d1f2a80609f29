const TAKES = "const { hooks } = require('@tarojs/runtime')";

/** A webpack loader for `@tarojs/taro`: as it takes one thing of its runtime, webpack keeps all of it, 17 KB that nobody runs. */
module.exports = (source) => {
  // A Taro that takes it in another way must not pass unseen.
  if (!source.includes(TAKES)) throw new Error('@tarojs/taro takes its runtime in another way now');
  return source.replace(TAKES, "const hooks = require('@tarojs/runtime').hooks");
};
