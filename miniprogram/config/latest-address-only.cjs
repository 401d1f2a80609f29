const EACH_ITS_OWN = 'pageLock[routerPath]';

/**
 * A webpack loader for `@tarojs/router`: a page whose code comes late is not shown when the address has changed meanwhile. The
 * router counts changes for each page apart, so that with a weak network and 返回 the page that was left came on top in the end.
 */
module.exports = (source) => {
  // A router that does it in another way must not pass unseen.
  if (!source.includes(EACH_ITS_OWN)) throw new Error('@tarojs/router keeps the latest address in another way now');
  return source.replaceAll(EACH_ITS_OWN, 'pageLock.latest');
};
